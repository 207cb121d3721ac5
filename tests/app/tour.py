#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A walk through every page of the sample, in several looks, with a picture of each.

LOOKS says how the desktop is set; STOPS is where the walk goes, each with what is
pressed to get there and what shows that one has arrived.  A new page is one line.
"""

import contextlib
import os
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'lib'))
import tendui       # noqa: E402

OUT = pathlib.Path(os.environ.get('TEND_TOUR', 'build/tour'))

# A look: the display's size, dark or light, and the size of text.
LOOKS = {
    'light': ('1280x800', False, 1.0),
    'dark': ('1280x800', True, 1.0),
    'narrow': ('400x800', False, 1.0),
    'large-text': ('1280x800', False, 1.5),
}


def place(number):
    return lambda desktop, window: desktop.key(f'alt+{number}')


def press(role, name):
    return lambda desktop, window: window.find(role, re.compile(name)).click()


def keys(*names):
    return lambda desktop, window: desktop.key(*names)


def add(what):
    """By the button at the head of a list, which says what it adds."""
    return lambda desktop, window: tendui.wait(what, lambda: next(
        (button for button in window.all('push button') if button.description == what),
        None)).click()


def menu(button, item):
    return lambda desktop, window: (
        window.find('push button', button).click(), window.find('menu item', item).click())


def main_menu(item):
    """Its button is in the side bar, which a narrow window hides."""
    def go(desktop, window):
        if not window.all('push button', 'Main menu'):
            desktop.key('F9')
        menu('Main menu', item)(desktop, window)
    return go


def search(words):
    """By the search box, since what is far down a list is not under the pointer."""
    def go(desktop, window):
        desktop.key('ctrl+k')
        window.find('label', 'What are you looking for?')
        desktop.type(words)
        window.find('label', re.compile(r' found$|^The first '))
        tendui.time.sleep(0.3)
        desktop.key('Return')
    return go


# A stop: its name, how to get there, role and name of what must then be on view, and
# the keys that leave it again.
STOPS = (
    ('today', place(1), 'label', '^Good ', ()),
    ('rota', place(2), 'push button', '^Tuesday 24 November 2026', ()),
    ('visit', press('push button', '^Tuesday 24 November 2026.*O’Neill'), None, 'It happened',
     ('Escape',)),
    ('clients', place(3), None, 'Rose Hartley', ()),
    ('new-client', press('push button', '^New Client$'), 'text', '^First name', ('Escape',)),
    ('client', search('rose hartley'), None, '14 Station Terrace', ()),
    ('agreement', press(None, '^Agreement$'), None, 'What Is Agreed', ()),
    ('care', press('page tab', '^Care$'), 'heading', 'About the Person', ()),
    ('pack', press('list item', '^Print the First-Visit Pack'), 'image', '^Page 1 of ',
     ('Escape',)),
    ('care-plan', press('list item', '^Version 2$'), 'push button', '^Print', ('Escape',)),
    ('care-risks', press('push button', '^Risks$'), 'heading', '^Risks', ()),
    ('risk', press('list item', '^A fall between bed and chair'), 'text', '^What could do harm',
     ('Escape',)),
    ('care-events', press('push button', '^What Happened$'), 'heading', '^What Happened', ()),
    ('concern', press('list item', '^Safeguarding concern'), 'label', '999', ('Escape',)),
    ('body-map', add('Add a Body Map'), 'text', '^Seen', ('Escape',)),
    ('their-medicines', press('page tab', '^Medicines$'), 'list item', '^Show 1 That Has Ended',
     ()),
    ('new-medicine', add('Add a Medicine'), 'text', '^Medicine$', ('Escape',)),
    ('medicine', press('list item', '^Paracetamol 500 mg'), 'list item', '^Stock…', ()),
    ('stock', press('list item', '^Stock…'), 'list', '^What Came and Went', ('Escape', 'Escape')),
    ('death', menu('More about this person', 'Record a Death…'), 'text', '^Died on',
     ('Escape',)),
    ('medicines', place(4), 'list item', '^George O’Neill', ()),
    ('mar-chart', press('list item', '^George O’Neill'), 'label', '^ALLERGIES', ()),
    ('mileage', place(5), None, 'Weaver Close', ()),
    ('journey', keys('n'), 'text', '^From', ('Escape',)),
    ('money', place(6), 'label', 'Waiting to Be Paid', ()),
    ('invoice', search('m224'), None, 'View and print', ()),
    ('preview', press('list item', '^View and print'), 'push button', '^Print',
     ('Escape', 'Escape')),
    ('earnings', press(None, '^Earnings$'), None, 'November 2026|Total', ()),
    ('portfolio', place(7), 'label', '^Not met$', ()),
    ('portfolio-papers', press(None, '^Papers$'), 'label', '^Policies$', ()),
    ('credential', press('list item', '^DBS certificate'), 'text', '^Issued on', ('Escape',)),
    ('portfolio-learning', press(None, '^Learning$'), 'label', '^What I Learnt$', ()),
    ('portfolio-council', press(None, '^Council$'), 'list item', '^People supported$',
     ()),
    ('search', keys('ctrl+k'), 'entry', '', ('Escape',)),
    ('settings', keys('ctrl+comma'), None, 'Your name', ('Escape',)),
    ('security', lambda desktop, window: (
        desktop.key('ctrl+comma'), window.find(None, 'Security').click()),
     None, 'Check my recovery sheet', ('Escape',)),
    ('bundle', main_menu('Put Together a Portfolio…'), 'list item', '^DBS certificate$', ()),
    ('bundle-preview', press('push button', '^Look at It$'), 'image', '^Page 1 of ',
     ('Escape', 'Escape')),
    ('privacy', main_menu('Privacy'), 'label', 'Requests for Information', ('Escape',)),
    ('shortcuts', keys('F1'), None, 'Shortcuts|Search', ('Escape',)),
)

def set_the_desktop(dark, text):
    """What the desktop's own settings would say, where GTK looks for them."""
    folder = pathlib.Path(os.environ['HOME']) / '.config' / 'gtk-4.0'
    folder.mkdir(parents=True, exist_ok=True)
    (folder / 'settings.ini').write_text(
        '[Settings]\ngtk-font-name=Cantarell 11\ngtk-enable-animations=0\n', encoding='utf-8')
    tendui.set_text_size(text)
    return {'GSK_RENDERER': 'cairo', 'GSETTINGS_BACKEND': 'memory',
            'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark' if dark else 'default'}


def fill_the_display(desktop, size):
    width, height = size.split('x')
    tendui.xdotool('getactivewindow', 'windowmove', '0', '0', 'windowsize', '--sync', width, height)


def go_back(desktop, leave):
    """A key that comes before the focus has come back would be lost, and so would one for
    a window that is just closing."""
    program = desktop.nodes[-1]
    for number, key in enumerate(leave, start=1):
        before = len(program.children())
        desktop.key(key)
        if number < len(leave):
            tendui.wait('a window to close', lambda n=before: len(program.children()) < n)
    if leave:
        desktop.in_front('Tend')


def stops(desktop, size, dark, text):
    """Goes from stop to stop in one start of the sample: the name of each, and what was
    in the way, if anything."""
    window = desktop.start('--demo', environment=set_the_desktop(dark, text))
    window.find('label', re.compile('^Good '), 60)
    fill_the_display(desktop, size)
    for name, go, role, shown, leave in STOPS:
        trouble = None
        try:
            go(desktop, window)
            window.find(role, re.compile(shown), 10)
            tendui.time.sleep(0.4)      # the frame after the last change
        except Exception as error:
            trouble = error
        yield name, trouble
        with contextlib.suppress(AssertionError):
            go_back(desktop, leave)


def walk(desktop, look):
    """Takes the pictures of one look; gives the stops that could not be reached."""
    missed = []
    for name, trouble in stops(desktop, *LOOKS[look]):
        desktop.picture(OUT / f'{look}-{name}.png')
        if trouble:                     # the picture shows what is there instead
            missed.append(f'{look}: {name}: {trouble}')
    return missed


def arrive(desktop, window, look, name, role, shown):
    """Takes the picture once it is there."""
    window.find(role, re.compile(shown), 30)
    tendui.time.sleep(0.4)
    desktop.picture(OUT / f'{look}-{name}.png')


# From an empty computer to the empty pages: the name of the picture, what is pressed to
# get there, and what shows that one has arrived.
BEGINNINGS = (
    ('first-page', lambda desktop, window: None, 'list item', '^Start fresh'),
    ('set-up-you', press('list item', 'Start fresh'), 'label', '^About you'),
    ('set-up-schemes', lambda desktop, window: (
        window.find('text', 'Your name').fill('Mari Bowen'),
        window.find('push button', 'Next').click()), 'label', '^Council schemes'),
    ('set-up-lock', press('push button', '^Next'), 'label', '^Keeping it locked'),
    ('set-up-key', press('push button', '^Make My Records'), 'table', '^Recovery key'),
    ('set-up-check', press('push button', '^I Have It on Paper'), 'label', '^Two groups'),
    ('empty-today', press('push button', '^Remind Me Later'), 'label', '^Your Day Begins Here'),
    ('empty-rota', place(2), 'label', 'N makes a new one'),
    ('empty-clients', place(3), 'label', '^No Clients Yet'),
    ('empty-medicines', place(4), 'label', '^No Medicines Yet'),
    ('empty-mileage', place(5), 'label', '^No Journeys Yet'),
    ('empty-money', place(6), 'label', '^No Invoices Yet'),
)


def begin(desktop, look, folder):
    """Set-up, and the pages as long as nothing is in them."""
    size, dark, text = LOOKS[look]
    window = desktop.start('--vault', folder, environment=set_the_desktop(dark, text))
    window.find('list item', 'Start fresh', 30)
    fill_the_display(desktop, size)
    for name, go, role, shown in BEGINNINGS:
        go(desktop, window)
        arrive(desktop, window, look, name, role, shown)


def unlock(desktop, look, folder):
    """The same records on a computer whose keyring does not know them."""
    size, dark, text = LOOKS[look]
    window = desktop.start('--vault', folder, environment=set_the_desktop(dark, text))
    window.find('label', 'Open your records', 30)
    fill_the_display(desktop, size)
    arrive(desktop, window, look, 'unlock', 'text', '^Recovery key')


# What is printed of the sample, and the words of tend-cli for it.
DOCUMENTS = {
    'invoice': ('invoice', 'pdf', 'M224'),
    'contract': ('contract', '--client', 'rose', '--on', '2026-11-24'),
    'statement': ('statement', '--client', 'mabel', '--on', '2026-11-24'),
    'rota': ('rota', '--week', '2026-W48'),
    'mileage': ('mileage', '--tax-year', '2026-27'),
    'earnings': ('earnings', '--from', '2026-04-06', '--to', '2026-11-24', '--by', 'month'),
} | {
    paper: ('document', paper, '--client', 'rose', '--on', '2026-11-24')
    for paper in ('care-plan', 'about-me', 'risks', 'contingency', 'equipment', 'contacts',
                  'medicine-request', 'consent', 'privacy-notice', 'first-visit-pack')
} | {
    'visit-log': ('document', 'visit-log', '--client', 'rose', '--on', '2026-11-24',
                  '--from', '2026-11-16', '--to', '2026-11-22'),
    'mar': ('mar', '--client', 'george', '--from', '2026-10-19', '--on', '2026-11-24'),
    'return': ('return', '--scheme', 'cambridgeshire', '--on', '2026-11-24'),
    'portfolio': ('portfolio', '{folder}/portfolio.zip', '--scheme', 'staffordshire', '--purpose',
                  'council', '--clients', 'redacted', '--on', '2026-11-24'),
    'mar-blank': ('mar', '--client', 'sian', '--from', '2026-11-16', '--blank', '--on',
                  '2026-11-24'),
}


def print_documents():
    """Every document as it prints, from the command line, and its pages as pictures."""
    cli = os.environ.get('TEND_CLI', 'build/src/cli/tend-cli')
    with tempfile.TemporaryDirectory() as folder:
        key = f'{folder}/key'
        vault = [cli, '--vault', f'{folder}/vault']
        subprocess.run([*vault, 'new', '--no-keyring', '--recovery-key-out', key],
                       check=True, capture_output=True)
        opened_vault = [*vault, '--recovery-key-file', key]
        subprocess.run([*opened_vault, 'demo'], check=True, capture_output=True)
        for name, words in DOCUMENTS.items():
            path = str(OUT / f'document-{name}.pdf')
            file = [path] if words[:2] == ('invoice', 'pdf') else ['--pdf', path]
            subprocess.run([*opened_vault, *(word.format(folder=folder) for word in words), *file],
                           check=True, capture_output=True)
            subprocess.run(['pdftoppm', '-r', '80', '-l', '5', '-png', path, path[:-4]], check=True)


def main():
    missed = []
    for look, (size, _, _) in LOOKS.items():
        with tendui.display(size):
            missed += tendui.play(walk, tendui.home(), look, keyring='none')
            home = tendui.home()
            tendui.play(begin, home, look, f'{home}/records')
            tendui.play(unlock, home, look, f'{home}/records', keyring='none')
    print_documents()
    if missed:
        print('\n'.join(['These stops were not reached:', *missed]), file=sys.stderr)
        raise AssertionError(f'{len(missed)} stops were not reached')


if __name__ == '__main__':
    tendui.run(main)

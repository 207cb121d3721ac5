# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of set-up and unlocking do again and again."""

import json
import os
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'lib'))
import tendui       # noqa: E402

PLACES = ('list', 'Places')
REMINDERS = 'Remind me, even when Tend is closed'


def vault(home):
    """The vault's folder, apart from the home so that a home can be replaced."""
    return str(pathlib.Path(home) / 'records')


def usual(home):
    """The folder that is looked at by itself: of others nothing is reminded."""
    return str(pathlib.Path(home) / '.local' / 'share' / 'tend')


def with_autostart(home):
    """The entry that reminds where there are no timers; what it starts is to be found."""
    os.environ['PATH'] = f'{pathlib.Path(os.environ["TEND_CLI"]).parent}:{os.environ["PATH"]}'
    return pathlib.Path(home) / '.config' / 'autostart' / 'org.tendcare.Tend.Reminders.desktop'


def make(home, records):
    """A vault with the records, and the file with the key that opens it."""
    folder, sheet = vault(home), pathlib.Path(home) / 'sheet.txt'
    file = pathlib.Path(home) / 'in.json'
    file.write_text(json.dumps({'format': 'tend', 'version': 1, **records}), encoding='utf-8')
    command = [os.environ['TEND_CLI'], '--vault', folder]
    for words in (['new', '--no-keyring', '--recovery-key-out', sheet],
                  ['--recovery-key-file', sheet, 'import', file]):
        subprocess.run(command + words, check=True, stdout=subprocess.DEVNULL)
    return folder, str(sheet)


def unlock(desktop, folder, sheet):
    """The window, opened with the key in the file."""
    window = desktop.start('--vault', folder)
    window.find('text', 'Recovery key').fill(pathlib.Path(sheet).read_text('utf-8').strip())
    window.find('push button', 'Open').click()
    window.find(*PLACES)
    return window


def groups(window):
    """The recovery key that is on view: {1: 'ACDE3', …}."""
    cells = window.find('table', 'Recovery key').all('table cell', re.compile(r'^Group \d+: '))
    pairs = (re.match(r'Group (\d+): (\w+)$', cell.name).groups() for cell in cells)
    return {int(number): group for number, group in pairs}


def confirm(window, key, change=str):
    """Types the two groups that are asked for."""
    for row in window.find('label', 'Two groups, to be sure') and \
            window.all('text', re.compile(r'^Group \d+$')):
        row.fill(change(key[int(row.name.split()[1])]))
    window.find('push button', 'Finish').click()


def to_security(window, name, scheme='None of these', reminders=None):
    """The first pages of set-up; reminders are asked about in the usual folder alone."""
    window.find('list item', 'Start fresh').click()
    window.find('text', 'Your name').fill(name)
    window.find('push button', 'Next').click()
    window.find('label', 'Council schemes')
    window.gone('label', 'About you')
    window.find('list item', scheme).click()
    window.find('push button', 'Next').click()
    if reminders is not None:
        window.find('label', 'Being reminded')
        window.gone('label', 'Council schemes')
        switch = window.find('check box', REMINDERS)
        assert switch.has('checked')
        if not reminders:
            switch.click()
        window.find('push button', 'Next').click()
    window.find('label', 'Keeping it locked')


def set_up(desktop, folder, name='Mari Bowen', passphrase='', reminders=None):
    """From nothing to an open window; gives back the recovery key, group by group."""
    window = desktop.start('--vault', folder)
    to_security(window, name, reminders=reminders)
    if passphrase:
        window.find('password text', 'Passphrase').fill(passphrase)
        window.find('password text', 'The same again').fill(passphrase)
    window.find('push button', 'Make My Records').click()
    key = groups(window)
    window.find('push button', 'I Have It on Paper').click()
    confirm(window, key)
    window.find(*PLACES)
    return key


def choose_file(desktop, window, title, path):
    """Types a path into the desktop's file dialogue, where Ctrl+L goes to the entry."""
    dialog = window.front(title)
    desktop.in_front(title)
    desktop.key('ctrl+l')
    entry = tendui.wait('the entry', lambda: next(
        (node for node in dialog.all('text') if node.has('focused')), None))
    desktop.key('ctrl+a')
    desktop.type(path)
    tendui.wait('the path', lambda: entry.text() == path)
    # By its button: Return may go to the list of completions.
    dialog.find('push button', re.compile('^_?(Open|Save|Select)$')).click()


def leave(desktop, window, title):
    """Closes the window that tells the outcome; the focus is on the one button it has."""
    told = window.front(title)
    tendui.wait('the focus', lambda: told.find('push button', 'Close').has('focused'))
    desktop.in_front(title)
    desktop.key('Return')
    tendui.wait('the window to close',
                lambda: title not in [node.name for node in window.children()])


def joined(key):
    return '-'.join(key[number] for number in sorted(key, key=int))

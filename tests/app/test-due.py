#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is due is listed under Today and can be answered there; a notice opens its matter while
the window is shut."""

import json
import os
import pathlib
import re
import signal
import subprocess
import types

import vaultui
from notices import Notices
from vaultui import tendui

CLI = os.environ.get('TEND_CLI', tendui.TOP / 'build' / 'src' / 'cli' / 'tend-cli')
LAST_DAY = '2026-12-01'
RECORDS = {
    'format': 'tend', 'version': 1,
    'provider': {'own_name': 'Mari Bowen'},
    'clients': [{'id': 'rose', 'given_name': 'Rose', 'family_name': 'Hartley', 'status': 'active',
                 'started_on': '2026-01-05'}],
    'credentials': [{'id': 'policy', 'kind': 'public_liability', 'title': 'The blue policy',
                     'expires_on': LAST_DAY}],
}


def answer(window, title, item):
    """By the menu at the end of the row."""
    tendui.wait('the row', lambda: window.all('push button', f'Answer: {title}'))
    window.all('push button', f'Answer: {title}')[0].click()
    window.find('menu item', item).click()


def answers(desktop):
    """Done and Later take a matter off the list, Undo brings it back; what does not concern
    somebody has a reason."""
    review = 'Look at About Me again: Frank Booth'
    window = desktop.start('--demo')
    answer(window, 'Answer a complaint: Mabel Finch', 'Remind Me on a Day…')
    asked = window.front('Remind Me Later')
    asked.find('text', 'Remind me again on').fill('1 December 2026')
    asked.find('push button', 'Save').click()
    window.gone('list item', 'Answer a complaint: Mabel Finch')

    window.find('list item', review)
    answer(window, review, 'Done')
    window.gone('list item', review)
    window.find('push button', 'Undo').click()
    window.find('list item', review)

    answer(window, review, 'Remind Me Tomorrow')
    window.find('label', 'You are reminded again on Wednesday 25 November 2026.')
    window.gone('list item', review)

    answer(window, 'Send the quarterly return', 'Does Not Concern Me…')
    asked = window.front('Does Not Concern Me')
    asked.find('push button', 'Save').click()
    asked.find('label', 'Say why it does not concern you.')
    asked.find('text', 'Why').fill('The council took it by telephone.')
    asked.find('push button', 'Save').click()
    window.gone('list item', 'Send the quarterly return')


def opens_and_lists(desktop):
    """The row leads to the matter, and what is far ahead is asked for."""
    window = desktop.start('--demo')
    window.find('list item', 'Answer a complaint: Mabel Finch').press()
    window.front('Complaint or Compliment')
    desktop.key('Escape')
    desktop.in_front('Tend')
    window.find('list item', 'Today').click()
    window.find('list item', 'Follow up what happened: Joan Booth')
    window.find('list item', re.compile(r'^Show \d+ more$')).press()
    window.find('list item', 'Send your tax return, and pay what is owed')


def tend(folder, *words):
    return subprocess.run([CLI, '--vault', folder, *words], capture_output=True, text=True,
                          check=True).stdout


def spoken_to(desktop, started):
    """The window that another program has started: that of the process @started finds."""
    pid = tendui.wait('the program to be started', started)
    desktop.stray = pid
    return desktop.application(types.SimpleNamespace(pid=pid, poll=lambda: None))


def opened_by(words):
    """The process that was started with these words."""
    for place in pathlib.Path('/proc').glob('[0-9]*/cmdline'):
        try:
            line = place.read_bytes().split(b'\0')
        except OSError:
            continue
        if [os.fsencode(word) for word in words] == line[1:1 + len(words)]:
            return int(place.parent.name)
    return None


def notice_opens(desktop, home):
    """The notice is received, pressed with the window shut, and the matter is on view."""
    folder = vaultui.vault(home)
    path = pathlib.Path(home) / 'in.json'
    path.write_text(json.dumps(RECORDS))
    tend(folder, 'new', '--recovery-key-out', pathlib.Path(home) / 'key')
    tend(folder, 'import', path)
    tend(folder, 'backup', pathlib.Path(home) / 'copy.tend-backup')
    item, = json.loads(tend(folder, 'due', '--on', LAST_DAY, '--json'))['items']

    os.environ.update(PATH=f'{tendui.program().parent}:{os.environ["PATH"]}', GTK_A11Y='atspi',
                      GSETTINGS_SCHEMA_DIR=str(tendui.build() / 'data'),
                      GSETTINGS_BACKEND='keyfile')
    notices = Notices()
    tend(folder, 'due', '--notify', '--on', LAST_DAY)
    assert notices.count() == 1
    notices.press()
    window = spoken_to(desktop, lambda: opened_by(['--open', f'due:{item["id"]}']))
    shown = window.front('Training or Insurance')
    assert shown.find('text', 'Title').text() == 'The blue policy'
    assert notices.count() == 0
    os.kill(desktop.stray, signal.SIGTERM)
    notices.end()


def window_keeps_the_digest(desktop, home):
    """Opening the window is enough for what is due to be known while it is locked."""
    folder = pathlib.Path(vaultui.vault(home))
    (folder / 'due.digest').unlink()
    window = desktop.start('--vault', str(folder))
    window.find(*vaultui.PLACES)
    tendui.wait('the digest', (folder / 'due.digest').exists)
    kept = (folder / 'due.digest').read_text()
    assert f' public_liability {LAST_DAY} due' in kept, kept
    assert 'Rose' not in kept and 'blue' not in kept

    # Whatever page is on view, and whoever has changed something.
    desktop.key('alt+2')
    window.find('push button', 'Later')
    path = pathlib.Path(home) / 'more.json'
    path.write_text(json.dumps({'format': 'tend', 'version': 1, 'credentials': [
        {'id': 'ico', 'kind': 'ico', 'expires_on': '2027-03-01'}]}))
    tend(folder, 'import', path)
    tendui.wait('the digest to follow',
                lambda: ' ico 2027-03-01 due' in (folder / 'due.digest').read_text())


def test_answers():
    tendui.play(answers, tendui.home(), keyring='none')


def test_opens_and_lists():
    tendui.play(opens_and_lists, tendui.home(), keyring='none')


def test_notice():
    home = tendui.home()
    tendui.play(notice_opens, home, home)
    tendui.play(window_keeps_the_digest, home, home)


tendui.run(test_answers, test_opens_and_lists, test_notice)

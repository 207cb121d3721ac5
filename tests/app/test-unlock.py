#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Back into the records when the keyring is gone, locked or was never there."""

import re

import vaultui
from vaultui import PLACES, tendui

PASSPHRASE = 'kettle Tuesday gorse lamp'


def made(desktop, folder, passphrase=''):
    return vaultui.set_up(desktop, folder, passphrase=passphrase)


def recovered(desktop, folder, key):
    """A new computer's keyring knows nothing; a slip is named, and nothing is counted."""
    window = desktop.start('--vault', folder)
    window.find('label', 'Open your records')
    entry = window.find('text', 'Recovery key')
    assert not window.all('password text', 'Passphrase')
    tendui.wait('the focus', lambda: entry.has('focused'))

    third = key.split('-')[2]
    slip = key.replace(third, third[:4] + ('C' if third[4] == 'A' else 'A'))
    for _ in range(6):
        entry.fill(slip)
        window.find('push button', 'Open').click()
        said = window.find('label', re.compile(r'^Group 3, ')).name
        assert 'slip' in said, said
        tendui.wait('the description', lambda: entry.description == said)
        tendui.wait('the focus to come back', lambda: entry.has('focused'))

    entry.fill(key[:20])
    window.find('push button', 'Open').click()
    window.find('label', re.compile('missing|characters'))

    entry.fill(key.lower().replace('-', ' '))
    window.find('push button', 'Open').click()
    window.find('label', re.compile('The keyring has its key again'))
    window.find(*PLACES)


def opens(desktop, folder):
    window = desktop.start('--vault', folder)
    tendui.wait('the vault to be open',
                lambda: window.find('push button', 'Search').has('sensitive'))
    assert not window.all('text', 'Recovery key')


def by_passphrase(desktop, folder):
    window = desktop.start('--vault', folder)
    entry = window.find('password text', 'Passphrase')
    tendui.wait('the focus', lambda: entry.has('focused'))
    entry.fill('kettle Tuesday')
    window.find('push button', 'Open').click()
    tendui.wait('the slip', lambda: entry.description)
    tendui.wait('the focus to come back', lambda: entry.has('focused'))
    entry.fill('')

    # What is shown can be typed, and the button that shows it be reached, with the keyboard.
    desktop.key('Tab', 'space')
    show = window.find('push button', 'Show Passphrase')
    tendui.wait('the text to be shown', lambda: show.has('pressed'))
    desktop.key('shift+Tab')
    desktop.type(PASSPHRASE)
    tendui.wait('the passphrase', lambda: entry.text() == PASSPHRASE)
    desktop.key('Return')
    window.find(*PLACES)


def no_service(desktop, folder, key):
    """No Secret Service at all: it is said, the recovery key opens, and so again next time."""
    window = desktop.start('--vault', folder)
    window.find('label', re.compile('keyring'))
    window.find('text', 'Recovery key').fill(key)
    window.find('push button', 'Open').click()
    window.find('label', re.compile('will ask you again next time'))
    window.find(*PLACES)


def locked(desktop, folder, key):
    """The keyring's prompt is open; meanwhile the recovery key opens, and the prompt
    that is dismissed later changes nothing."""
    window = desktop.start('--vault', folder)
    window.find('label', 'Waiting for the keyring')
    tendui.wait('the prompt', prompt_is_open)
    window.find('text', 'Recovery key').fill(key)
    window.find('push button', 'Open').click()
    window.find(*PLACES)
    tendui.xdotool('search', '--onlyvisible', '--class', 'gcr-prompter', 'windowactivate', '--sync')
    desktop.key('Escape')
    window.find('label', re.compile('The keyring stayed locked'))
    window.find(*PLACES)
    assert not prompt_is_open()


def prompt_is_open():
    return tendui.subprocess.run(['xdotool', 'search', '--onlyvisible', '--class', 'gcr-prompter'],
                                 capture_output=True, check=False).returncode == 0


def locked_then_unlocked(desktop, folder):
    """The password typed into the prompt opens the records."""
    window = desktop.start('--vault', folder)
    window.find('label', 'Waiting for the keyring')
    tendui.wait('the prompt', prompt_is_open)
    tendui.xdotool('search', '--onlyvisible', '--class', 'gcr-prompter', 'windowactivate', '--sync')
    desktop.type('tend-test')
    desktop.key('Return')
    tendui.wait('the vault to be open',
                lambda: window.find('push button', 'Search').has('sensitive'))


def lock_and_unlock(desktop, folder, passphrase):
    """Ctrl+L leaves nothing of the records in view."""
    window = desktop.start('--vault', folder)
    tendui.wait('the vault to be open',
                lambda: window.find('push button', 'Search').has('sensitive'))
    desktop.key('ctrl+l')
    if not passphrase:
        window.find('push button', 'Lock without one').click()
    window.find('label', 'Tend is locked')
    assert not window.all(*PLACES)
    if passphrase:
        window.find('password text', 'Passphrase').fill(passphrase)
    window.find('push button', 'Open').click()
    window.find(*PLACES)


def offered(desktop, folder):
    """Locking offers a passphrase where there is none; from then on no keyring lifts the
    lock, nothing stays in view over the window, and what was typed there is kept."""
    window = desktop.start('--vault', folder)
    tendui.wait('the vault to be open',
                lambda: window.find('push button', 'Search').has('sensitive'))
    window.find('list item', 'Clients').click()
    window.find('push button', re.compile('Add the First Person')).click()
    desktop.in_front('New Client')
    window.find('text', 'First name').fill('Mabel')
    desktop.key('ctrl+l')
    window.find('push button', 'Make a passphrase, then lock').click()
    desktop.in_front('Passphrase')
    form = window.front('Passphrase')
    form.find('password text', 'Passphrase').fill(PASSPHRASE)
    form.find('password text', 'The same again').fill(PASSPHRASE)
    form.find('push button', 'Set Passphrase').click()

    window.find('label', 'Tend is locked')
    assert [node.name for node in window.children()] == ['Tend']
    assert 'Mabel' not in ' '.join(window.tree())
    entry = window.find('password text', 'Passphrase')
    window.find('push button', 'Open').click()
    assert not window.all('push button', re.compile('Keyring'))
    tendui.time.sleep(1)
    assert not window.all(*PLACES)
    entry.fill(PASSPHRASE)
    window.find('push button', 'Open').click()
    window.find(*PLACES)
    window.find('push button', re.compile('Add the First Person')).click()
    tendui.wait('what was typed', lambda: window.find('text', 'First name').text() == 'Mabel')
    desktop.in_front('New Client')

    # With one there is no question, in whatever window the keys go.
    desktop.key('ctrl+l')
    window.find('label', 'Tend is locked')


def sample_stays(desktop):
    window = desktop.start('--demo')
    window.find('list item', re.compile('Rose'))
    desktop.key('ctrl+l')
    window.find('label', re.compile('nothing to hide'))
    window.find(*PLACES)


def damaged(desktop, folder):
    """What happened is said, and an earlier day can be brought back."""
    window = desktop.start('--vault', folder)
    window.find('label', 'Your records are damaged')
    window.find('list item', 'Bring back an earlier day').click()
    window.find('list item', re.compile(r'\d{4}, \d\d:\d\d$')).click()
    vaultui.leave(desktop, window, 'Your Records Are in Place')
    window.find(*PLACES)


def test_keyring_gone():
    first, second = tendui.home(), tendui.home()
    folder = vaultui.vault(first)
    key = vaultui.joined(tendui.play(made, first, folder))
    tendui.play(recovered, second, folder, key)
    tendui.play(opens, second, folder)


def test_passphrase():
    first, second = tendui.home(), tendui.home()
    folder = vaultui.vault(first)
    tendui.play(made, first, folder, PASSPHRASE)
    tendui.play(by_passphrase, second, folder)
    tendui.play(opens, second, folder)
    tendui.play(lock_and_unlock, second, folder, PASSPHRASE)


def test_keyring_locked():
    home = tendui.home()
    folder = vaultui.vault(home)
    key = vaultui.joined(tendui.play(made, home, folder))
    tendui.play(locked, home, folder, key, keyring='locked')
    tendui.play(locked_then_unlocked, home, folder, keyring='locked')
    tendui.play(lock_and_unlock, home, folder, '')


def test_offered():
    home = tendui.home()
    folder = vaultui.vault(home)
    tendui.play(made, home, folder)
    tendui.play(offered, home, folder)
    tendui.play(sample_stays, home)


def test_no_service():
    home = tendui.home()
    folder = vaultui.vault(home)
    key = vaultui.joined(tendui.play(made, home, folder))
    tendui.play(no_service, home, folder, key, keyring='none')


def test_damaged():
    home = tendui.home()
    folder = vaultui.vault(home)
    tendui.play(made, home, folder)
    tendui.play(opens, home, folder)      # its end takes the day's snapshot
    with open(folder + '/vault.db', 'r+b') as database:
        database.seek(200)
        database.write(b'damage' * 100)
    tendui.play(damaged, home, folder)


tendui.run(test_keyring_gone, test_passphrase, test_keyring_locked, test_offered,
           test_no_service, test_damaged)

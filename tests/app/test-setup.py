#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From an empty computer to an open vault, and what happens when one stops half way."""

import pathlib
import re
import signal

import vaultui
from vaultui import PLACES, tendui


def by_keyboard(desktop, folder):
    """Set-up with the keyboard alone: nothing is found, clicked or filled in."""
    window = desktop.start('--vault', folder)
    window.find('label', 'Welcome to Tend')
    tendui.wait('the focus', lambda: window.find('list item', 'Start fresh').has('focused'))
    desktop.key('Return')
    window.find('label', 'About you')

    # Without a name it does not go on, and says why.
    desktop.key('alt+n')
    window.find('label', re.compile('needed|need', re.IGNORECASE))
    desktop.type('Mari Bowen')
    tendui.wait('the name', lambda: window.find('text', 'Your name').text() == 'Mari Bowen')
    desktop.key('alt+n')
    window.find('label', 'Council schemes')
    window.gone('label', 'About you')       # as long as it slides out, its Next is there too
    desktop.key('alt+n')
    window.find('label', 'Keeping it locked')
    desktop.key('alt+m')
    key = vaultui.groups(window)
    desktop.key('alt+h')
    window.find('label', 'Two groups, to be sure')
    first, second = (int(row.name.split()[1])
                     for row in window.all('text', re.compile(r'^Group \d+$')))
    desktop.type(key[first].lower())
    desktop.key('Tab')
    desktop.type(key[second])
    desktop.key('alt+f')
    window.find(*PLACES)


def wrong_group(desktop, folder):
    """A group that is not right is named; putting it off is allowed."""
    window = desktop.start('--vault', folder)
    vaultui.to_security(window, 'Siân O’Neill', 'Local Help My Way')
    window.find('push button', 'Make My Records').click()
    key = vaultui.groups(window)
    assert len(key) == 7 and all(len(group) == 5 for group in key.values()), key

    window.find('push button', 'I Have It on Paper').click()
    vaultui.confirm(window, key, lambda group: group[1:] + group[0])
    fault = window.find('label', re.compile(r'^Group \d+ is different')).name
    row = window.find('text', fault.split(' is ')[0])
    assert row.description == fault, row.description

    window.find('push button', 'Back').click()
    window.find('list item', 'Read it group by group').click()
    window.find('label', 'Group 1 of 7')
    window.find('push button', 'Next Group').click()
    window.find('label', 'Group 2 of 7')
    desktop.key('Escape')
    window.gone('label', 'Group 2 of 7')
    window.find('push button', 'I Have It on Paper').click()
    window.find('push button', 'Remind Me Later').click()
    window.find(*PLACES)


def passphrases(desktop, folder):
    """Two that differ, and one that is too short, are said."""
    window = desktop.start('--vault', folder)
    vaultui.to_security(window, 'Mari')
    window.find('password text', 'Passphrase').fill('kettle Tuesday gorse')
    window.find('label', 'Strong.')
    window.find('password text', 'The same again').fill('kettle Tuesday gorze')
    window.find('push button', 'Make My Records').click()
    window.find('label', re.compile('not alike'))
    window.find('password text', 'Passphrase').fill('kettle')
    window.find('push button', 'Make My Records').click()
    window.find('label', re.compile('at least 8'))
    assert not pathlib.Path(folder).exists()


def made(desktop, folder):
    return vaultui.set_up(desktop, folder)


def killed_at_the_key(desktop, folder):
    """The power goes while the recovery key is on the screen."""
    window = desktop.start('--vault', folder)
    vaultui.to_security(window, 'Mari')
    window.find('push button', 'Make My Records').click()
    vaultui.groups(window)
    keyring_has_key(folder)
    tendui.wait('the details to be kept', lambda: not is_new(folder))
    desktop.stop(how=signal.SIGKILL)


def is_new(folder):
    """Nothing has been recorded: set-up begins again."""
    return (pathlib.Path(folder) / 'vault.new').exists()


def left_without_a_key(desktop, folder, how):
    """Set-up is left before its end, and neither a keyring nor a passphrase has the key."""
    window = desktop.start('--vault', folder)
    vaultui.to_security(window, 'Mari')
    window.find('push button', 'Make My Records').click()
    vaultui.groups(window)
    window.find('label', re.compile('keyring'))
    # However long the key is looked at: what is done in idle time records nothing.
    tendui.time.sleep(3)
    assert is_new(folder)
    assert desktop.stop(how=getattr(signal, how)) in (0, -signal.SIGKILL)


def begins_again(desktop, folder):
    """A vault that nothing would open is in nobody's way."""
    window = desktop.start('--vault', folder)
    window.find('label', 'Welcome to Tend')
    desktop.stop()
    vaultui.set_up(desktop, folder)


def keyring_has_key(folder):
    import gi
    gi.require_version('Secret', '1')
    from gi.repository import Secret
    schema = Secret.Schema.new('org.tendcare.Tend', Secret.SchemaFlags.DONT_MATCH_NAME,
                               {'application': Secret.SchemaAttributeType.STRING})
    tendui.wait('the key in the keyring', lambda: Secret.password_search_sync(
        schema, {'application': 'org.tendcare.Tend'}, Secret.SearchFlags.ALL, None))


def opens(desktop, folder, *arguments):
    """It opens by itself, at once."""
    window = desktop.start('--vault', folder, *arguments)
    window.find(*PLACES)
    wait_open(window)
    assert not window.all('text', 'Recovery key')
    desktop.stop(how=signal.SIGKILL)
    window = desktop.start('--vault', folder, *arguments)
    wait_open(window)


def wait_open(window):
    """What needs an open vault can be used."""
    tendui.wait('the vault to be open',
                lambda: window.find('push button', 'Search').has('sensitive'))


def second_start_raises(desktop, folder):
    """One window for each vault: a second start ends by itself."""
    window = desktop.start('--vault', folder)
    wait_open(window)
    second = desktop.spawn(str(tendui.program()), '--vault', folder)
    assert second.wait(tendui.PATIENCE) == 0
    assert len(list(window.children())) == 1


def sample_and_back(desktop, folder):
    window = desktop.start('--vault', folder)
    window.find('list item', 'Look round the sample').click()
    window.find('label', re.compile('^This is the sample: Tuesday 24 November 2026'))
    window.find('push button', 'Leave the Sample').click()
    window.find('label', 'Welcome to Tend')
    assert not list(pathlib.Path(tendui.os.environ['XDG_RUNTIME_DIR']).glob('tend-demo-*'))
    assert not pathlib.Path(folder).exists()


def test_keyboard():
    home = tendui.home()
    tendui.play(by_keyboard, home, vaultui.vault(home))
    tendui.play(opens, home, vaultui.vault(home))


def test_wrong_group():
    home = tendui.home()
    tendui.play(wrong_group, home, vaultui.vault(home))


def test_passphrases():
    home = tendui.home()
    tendui.play(passphrases, home, vaultui.vault(home))


def test_kill_and_reopen():
    home = tendui.home()
    tendui.play(killed_at_the_key, home, vaultui.vault(home))
    tendui.play(opens, home, vaultui.vault(home))
    tendui.play(second_start_raises, home, vaultui.vault(home))


def test_left_without_a_key():
    for how in ('SIGKILL', 'SIGTERM'):
        home = tendui.home()
        tendui.play(left_without_a_key, home, vaultui.vault(home), how, keyring='none')
        tendui.play(begins_again, home, vaultui.vault(home), keyring='none')


def test_sample():
    home = tendui.home()
    tendui.play(sample_and_back, home, vaultui.vault(home))


tendui.run(test_keyboard, test_wrong_group, test_passphrases, test_kill_and_reopen,
           test_left_without_a_key, test_sample)

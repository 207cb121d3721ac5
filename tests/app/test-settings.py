#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is changed in the settings is kept, without a button, and holds after a restart."""

import os
import pathlib

import vaultui
from vaultui import PLACES, tendui

PASSPHRASE = 'kettle Tuesday gorse lamp'


def settings(desktop, window):
    """By the key every settings window opens with."""
    desktop.in_front('Tend')
    desktop.key('ctrl+comma')
    shown = window.front('Settings')
    shown.find('text', 'Your name')
    desktop.in_front('Settings')
    return shown


def leave(desktop, window):
    desktop.key('Escape')
    tendui.wait('the window to close', lambda: len(list(window.children())) == 1)


def changed(desktop, folder):
    """Details, a scheme, the time to lock after, and a passphrase."""
    vaultui.set_up(desktop, folder)
    window = desktop.application(desktop.started[-1])
    shown = settings(desktop, window)
    assert shown.find('text', 'Your name').text() == 'Mari Bowen'
    shown.find('text', 'Business name').fill('Gofal Tŷ Bowen')
    shown.find('text', 'Phone').fill('01632 960000')
    shown.find('check box', 'Flintshire Micro-care').click()

    shown.find('page tab', 'Security').click()
    desktop.choose(shown, 'Lock after', '30 minutes')
    shown.find('list item', 'Set a passphrase').click()
    asked = window.front('Passphrase')
    asked.find('password text', 'Passphrase').fill(PASSPHRASE)
    asked.find('password text', 'The same again').fill(PASSPHRASE)
    asked.find('push button', 'Set Passphrase').click()
    shown.find('list item', 'Change the passphrase')
    shown.find('list item', 'Remove the passphrase')
    desktop.in_front('Settings')
    leave(desktop, window)


def kept(desktop, folder):
    """All of it is there again, and the passphrase lifts the lock."""
    window = desktop.start('--vault', folder)
    tendui.wait('the vault to be open',
                lambda: window.find('push button', 'Search').has('sensitive'))
    shown = settings(desktop, window)
    assert shown.find('text', 'Business name').text() == 'Gofal Tŷ Bowen'
    assert shown.find('text', 'Phone').text() == '01632 960000'
    assert shown.find('check box', 'Flintshire Micro-care').has('checked')
    assert not shown.find('check box', 'Local Help My Way').has('checked')
    shown.find('page tab', 'Security').click()
    shown.find('combo box', 'Lock after').find('label', '30 minutes')
    leave(desktop, window)

    desktop.key('ctrl+l')
    window.find('label', 'Tend is locked')
    window.find('password text', 'Passphrase').fill(PASSPHRASE)
    window.find('push button', 'Open').click()
    window.find(*PLACES)


def numbers(desktop, folder):
    """Whom to ring: what is no number is said beside it, what is one is there the next time."""
    vaultui.set_up(desktop, folder)
    window = desktop.application(desktop.started[-1])
    shown = settings(desktop, window)
    shown.find('page tab', 'Figures').click()
    row = shown.find('text', 'Council where they live, adult safeguarding')
    assert row.description == 'Find and enter this number', row.description
    row.fill('ring the council')
    tendui.wait('the fault', lambda: row.description == 'Digits and spaces, please')
    row.fill('01632 960123')
    desktop.in_front('Settings')
    leave(desktop, window)

    shown = settings(desktop, window)
    shown.find('page tab', 'Figures').click()
    row = shown.find('text', 'Council where they live, adult safeguarding')
    assert row.text() == '01632 960123', row.text()
    night = shown.find('text', 'Council where they live, nights and weekends')
    assert night.text() == '' and night.description == 'Find and enter this number'


def reminders(desktop, home):
    """On from set-up, unless one says no there, and the settings have the same switch; nothing
    here has timers, so autostart has it."""
    entry = vaultui.with_autostart(home)
    vaultui.set_up(desktop, vaultui.usual(home), reminders=True)
    tendui.wait('the entry', entry.exists)
    assert 'due --notify --stay' in entry.read_text()
    window = desktop.application(desktop.started[-1])
    switch = reminders_switch(settings(desktop, window))
    tendui.wait('the switch to be known', lambda: switch.has('checked'))
    switch.click()
    tendui.wait('the entry to go', lambda: not entry.exists())
    leave(desktop, window)


def no_reminders(desktop, home):
    """Said no to in set-up: nothing is left behind, until the settings are asked."""
    entry = vaultui.with_autostart(home)
    vaultui.set_up(desktop, vaultui.usual(home), reminders=False)
    window = desktop.application(desktop.started[-1])
    switch = reminders_switch(settings(desktop, window))
    tendui.wait('the switch to be known', switch.is_usable)
    assert not switch.has('checked') and not entry.exists()
    switch.click()
    tendui.wait('the entry', entry.exists)


def reminders_switch(shown):
    shown.find('page tab', 'General').click()
    return shown.find('check box', vaultui.REMINDERS)


def test_reminders():
    for scene in (reminders, no_reminders):
        home = tendui.home()
        tendui.play(scene, home, home)


def test_numbers():
    home = tendui.home()
    tendui.play(numbers, home, vaultui.vault(home))


def test_settings():
    home = tendui.home()
    folder = vaultui.vault(home)
    tendui.play(changed, home, folder)
    tendui.play(kept, home, folder)


tendui.run(test_settings, test_numbers, test_reminders)

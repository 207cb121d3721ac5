#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A backup made through the desktop's file dialogue, and brought in on another computer."""

import json
import os
import pathlib
import re
import shutil
import subprocess

import vaultui
from vaultui import PLACES, tendui

CLI = os.environ.get('TEND_CLI', tendui.TOP / 'build' / 'src' / 'cli' / 'tend-cli')


def cli(folder, key_file, *arguments):
    """What the command line says of a vault; a failure is the test's."""
    return subprocess.run([CLI, '--vault', folder, '--recovery-key-file', key_file, *arguments],
                          check=True, capture_output=True, text=True).stdout


def make(home):
    """A vault with the sample's clients; its folder, and the file its key is in."""
    folder, key_file = vaultui.vault(home), str(pathlib.Path(home) / 'sheet.txt')
    subprocess.run([CLI, '--vault', folder, 'new', '--no-keyring', '--recovery-key-out', key_file],
                   check=True, capture_output=True)
    cli(folder, key_file, 'demo')
    return folder, key_file


def exported(folder, key_file):
    """All that is in a vault, as JSON."""
    path = pathlib.Path(folder).with_suffix('.json')
    cli(folder, key_file, 'export', str(path))
    return json.loads(path.read_text(encoding='utf-8'))


def unlock(window, key):
    window.find('text', 'Recovery key').fill(key)
    window.find('push button', 'Open').click()


def backed_up(desktop, folder, path, key):
    """By the menu to a file of one's choice: locked, and nobody else's to read."""
    window = desktop.start('--vault', folder)
    unlock(window, key)
    window.find(*PLACES)
    window.find('push button', 'Main menu').click()
    window.find('menu item', 'Back Up…').click()
    vaultui.choose_file(desktop, window, 'Back Up Your Records', path)
    done = window.front('Backed Up')
    done.find('label', re.compile(re.escape(path) + '.* has been read back and checked'))
    vaultui.leave(desktop, window, 'Backed Up')


def brought_in(desktop, folder, path, key):
    """A slip in the key is named; the right one opens what was backed up."""
    window = desktop.start('--vault', folder)
    window.find('list item', 'Bring my records from a backup').click()
    vaultui.choose_file(desktop, window, 'Choose a Backup', path)
    vaultui.leave(desktop, window, 'Your Records Are in Place')

    second = key.split('-')[1]
    unlock(window, key.replace(second, second[:4] + ('C' if second[4] == 'A' else 'A')))
    said = window.find('label', re.compile(r'^Group 2, ')).name
    assert 'slip' in said, said

    unlock(window, key)
    window.find(*PLACES)
    window.find('list item', 'Clients').click()
    window.find('list item', re.compile('^Rose Hartley, '))


def reminded_again(desktop, home, path, key):
    """In the usual folder of a computer that reminds of nothing yet one is asked, once."""
    entry = vaultui.with_autostart(home)
    window = desktop.start('--vault', vaultui.usual(home))
    for turn in ('asked', 'on already'):
        if turn == 'asked':
            window.find('list item', 'Bring my records from a backup').click()
        else:
            desktop.in_front('Tend')
            desktop.key('ctrl+comma')
            settings = window.front('Settings')
            settings.find('page tab', 'General').click()
            settings.find('list item', 'Bring records from a backup…').click()
        vaultui.choose_file(desktop, window, 'Choose a Backup', path)
        if turn == 'asked':
            vaultui.leave(desktop, window, 'Your Records Are in Place')
            assert not entry.exists()
            window.front('Be Reminded on This Computer?').find('push button', 'Remind Me').click()
            tendui.wait('the entry', entry.exists)
            unlock(window, key)
            window.find(*PLACES)
        else:
            question = window.front('Put Other Records in Place of These?')
            question.find('push button', 'Put in Place').click()
            vaultui.leave(desktop, window, 'Your Records Are in Place')
            tendui.time.sleep(1)
            assert [node.name for node in window.children()] == ['Tend']


def put_in_place(desktop, folder, path, key):
    """From the settings, after a question; the records of before are kept beside."""
    window = desktop.start('--vault', folder)
    unlock(window, key)
    window.find(*PLACES)
    desktop.in_front('Tend')
    desktop.key('ctrl+comma')
    settings = window.front('Settings')
    settings.find('page tab', 'General').click()
    settings.find('list item', 'Bring records from a backup…').click()
    vaultui.choose_file(desktop, window, 'Choose a Backup', path)
    question = window.front('Put Other Records in Place of These?')
    question.find('push button', 'Put in Place').click()
    kept = window.front('Your Records Are in Place').find(
        'label', re.compile('^What was there before has been kept in “.*”[.]$'))
    aside = kept.name.split('“')[1].split('”')[0]
    vaultui.leave(desktop, window, 'Your Records Are in Place')
    assert [node.name for node in window.children()] == ['Tend']
    unlock(window, key)
    window.find(*PLACES)
    return aside


def not_a_backup(desktop, folder, path):
    """What is no backup is said to be none, and nothing is changed."""
    window = desktop.start('--vault', folder)
    window.find('list item', 'Bring my records from a backup').click()
    vaultui.choose_file(desktop, window, 'Choose a Backup', path)
    vaultui.leave(desktop, window, 'Nothing Was Changed')
    window.find('list item', 'Start fresh')
    assert not pathlib.Path(folder).exists()


def test_backup():
    first, second = tendui.home(), tendui.home()
    folder, key_file = make(first)
    key = pathlib.Path(key_file).read_text(encoding='utf-8').strip()
    path = pathlib.Path(first) / 'stick.tend-backup'
    tendui.play(backed_up, first, folder, str(path), key, keyring='none')
    assert path.stat().st_mode & 0o777 == 0o600
    assert b'Hartley' not in path.read_bytes()

    restored = str(pathlib.Path(first) / 'restored')
    subprocess.run([CLI, '--vault', restored, 'restore', path], check=True, capture_output=True)
    cli(restored, key_file, 'verify')
    assert exported(restored, key_file) == exported(folder, key_file)

    aside = tendui.play(put_in_place, first, folder, str(path), key, keyring='none')
    assert exported(aside, key_file) == exported(folder, key_file)

    shutil.rmtree(folder)       # the laptop is gone; the stick is not
    tendui.play(brought_in, second, vaultui.vault(second), str(path), key)
    third = tendui.home()
    tendui.play(reminded_again, third, third, str(path), key, keyring='none')


def test_not_a_backup():
    home = tendui.home()
    path = pathlib.Path(home) / 'letter.tend-backup'
    path.write_text('Dear all\n' * 1000, encoding='utf-8')
    tendui.play(not_a_backup, home, vaultui.vault(home), str(path), keyring='none')


tendui.run(test_backup, test_not_a_backup)

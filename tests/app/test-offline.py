#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tend opens no network socket: strace watches the window walk through every place, and
tend-cli at work.  Only the sockets of this machine's own desktop are allowed."""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'lib'))
import tendui       # noqa: E402

STRACE = ['strace', '-f', '-qq', '-e', 'trace=socket,connect,bind']


def walk(desktop):
    """Every place of the sample, and the search."""
    window = desktop.start('--demo')
    window.find('label', re.compile('^Good '), 60)
    for key in ('alt+2', 'alt+3', 'alt+4', 'alt+5', 'alt+1'):
        desktop.key(key)
        tendui.time.sleep(0.5)
    desktop.key('ctrl+k')
    desktop.type('rose')
    window.find(None, re.compile('Rose Hartley'))
    desktop.stop()


def sockets(log):
    """The families of the sockets that were opened, and where they led."""
    text = pathlib.Path(log).read_text(encoding='utf-8', errors='replace')
    return set(re.findall(r'socket\((AF_\w+)', text)), text


def check(log):
    families, text = sockets(log)
    strange = families - {'AF_UNIX', 'AF_LOCAL'}
    assert not strange, f'sockets of {strange}: {text[:2000]}'
    assert 'sin_addr' not in text and 'sin6_addr' not in text, text[:2000]
    return families


def test_window():
    with tempfile.TemporaryDirectory() as folder:
        log = f'{folder}/window'
        os.environ['TEND_TEST_WRAPPER'] = ' '.join([STRACE[0], '-D', *STRACE[1:], '-o', log])
        try:
            tendui.play(walk, tendui.home())
        finally:
            del os.environ['TEND_TEST_WRAPPER']
        # The display and the buses: had nothing been seen, strace would not have watched.
        assert check(log), 'strace saw no socket at all'


def test_command_line():
    cli = os.environ['TEND_CLI']
    with tempfile.TemporaryDirectory() as folder:
        vault = [cli, '--vault', f'{folder}/vault']
        key = ['--recovery-key-file', f'{folder}/key']
        for number, command in enumerate((
                [*vault, 'new', '--no-keyring', '--recovery-key-out', f'{folder}/key'],
                [*vault, *key, 'demo'],
                [*vault, *key, 'owed', '--on', '2026-11-24'],
                [*vault, *key, 'rota', '--week', '2026-W48', '--pdf', f'{folder}/rota.pdf'],
                [*vault, *key, 'backup', f'{folder}/copy.tend-backup'])):
            log = f'{folder}/log{number}'
            subprocess.run([*STRACE, '-o', log, *command], check=True, capture_output=True)
            check(log)


tendui.run(test_window, test_command_line)

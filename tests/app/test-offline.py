#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tend opens no network socket: strace watches the window and the print dialogue (of the long
tests the tour of every page), and tend-cli at work.  Only the sockets of this machine's own
desktop are allowed; GTK's own search for printers may ask the print service, on this machine
alone.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'lib'))
import tendui       # noqa: E402
import tour         # noqa: E402

STRACE = ['strace', '-f', '--seccomp-bpf', '-qq', '-e', 'trace=socket,connect,bind']


def settings(home, printers):
    folder = pathlib.Path(home) / '.config' / 'gtk-4.0'
    folder.mkdir(parents=True, exist_ok=True)
    (folder / 'settings.ini').write_text(
        f'[Settings]\ngtk-enable-animations=0\ngtk-print-backends={printers}\n', encoding='utf-8')


def walk(desktop):
    """Every stop of the tour, and the print dialogue."""
    window = desktop.start('--demo')
    window.find('label', re.compile('^Good '), 60)
    for name, go, role, shown, leave in tour.STOPS:
        go(desktop, window)
        window.find(role, re.compile(shown))
        if name == 'preview':
            ask_for_printers(desktop, window)
        tour.go_back(desktop, leave)
    desktop.stop()


def ask_for_printers(desktop, window):
    desktop.key('ctrl+p')
    dialog = window.front('Print')
    desktop.in_front('Print')
    dialog.find('label', 'Print to File')
    desktop.key('Escape')
    tendui.wait('the dialogue to close',
                lambda: not any(node.name == 'Print' for node in window.children()))


def print_only(desktop):
    """To the print dialogue of one invoice, and no further."""
    window = desktop.start('--demo')
    window.find('label', re.compile('^Good '), 60)
    tour.search('m224')(desktop, window)
    window.find('list item', re.compile('^View and print')).click()
    window.find('push button', re.compile('^Print'))
    ask_for_printers(desktop, window)
    tendui.time.sleep(2)        # time enough to look further, if it did
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


def watched(scene, printers):
    """The log of what the program asked of the system meanwhile."""
    home = tendui.home()
    settings(home, printers)
    log = f'{home}/sockets'
    os.environ['TEND_TEST_WRAPPER'] = ' '.join([STRACE[0], '-D', *STRACE[1:], '-o', log])
    try:
        tendui.play(scene, home)
    finally:
        del os.environ['TEND_TEST_WRAPPER']
    return log


def test_window():
    # The walk takes more than a minute; test-narrow.py walks the same way, unwatched.
    scene = walk if os.environ.get('TEND_TEST_LONG') else print_only
    # The display and the buses: had nothing been seen, strace would not have watched.
    assert check(watched(scene, 'file')), 'strace saw no socket at all'


def test_printers():
    """Whoever prints asks the machine's own print service, and nobody else."""
    _, text = sockets(watched(print_only, 'file,cups'))
    for line in text.splitlines():
        if 'sin_addr' in line or 'sin6_addr' in line:
            assert re.search(r'htons\(631\)', line), line
            assert '"127.0.0.1"' in line or '"::1"' in line, line
    assert 'AF_UNIX' in text


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


tendui.run(test_window, test_printers, test_command_line)

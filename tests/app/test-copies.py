#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What leaves Tend by the window: a printed contract."""

import pathlib
import re
import subprocess

import vaultui
from vaultui import tendui


def rose(desktop):
    """Her page in the sample."""
    window = desktop.start('--demo')
    window.find('list item', 'Clients').click()
    window.find('list item', re.compile('^Rose Hartley, ')).click()
    window.find('label', re.compile('^14 Station Terrace'))
    desktop.in_front('Tend')
    return window


def is_whole(path):
    return pathlib.Path(path).exists() and \
        pathlib.Path(path).read_bytes().rstrip().endswith(b'%%EOF')


def printed(desktop, path):
    """Through the desktop's own print dialogue, to its printer that is a file."""
    window = rose(desktop)
    window.find('page tab', 'Agreement').click()
    window.find('list item', 'Look at the Contract').click()
    first = window.find('image', re.compile(r'^Page 1 of \d$'))
    window.front('Contract')        # and no name, which the desktop would show
    pages = int(first.name.split()[-1])
    desktop.key('ctrl+p')
    dialog = window.front('Print')
    desktop.in_front('Print')
    dialog.find('label', 'Print to File')
    desktop.key('Down', 'space')
    dialog.find('push button', re.compile('/output[.]pdf$')).click()
    vaultui.choose_file(desktop, window, 'Select a filename', path)
    dialog.find('push button', re.compile('/contract[.]pdf$'))
    dialog.find('push button', 'Print').click()
    tendui.wait('the file', lambda: is_whole(path))
    return pages


def test_print():
    home = tendui.home()
    settings = pathlib.Path(home) / '.config' / 'gtk-4.0' / 'settings.ini'
    settings.parent.mkdir(parents=True)
    settings.write_text('[Settings]\ngtk-print-backends=file\n', encoding='utf-8')
    path = str(pathlib.Path(home) / 'contract.pdf')
    pages = tendui.play(printed, home, path, keyring='none')
    assert subprocess.run(['pdfinfo', path], capture_output=True, text=True,
                          check=True).stdout.count('595.276 x 841.89 pts (A4)')
    text = subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, text=True,
                          check=True).stdout
    assert text.count('\f') == pages, (text.count('\f'), pages)
    assert 'Rose Hartley' in text and '14 Station Terrace' in text, text[:500]


tendui.run(test_print)

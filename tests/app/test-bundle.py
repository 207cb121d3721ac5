#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A portfolio put together in the window and opened by other programs."""

import pathlib
import re
import subprocess

import vaultui
from vaultui import tendui

PASSPHRASE = 'three wet ducks by the weir'


def refuses(desktop, dialog):
    """Records of clients go to nobody they did not name; those who did not are named."""
    clients = dialog.find('combo box', 'Records of clients')
    desktop.in_front('Put Together a Portfolio')
    desktop.tab_to(dialog, clients)
    desktop.key('space', 'Down', 'Down', 'Return')
    said = dialog.find('alert', re.compile('^Nothing says that these people agreed')).name
    assert 'Staffordshire County Council' in said and 'Joan Booth' in said, said
    assert 'Rose Hartley' not in said, said
    dialog.find('list item', 'Records of Rose Hartley')
    assert not dialog.find('push button', 'Save…').has('sensitive')
    desktop.key('space', 'Up', 'Up', 'Return')
    dialog.gone('list item', 'Records of Rose Hartley')


def put_together(desktop, path):
    window = desktop.start('--demo')
    window.find('list item', 'Rota')
    window.find('push button', 'Main menu').click()
    window.find('menu item', 'Put Together a Portfolio…').click()
    dialog = window.front('Put Together a Portfolio')

    # The sample’s first scheme, and how it stands with each paper.
    dialog.find('check box', 'Put in: DBS certificate')
    dialog.find('list item', 'DBS certificate')
    assert dialog.find('check box', 'Put in: DBS certificate').has('checked')
    dialog.find('check box', 'Put in: Standards and declarations')
    # The second asks for a declaration of its own, which is still to be signed.
    desktop.in_front('Put Together a Portfolio')
    desktop.choose(dialog, 'Council scheme', 'Cambridgeshire Care Micro-Enterprises')
    tendui.wait('what is missing', lambda: 'Missing' in dialog.find(
        'list item', 'Standards and declarations').description)
    assert not dialog.all('check box', 'Put in: Standards and declarations')
    desktop.tab_to(dialog, dialog.find('combo box', re.compile('^Council scheme')))
    desktop.key('space', 'Up', 'Return')
    dialog.find('check box', 'Put in: Standards and declarations')

    dialog.find('check box', 'Put in: Training').click()
    tendui.wait('training left out', lambda: 'Not in it.' in dialog.find(
        'list item', 'Training').description)

    refuses(desktop, dialog)

    dialog.find('push button', 'Look at It').click()
    # All of it, with its scans and its numbers of pages; it is not saved from here.
    sheet = window.front('The Whole Portfolio')
    first = sheet.find('image', re.compile('^Page 1 of '))
    count = int(first.name.split()[-1])
    assert count > 5, count
    tendui.wait('the first page', lambda: 'Christine Marsh' in first.description)
    assert not sheet.all('push button', 'Save a Copy…')
    desktop.in_front('The Whole Portfolio')
    desktop.key('Escape')

    dialog = window.front('Put Together a Portfolio')
    dialog.find('password text', 'Passphrase').fill(PASSPHRASE)
    dialog.find('password text', 'The same again').fill(PASSPHRASE)
    tendui.wait('the button', lambda: dialog.find('push button', 'Save…').has('sensitive'))
    dialog.find('push button', 'Save…').click()
    # The registers and the standard tell of people, though no records go in.
    window.front('Save This Portfolio?').find('label', re.compile(
        'Its cover says: “The people I support have initials in it, in lists; their records are '
        'not in it\\.'))
    window.find('push button', 'Choose Where…').click()
    vaultui.choose_file(desktop, window, 'Save the Portfolio', path)
    done = window.front('The Portfolio Is Saved')
    done.find('label', re.compile(re.escape(path) + '.*, locked with the passphrase'))
    vaultui.leave(desktop, window, 'The Portfolio Is Saved')
    desktop.in_front('Put Together a Portfolio')
    desktop.key('Escape')
    tendui.wait('the dialogue to close', lambda: 'Put Together a Portfolio' not in
                [node.name for node in window.children()])
    return count


def test_save():
    home = tendui.home()
    path = str(pathlib.Path(home) / 'portfolio.zip')
    count = tendui.play(put_together, home, path, keyring='none')
    folder = pathlib.Path(home) / 'out'
    subprocess.run(['7z', 'x', '-y', f'-o{folder}', f'-p{PASSPHRASE}', path], check=True,
                   capture_output=True)
    subprocess.run(['sha256sum', '-c', 'SHA256SUMS'], cwd=folder, check=True, capture_output=True)
    subprocess.run(['qpdf', '--check', folder / 'portfolio.pdf'], check=True, capture_output=True)
    text = subprocess.run(['pdftotext', folder / 'portfolio.pdf', '-'], check=True,
                          capture_output=True, text=True).stdout
    pages = subprocess.run(['qpdf', '--show-npages', folder / 'portfolio.pdf'], check=True,
                           capture_output=True, text=True).stdout
    assert int(pages) == count, f'{pages.strip()} pages, not {count} as in the look at it'
    assert 'Local Help My Way' in text and 'Enhanced, adult workforce' in text, text[:2000]
    assert 'Potteries First Aid' not in text, 'training is in it'


tendui.run(test_save)

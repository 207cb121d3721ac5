#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scans and photographs: taken in by the keyboard, shown without a file, copied and removed."""

import os
import pathlib
import re
import struct
import subprocess
import zlib

import vaultui
from vaultui import PLACES, tendui

CLI = os.environ.get('TEND_CLI', tendui.TOP / 'build' / 'src' / 'cli' / 'tend-cli')
TITLE = 'Choose a Scan or Photograph'


def pdf(*pages):
    """A PDF with a line of text on each page, in the clear so that it can be looked for."""
    objects = ['<</Type/Catalog/Pages 2 0 R>>',
               f'<</Type/Pages/Count {len(pages)}/Kids['
               + ' '.join(f'{4 + 2 * i} 0 R' for i in range(len(pages))) + ']>>',
               '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>']
    for i, text in enumerate(pages):
        stream = f'BT /F1 24 Tf 72 700 Td ({text}) Tj ET'
        objects += [f'<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {5 + 2 * i} 0 R'
                    '/Resources<</Font<</F1 3 0 R>>>>>>',
                    f'<</Length {len(stream)}>>stream\n{stream}\nendstream']
    data, places = '%PDF-1.4\n', []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += f'{number} 0 obj{body}endobj\n'
    xref = f'xref\n0 {len(objects) + 1}\n0000000000 65535 f \n' \
        + ''.join(f'{place:010} 00000 n \n' for place in places)
    return (f'{data}{xref}trailer<</Root 1 0 R/Size {len(objects) + 1}>>\n'
            f'startxref\n{len(data)}\n%%EOF\n').encode()


def png(width, height, rows, level=6):
    """A grey picture of these rows of dots; with fewer than it says it is torn."""
    def part(kind, data):
        return struct.pack('>I', len(data)) + kind + data \
            + struct.pack('>I', zlib.crc32(kind + data))
    return b'\x89PNG\r\n\x1a\n' \
        + part(b'IHDR', struct.pack('>IIBBBBB', width, height, 8, 0, 0, 0, 0)) \
        + part(b'IDAT', zlib.compress(b''.join(b'\0' + row for row in rows), level)) \
        + part(b'IEND', b'')


def make(home):
    """A vault with the sample's clients; its folder, and the file its key is in."""
    folder, key_file = vaultui.vault(home), str(pathlib.Path(home) / 'sheet.txt')
    subprocess.run([CLI, '--vault', folder, 'new', '--no-keyring', '--recovery-key-out', key_file],
                   check=True, capture_output=True)
    subprocess.run([CLI, '--vault', folder, '--recovery-key-file', key_file, 'demo'], check=True,
                   capture_output=True)
    return folder, key_file


def care(desktop, folder, key_file):
    """Siân's care, of whom the sample has her contract alone, in a vault that has been unlocked."""
    window = desktop.start('--vault', folder)
    key = pathlib.Path(key_file).read_text(encoding='utf-8').strip()
    window.find('text', 'Recovery key').fill(key)
    window.find('push button', 'Open').click()
    window.find(*PLACES)
    window.find('list item', 'Clients').click()
    window.find('list item', re.compile('^Siân ')).click()
    window.find('page tab', 'Care').click()
    window.find('list', 'Documents')
    desktop.in_front('Tend')
    return window


def documents(window):
    return window.find('list', 'Documents')


def row(window, name, description=''):
    return tendui.wait(f'{name}: {description}', lambda: next(
        (item for item in documents(window).all('list item', name)
         if re.search(description, item.description)), None))


def add(window):
    """The button at the head of the list of documents."""
    return tendui.wait('the button', lambda: [
        button for button in window.all('push button')
        if button.description == 'Add a Document'][-1])


def choose(desktop, window, path):
    vaultui.choose_file(desktop, window, TITLE, path)
    form = window.front('Add a Document')
    desktop.in_front('Add a Document')
    return form


def said(form, name, text):
    """What stands beside the file."""
    return tendui.wait(text, lambda: next(
        (item for item in form.all('list item', name) if re.search(text, item.description)), None))


def keep(window, answer):
    """Answers what is to become of the original."""
    question = window.front('The Document Is Kept')
    question.find('label', re.compile('^The original is still in that folder[.] Delete it[?]'))
    question.find('push button', answer).click()


def menu(window, name, item):
    window.find('push button', f'More about {name}').click()
    window.find('menu item', item).click()


def wait_focus(window, role, name):
    tendui.wait(f'the focus on “{name}”', lambda: window.find(role, name).has('focused'))


def shown(desktop, folder, key_file, home, log):
    """By keyboard to the first document, and onto the screen without a file."""
    window = care(desktop, folder, key_file)
    window.find('push button', 'Papers and Pictures').click()
    tendui.wait('the focus', lambda: add(window).has('focused'))
    desktop.key('Return')
    form = choose(desktop, window, f'{home}/signed.pdf')
    said(form, 'signed.pdf', '^PDF · ')
    title = form.find('text', 'What it is')
    assert title.text() == 'signed', title.text()
    wait_focus(form, 'text', 'What it is')
    desktop.type('Plan with her signature')
    desktop.choose(form, 'Signed copy of', 'Care plan')
    desktop.key('ctrl+s')
    window.front('The Document Is Kept')
    desktop.in_front('The Document Is Kept')
    desktop.key('Return')
    row(window, 'Plan with her signature', '^PDF · .*Added on .*Signed copy of: Care plan')
    desktop.in_front('Tend')
    desktop.key('Tab')

    before = pathlib.Path(log).stat().st_size
    wait_focus(window, 'list item', 'Plan with her signature')
    desktop.key('Return')
    preview = window.front('Document')      # and no title of it, which the desktop would show
    page = preview.find('image', 'Page 1 of 2')
    tendui.wait('its words', lambda: page.description == 'Signed by Rose')
    desktop.key('ctrl+plus')
    tendui.wait('the second page', lambda: preview.find('image', 'Page 2 of 2').description
                == 'On the second of June')
    desktop.key('Escape')
    tendui.wait('the window to close',
                lambda: 'Document' not in [node.name for node in window.children()])
    return before, pathlib.Path(log).stat().st_size


def refused(desktop, folder, key_file, home):
    """What is wrong with a file is said beside it; it cannot be added, and another can."""
    window = care(desktop, folder, key_file)
    add(window).click()
    form = choose(desktop, window, f'{home}/letter.pdf')
    said(form, 'letter.pdf', '^This is not a PDF, a JPEG or a PNG, whatever its name says')
    desktop.key('ctrl+s')
    form.find('alert', re.compile('^This is not a PDF'))
    for name, why in (('empty.jpg', '^This file is empty'),
                      ('torn.png', '^This picture cannot be read to its end'),
                      ('torn.pdf', '^This PDF cannot be read'),
                      ('huge.png', '^This picture has too many dots')):
        form.find('push button', 'Choose Another…').click()
        choose(desktop, window, f'{home}/{name}')
        said(form, name, why)
    form.find('push button', 'Choose Another…').click()
    choose(desktop, window, f'{home}/signed.pdf')
    said(form, 'signed.pdf', '^PDF')
    desktop.key('Escape')
    tendui.wait('the window to close',
                lambda: [node.name for node in window.children()] == ['Tend'])
    names = sorted(item.name for item in documents(window).all('list item'))
    assert names == ['Agreement, signed', 'Plan with her signature'], names


def on_record(desktop, folder, key_file, home):
    """A large photograph of a risk, its original deleted; the person's list knows of it."""
    window = care(desktop, folder, key_file)
    window.find('list', 'Risk Assessments').all('list item')[0].click()
    desktop.in_front('Risk')
    risk = window.front('Risk')
    tendui.wait('the button', lambda: [
        button for button in risk.all('push button')
        if button.description == 'Add a Document']).pop().click()
    form = choose(desktop, window, f'{home}/noise.png')
    # It is being taken in meanwhile: 30 MB.
    begun = tendui.time.monotonic()
    form.find('text', 'What it is').fill('The rug')
    assert tendui.time.monotonic() - begun < 3
    said(form, 'noise.png', '^PNG · 30')
    desktop.key('ctrl+s')
    keep(window, 'Delete')
    tendui.wait('the original to go', lambda: not pathlib.Path(home, 'noise.png').exists())
    risk.find('list', 'Documents').find('list item', 'The rug')
    desktop.in_front('Risk')
    desktop.key('Escape')
    row(window, 'The rug', '^PNG · 30.* · Kept with: Risk')


def on_agreement(desktop, folder, key_file, home):
    """A contract is kept with its agreement; the person's first page counts it, and opens it."""
    window = care(desktop, folder, key_file)
    window.find('page tab', 'Overview').click()
    first = window.find('list item', 'Documents')
    assert first.description == '3 scans and photographs', first.description
    window.find('page tab', 'Agreement').click()
    window.find('list', 'Contract')
    add(window).click()
    form = choose(desktop, window, f'{home}/contract.pdf')
    said(form, 'contract.pdf', '^PDF')
    form.find('text', 'What it is').fill('The contract')
    desktop.key('ctrl+s')
    keep(window, 'Keep It')
    row(window, 'The contract', '^PDF')

    window.find('page tab', 'Overview').click()
    tendui.wait('one more', lambda: window.find('list item', 'Documents').description
                == '4 scans and photographs')
    window.find('list item', 'Documents').click()
    theirs = window.front('Their Documents')
    theirs.find('list item', 'The contract').click()
    preview = window.front('Document')
    tendui.wait('its words', lambda: preview.find('image', 'Page 1 of 1').description
                == 'What we agreed')
    desktop.in_front('Document')
    desktop.key('Escape')
    desktop.in_front('Their Documents')
    menu(theirs, 'The contract', 'Remove…')
    window.front('Remove This Document?').find('push button', 'Remove').click()
    theirs.gone('list item', 'The contract')


def copied_and_removed(desktop, folder, key_file, home):
    """A copy is the same byte for byte; what is removed is gone from the vault."""
    window = care(desktop, folder, key_file)
    row(window, 'Plan with her signature').click()
    window.front('Document').find('image', 'Page 1 of 2')
    desktop.in_front('Document')
    desktop.key('ctrl+s')
    window.front('Save a copy outside Tend?').find('push button', 'Choose Where…').click()
    vaultui.choose_file(desktop, window, 'Save a Copy', f'{home}/copy.pdf')
    tendui.wait('the copy', lambda: pathlib.Path(home, 'copy.pdf').exists())
    desktop.in_front('Document')
    desktop.key('Escape')
    for name in ('Plan with her signature', 'The rug'):
        desktop.in_front('Tend')
        menu(window, name, 'Remove…')
        question = window.front('Remove This Document?')
        question.find('label', re.compile(f'^“{name}” goes from the records'))
        question.find('push button', 'Remove').click()
        tendui.wait(f'{name} to go', lambda: not documents(window).all('list item', name))


def written(log, before, after):
    """The files that were opened for writing, or made, between two places in the log."""
    with open(log, 'rb') as text:
        text.seek(before)
        calls = text.read(after - before).decode(errors='replace')
    paths = re.findall(r'"([^"]*)", [A-Z_|]*(?:O_WRONLY|O_RDWR|O_CREAT|O_TMPFILE)', calls)
    return [path for path in paths if not path.startswith(('/dev/', '/proc/', '/sys/'))]


def blobs(folder):
    return sorted(path.name for path in pathlib.Path(folder, 'blobs').iterdir())


def test_attachments():
    home = tendui.home()
    place = pathlib.Path(home)
    folder, key_file = make(home)
    sample = set(blobs(folder))
    signed = pdf('Signed by Rose', 'On the second of June')
    for name, data in (('signed.pdf', signed), ('letter.pdf', b'Dear all'), ('empty.jpg', b''),
                       ('torn.png', png(300, 200, [bytes(300)] * 200)[:-20]),
                       ('torn.pdf', b'%PDF-1.7'), ('contract.pdf', pdf('What we agreed')),
                       ('huge.png', png(20000, 10000, [bytes(20000)])),
                       # Noise cannot be packed: as large as it has dots.
                       ('noise.png', png(6000, 5000, [os.urandom(6000)] * 5000, 0))):
        (place / name).write_bytes(data)

    log = place / 'strace.log'
    os.environ['TEND_TEST_WRAPPER'] = \
        f'strace -D -f --seccomp-bpf -qq -e trace=open,openat,creat -o {log}'
    span = tendui.play(shown, home, folder, key_file, home, str(log), keyring='none')
    del os.environ['TEND_TEST_WRAPPER']
    assert log.stat().st_size > span[1] > span[0]
    assert not written(log, *span), written(log, *span)
    assert any('blobs/.new-' in path for path in written(log, 0, span[0]))
    assert (place / 'signed.pdf').exists()
    kept = blobs(folder)
    assert len(set(kept) - sample) == 1 and sample < set(kept)

    tendui.play(refused, home, folder, key_file, home, keyring='none')
    assert blobs(folder) == kept
    tendui.play(on_record, home, folder, key_file, home, keyring='none')
    tendui.play(on_agreement, home, folder, key_file, home, keyring='none')
    tendui.play(copied_and_removed, home, folder, key_file, home, keyring='none')
    assert (place / 'copy.pdf').read_bytes() == signed
    assert set(blobs(folder)) == sample
    subprocess.run([CLI, '--vault', folder, '--recovery-key-file', key_file, 'verify'], check=True,
                   capture_output=True)
    assert not [found for found in place.glob('**/recently-used.xbel')
                if 'signed' in found.read_text(encoding='utf-8')]


tendui.run(test_attachments)

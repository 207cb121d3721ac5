# SPDX-License-Identifier: GPL-3.0-or-later
"""Scans for the tests of the portfolio, and what other programs make of what was written."""

import base64
import json
import os
import re
import struct
import subprocess

JPEG = base64.b64decode(
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4'
    'UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2Nj'
    'Y2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAYABADASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAUEAEA'
    'AAAAAAAAAAAAAAAAAAAA/8QAFgEBAQEAAAAAAAAAAAAAAAAAAAUG/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAwDAQAC'
    'EQMRAD8AigJbeAAP/9k=')
PNG = base64.b64decode(
    'iVBORw0KGgoAAAANSUhEUgAAABAAAAAYEAIAAAAsUjYYAAAABGdBTUEAALGPC/xhBQAAACBjSFJNAAB6JgAAgIQAAPoA'
    'AACA6AAAdTAAAOpgAAA6mAAAF3CculE8AAAABmJLR0T///////8JWPfcAAAAB3RJTUUH6gsWDAcu4yTJegAAAE9JREFU'
    'SMftlsEJACAMA0/wV5fQ/WeqS+hbN9BXKYVmgSMhgZRzMFXdE6RbAhRkhHaQEbkDlkLLiJ6A+C2K7yB34A/IFn1UpMNS'
    'QwCA5XW5nDIwUkt2DykAAAAldEVYdGRhdGU6Y3JlYXRlADIwMjYtMTEtMjJUMTI6MDc6NDYrMDA6MDBnYUZMAAAAJXRF'
    'WHRkYXRlOm1vZGlmeQAyMDI2LTExLTIyVDEyOjA3OjQ2KzAwOjAwFjz+8AAAAABJRU5ErkJggg==')


def jpeg(size):
    """A photograph of that many bytes: what cannot be made smaller stands in comments."""
    parts = [JPEG[:2]]
    left = size - len(JPEG)
    while left > 4:
        length = min(left - 2, 65535)
        parts.append(b'\xff\xfe' + struct.pack('>H', length) + os.urandom(length - 2))
        left -= length + 2
    return b''.join(parts) + JPEG[2:]


def pdf(*pages):
    """A PDF with a page for each text."""
    numbers = ' '.join(f'{4 + 2 * i} 0 R' for i in range(len(pages)))
    objects = ['<< /Type /Catalog /Pages 2 0 R >>',
               f'<< /Type /Pages /Kids [{numbers}] /Count {len(pages)} >>',
               '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>']
    for i, text in enumerate(pages):
        stream = f'BT /F1 20 Tf 60 700 Td ({text}) Tj ET'
        objects += ['<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font '
                    f'<< /F1 3 0 R >> >> /Contents {5 + 2 * i} 0 R >>',
                    f'<< /Length {len(stream)} >>\nstream\n{stream}\nendstream']
    out, places = b'%PDF-1.4\n', []
    for i, text in enumerate(objects):
        places.append(len(out))
        out += f'{i + 1} 0 obj\n{text}\nendobj\n'.encode()
    table = ''.join(f'{place:010d} 00000 n \n' for place in places)
    return out + (f'xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n'
                  f'<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n'
                  '%%EOF\n').encode()


def load(vault, records, scans):
    """Imports records with scans: (kind, id, bytes or what makes them, media type) each."""
    folder = vault.path('in.json.attachments')
    folder.mkdir(exist_ok=True)
    attachments = []
    for number, (kind, subject, content, media) in enumerate(scans):
        name = f's{number}'
        ending = media.split('/')[1]
        attachments.append({'id': name, 'subject_kind': kind, 'subject': subject,
                            'name': f'{name}.{ending}', 'media_type': media})
        (folder / f'{name}.{ending}').write_bytes(content() if callable(content) else content)
    vault.load({**records, 'attachments': attachments})


def tool(vault, *words, status=0):
    done = subprocess.run([str(word) for word in words], cwd=vault.folder, capture_output=True,
                          text=True, check=False)
    assert done.returncode == status, f'{words}: {done.stdout[-2000:]}\n{done.stderr[-2000:]}'
    return done.stdout


def text(vault, path):
    return ' '.join(tool(vault, 'pdftotext', path, '-').split())


def pages(vault, path):
    return int(re.search(r'Pages: +(\d+)', tool(vault, 'pdfinfo', path)).group(1))


def page_words(vault, path):
    """The words of each page."""
    return [' '.join(page.split())
            for page in tool(vault, 'pdftotext', '-layout', path, '-').split('\f')[:-1]]


def outline(vault, path):
    """Title, page and what is below it of each entry."""
    def entries(kept):
        return [(entry['title'], entry['destpageposfrom1'], entries(entry['kids']))
                for entry in kept]

    return entries(json.loads(tool(vault, 'qpdf', '--json', '--json-key=outlines',
                                   path))['outlines'])


def unpack(vault, path, *options):
    """The names of what is in the ZIP, which is taken out into the folder “out”."""
    tool(vault, '7z', 'x', '-y', '-oout', path, *options)
    folder = vault.path('out')
    return sorted(str(file.relative_to(folder)) for file in folder.rglob('*') if file.is_file())

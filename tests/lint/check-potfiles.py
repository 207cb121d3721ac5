#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file with words to translate is in po/POTFILES, and no other; the words are whole.

With --write it writes the list instead of checking it.
"""

import re
import sys

import tree

POTFILES = tree.TOP / 'po' / 'POTFILES'
IN_CODE = re.compile(r'\b(N?_|N?C_|Q_|g_d?n?p?gettext2?|ngettext)\s*\(\s*"')
# "%" G_GINT64_FORMAT inside _() : the translator sees only the part before the macro.
CUT = re.compile(r'\b(N?_|N?C_|Q_)\s*\(\s*("(\\.|[^"\\])*"\s*,?\s*)+(G_\w+_FORMAT|PRI\w+)')
IN_FORMS = re.compile(r'translatable="(yes|1|true)"')


def has_words(path):
    if path.suffix in ('.c', '.h'):
        return any(IN_CODE.search(line) and not line.lstrip().startswith('#')
                   for _, line in tree.lines(path))
    if path.suffix == '.ui':
        return bool(IN_FORMS.search(path.read_text(encoding='utf-8')))
    return path.name.endswith(('.desktop.in', '.metainfo.xml.in', '.gschema.xml'))


def cut_words(path):
    text = path.read_text(encoding='utf-8') if path.suffix in ('.c', '.h') else ''
    for found in CUT.finditer(text):
        number = text.count('\n', 0, found.start()) + 1
        yield f'{tree.name(path)}:{number}: {found[4]} cuts words to translate in two'


def main():
    paths = [path for path in tree.files('data', 'src', 'ui') if has_words(path)]
    wanted = [tree.name(path) for path in paths]

    if '--write' in sys.argv[1:]:
        POTFILES.write_text('\n'.join(wanted) + '\n', encoding='utf-8')
        return

    listed = POTFILES.read_text(encoding='utf-8').split()
    faults = [f'po/POTFILES lacks {name}' for name in wanted if name not in listed]
    faults += [f'po/POTFILES names {name} for nothing' for name in listed if name not in wanted]
    if faults:
        faults.append('`make potfiles` mends this')
    faults += [fault for path in paths for fault in cut_words(path)]
    tree.finish(faults, len(wanted))


if __name__ == '__main__':
    main()

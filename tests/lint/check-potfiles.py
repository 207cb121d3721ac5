#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file with words to translate is in po/POTFILES, and no other.

With --write it writes the list instead of checking it.
"""

import re
import sys

import tree

POTFILES = tree.TOP / 'po' / 'POTFILES'
IN_CODE = re.compile(r'\b(N?_|N?C_|Q_|g_d?n?p?gettext2?|ngettext)\s*\(\s*"')
IN_FORMS = re.compile(r'translatable="(yes|1|true)"')


def has_words(path):
    if path.suffix in ('.c', '.h'):
        return any(IN_CODE.search(line) and not line.lstrip().startswith('#')
                   for _, line in tree.lines(path))
    if path.suffix == '.ui':
        return bool(IN_FORMS.search(path.read_text(encoding='utf-8')))
    return path.name.endswith(('.desktop.in', '.metainfo.xml.in', '.gschema.xml'))


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
    tree.finish(faults, len(wanted))


if __name__ == '__main__':
    main()

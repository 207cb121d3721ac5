#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every window description and every drawing is well-formed, and every form is packed.

A form that no gresource file names would be a page that does not open.
"""

import subprocess
import xml.etree.ElementTree

import tree


def packed():
    """Names of the files that gresource files pack."""
    for path in tree.files('data', 'src', 'ui', suffixes=('.xml',)):
        if path.name.endswith('.gresource.xml'):
            for entry in xml.etree.ElementTree.parse(path).iter('file'):
                yield entry.text.strip().rsplit('/', 1)[-1]


def main():
    faults = []
    paths = list(tree.files('data', 'icons', 'src', 'ui', suffixes=('.in', '.svg', '.ui', '.xml')))
    paths = [path for path in paths if not path.name.endswith(('.desktop.in', '.service.in'))]
    names = set(packed())

    for path in paths:
        done = subprocess.run(['xmllint', '--noout', '--nonet', str(path)],
                              capture_output=True, text=True, check=False)
        faults += [line for line in done.stderr.splitlines()[:1] if done.returncode]
        if path.suffix == '.ui' and path.name not in names:
            faults.append(f'{tree.name(path)} is in no gresource file')
    tree.finish(faults, len(paths))


if __name__ == '__main__':
    main()

# SPDX-License-Identifier: GPL-3.0-or-later
"""The files of this checkout, and how a lint test says what it found in them."""

import pathlib
import sys

TOP = pathlib.Path(__file__).resolve().parents[2]
FOLDERS = ('.ci', 'data', 'flatpak', 'icons', 'po', 'src', 'subprojects/packagefiles', 'tests',
           'ui')


def files(*folders, suffixes=None):
    """Every file under the folders (default: all of the project's own), sorted."""
    for folder in folders or FOLDERS:
        for path in sorted((TOP / folder).rglob('*')):
            if not path.is_file() or '__pycache__' in path.parts or path.suffix == '.swp':
                continue
            if suffixes is None or path.suffix in suffixes:
                yield path


def name(path):
    return path.relative_to(TOP).as_posix()


def lines(path):
    """(number, line) of a text file, counted from 1."""
    return enumerate(path.read_text(encoding='utf-8').splitlines(), start=1)


def finish(faults, checked):
    """Prints the faults and ends the program; a test that looked at nothing fails too."""
    for fault in faults:
        print(fault)
    print(f'{checked} files looked at, {len(faults)} faults')
    sys.exit(1 if faults or not checked else 0)

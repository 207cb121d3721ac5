#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Searching by keyboard: a part of a name, nothing found, accents or none."""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'lib'))
import tendui       # noqa: E402


def searching(desktop):
    """What is found first opens with Enter; what is not there is said not to be."""
    window = desktop.start('--demo')
    window.find('label', re.compile('^Good '))
    desktop.in_front('Tend')
    desktop.key('ctrl+k')
    box = window.front('Search')
    box.find('label', 'What are you looking for?')
    desktop.in_front('Search')
    desktop.type('zzzz')
    box.find('label', 'Nothing found')

    # As typed, and as written: neither needs the other's accents or apostrophe.
    entry = box.find('entry', 'Search')
    for words, name in (('sian', 'Siân'), ('Siân', 'Siân'), ('hartléy', 'Rose Hartley'),
                        ('O’Neill', 'George O’Neill'), ("o'neill", 'George O’Neill')):
        entry.fill('zzzz')
        box.find('label', 'Nothing found')
        entry.fill(words)
        box.find('list item', re.compile(f'^Client: {name}'))

    entry.fill('')
    box.find('label', 'What are you looking for?')
    desktop.type('rose har')
    box.find('list item', re.compile('^Client: Rose Hartley'))
    desktop.key('Return')
    tendui.wait('the window to close', lambda: len(list(window.children())) == 1)
    window.find('label', re.compile('^14 Station Terrace'))


def test_search():
    tendui.play(searching, tendui.home(), keyring='none')


tendui.run(test_search)

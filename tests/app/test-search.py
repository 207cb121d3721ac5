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


def opening(desktop, window, words, name, title):
    """What is kept of a person's care opens in its own window, on that person's page."""
    desktop.in_front('Tend')
    desktop.key('ctrl+k')
    box = window.front('Search')
    desktop.in_front('Search')
    desktop.type(words)
    box.find('list item', re.compile(f'^{name}'))
    desktop.key('Return')
    desktop.in_front(title)
    opened = window.front(title)
    assert opened.has('active'), title
    desktop.key('Escape')
    tendui.wait('the window to close', lambda: len(list(window.children())) == 1)
    assert window.find('page tab', 'Care').has('selected')


def care(desktop):
    """A risk, a task of a plan and a person's own words are found and read by keys alone."""
    window = desktop.start('--demo')
    window.find('label', re.compile('^Good '))
    opening(desktop, window, 'solvents',
            'Risk: Frank Booth: Solvents and small parts in the workshop, Window open; lids on',
            'Risk')
    window.find('label', 'Frank Booth')
    opening(desktop, window, 'answering door',
            'About me: Mabel Finch, Written on 18 Apr 2025', 'About Me')
    opening(desktop, window, 'water jug', 'Care plan: Rose Hartley, version 2, Agreed, agreed on ',
            'Care Plan, Version 2')

    # What was told of harm is found, and the list says no more than whose it is and when.
    desktop.in_front('Tend')
    desktop.key('ctrl+k')
    box = window.front('Search')
    desktop.in_front('Search')
    desktop.type('plate slipped')
    box.find('list item', re.compile('^Incident: Joan Booth, 10 Mar 2026(?!,)'))


def medicines(desktop):
    """A medicine is found on its person's page, and the carer's own papers by themselves."""
    window = desktop.start('--demo')
    window.find('label', re.compile('^Good '))
    desktop.in_front('Tend')
    desktop.key('ctrl+k')
    box = window.front('Search')
    desktop.in_front('Search')
    desktop.type('mebeverine')
    box.find('list item', re.compile('^Medicine: Siân .*: Mebeverine, 1 tablet'))
    desktop.key('Return')
    tendui.wait('the window to close', lambda: len(list(window.children())) == 1)
    tendui.wait('the part', lambda: window.find('page tab', 'Medicines').has('selected'))
    window.find('label', re.compile('^Siân'))

    desktop.key('ctrl+k')
    box = window.front('Search')
    desktop.in_front('Search')
    desktop.type('potteries')
    box.find('list item', re.compile('First aid'))
    desktop.key('Return')
    paper = window.front('Training or Insurance')
    assert paper.find('text', 'Title').text() == 'First aid'


def test_search():
    tendui.play(searching, tendui.home(), keyring='none')


def test_care():
    tendui.play(care, tendui.home(), keyring='none')


def test_medicines():
    tendui.play(medicines, tendui.home(), keyring='none')


tendui.run(test_search, test_care, test_medicines)

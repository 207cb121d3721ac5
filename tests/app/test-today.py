#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Today as it is heard: each row with its day, its state and what is owed; what is past apart
from what is to come; and a menu that stays open while the time goes on.

In the sample it is Tuesday 24 November 2026, 11:20.  George’s dose of Friday the 20th was never
written down, and Mabel’s complaint not answered; Walter owes invoice M194, due on 30 June.
"""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'lib'))
import tendui       # noqa: E402


def rows_below(window, title, before):
    """The names of the rows from one heading to another."""
    nodes = [(node.role, node.name) for node in window.walk()]
    first = nodes.index(('label', title))
    last = nodes.index(('label', before))
    assert first < last, (title, before)
    return [name for role, name in nodes[first:last] if role == 'list item']


def is_heard(desktop):
    window = desktop.start('--demo')
    visit = window.find('list item', 'Rose Hartley, 08:02–08:31')
    assert visit.description.startswith('Done'), visit.description
    window.find('push button', re.compile(
        r'^It happened as planned: .*, (Mon|Sat|Sun) 2\d Nov$'))
    owed = window.find('list item', 'Walter Pickering')
    assert re.match(r'^£[\d.]+, Invoice M194, 147 days late$', owed.description), owed.description
    step = window.find('list item', re.compile('^Record 4 visits'))
    assert step.name == 'Record 4 visits', step.name


def is_ordered(desktop):
    window = desktop.start('--demo')
    window.find('list item', 'Rose Hartley, 08:02–08:31')
    first = rows_below(window, 'Medicines', 'Next')
    assert 'Answer for the gaps on George O’Neill’s chart' in first, first
    steps = rows_below(window, 'Next', 'Visits')
    assert 'Answer a complaint: Mabel Finch' in steps, steps
    assert not any('M194' in name for name in steps), steps
    late = rows_below(window, 'Still to Do', 'Coming Up')
    assert 'Send the quarterly return' in late, late
    window.find('label', re.compile('Frank Booth was due at 10:00'))


def keeps_a_menu(desktop):
    """The page is made anew each minute, but not under an open menu."""
    window = desktop.start('--demo')
    name = 'Answer: Answer a complaint: Mabel Finch'
    tendui.wait('the row', lambda: window.all('push button', name))
    window.all('push button', name)[0].click()
    item = window.find('menu item', 'Done')
    tendui.time.sleep(63)
    assert window.all('menu item', 'Done') == [item]


def test_is_heard():
    tendui.play(is_heard, tendui.home(), keyring='none')


def test_is_ordered():
    tendui.play(is_ordered, tendui.home(), keyring='none')


def test_keeps_a_menu():
    tendui.play(keeps_a_menu, tendui.home(), keyring='none')


tendui.run(test_is_heard, test_is_ordered, test_keeps_a_menu)

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The mileage book: a journey logged by keyboard alone, taken back, and one that is billed.

The sample's day is Tuesday 24 November 2026.
"""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'lib'))
import tendui       # noqa: E402


def mileage(desktop):
    window = desktop.start('--demo')
    window.find('label', re.compile('^Good '))
    desktop.key('alt+5')
    window.find('label', 'Tax year 2026-27')
    return window


def miles(window):
    """The business miles of the tax year, in tenths."""
    card = window.find(None, re.compile('^Business miles: ')).name
    return int(re.sub('[^0-9]', '', card.partition(': ')[2]))


def front(window, title):
    return tendui.wait(f'the window “{title}”', lambda: next(
        (node for node in window.children() if tendui.matches(title, node.name)), None))


def holds(form, name, text):
    tendui.wait(f'“{name}” to hold “{text}”', lambda: form.find('text', name).text() == text)


def logged_by_keyboard(desktop):
    """Places and miles come from earlier journeys; the way back is logged too."""
    window = mileage(desktop)
    before = miles(window)
    desktop.key('n')
    form = front(window, 'Log a Journey')
    tendui.wait('the form', lambda: form.has('active'))
    for _ in range(6):
        if form.find('text', 'From').all(state='focused'):
            break
        desktop.key('Tab')

    desktop.type('weav')
    holds(form, 'From', 'Weaver Close')
    desktop.key('Tab', 'Tab')
    desktop.type('bidd')
    holds(form, 'To', 'Biddulph')
    holds(form, 'Miles', '6.2')
    back = form.find(None, 'And back again')
    back.click()
    tendui.wait('the way back', lambda: back.has('checked') or any(
        node.has('checked') for node in back.walk()))
    desktop.key('ctrl+s')
    tendui.wait('the miles to count', lambda: miles(window) == before + 2 * 62)

    window.find('push button', 'Undo').click()
    tendui.wait('the miles to go', lambda: miles(window) == before)


def billed(desktop):
    """What an invoice charges for stays as the invoice says; the rest can be changed."""
    window = mileage(desktop)
    window.find('push button', 'Earlier month').click()
    window.find('label', 'October 2026')
    row = next(node for node in window.all('list item') if 'on invoice' in node.description)
    row.click()
    form = front(window, 'Journey')
    form.find('label', re.compile('^This journey is on invoice M[0-9]+, so its day, miles and '))
    assert not form.find('text', 'Miles').is_usable()
    assert form.find('text', 'What for').is_usable()
    assert not form.all('push button', 'Remove Journey')
    form.find('text', 'What for').fill('The hospital')
    form.find('push button', 'Save').click()
    tendui.wait('the change', lambda: [node for node in window.all('list item')
                                       if 'The hospital' in node.description])


def test_logged_by_keyboard():
    tendui.play(logged_by_keyboard, tendui.home(), keyring='none')


def test_billed():
    tendui.play(billed, tendui.home(), keyring='none')


tendui.run(test_logged_by_keyboard, test_billed)

# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the rota and of the visit record do again and again.

The sample's day is Tuesday 24 November 2026.  What has the focus is found by what a
screen reader would say of it.
"""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'lib'))
import tendui       # noqa: E402


def rota(desktop):
    """The sample, with the rota in view and the keyboard on its first visit."""
    window = desktop.start('--demo')
    window.find('label', re.compile('^Good '))
    desktop.in_front('Tend')
    desktop.key('alt+2')
    view = window.find('panel', 'The week')
    window.find('push button', re.compile('^Tuesday 24 November 2026'))
    # Past the places and the head of the page.
    for _ in range(16):
        if focused(window, quiet=True):
            return window, view
        desktop.key('Tab')
    raise AssertionError('Tab does not come to the week')


def blocks(window, name):
    return window.find('panel', 'The week').all('push button', name)


def focused(window, quiet=False):
    """What has the focus in the week."""
    def look():
        nodes = window.find('panel', 'The week').all('push button', state='focused')
        return nodes[0] if nodes else None
    return look() if quiet else tendui.wait('the focus in the week', look)


def to(desktop, window, name, *keys):
    """Presses keys until what has the focus is called so."""
    for _ in range(60):
        block = focused(window)
        if re.search(name, block.name):
            return block
        desktop.key(*keys)
    raise AssertionError(f'did not get to {name}, but to {focused(window).name}')


def at(desktop, window, name):
    """From wherever, to a visit, by the keys that go from visit to visit."""
    desktop.key(*['Page_Up'] * 40)
    return to(desktop, window, name, 'Page_Down')


def said(window, text):
    """The line at the foot, which says what the last key did."""
    return window.find('label', re.compile(text))


def field(window, name):
    """The entry of a row."""
    return window.find('text', re.compile('^' + name))

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A house name of 120 letters, a note of 5,000 characters and a name like markup: kept,
shown everywhere as typed, and no wider than the window."""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'lib'))
import tendui       # noqa: E402

VILLAGE = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'
HOUSE = (VILLAGE + 'ŵ' + VILLAGE + 'xyz')
NOTE = ('She told me about ' + VILLAGE + ' & “Tŷ’r <Ysgol>”.\n\n' + 'שלום 👋🏽 ' + VILLAGE * 6
        + '\n').ljust(4991, '·') + ' The end.'


NAME = 'Rose Hart & <b>Söhne 👵🏽'


def wide(desktop, width):
    """Nothing on view makes the window wider than it is told to be."""
    desktop.size(width, 700)
    tendui.time.sleep(0.5)
    got = desktop.geometry()[2]
    assert got == width, f'{got} wide, not {width}'


def house(desktop, window):
    """On the person's page, and in the list beside it."""
    window.find('list item', 'Clients').click()
    window.find('list item', re.compile('^Rose Hartley, ')).click()
    window.find('label', re.compile('^14 Station Terrace'))
    window.find('push button', 'More about this person').click()
    window.find('menu item', 'Edit Details…').click()
    form = window.front('Edit Details')
    form.find('text', 'Surname').fill(NAME.partition(' ')[2])
    address = form.find('text', 'Address')
    address.fill(HOUSE + '\nLeek')
    desktop.in_front('Edit Details')
    desktop.key('ctrl+s')
    tendui.wait('the window to close', lambda: len(list(window.children())) == 1)
    window.find('label', re.compile(f'^{HOUSE}\nLeek\n'))
    desktop.in_front('Tend')
    wide(desktop, 400)
    window.find('label', re.compile(f'^{HOUSE}\nLeek\n'))
    wide(desktop, 1000)


def visit(window):
    """Rose's visit of this morning, from Today."""
    window.find('list item', 'Today').click()
    window.find('list item', re.compile(f'^{NAME}, 08:02')).click()
    return tendui.wait('the visit', lambda: next(
        (node for node in window.children() if node.name != 'Tend'), None))


def note(desktop, window):
    """Recorded, and letter for letter there again."""
    form = visit(window)
    form.find('text', re.compile('^Note')).fill(NOTE)
    desktop.in_front(form.name)
    desktop.key('ctrl+Return')
    tendui.wait('the window to close', lambda: len(list(window.children())) == 1)
    # What is said of it lies over the row that is pressed next, and stays while the pointer is
    # on it.
    tendui.xdotool('mousemove', '200', '600')
    tendui.wait('the notice to go', lambda: not window.all('label', 'Visit recorded.'), 30)
    form = visit(window)
    shown = form.find('text', re.compile('^Note'))
    assert shown.text() == NOTE, shown.text()


def everywhere(desktop, window):
    """Each place that names her, and a tab of each kind; a fault in markup ends the program."""
    window.find('label', NAME)
    window.find('list item', 'Rota').click()
    window.find('panel', 'The week').find('push button', re.compile(f'{NAME}, Personal care'))
    window.find('list item', 'Money').click()
    window.find('list item', NAME)
    window.find('list item', 'Clients').click()
    for tab in ('Agreement', 'Money', 'History'):
        window.find('page tab', tab).click()
        tendui.time.sleep(0.3)
    window.find('list item', re.compile(f'^{NAME}, '))


def long_text(desktop):
    window = desktop.start('--demo')
    window.find('label', re.compile('^Good '))
    assert len(HOUSE) == 120 and len(NOTE) == 5000, (len(HOUSE), len(NOTE))
    house(desktop, window)
    note(desktop, window)
    desktop.key('Escape')
    everywhere(desktop, window)
    assert desktop.stop() == 0


def test_long_text():
    tendui.play(long_text, tendui.home(), keyring='none')


tendui.run(test_long_text)

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was written and not saved is there again: lines of a record, and a line half typed."""

import re

from vaultui import tendui

KEPT = 'We kept what you had typed.'


def care(desktop):
    """The care of somebody in the sample."""
    window = desktop.start('--demo')
    window.find('list item', 'Clients').click()
    window.find('list item', re.compile('^Rose Hartley, ')).click()
    window.find('label', 'Rose Hartley')
    window.find('page tab', 'Care').click()
    window.find('list', 'Care Plan')
    return window


def press(desktop, window, does, form=None):
    """Presses the button at the head of a list; gives back the window that comes."""
    tendui.wait(does, lambda: next(
        (button for button in (form or window).all('push button') if button.description == does),
        None)).click()
    desktop.in_front(does)
    return window.front(does)


def leave(desktop, window, title):
    """Escape, as whoever is called away would press it."""
    desktop.in_front(title)
    desktop.key('Escape')
    tendui.wait(f'“{title}” to close', lambda: title not in [
        child.name for child in window.children() if child.has('showing')])


def names(form, group):
    return [item.name for item in form.find('list', group).all('list item')]


def wait_names(form, group, *expected):
    tendui.wait(f'{expected} in “{group}”, not {names(form, group)}',
                lambda: len(names(form, group)) == len(expected) and
                all(re.match(want, name) for want, name in zip(expected, names(form, group))))


def marks(desktop, window):
    """A mark of a body map is there again, and goes when one starts over."""
    form = press(desktop, window, 'Add a Body Map')
    mark = press(desktop, window, 'Add a Mark', form)
    desktop.choose(mark, 'What it is', 'Bruise')
    mark.find('text', 'Exact place').fill('Below the ribs')
    desktop.key('ctrl+s')
    wait_names(form, 'Marks', 'Bruise')
    leave(desktop, window, 'Add a Body Map')

    form = press(desktop, window, 'Add a Body Map')
    form.find('label', KEPT)
    wait_names(form, 'Marks', 'Bruise')
    line = form.find('list', 'Marks').all('list item')[0]
    assert 'Below the ribs' in line.description, line.description
    form.find('push button', 'Start over').click()
    wait_names(form, 'Marks', 'No|Each mark')
    leave(desktop, window, 'Add a Body Map')

    form = press(desktop, window, 'Add a Body Map')
    wait_names(form, 'Marks', 'No|Each mark')
    assert not [label for label in form.all('label', KEPT) if label.has('showing')]
    leave(desktop, window, 'Add a Body Map')


def half_a_line(desktop, window):
    """Somebody to ring, half typed; once both are saved nothing of it is offered again."""
    title, add = 'Write a Contingency Plan', 'Add Somebody to Ring'
    form = press(desktop, window, title)
    line = press(desktop, window, add, form)
    line.find('text', 'Name').fill('Fatima next door')
    leave(desktop, window, add)
    leave(desktop, window, title)

    form = press(desktop, window, title)
    line = press(desktop, window, add, form)
    line.find('label', KEPT)
    assert line.find('text', 'Name').text() == 'Fatima next door'
    desktop.key('ctrl+s')
    wait_names(form, 'Who to Ring', 'Fatima next door')
    leave(desktop, window, title)

    form = press(desktop, window, title)
    wait_names(form, 'Who to Ring', 'Fatima next door')
    desktop.key('ctrl+s')
    window.find('list', 'If Something Goes Wrong').find('list item', re.compile('24 Nov 2026'))
    desktop.in_front('Tend')

    form = press(desktop, window, title)
    line = press(desktop, window, add, form)
    assert line.find('text', 'Name').text() == ''
    leave(desktop, window, add)
    assert 'Fatima next door' not in names(form, 'Who to Ring')
    leave(desktop, window, title)


def taken_out(desktop, window):
    """A line that was taken out of a record that is saved, and another moved up."""
    group, title = 'If Something Goes Wrong', 'Contingency Plan'
    saved = window.find('list', group).find('list item', re.compile('7 Sept? 2026'))
    saved.click()
    desktop.in_front(title)
    form = window.front(title)
    wait_names(form, 'Who to Ring', 'Alan', 'Dilys', '.', '.')
    form.find('push button', re.compile('^Move or take out: Dilys')).click()
    form.find('menu item', 'Take Out').click()
    wait_names(form, 'Who to Ring', 'Alan', '.', '.')
    leave(desktop, window, title)

    saved = window.find('list', group).find('list item', re.compile('7 Sept? 2026'))
    saved.click()
    desktop.in_front(title)
    form = window.front(title)
    form.find('label', KEPT)
    wait_names(form, 'Who to Ring', 'Alan', '(?!Dilys)', '.')
    form.find('push button', 'Start over').click()
    wait_names(form, 'Who to Ring', 'Alan', 'Dilys', '.', '.')
    leave(desktop, window, title)


def write(desktop):
    window = care(desktop)
    marks(desktop, window)
    half_a_line(desktop, window)
    taken_out(desktop, window)


def test_write():
    tendui.play(write, tendui.home())


tendui.run(test_write)

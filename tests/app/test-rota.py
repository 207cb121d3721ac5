#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rota by keyboard alone: plan, move, stretch, copy, undo, record, skip, clock changes.

The sample's day is Tuesday 24 November 2026.  What has the focus is found by what a
screen reader would say of it.
"""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'lib'))
import tendui       # noqa: E402
from rotaui import at, blocks, field, focused, rota, said, to       # noqa: E402


def hold(modifier, *keys):
    """Presses keys while a modifier is held down."""
    tendui.xdotool('keydown', modifier, 'key', *keys, 'keyup', modifier)


def moves(desktop):
    """Only this one: moved, longer, copied, each with a key and taken back."""
    window, _ = rota(desktop)
    before = len(blocks(window, None))

    at(desktop, window, r'^Wednesday 25 November 2026, 14:00–16:00, Priya')
    desktop.key('ctrl+Down')
    # The rule falls on one weekday: later ones can be meant too.
    window.find('push button', 'Only this one')
    window.find('push button', 'This and later ones')
    desktop.key('Return')
    said(window, r'^Moved to Wednesday 25 November, 14:15–16:15')
    tendui.wait('the focus', lambda: 'Wednesday 25 November 2026, 14:15' in focused(window).name)

    desktop.key('ctrl+z')
    tendui.wait('the undo', lambda: blocks(window, re.compile(r'25 November 2026, 14:00–16:00')))

    # Escape puts it back before anything is asked.
    at(desktop, window, r'^Wednesday 25 November 2026, 14:00–16:00, Priya')
    hold('ctrl', 'Right', 'Escape')
    said(window, r'^Put back')
    assert not window.all('push button', 'Only this one')

    # Its end: an hour is four steps, and one change.
    at(desktop, window, r'^Wednesday 25 November 2026, 14:00–16:00, Priya')
    hold('shift', 'Down', 'Down', 'Down', 'Down')
    window.find('push button', 'Only this one').click()
    said(window, r'^Changed to Wednesday 25 November, 14:00–17:00')

    # Copied to Sunday, two in the afternoon; twice, and the second one taken back.
    at(desktop, window, r'^Wednesday 25 November 2026, 14:00–17:00, Priya')
    desktop.key('ctrl+c')
    said(window, r'^Copied the visit')
    to(desktop, window, r'^Sunday 29 November', 'Right')
    to(desktop, window, r'free', 'Down')
    to(desktop, window, r'^Sunday 29 November 2026, 15:00, free', 'Down')
    desktop.key('ctrl+v')
    window.find('push button', 'Only this one').click()
    said(window, r'^Copied to Sunday 29 November, 15:00–18:00')
    assert len(blocks(window, None)) >= before + 1
    desktop.key('ctrl+z')
    tendui.wait('the undo', lambda: not blocks(window, re.compile('29 November 2026, 15:00–18:00')))


def plans(desktop):
    """A new visit on free time, and one that repeats; the next week has it too."""
    window, _ = rota(desktop)
    at(desktop, window, r'^Wednesday 25 November 2026, 14:00–16:00, Priya')
    to(desktop, window, r'^Thursday 26 November', 'Right')
    to(desktop, window, r'^Thursday 26 November 2026, 15:00, free', 'Down')
    desktop.key('Return')

    field(window, 'Day')
    desktop.choose(window, 'Client', 'George O’Neill')
    assert field(window, 'Starts at').text() == '15:00'
    field(window, 'Length').fill('1 h 15')
    window.find('label', 'until 16:15')
    desktop.key('ctrl+s')
    said(window, '^Visit planned')
    tendui.wait('the visit', lambda: re.match(r'Thursday 26 November 2026, 15:00–16:15, George',
                                              focused(window).name))

    # Every other week, on Thursday and Friday.
    desktop.key('n')
    desktop.choose(window, 'Client', 'Rose Hartley')
    field(window, 'Starts at').fill('18:00')
    window.find('check box', 'Repeats').click()
    window.find('push button', 'Friday').click()
    window.find('spin button', 'Every how many weeks').set_value(2)
    window.find('label', 'Every 2 weeks on Thursday and Friday')
    window.find('label', re.compile('First days: Thu 26 Nov, Fri 27 Nov, Thu 10 Dec'))
    desktop.key('ctrl+s')
    said(window, '^Repeating visit planned')
    tendui.wait('both', lambda: len(blocks(window, re.compile('18:00–18:30, Rose'))) == 2)
    desktop.key('alt+Right')
    window.find('label', '30 November – 6 December 2026')
    tendui.wait('a week off', lambda: not blocks(window, re.compile('18:00–18:30, Rose')))
    desktop.key('alt+Right')
    window.find('label', '7–13 December 2026')
    tendui.wait('both again', lambda: len(blocks(window, re.compile('18:00–18:30, Rose'))) == 2)
    desktop.key('Home')
    window.find('label', '23–29 November 2026')


def records(desktop):
    """A visit recorded from the rota without the pointer."""
    window, _ = rota(desktop)
    at(desktop, window, r'^Tuesday 24 November 2026, 08:50–09:35, Siân')
    desktop.key('Return')
    window.find('push button', 'It happened')
    desktop.key('alt+h')
    tendui.wait('the time', lambda: field(window, 'Finished').text() == '09:35')
    field(window, 'Finished').fill('09:41')
    desktop.key('alt+d')
    tendui.wait('the tasks', lambda: all(window.find('check box', task).has('checked')
                                         for task in ('Shower', 'Breakfast', 'A short walk')))

    # One more task, and the next can be typed at once.
    entry = window.find('text', 'Add a task')
    entry.press()
    desktop.type('Watered the plants')
    desktop.key('Return')
    window.find('check box', 'Watered the plants')
    tendui.wait('the focus', lambda: entry.has('focused'))
    tendui.wait('nothing in it', lambda: entry.text() == '')
    window.find('push button', 'Settled').click()
    field(window, 'Note').fill('A good morning.')
    desktop.key('ctrl+Return')
    said(window, '^Visit recorded')
    tendui.wait('the record', lambda: blocks(window, re.compile(
        r'24 November 2026, 08:50–09:41, Siân.*done')))

    # What was typed is kept when the window is closed, and offered again.
    at(desktop, window, r'^Tuesday 24 November 2026, 17:00–17:30, Rose')
    desktop.key('Return')
    window.find('push button', 'It happened').click()
    field(window, 'Note').fill('Half a thought')
    desktop.key('Escape')
    window.gone('push button', 'It happened')
    assert blocks(window, re.compile('24 November 2026, 17:00–17:30, Rose.*planned'))
    desktop.key('Return')
    window.find('label', 'We kept what you had typed.')
    assert field(window, 'Note').text() == 'Half a thought'
    window.find('push button', 'Start over').click()
    tendui.wait('nothing', lambda: field(window, 'Note').text() == '')
    desktop.key('Escape')


def skips(desktop):
    """One of a series is skipped, with a reason; later ones end it."""
    window, _ = rota(desktop)
    at(desktop, window, r'^Wednesday 25 November 2026, 10:00–11:00, Mabel')
    desktop.key('Delete')
    why = window.find('text', re.compile('^Why'))
    why.press()
    tendui.wait('the focus', lambda: why.has('focused'))
    desktop.type('Away until Thursday')
    tendui.wait('the reason', lambda: why.text() == 'Away until Thursday')
    window.find('push button', 'Skip this one').click()
    said(window, '^Visit skipped')
    tendui.wait('the skip', lambda: blocks(window, re.compile(
        '25 November 2026, 10:00–11:00, Mabel.*cancelled')))

    at(desktop, window, r'^Thursday 26 November 2026, 17:00–17:30, Rose')
    desktop.key('Delete')
    window.find('push button', 'Skip this and later ones').click()
    said(window, '^The repeating visit has ended')
    tendui.wait('the end', lambda: not blocks(window, re.compile(
        '2[67] November 2026, 17:00–17:30, Rose')))
    assert blocks(window, re.compile('25 November 2026, 17:00–17:30, Rose'))
    desktop.key('ctrl+z')
    tendui.wait('the undo', lambda: len(blocks(window, re.compile(
        '2[67] November 2026, 17:00–17:30, Rose'))) == 2)


def clocks(desktop):
    """A time that does not exist is refused; one that comes twice is asked about."""
    window, _ = rota(desktop)
    desktop.key('n')
    desktop.choose(window, 'Client', 'Rose Hartley')
    field(window, 'Day').fill('29/3/2026')
    field(window, 'Starts at').fill('1:30')
    desktop.key('ctrl+s')
    fault = 'There is no 01:30 on 29 March 2026: the clocks go forward in that hour.'
    tendui.wait('the fault', lambda: field(window, 'Starts at').description == fault)

    field(window, 'Day').fill('25/10/2026')
    desktop.key('ctrl+s')
    window.find('label', re.compile('^The clocks go back on Sunday 25 October 2026'))
    window.find('push button', 'The second').click()
    said(window, '^Visit planned')

    window.find('push button', 'Earlier')
    for _ in range(5):
        desktop.key('alt+Left')
    window.find('label', '19–25 October 2026')
    tendui.wait('the second half past one', lambda: blocks(window, re.compile(
        r'Sunday 25 October 2026, 01:30 \(second\)–02:00')))

    # The night from ten to seven is an hour longer, and still until seven.
    assert blocks(window, re.compile('Saturday 24 October 2026, 22:0\\d–0[67]:'))


def test(scene):
    def play():
        tendui.play(scene, tendui.home(), keyring='none')
    play.__name__ = scene.__name__
    return play


if __name__ == '__main__':
    tendui.run(*[test(scene) for scene in (moves, plans, records, skips, clocks)])

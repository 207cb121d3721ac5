#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From a visit to what happened there: written up, rung about, and taken out again.

In the sample it is Tuesday 24 November 2026, 11:20.
"""

import re
import sys
import pathlib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'lib'))
import tendui       # noqa: E402
from rotaui import at, field, rota      # noqa: E402

GEORGE = r'^Monday 23 November 2026, 12:16–12:46, George'


def number(form, name):
    return form.find('text', re.compile(name + '$'))


def ring(desktop, form):
    """The council's number is as it was found in September, until it is put right."""
    desktop.choose(form, 'Kind', 'Safeguarding concern')
    form.find('list item', 'Step 1')
    team = number(form, 'adult safeguarding')
    assert team.text() == '01632 960318', team.text()
    assert team.description == '7 Sep 2026', team.description
    team.fill('the council')
    tendui.wait('the fault', lambda: team.description == 'Digits and spaces, please')
    team.fill('01632 960 555')
    tendui.wait('the day', lambda: '24 Nov 2026' in team.description)
    number(form, 'nights and weekends').fill('')


def concerns(window):
    """What was written up, as the list has it now."""
    return [item for item in window.find('list', 'Incidents and Concerns').all(
        'list item', re.compile('^Safeguarding')) if 'since Saturday' in item.description]


def settled(window):
    """The same, once no reload puts another row in its place."""
    before = concerns(window)
    tendui.time.sleep(1)
    after = concerns(window)
    same = before and after and before[0] == after[0]
    return after[0] if same else None


def write_up(desktop):
    window, _ = rota(desktop)
    at(desktop, window, GEORGE)
    desktop.key('Return')
    window.find('list item', 'Write Up What Happened…').click()

    # The visit is saved, and whose, when and where it was need not be typed again.
    desktop.in_front('Add an Incident or Concern')
    form = window.front('Add an Incident or Concern')
    assert form.find('text', re.compile('^When it happened')).text().endswith('12:16')
    assert field(form, 'Where').text() != ''
    ring(desktop, form)
    field(form, 'What I saw and heard').fill('He had not eaten since Saturday.')
    desktop.key('ctrl+s')
    window.gone('list item', 'Step 1')

    # It is in his care, and the number is known from now on.
    desktop.in_front('Tend')
    desktop.key('alt+3')
    window.find('list item', re.compile('^George')).click()
    window.find('page tab', 'Care').click()
    window.find('list', 'Incidents and Concerns')
    concern = tendui.wait('the concern', lambda: settled(window))
    concern.click()
    desktop.in_front('Incident or Concern')
    form = window.front('Incident or Concern')
    assert number(form, 'adult safeguarding').text() == '01632 960 555'

    # Written by mistake, it goes on the same day, and comes back.
    form.find('push button', 'Remove, Made by Mistake').click()
    window.find('label', 'Removed.')
    tendui.wait('it to go', lambda: not concerns(window))
    window.find('push button', 'Undo').click()
    tendui.wait('it to come back', lambda: concerns(window))


def test_write_up():
    tendui.play(write_up, tendui.home(), keyring='none')


tendui.run(test_write_up)

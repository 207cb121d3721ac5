#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How records stand: what is weighty first, what a death ends, what has a clock.

In the sample it is Tuesday 24 November 2026, and Walter died on 15 June.
"""

import os
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'lib'))
import tendui       # noqa: E402


def picture(desktop, name):
    if 'TEND_TEST_OUT' in os.environ:
        desktop.picture(os.path.join(os.environ['TEND_TEST_OUT'], name))


def care_of(window, name):
    window.find('list item', re.compile(f'^{name}')).click()
    window.find('label', re.compile(f'^{name}'))
    window.find('page tab', 'Care').click()


def buttons(window, does):
    return [button for button in window.all('push button') if does in (button.name,
                                                                       button.description)]


def head(window, does):
    return tendui.wait(does, lambda: next(iter(buttons(window, does)), None))


def states(desktop):
    window = desktop.start('--demo')
    window.find('list item', 'Clients').click()

    # Where the focus goes has a name, which says what is chosen.
    window.find('push button', 'Which clients to show: Everyone now')

    # The weightiest risk comes first, and it is said of when its score is.
    care_of(window, 'Rose')
    risks = window.find('list', 'Risk Assessments')
    tendui.wait('the risks', lambda: len(risks.all('list item')) >= 2)
    said = [item.description for item in risks.all('list item')]
    scores = [int(re.search(r'(\d+) \w+ (?:with measures|now)', text).group(1)) for text in said]
    assert scores == sorted(scores, reverse=True) and len(scores) >= 2, said

    # A data breach has 72 hours, and what is written goes into the log.
    head(window, 'Add an Incident or Concern').click()
    desktop.in_front('Add an Incident or Concern')
    form = window.front('Add an Incident or Concern')
    assert not form.all('list item', 'Add It to the Breach Log…')
    desktop.choose(form, 'What it was', 'Data breach')
    form.find('text', 'What I saw and heard').fill('I left the rota on the bus.')
    row = form.find('list item', 'Add It to the Breach Log…')
    assert row.description == 'By Fri 27 Nov, 11:20: 72 hours after you noticed.', row.description
    picture(desktop, 'breach.png')
    row.click()
    desktop.in_front('Data Breach')
    log = window.front('Data Breach')
    assert log.find('text', 'What happened').text() == 'I left the rota on the bus.'
    assert log.find('text', 'When I noticed').text() == '24 Nov 2026 11:20'
    # Each calendar says which day it is for.
    log.find('push button', 'Choose from a calendar: I told the people on')
    desktop.key('Escape')
    desktop.in_front('Add an Incident or Concern')
    desktop.key('Escape')
    desktop.in_front('Tend')

    # After a death nothing is in force, nothing is to be agreed and nothing planned.
    window.find('push button', 'Which clients to show: Everyone now').click()
    window.find('label', 'Ended')
    tendui.time.sleep(0.5)      # until the list has the keys
    desktop.key('Down', 'Down', 'Down', 'Down', 'Return')
    window.find('push button', 'Which clients to show: Ended')
    window.find('list item', re.compile('^Walter')).click()
    window.find('label', re.compile('^Walter'))
    assert not buttons(window, 'Plan visits')
    window.find('page tab', 'Care').click()
    plans = window.find('list', 'Care Plan')
    tendui.wait('his plan', lambda: any(
        'In force until they died' in item.description for item in plans.all('list item')))
    assert not any(re.search('In force$|In use|review due', item.description)
                   for item in window.all('list item')), 'something is in force'
    assert not buttons(window, 'Draft of the Plan')
    assert not window.all('list item', re.compile('^Begin here')), 'something is asked for'
    picture(desktop, 'died.png')


def test_states():
    tendui.play(states, tendui.home(), keyring='none')


tendui.run(test_states)

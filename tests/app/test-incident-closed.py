#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What happened, more than a day later: read, added to, corrected with a reason, settled.

In the sample it is Tuesday 24 November 2026; Joan's injury was of the 13th.
"""

import os
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'lib'))
import tendui       # noqa: E402


def present(window, role, name):
    return window.all(role, re.compile(name))


def add(desktop, window, form, text, corrects=None, reason=None):
    form.find('push button', 'Add a Note…').click()
    desktop.in_front('Add a Note')
    note = window.front('Add a Note')
    note.find('text', re.compile('^What is added')).fill(text)
    if corrects is not None:
        desktop.choose(note, 'What it corrects', corrects)
        desktop.key('ctrl+s')
        why = note.find('text', 'Why it is corrected')
        tendui.wait('the fault', lambda: 'in a few words why' in why.description)
        why.fill(reason)
    desktop.key('ctrl+s')


def closed(desktop):
    window = desktop.start('--demo')
    window.find('list item', 'Clients').click()
    window.find('list item', re.compile('^Joan Booth, ')).click()
    window.find('page tab', 'Care').click()
    row = tendui.wait('the injury', lambda: next(
        (item for item in window.find('list', 'Incidents and Concerns').all(
            'list item', re.compile('Injury')) if '13 Nov' in item.description), None))
    row.click()
    desktop.in_front('Incident or Concern')
    form = window.front('Incident or Concern')

    # Its words are there to read and not to write, and it is not taken out any more.
    form.find('label', re.compile('^Since Saturday 14 November 2026 at 11:55 these words stay'))
    form.find('label', 'What I saw and heard')
    assert not present(form, 'text', '^What I saw and heard')
    assert not present(form, 'push button', '^Remove')
    assert not present(form, 'push button', '^Step')
    if 'TEND_TEST_OUT' in os.environ:
        desktop.picture(os.path.join(os.environ['TEND_TEST_OUT'], 'words.png'))

    # A note and a correction stand beside the first words.
    first = form.find('list item', 'Where').description
    add(desktop, window, form, 'The bruise is yellow now.')
    form.find('list', 'Added later').find('list item', re.compile('24 Nov'))
    desktop.in_front('Incident or Concern')
    add(desktop, window, form, 'In the pantry.', 'Where', 'I mixed up the rooms.')
    tendui.wait('the correction', lambda: any(
        item.description == 'Where, corrected: In the pantry.\nWhy: I mixed up the rooms.'
        for item in form.find('list', 'Added later').all('list item')))
    assert form.find('list item', 'Where').description == first

    # Nothing is settled without a word of what came of it.
    desktop.in_front('Incident or Concern')
    form.find('text', 'Closed on').fill('24/11/2026')
    desktop.key('ctrl+s')
    outcome = form.find('text', 'What came of it')
    tendui.wait('the fault', lambda: 'what came of it' in outcome.description)
    outcome.fill('The nurse looked at it. The door has a stop now.')
    desktop.key('ctrl+s')
    tendui.wait('it to be closed', lambda: any(
        'Closed' in item.description for item in window.find(
            'list', 'Incidents and Concerns').all('list item', re.compile('Injury'))))

    # A body map stays as it was seen.
    window.find('list', 'Body Maps').find('list item', re.compile('13 Nov')).click()
    desktop.in_front('Body Map')
    form = window.front('Body Map')
    form.find('list', 'Marks').find('list item', 'Bruise')
    assert not present(form, 'text', '^Seen')
    assert not present(form, 'push button', '^Move or take out')
    if 'TEND_TEST_OUT' in os.environ:
        desktop.picture(os.path.join(os.environ['TEND_TEST_OUT'], 'map.png'))
    add(desktop, window, form, 'It is gone.')
    form.find('list', 'Added later').find('list item', re.compile('24 Nov'))


def test_closed():
    tendui.play(closed, tendui.home(), keyring='none')


tendui.run(test_closed)

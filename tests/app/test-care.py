#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person's care record by keyboard alone: a plan written and agreed, a risk, a consent, a
key-safe code."""

import re

from vaultui import tendui


def care(desktop, name):
    """The care of somebody in the sample, whose day is 24 November 2026."""
    window = desktop.start('--demo')
    window.find('list item', 'Clients').click()
    window.find('list item', re.compile(f'^{name}, ')).click()
    window.find('label', name)
    desktop.in_front('Tend')
    desktop.enter(window, window.find('page tab', 'Care'))
    window.find('list', 'Care Plan')
    return window


def wait_focus(window, role, name):
    tendui.wait(f'the focus on “{name}”', lambda: window.find(role, name).has('focused'))


def head(window, does):
    """The button at the head of a list, by what it does in full."""
    return tendui.wait(does, lambda: next(
        (button for button in window.all('push button') if button.description == does), None))


def row(window, group, name, description):
    """A row of a list, once it stands as it should."""
    return tendui.wait(f'{name}: {description}', lambda: next(
        (item for item in window.find('list', group).all('list item', re.compile(name))
         if re.search(description, item.description)), None))


def plan(desktop, window):
    """A draft with a task, by keyboard alone; agreed, it is the plan in force."""
    row(window, 'Care Plan', '^Version 2$', 'In force')
    desktop.enter(window, head(window, 'Draft of the Plan'))
    desktop.in_front('Draft of the Plan')
    form = window.front('Draft of the Plan')
    wait_focus(form, 'text', 'Needs')

    # The draft begins with the words of the last version, and its tasks.
    before = len(form.find('list', 'Tasks at Visits').all('list item'))
    assert before > 1, before
    desktop.enter(form, head(form, 'Add a Task'))
    desktop.in_front('Add a Task')
    task = window.front('Add a Task')
    wait_focus(task, 'text', 'Task')
    desktop.type('Water the geraniums')
    desktop.key('ctrl+s')
    form.find('list item', 'Water the geraniums')
    desktop.in_front('Draft of the Plan')
    desktop.key('ctrl+s')
    row(window, 'Care Plan', '^Version 3$', 'Draft')

    # A plan is not agreed ahead, nor reviewed before it was: each is said beside its field.
    desktop.enter(window, window.find('list item', 'Agree This Plan…'))
    desktop.in_front('Agree This Plan')
    form = window.front('Agree This Plan')
    wait_focus(form, 'text', 'Agreed by')
    desktop.type('Rose Hartley')
    day, review = form.find('text', 'Agreed on'), form.find('text', 'Review on')
    desktop.write(form, day, '25/11/2026')
    desktop.write(form, review, '1/11/2026')
    desktop.key('ctrl+s')
    tendui.wait('the fault of the day', lambda: 'still to come' in day.description)
    desktop.write(form, day, '24/11/2026')
    tendui.wait('the fault of the review', lambda: 'before the day' in review.description)
    desktop.write(form, review, '24/5/2027')
    desktop.key('ctrl+s')

    row(window, 'Care Plan', '^Version 3$', 'Agreed on 24 Nov 2026.*In force')
    row(window, 'Care Plan', '^Version 2$', 'Replaced')
    desktop.enter(window, row(window, 'Care Plan', '^Version 3$', ''))
    reader = window.front('Care Plan, Version 3')
    tasks = [item.name for item in reader.find('list', 'Tasks at Visits').all('list item')]
    assert len(tasks) == before + 1 and tasks[-1] == 'Water the geraniums', tasks


def risk(desktop, window):
    """A common hazard, made to fit and scored: 4 times 3 is 12, 2 times 3 is 6."""
    desktop.enter(window, head(window, 'Add a Risk'))
    desktop.in_front('Add a Risk')
    form = window.front('Add a Risk')
    desktop.enter(form, form.find('list item', 'Choose from Common Hazards…'))
    desktop.in_front('Common Hazards')
    rugs = 'Loose rugs, trailing leads and clutter'
    hazards = window.front('Common Hazards')
    desktop.enter(hazards, hazards.find('list item', rugs))
    desktop.in_front('Add a Risk')
    tendui.wait('the words of the hazard',
                lambda: form.find('text', 'What could do harm').text() == rugs)
    assert form.find('text', 'What is in place already').text() == 'Walkways kept clear'

    for field, score in (('Likelihood now', '4'), ('Severity now', '3'),
                         ('Likelihood then', '2'), ('Severity then', '3')):
        desktop.write(form, form.find('text', field), score)
    form.find('label', 'Now 12, High: Likely, Moderate. Then 6, Moderate: Unlikely, Moderate.')
    matrix = form.find('image', 'Matrix of risks')
    assert 'Then 6, Moderate' in matrix.description, matrix.description
    desktop.key('ctrl+s')
    row(window, 'Risk Assessments', '^Loose rugs', 'Assessed on 24 Nov 2026.*6 Moderate')


def consent(desktop, window):
    """Sharing says with whom, and then stands among the consents in force."""
    desktop.enter(window, head(window, 'Add a Consent'))
    desktop.in_front('Add a Consent')
    form = window.front('Add a Consent')
    desktop.choose(form, 'To what', 'Sharing information', by_keys=True)
    desktop.key('ctrl+s')
    whom = form.find('text', 'With whom')
    tendui.wait('the fault', lambda: 'with whom' in whom.description)
    wait_focus(form, 'text', 'With whom')
    desktop.type('The district nurses')
    desktop.key('ctrl+s')
    row(window, 'Consent', '^Sharing information, The district nurses$',
        'On 24 Nov 2026.*In force')


def body_map(desktop, window):
    """A mark is put on the body by the arrow keys, and not beside it."""
    desktop.enter(window, head(window, 'Add a Body Map'))
    desktop.in_front('Add a Body Map')
    body_map_form = window.front('Add a Body Map')
    desktop.enter(body_map_form, head(body_map_form, 'Add a Mark'))
    desktop.in_front('Add a Mark')
    form = window.front('Add a Mark')
    desktop.choose(form, 'What it is', 'Bruise', by_keys=True)
    body = form.find('image', 'Body, with the mark')
    assert body.description.startswith('Front, 50 hundredths from the left and 28'), body
    desktop.key('Tab', 'Tab', 'Tab')
    wait_focus(form, 'image', 'Body, with the mark')
    desktop.key(*['Left'] * 50)
    tendui.wait('the edge', lambda: 'Front, 0 hundredths' in body.description)
    desktop.key('ctrl+s')
    tendui.wait('the fault', lambda: 'beside the body'
                in form.find('combo box', re.compile('^Side')).description)
    wait_focus(form, 'combo box', re.compile('^Side'))
    desktop.key('Tab', 'Tab', *['Right'] * 50)
    tendui.wait('the middle', lambda: 'Front, 50 hundredths' in body.description)
    desktop.key('ctrl+s')
    window.front('Add a Body Map').find('list item', 'Bruise')
    desktop.in_front('Add a Body Map')
    desktop.key('ctrl+s')
    row(window, 'Body Maps', '^24 Nov 2026', '')


def secret(desktop, window):
    """A code is hidden until it is asked for; asking is in the history, the code is not."""
    safe = row(window, 'Key Safe and Codes', '^Key safe$', '')
    assert not re.search(r'\d{4}', safe.description.replace('2025', '').replace('2026', ''))
    desktop.enter(window, safe.find('push button', 'Show: Key safe'))
    window.find('push button', 'Hide: Key safe')
    code = window.find('list', 'Key Safe and Codes').find('list item', 'Key safe').description
    code = code.split(', ')[-1]
    assert re.fullmatch(r'\w{3,8}', code), code

    desktop.enter(window, window.find('page tab', 'History'))
    looked = window.find('list item', 'Code, Key safe: Looked at')
    assert code not in ' '.join(looked.tree())
    desktop.enter(window, window.find('page tab', 'Care'))
    window.find('push button', 'Show: Key safe')


def write(desktop):
    """One sitting at the table, with one person's papers."""
    window = care(desktop, 'Rose Hartley')
    plan(desktop, window)
    desktop.key('Escape')
    risk(desktop, window)
    consent(desktop, window)
    body_map(desktop, window)
    secret(desktop, window)


def test_write():
    tendui.play(write, tendui.home())


tendui.run(test_write)

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The portfolio: where the carer stands, a paper that mends it, a policy, what was learnt, and
the quarterly return.

The sample's day is Tuesday 24 November 2026.
"""

import pathlib
import re
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'lib'))
import tendui       # noqa: E402
import vaultui      # noqa: E402


def portfolio(desktop, view=None):
    window = desktop.start('--demo')
    window.find('label', re.compile('^Good '), 40)
    desktop.key('alt+7')
    window.find('label', 'Not met')
    if view:
        window.find(None, view).click()
    return window


def row(window, name):
    return window.find('list item', re.compile(name))


def described(window, name, part):
    tendui.wait(f'“{name}” to say “{part}”', lambda: next(
        (node for node in window.all('list item', re.compile(name))
         if part in node.description), None))


def standing_is_mended(desktop):
    """What is missing is written down from where it is said, and is then not said any more."""
    window = portfolio(desktop)
    said = re.compile('^The memorandum asks for a procedure for assessing and meeting needs')
    row(window, said.pattern).click()
    form = window.front('Assessing and meeting needs')
    form.find('list item', 'View and Print…')
    form.find('push button', 'Keep').click()
    window.gone('list item', said)


def form_is_named_as_its_row(desktop):
    """Two texts are kept as one kind of paper: the window is about the one that was pressed."""
    window = portfolio(desktop)
    row(window, '^Read the memorandum’s words on equality').click()
    window.front('Read the memorandum’s words on equality').find('text', 'What I read')


def paper_is_kept(desktop):
    """What a scheme asks for and is missing, with its day; then its clock runs."""
    window = portfolio(desktop, 'Papers')
    row(window, '^Declaration to the scheme$').click()
    form = window.front('Declaration to the scheme')
    assert not form.all('combo box', re.compile('^Kind'))
    form.find('text', 'Signed on').fill('1 November 2026')
    desktop.key('ctrl+s')
    described(window, '^Declaration to the scheme$', 'In order')
    described(window, '^Declaration to the scheme$', 'no scan kept yet')
    # A renewal is another paper; this one stays.
    row(window, '^DBS certificate$').click()
    window.front('DBS certificate').find('list item', 'Renew…').click()
    form = window.front('DBS certificate')
    tendui.wait('a new one', lambda: form.all('text', 'Issued on')
                and not form.all('list item', 'Renew…'))


def learning_counts(desktop):
    window = portfolio(desktop, 'Learning')
    card = window.find(None, re.compile('^In the last 12 months: ')).name
    desktop.key('n')
    form = window.front('Write Down What You Learnt')
    form.find('text', 'What it was').fill('A talk about dementia')
    form.find('text', 'Time it took').fill('90 min')
    desktop.key('ctrl+s')
    row(window, '^A talk about dementia$')
    tendui.wait('the time to count', lambda: window.find(
        None, re.compile('^In the last 12 months: ')).name != card)


def policy_is_kept(desktop):
    """From Tend's words to a version of one's own, and read through again."""
    window = portfolio(desktop, 'Papers')
    row(window, '^Pricing$').click()
    form = window.front('Pricing')
    form.find('push button', 'Keep').click()
    described(window, '^Pricing$', 'Version 1, from 24 November 2026')


def settled(window, pattern):
    """A row of a list that is made anew for another quarter, once it is there to stay."""
    def once():
        before = row(window, pattern)
        time.sleep(0.5)
        after = row(window, pattern)
        return after if before.place == after.place else None
    return tendui.wait(f'{pattern} to stay', once)


def the_return(desktop):
    """Quarter by quarter, with who is behind it; what was sent is said from then on."""
    window = portfolio(desktop, 'Council')
    window.find('label', re.compile('July to September 2026'))
    described(window, '^People supported$', 'Everybody of this scheme who had a visit')
    window.find('push button', 'Earlier quarter').click()
    window.find('label', re.compile('April to June 2026'))
    window.find('push button', 'Later quarter').click()
    window.find('label', re.compile('July to September 2026'))
    settled(window, '^Mark as Sent').click()
    form = window.front('Mark as Sent')
    form.find('text', 'Sent to, and how').fill('By email to the team')
    desktop.key('ctrl+s')
    described(window, '^Mark as Sent Again', 'Sent on 24 November 2026')
    # It is listed, and its copy can be opened again.
    described(window, '^July to September 2026, Cambridgeshire', 'By email to the team')
    row(window, '^July to September 2026, Cambridgeshire').click()
    sheet = window.front('Quarterly return 2026-Q2')
    page = sheet.find('image', re.compile('^Page 1 of '))
    assert 'July to September 2026' in page.description, page.description


def save_sheet(desktop, window, shown, path):
    shown.find('push button', 'Save as PDF…').click()
    window.front('Save a copy outside Tend?').find('push button', 'Choose Where…').click()
    vaultui.choose_file(desktop, window, 'Save as PDF', path)
    tendui.wait(path, pathlib.Path(path).exists)
    desktop.in_front('How is it going?')


def asked_is_noted(desktop, folder, sheet, home):
    """A sheet of questions that is saved is one that somebody was asked with, once a quarter."""
    window = vaultui.unlock(desktop, folder, sheet)
    desktop.key('alt+3')
    window.find('list item', re.compile('^Edna Booth, ')).click()
    window.find('page tab', 'Care').click()
    window.find('list', 'Care Plan')
    desktop.in_front('Tend')
    window.gone('label', re.compile('^The keyring did not'))    # it lies over the row
    row(window, '^How Is It Going').click()
    shown = window.front('How is it going?')
    save_sheet(desktop, window, shown, home + '/first.pdf')
    shown.find('label', 'Noted that they were asked: Portfolio, Council.')
    save_sheet(desktop, window, shown, home + '/again.pdf')
    desktop.key('Escape')
    desktop.in_front('Tend')
    desktop.key('alt+7')
    window.find(None, 'Council').click()
    described(window, '^Edna Booth, ', 'Not back yet')
    assert len(window.all('list item', re.compile('^Edna Booth, '))) == 1


def the_clock_goes_on(desktop):
    """A request has its clock in the window, and it goes on by itself."""
    window = portfolio(desktop, 'Council')
    window.find('push button', 'Add…')
    next(button for button in window.all('push button', 'Add…')
         if button.description == 'Write Down a Request').click()
    form = window.front('Write Down a Request')
    form.find('text', 'What is needed, without a name').fill('Two mornings in Ely')
    desktop.key('ctrl+s')
    left = re.compile(r'^Answer by .*, 7 h \d+ min left$|^Answer by .*, 8 h left$')
    first = window.find('label', left).name
    tendui.wait('the clock to go on', lambda: any(
        node.name != first for node in window.all('label', left)), 75)


def figure_is_corrected(desktop):
    """Each figure of a scheme as what it is; a new one is typed so, and is dated."""
    window = portfolio(desktop, 'Council')
    row(window, '^Local Help My Way$').click()
    described(window, '^Price from which the council wants to be told$', '£22.50 an hour')
    described(window, '^How old a DBS certificate may be$', '3 years')
    row(window, '^Price from which the council wants to be told$').click()
    form = window.front('Correct a Figure')
    form.find('label', re.compile('^Price from which the council wants to be told'))
    amount = form.find('text', 'New amount')
    assert amount.text() == '£22.50', amount.text()
    amount.fill('lots')
    form.find('text', 'Where it was read').fill('Their letter of 20 November')
    desktop.key('ctrl+s')
    tendui.wait('the fault beside it', lambda: amount.description)
    amount.fill('£23.25')
    desktop.key('ctrl+s')
    described(window, '^Price from which the council wants to be told$', '£23.25 an hour')
    described(window, '^Price from which the council wants to be told$',
              'Corrected by you on 24 November 2026')
    # A slip in the correction is put right in it.
    row(window, '^Your correction: Price from which').click()
    form = window.front('Correct a Figure')
    form.find('text', 'New amount').fill('23')
    desktop.key('ctrl+s')
    described(window, '^Your correction: Price from which', '£23.00 an hour')
    # One that was none is taken out, and what was there before holds again.
    row(window, '^Your correction: Price from which').click()
    window.front('Correct a Figure').find('push button', 'Remove, Made by Mistake').click()
    described(window, '^Price from which the council wants to be told$', '£22.50 an hour')
    assert not window.all('list item', re.compile('^Your correction: '))


def a_day_there_is(desktop):
    """A return cannot be due on a day that April has not."""
    window = portfolio(desktop, 'Council')
    row(window, '^Cambridgeshire Care Micro-Enterprises$').click()
    row(window, '^When the quarterly return is due').click()
    form = window.front('Correct a Figure')
    day = form.find('text', 'New day of the month')
    day.fill('31')
    form.find('text', 'Where it was read').fill('Their letter of 20 November')
    desktop.key('ctrl+s')
    tendui.wait('the fault beside it', lambda: '30 days' in day.description)
    day.fill('30')
    desktop.key('ctrl+s')
    described(window, '^When the quarterly return is due', 'Corrected by you on')


def test_standing_is_mended():
    tendui.play(standing_is_mended, tendui.home(), keyring='none')


def test_form_is_named_as_its_row():
    tendui.play(form_is_named_as_its_row, tendui.home(), keyring='none')


def test_paper_is_kept():
    tendui.play(paper_is_kept, tendui.home(), keyring='none')


def test_learning_counts():
    tendui.play(learning_counts, tendui.home(), keyring='none')


def test_policy_is_kept():
    tendui.play(policy_is_kept, tendui.home(), keyring='none')


def test_the_return():
    tendui.play(the_return, tendui.home(), keyring='none')


def test_figure_is_corrected():
    tendui.play(figure_is_corrected, tendui.home(), keyring='none')


def test_a_day_there_is():
    tendui.play(a_day_there_is, tendui.home(), keyring='none')


def test_asked_is_noted():
    home = tendui.home()
    folder, sheet = vaultui.make(home, {
        'provider': {'own_name': 'Mari Bowen'},
        'clients': [{'id': 'edna', 'given_name': 'Edna', 'family_name': 'Booth',
                     'status': 'active', 'started_on': '2026-01-05'}]})
    tendui.play(asked_is_noted, home, folder, sheet, home, keyring='none')


def test_the_clock_goes_on():
    tendui.play(the_clock_goes_on, tendui.home(), keyring='none')


tendui.run(test_standing_is_mended, test_form_is_named_as_its_row, test_paper_is_kept,
           test_learning_counts, test_policy_is_kept, test_the_return, test_figure_is_corrected,
           test_a_day_there_is, test_asked_is_noted, test_the_clock_goes_on)

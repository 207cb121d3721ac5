#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Invoices from draft to paid, a credit note, money held, and earnings: chart and table.

The sample's day is Tuesday 24 November 2026.
"""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'lib'))
import tendui       # noqa: E402

MONEY = re.compile('£([0-9,]+)[.]([0-9]{2})')


def pence(text):
    """The one amount in a text."""
    pounds, rest = MONEY.search(text).groups()
    return int(pounds.replace(',', '')) * 100 + int(rest)


def money(desktop):
    window = desktop.start('--demo')
    window.find('list item', 'Money').click()
    window.find('label', 'Ready to Invoice')
    return window


def card(window, title):
    """The amount on one of the cards at the top."""
    return pence(window.find(None, re.compile(f'^{title}: ')).name)


NUMBER = re.compile('^Invoice [A-Z0-9]+$')


def issue(window, client):
    """Issues what the client's row offers; the invoice's own window, number and total."""
    row = window.find('list item', client)
    total = pence(row.description)
    row.click()
    window.front('Draft invoice').find('push button', 'Issue Invoice…').click()
    question = window.front('Issue This Invoice?')
    assert pence(question.find('label', re.compile('It gets the next number')).name) == total
    question.find('push button', 'Issue Invoice').click()
    invoice = window.front(NUMBER)
    invoice.find('label', re.compile('^Issued on 24 November 2026; due '))
    return invoice, invoice.name.split()[1], total


def draft_to_paid(desktop):
    """Preview, issue, part paid, the rest paid; what is owed follows."""
    window = money(desktop)
    owed = card(window, 'Owed to you')
    invoice, _, total = issue(window, 'George O’Neill')
    assert owed + total == card(window, 'Owed to you')

    invoice.find('push button', 'Part Payment…').click()
    form = window.front('Money Received')
    form.find('text', 'Amount').fill('100')
    form.find('push button', 'Save').click()
    rest = invoice.find('label', re.compile('still to be paid; due '))
    assert pence(rest.name) == total - 10000, rest.name
    tendui.wait('the focus on the outcome',
                lambda: rest.has('focused') and invoice.has('active'))
    assert card(window, 'Owed to you') == owed + total - 10000

    invoice.find('push button', 'Paid in Full').click()
    invoice.find('label', re.compile('and paid[.]$'))
    assert not invoice.all('push button', 'Paid in Full')
    assert card(window, 'Owed to you') == owed


def taken_back(desktop):
    """A payment recorded by mistake goes, at once or later; so does the whole invoice, and
    its visits and its money go to the next one."""
    window = money(desktop)
    owed = card(window, 'Owed to you')
    invoice, number, total = issue(window, 'Mabel Finch')
    invoice.find('push button', 'Paid in Full').click()
    invoice.find('push button', 'Undo').click()
    invoice.find('label', re.compile('^Issued on 24 November 2026; due '))

    invoice.find('push button', 'Paid in Full').click()
    invoice.find('list item', '24 Nov 2026').click()
    window.front('Payment').find('push button', 'Remove Payment').click()
    invoice.find('label', re.compile('^Issued on 24 November 2026; due '))

    invoice.find('push button', 'Paid in Full').click()
    invoice.find('label', re.compile('and paid[.]$'))
    window.gone('list item', 'Mabel Finch')

    invoice.find('push button', 'Cancel with a Credit Note…').click()
    question = window.front('Cancel This Invoice?')
    question.find('text', re.compile('^Reason')).fill('Sent to the wrong address')
    question.find('push button', 'Issue a credit note').click()
    said = invoice.find('label', 'Issued on 24 November 2026, and cancelled by a credit note.')
    tendui.wait('the focus on the outcome', lambda: said.has('focused'))
    assert not invoice.all('push button', 'Cancel with a Credit Note…')
    desktop.in_front(f'Invoice {number}')
    desktop.key('Escape')
    tendui.wait('the window to close', lambda: len(list(window.children())) == 1)
    assert card(window, 'Owed to you') == owed

    again, next_number, next_total = issue(window, 'Mabel Finch')
    assert next_total == total and next_number != number, (next_total, next_number)
    use = again.find('push button', re.compile('^Use £.* Held as Credit$'))
    assert pence(use.name) == total, use.name
    use.click()
    again.find('label', re.compile('and paid[.]$'))
    assert not again.all('push button', re.compile('^Use '))
    assert card(window, 'Owed to you') == owed


def table(window):
    """The rows of the figures: name to a list of amounts."""
    rows = {}
    for node in window.find('list', 'The figures of the chart').all('list item'):
        name, _, values = node.name.partition(': ')
        if values:
            rows[name] = [pence(value) for value in values.split(', ')
                          if MONEY.search(value)] or values
    return rows


def chart_is_table(desktop):
    """Every key of the chart says what its row says, and the total is their sum."""
    window = money(desktop)
    window.find('page tab', 'Earnings').click()
    chart = window.find('image', 'Money by month')
    rows = table(window)
    total = rows.pop('Total')
    assert len(rows) == 8, rows
    assert total == [sum(row[i] for row in rows.values()) for i in range(3)]

    for _ in range(20):
        if chart.has('focused'):
            break
        desktop.key('Tab')
    desktop.key('Home')
    for name, values in rows.items():
        tendui.wait(f'the chart to be at {name}', lambda: chart.description.startswith(name))
        said = [pence(part) for part in chart.description.split(', ')]
        assert said == values, (said, values)
        desktop.key('Right')


def focused(window, role):
    return next(iter(window.all(role, state='focused')), None)


def by_tab(desktop):
    """Tab goes from the head of the page into it, past the cards that only say something."""
    window = money(desktop)
    desktop.key('alt+6')
    reached = []
    for _ in range(8):
        desktop.key('Tab')
        tendui.time.sleep(0.1)
        row = focused(window, 'list item')
        reached.append(row.name if row else None)
    assert 'George O’Neill' in reached or 'Mabel Finch' in reached, reached

    window.find('page tab', 'Earnings').click()
    save = window.find('push button', 'Save Picture…')
    passed = []
    for _ in range(40):
        desktop.key('Tab')
        tendui.time.sleep(0.05)
        if save.has('focused'):
            break
        passed.append(window.find('push button', 'View and Print…').has('focused'))
    assert save.has('focused') and passed[-1], passed


def play(scene):
    tendui.play(scene, tendui.home(), keyring='none')


def test_draft_to_paid():
    play(draft_to_paid)


def test_taken_back():
    play(taken_back)


def test_chart_is_table():
    play(chart_is_table)


def test_by_tab():
    play(by_tab)


tendui.run(test_draft_to_paid, test_taken_back, test_chart_is_table, test_by_tab)

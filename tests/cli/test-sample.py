#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample's MAR charts, as tend-cli reads them; figures are counted by hand.

Of a weekday's 22 doses Rose has 5 (three tablets, cream twice), Siân 7 and George 10; the
carer's own are 4, 3 and 3 of them, Siân's from Monday to Friday alone.
"""

import collections
import subprocess

from tendcli import contains, equal, main

DAY = ('--on', '2026-11-24')


def chart(vault, client, first, *words):
    return vault.json('mar', '--client', client, '--from', first, *words, *DAY)


def slots(answer):
    return [dict(slot, medication=line['medication']) for line in answer['medicines']
            for slot in line['slots']]


def words(path):
    done = subprocess.run(['pdftotext', path, '-'], capture_output=True, text=True, check=True)
    return ' '.join(done.stdout.split())


def states(answer, medication=None):
    return collections.Counter(slot['state'] for slot in slots(answer)
                               if medication in (None, slot['medication']))


def test_a_day(vault):
    vault.new().run('demo')
    due = {client: [slot for slot in slots(chart(vault, client, '2026-11-18', '--days', '1'))
                    if slot['state'] != 'not_in_cycle'] for client in ('rose', 'sian', 'george')}
    equal({client: len(those) for client, those in due.items()},
          {'rose': 5, 'sian': 7, 'george': 10})
    equal({client: sum(slot['by'] == 'me' for slot in those) for client, those in due.items()},
          {'rose': 4, 'sian': 3, 'george': 3})


def test_rose(vault):
    """28 days of four, and four Mondays' patches; R, R and W, and one dropped."""
    vault.new().run('demo')
    answer = chart(vault, 'rose', '2026-09-21')
    equal(answer['totals'], {'due': 116, 'recorded': 116, 'given': 112, 'gaps': 0})
    equal([slot['reason'] for slot in slots(answer) if 'reason' in slot], ['R', 'R', 'W', 'O'])
    old, new = ([slot for slot in slots(answer) if slot['medication'] == f'rose-bisoprolol-{line}'
                 and slot['state'] != 'not_in_cycle'] for line in (1, 2))
    equal((len(old), old[-1]['due_at'], new[0]['due_at'], len(new)),
          (17, '2026-10-07T08:00', '2026-10-08T08:00', 11))
    patch = next(line for line in chart(vault, 'rose', '2026-10-26')['medicines']
                 if line['medication'] == 'rose-buprenorphine')
    # 16 came by then and 11 Mondays have had one from 7 September to 16 November.
    equal([patch['stock'][key] for key in ('counted', 'discrepancy')], ['5', '0'])


def test_sian(vault):
    """A week in hospital, an evening's late entries, and a course that stopped itself.

    Late are the evening's three, and five days of three that waited until she was home.
    """
    vault.new().run('demo')
    answer = chart(vault, 'sian', '2026-09-21')
    equal(answer['totals'], {'due': 60, 'recorded': 60, 'given': 45, 'gaps': 0})
    equal(states(answer)['late'], 3 + 5 * 3)
    course = chart(vault, 'sian', '2026-11-09', '--days', '7')
    equal([slot['quantity'] for slot in slots(course) if 'quantity' in slot
           and slot['medication'] == 'sian-doxycycline'], ['2', '1', '1', '1', '1'])
    equal(states(course, 'sian-doxycycline'), {'recorded': 5, 'not_in_cycle': 2})


def test_george(vault):
    """A correction, a count that was one short, and the gap that is still open."""
    vault.new().run('demo')
    answer = chart(vault, 'george', '2026-09-21')
    # Three at lunch from Monday to Friday, for four weeks; the weekend is Maureen's.
    equal(answer['totals'], {'due': 60, 'recorded': 60, 'given': 60, 'gaps': 0})
    corrected = [slot for slot in slots(answer) if slot['state'] == 'corrected']
    equal([(slot['due_at'], slot['quantity'], slot['struck'][0]['quantity'])
           for slot in corrected], [('2026-10-14T12:30', '3', '4')])

    answer = chart(vault, 'george', '2026-11-16')
    equal([(slot['medication'], slot['due_at']) for slot in slots(answer)
           if slot['state'] == 'gap'], [('george-warfarin', '2026-11-20T12:30')])
    # One short when it was counted; the lost one was written to its own day on the 30th.
    # 41 on 29 October; 56 came on 12 November; 3 a day to 10 November, then 4 but one day.
    warfarin = next(line['stock'] for line in answer['medicines']
                    if line['medication'] == 'george-warfarin')
    equal([warfarin[key] for key in ('counted', 'discrepancy', 'left')],
          ['41', '0', str(41 + 56 - 3 * 12 - 4 * 12)])


def test_sheets(vault):
    """What the families signed is kept as they signed it, with the medicine.

    Maureen gave the warfarin at 17 weekends from 1 August, and on the five days of the holiday.
    """
    vault.new().run('demo')
    vault.run('export', 'all.json')
    sheets = {name: words(vault.path(f'all.json.attachments/d-{name}-sheet.pdf'))
              for name in ('george-warfarin', 'rose-amlodipine')}
    contains(sheets['george-warfarin'], 'It is nobody’s', 'Warfarin', 'George O’Neill',
             'Sat 1 Aug, 12:', 'Wed 19 Aug, 12:')
    equal(sheets['george-warfarin'].count(' MD'), 17 * 2 + 5)
    contains(sheets['rose-amlodipine'], 'Rose Hartley', 'Thu 3 Sep, 08:')
    # A week away, and the morning of the eye clinic.
    equal(sheets['rose-amlodipine'].count(' AH'), 7 + 1)
    vault.run('mar', '--client', 'george', '--from', '2026-09-21', '--pdf', 'out.pdf', *DAY)
    chart_words = words(vault.path('out.pdf'))
    contains(chart_words, 'scan held')
    assert 'not scanned' not in chart_words, chart_words


def test_lines(vault):
    """A week in hospital is a line for each medicine, of which every dose is counted."""
    vault.new().run('demo')
    vault.run('mar', '--client', 'sian', '--from', '2026-09-21', '--pdf', 'out.pdf', *DAY)
    done = subprocess.run(['pdftotext', '-layout', vault.path('out.pdf'), '-'],
                          capture_output=True, text=True, check=True)
    text = ' '.join(done.stdout.split())
    # Three with the carer's word in the morning, two that she sees to; mebeverine three times.
    equal([text.count(f'All {n} doses: H: In hospital') for n in (6, 7, 21)], [1, 3, 1])


if __name__ == '__main__':
    main(globals())

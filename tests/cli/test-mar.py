#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The MAR chart and the guard, from a file to an answer.  Figures are worked by hand."""

import datetime

from tendcli import contains, equal, main

DAY = datetime.timedelta(days=1)
FIRST = datetime.date(2026, 6, 1)


def medicine(identity, times, **fields):
    return {'id': identity, 'client': 'a', 'name': identity.capitalize(), 'form': 'tablets',
            'strength': '5 mg', 'dose': '1 tablet', 'route': 'by mouth', 'support': 'administer',
            'times': [{'id': f'{identity}-{at}', 'at': at, 'by': 'me'} for at in times],
            'starts_on': '2026-06-01', **fields}


def entry(identity, due_at, outcome='taken', **fields):
    """What became of a dose that was due; of one medicine, by the beginning of its id."""
    given = {'given_at': due_at, 'quantity': '1'} if outcome == 'taken' else {}
    return {'id': f'{identity}@{due_at}', 'medication': identity, 'due_at': due_at,
            'outcome': outcome, 'support': 'administer', **given, **fields}


CLIENT = {'id': 'a', 'reference': 'A', 'given_name': 'Agnes'}
CYCLE = ('mar', '--client', 'A', '--from', '2026-06-01')


def s13():
    """28 + 56 + 84 + 4 + 10 doses, of which three are refused, two fall in hospital and one
    is blank; of the medicine twice a day 53 are taken."""
    medications = [
        medicine('once', ['08:00']),
        medicine('twice', ['08:00', '20:00']),
        medicine('thrice', ['08:00', '13:00', '20:00']),
        medicine('weekly', ['09:00'], pattern='FREQ=WEEKLY;BYDAY=MO'),
        medicine('patch', ['09:00'], pattern='FREQ=HOURLY;INTERVAL=72', form='patch',
                 dose='1 patch'),
    ]
    apart = {
        ('twice', '2026-06-03T08:00'): ('declined', 'R'),
        ('twice', '2026-06-03T20:00'): ('declined', 'R'),
        ('thrice', '2026-06-05T13:00'): ('declined', 'R'),
        ('twice', '2026-06-10T20:00'): ('omitted', 'H'),
        ('thrice', '2026-06-10T20:00'): ('omitted', 'H'),
        ('thrice', '2026-06-17T13:00'): None,
    }
    entries = []
    for number in range(28):
        day = FIRST + number * DAY
        for drug in medications:
            if drug['id'] == 'weekly' and day.weekday() != 0:
                continue
            if drug['id'] == 'patch' and number % 3 != 0:
                continue
            for time in drug['times']:
                due_at = f'{day}T{time["at"]}'
                what = apart.get((drug['id'], due_at), ('taken', None))
                if what is None:
                    continue
                reason = {'reason': what[1]} if what[1] else {}
                entries.append(entry(drug['id'], due_at, what[0], **reason))
    stock = [('1', '2026-06-01', 'brought_forward', '6'), ('2', '2026-06-01', 'received', '56'),
             ('3', '2026-06-03', 'destroyed', '1'), ('4', '2026-06-28', 'counted', '7')]
    return {
        'clients': [CLIENT], 'medications': medications, 'mar_entries': entries,
        'stock': [{'id': identity, 'medication': 'twice', 'date': date, 'kind': kind,
                   'quantity': quantity} for identity, date, kind, quantity in stock],
    }


def lines(chart):
    return {line['medication']: line for line in chart['medicines']}


def states(line):
    return [slot['state'] for slot in line['slots']]


def test_s13_cycle(vault):
    vault.new().load(s13())
    chart = vault.json(*CYCLE, '--on', '2026-07-01')
    equal(chart['client'], 'a')
    equal((chart['from'], chart['to']), ('2026-06-01', '2026-06-28'))
    equal({key: len(line['slots']) for key, line in lines(chart).items()},
          {'once': 28, 'twice': 56, 'thrice': 84, 'weekly': 4, 'patch': 10})
    equal(chart['totals'], {'due': 182, 'recorded': 181, 'given': 176, 'gaps': 1})
    equal(f'{100 * 181 / 182:.2f} {100 * 176 / 182:.2f}', '99.45 96.70')

    gaps = [(key, slot['due_at']) for key, line in lines(chart).items()
            for slot in line['slots'] if slot['state'] == 'gap']
    equal(gaps, [('thrice', '2026-06-17T13:00')])
    refused = next(slot for slot in lines(chart)['twice']['slots']
                   if slot['due_at'] == '2026-06-03T08:00')
    equal((refused['state'], refused['outcome'], refused['reason']), ('recorded', 'declined', 'R'))

    # 6 + 56 - 53 given - 1 destroyed.
    stock = lines(chart)['twice']['stock']
    equal((stock['expected'], stock['counted'], stock['discrepancy'], stock['left']),
          ('8', '7', '-1', '7'))
    equal(lines(chart)['once']['stock'], {})


def test_what_has_not_come_is_due(vault):
    """At noon of a day: the window of 08:00 has passed, that of 13:00 has not."""
    vault.new().load({'clients': [CLIENT], 'medications': [
        medicine('thrice', ['08:00', '11:00', '13:00'], ends_on='2026-06-02'),
    ]})
    line = lines(vault.json(*CYCLE, '--days', '3', '--on', '2026-06-01'))['thrice']
    # 11:00 and its hour have not passed at noon to the minute.
    equal(states(line), ['gap', 'due', 'due'] + ['due'] * 3 + ['not_in_cycle'] * 3)
    line = lines(vault.json(*CYCLE, '--days', '3', '--on', '2026-06-02'))['thrice']
    equal(states(line), ['gap'] * 4 + ['due', 'due'] + ['not_in_cycle'] * 3)


def test_family_has_the_weekend(vault):
    """A time for some days of the week: Saturday and Sunday, 6 and 7 June, are never a gap."""
    drug = medicine('lunch', ['12:30', '12:31'])
    drug['times'][0]['weekdays'] = ['MO', 'TU', 'WE', 'TH', 'FR']
    drug['times'][1].update(at='12:30', by='family', weekdays=['SA', 'SU'])
    vault.new().load({'clients': [CLIENT], 'medications': [drug], 'stock': [
        {'id': 'count', 'medication': 'lunch', 'date': '2026-06-04', 'kind': 'counted',
         'quantity': '3'}]})
    chart = vault.json(*CYCLE, '--days', '8', '--on', '2026-06-09')
    equal([(slot['due_at'][8:], slot['by'], slot['state'])
           for slot in lines(chart)['lunch']['slots']],
          [(f'0{number}T12:30', 'me', 'gap') for number in range(1, 6)] +
          [('06T12:30', 'family', 'not_mine'), ('07T12:30', 'family', 'not_mine'),
           ('08T12:30', 'me', 'gap')])
    equal(chart['totals']['due'], 6)

    # One box: of three after Thursday the family's two are the last.
    chart = vault.json(*CYCLE, '--days', '4', '--on', '2026-06-04')
    equal(lines(chart)['lunch']['stock']['days_left'], 3)


def test_whose_dose_it_is(vault):
    """Only the carer's own can be a gap; of another's it may be said that it was given."""
    drug = medicine('shared', ['08:00', '20:00'], ends_on='2026-06-02')
    drug['times'][1]['by'] = 'family'
    vault.new().load({'clients': [CLIENT], 'medications': [drug], 'mar_entries': [
        entry('shared', '2026-06-01T20:00', reason='V', by='family'),
    ]})
    chart = vault.json(*CYCLE, '--days', '2', '--on', '2026-07-01')
    slots = lines(chart)['shared']['slots']
    equal([slot['state'] for slot in slots], ['gap', 'not_mine', 'gap', 'not_mine'])
    equal([slot['by'] for slot in slots], ['me', 'family', 'me', 'family'])
    equal((slots[1]['outcome'], slots[1]['quantity']), ('taken', '1'))
    equal(chart['totals'], {'due': 2, 'recorded': 0, 'given': 0, 'gaps': 2})


def test_late_and_corrected(vault):
    """Given past the window; written past it; copied from paper, which is not late."""
    day = {number: f'2026-06-0{number}T08:00' for number in range(1, 7)}
    vault.new().load({'clients': [CLIENT], 'medications': [medicine('once', ['08:00'])],
                      'mar_entries': [
        entry('once', day[1], given_at='2026-06-01T09:00'),
        entry('once', day[2], given_at='2026-06-02T09:01'),
        entry('once', day[3], written_at='2026-06-03T09:01'),
        entry('once', day[4], written_at='2026-06-05T19:00', copied=True),
        entry('once', day[5], 'declined', reason='R'),
        {**entry('once', day[5]), 'id': 'right', 'supersedes': f'once@{day[5]}',
         'correction_reason': 'Wrong square.'},
    ]})
    slots = lines(vault.json(*CYCLE, '--days', '6', '--on', '2026-06-06'))['once']['slots']
    equal([slot['state'] for slot in slots],
          ['recorded', 'late', 'late', 'recorded', 'corrected', 'gap'])
    equal((slots[4]['entry'], slots[4]['outcome']), ('right', 'taken'))
    equal([(old['entry'], old['outcome']) for old in slots[4]['struck']],
          [(f'once@{day[5]}', 'declined')])


def prn(**fields):
    return medicine('paracetamol', [], as_needed=True, dose='1-2 tablets', strength='500 mg',
                    ingredient='Paracetamol', max_in_24h='8', min_interval_minutes=240, **fields)


def taken(at, quantity='2', drug='paracetamol', **fields):
    return {'id': f'{drug}@{at}', 'medication': drug, 'given_at': at, 'outcome': 'taken',
            'quantity': quantity, **fields}


def ask(vault, at, quantity='2', drug='paracetamol'):
    answer = vault.json('mar', 'ask', '--medication', drug, '--at', at, '--quantity', quantity)
    return answer['held_back'], answer.get('earliest_at')


def test_s14_guard(vault):
    day = [taken(f'2026-06-10T{time}') for time in ('08:00', '12:30', '16:30')]
    vault.new().load({'clients': [CLIENT], 'medications': [prn()], 'mar_entries': day})
    equal(ask(vault, '2026-06-10T20:15'), (True, '2026-06-10T20:30'))
    equal(ask(vault, '2026-06-10T20:29'), (True, '2026-06-10T20:30'))
    equal(ask(vault, '2026-06-10T20:30'), (False, '2026-06-10T20:30'))

    vault.load({'mar_entries': [taken('2026-06-10T20:30')]})
    equal(ask(vault, '2026-06-11T00:35'), (True, '2026-06-11T08:00'))
    equal(ask(vault, '2026-06-11T07:59'), (True, '2026-06-11T08:00'))
    equal(ask(vault, '2026-06-11T08:00'), (False, '2026-06-11T08:00'))
    # One tablet more than the day before had at that hour waits for the next to pass.
    equal(ask(vault, '2026-06-11T08:00', '3'), (True, '2026-06-11T12:30'))
    equal(ask(vault, '2026-06-11T08:00', '9'), (True, None))

    text = vault.run('mar', 'ask', '--medication', 'paracetamol', '--at', '2026-06-11T08:00',
                     '--quantity', '2')
    equal(text, 'No limit reached on what is written here. Check the packet and ask who else has '
                'given any.\n')
    contains(vault.run('mar', 'ask', '--medication', 'paracetamol', '--at', '2026-06-11T00:35',
                       '--quantity', '2'), '08:00')


def test_s12_hours_are_real(vault):
    """Four hours after 23:30, over the two changes of the clocks."""
    vault.new().load({'clients': [CLIENT], 'medications': [prn(starts_on='2026-03-01')],
                      'mar_entries': [taken('2026-03-28T23:30', '1'),
                                      taken('2026-10-24T23:30', '1')]})
    equal(ask(vault, '2026-03-29T04:29', '1'), (True, '2026-03-29T04:30'))
    equal(ask(vault, '2026-03-29T04:30', '1'), (False, '2026-03-29T04:30'))
    equal(ask(vault, '2026-10-25T02:29', '1'), (True, '2026-10-25T02:30'))
    equal(ask(vault, '2026-10-25T02:30', '1'), (False, '2026-10-25T02:30'))


def test_guard_counts_every_hand(vault):
    """What family gave, what was put ready, and what holds the same ingredient at another
    strength; not what was declined or struck through."""
    vault.new().load({'clients': [CLIENT], 'medications': [
        prn(),
        medicine('strong', ['22:00'], strength='1 g', ingredient=' PARACETAMOL '),
        medicine('other', ['22:00'], ingredient='Ibuprofen'),
    ], 'mar_entries': [
        taken('2026-06-10T02:00', '1', by='family'),
        entry('strong', '2026-06-10T22:00', given_at='2026-06-10T06:00'),
        {'id': 'ready', 'medication': 'paracetamol', 'given_at': '2026-06-10T10:00',
         'outcome': 'omitted', 'reason': 'PL', 'quantity': '2'},
        {'id': 'no', 'medication': 'paracetamol', 'given_at': '2026-06-10T11:00',
         'outcome': 'declined', 'reason': 'R'},
        entry('other', '2026-06-10T22:00', given_at='2026-06-10T12:00'),
        taken('2026-06-10T13:00', '2'),
        {'id': 'struck', 'medication': 'paracetamol', 'given_at': '2026-06-10T13:00',
         'outcome': 'declined', 'reason': 'R', 'supersedes': 'paracetamol@2026-06-10T13:00',
         'correction_reason': 'It was not taken.'},
    ]})
    # 1 + 2 (a gram is two of 500 mg) + 2 by 10:00.
    equal(ask(vault, '2026-06-10T13:59'), (True, '2026-06-10T14:00'))
    equal(ask(vault, '2026-06-10T14:00', '3'), (False, '2026-06-10T14:00'))
    equal(ask(vault, '2026-06-10T14:00', '4'), (True, '2026-06-11T02:00'))


# Of two lines: whether a dose of the first, two hours before, holds the second back.
ONE_MEDICINE = [
    ({'name': 'Panadol'}, {'name': 'Calpol', 'replaces': '{0}'}, True),
    ({'name': 'Panadol', 'replaces': '{1}'}, {'name': 'Calpol'}, True),
    ({'name': 'PARACETAMOL'}, {'name': 'Paracetamol'}, True),
    ({'ingredient': 'Paracetamol and codeine'}, {'ingredient': 'paracetamol'}, True),
    ({'ingredient': 'Codeine + Paracetamol'}, {'ingredient': 'paracetamol'}, True),
    ({'ingredient': 'codeine/paracetamol'}, {'ingredient': 'paracetamol'}, True),
    ({'ingredient': 'codeine,paracetamol'}, {'ingredient': 'paracetamol'}, True),
    ({'ingredient': 'Codeine & paracetamol'}, {'ingredient': 'paracetamol'}, True),
    ({'ingredient': 'paracetamol'}, {'ingredient': 'Codeine WITH paracetamol'}, True),
    ({'ingredient': 'Paracetamol, caffeine'}, {'ingredient': 'codeine and paracetamol'}, True),
    ({'ingredient': 'Paracetamol 500 mg/codeine phosphate 8 mg'}, {'ingredient': 'Codeine'}, True),
    ({'ingredient': 'Paracetamol and codeine'}, {'name': 'Paracetamol'}, True),
    ({'ingredient': 'Ibuprofen'}, {'ingredient': 'Paracetamol and codeine'}, False),
    ({'ingredient': 'Candesartan'}, {'ingredient': 'C with esartan'}, False),
    ({'ingredient': 'Codeinone'}, {'ingredient': 'Codeine'}, False),
    ({'name': 'Laxido, sugar free'}, {'name': 'Senna, sugar free'}, False),
]


def test_guard_knows_one_medicine(vault):
    """The lines of a changed medicine, its name, and each of what it is combined with."""
    clients, medications, entries = [], [], []
    for number, case in enumerate(ONE_MEDICINE):
        ids = (f'given{number}', f'asked{number}')
        clients.append({'id': f'c{number}', 'reference': f'C{number}', 'given_name': 'Agnes'})
        for identity, fields in zip(ids, case):
            fields = {key: value.format(*ids) for key, value in fields.items()}
            medications.append(medicine(identity, [], as_needed=True, min_interval_minutes=240,
                                        **{'client': f'c{number}', **fields}))
        entries.append(taken('2026-06-10T10:00', drug=ids[0]))
    vault.new().load({'clients': clients, 'medications': medications, 'mar_entries': entries})
    for number, (*lines_of_case, held_back) in enumerate(ONE_MEDICINE):
        got = ask(vault, '2026-06-10T12:00', drug=f'asked{number}')
        wanted = (True, '2026-06-10T14:00') if held_back else (False, '2026-06-10T12:00')
        equal((lines_of_case, got), (lines_of_case, wanted))


def test_guard_counts_a_combination_one_for_one(vault):
    """Six of eight are taken: two of them are co-codamol, whose strength is no one number."""
    vault.new().load({'clients': [CLIENT], 'medications': [
        prn(), medicine('co-codamol', ['08:00'], strength='8 mg/500 mg',
                        ingredient='Paracetamol and codeine')],
        'mar_entries': [taken('2026-06-10T04:00'), taken('2026-06-10T08:00'),
                        entry('co-codamol', '2026-06-10T08:00', given_at='2026-06-10T12:00',
                              quantity='2')]})
    equal(ask(vault, '2026-06-10T15:59'), (True, '2026-06-10T16:00'))
    equal(ask(vault, '2026-06-10T16:00'), (False, '2026-06-10T16:00'))
    equal(ask(vault, '2026-06-10T16:00', '3'), (True, '2026-06-11T04:00'))


def test_bad_input(vault):
    vault.new()
    faults = vault.faults({'clients': [CLIENT], 'medications': [
        medicine('zero', ['08:00'], dose='0 tablets'),
        medicine('back', ['08:00'], ends_on='2026-05-31'),
        medicine('rule', ['08:00'], pattern='FREQ=SOMETIMES'),
        medicine('comma', [], max_in_24h='1,5'),
        medicine('sound', ['08:00']),
        {**medicine('twice', ['08:00', '08:01']), 'times': [
            {'id': 'week', 'at': '08:00', 'by': 'me', 'weekdays': ['MO', 'SA']},
            {'id': 'end', 'at': '08:00', 'by': 'family', 'weekdays': ['SA', 'SU']}]},
    ], 'mar_entries': [
        entry('sound', '2026-06-01T08:00', quantity='0'),
        entry('sound', '2026-06-02T08:00', quantity='1,5'),
        entry('sound', '2026-06-03T08:00', reason='A'),
        entry('sound', '2026-06-04T08:00', quantity='-1'),
    ]})
    equal(set(faults), {'medications[0].dose', 'medications[1].ends_on',
                        'medications[2].pattern', 'medications[3].max_in_24h',
                        'medications[5].times[1].at',
                        'mar_entries[0].quantity', 'mar_entries[1].quantity',
                        'mar_entries[2].reason', 'mar_entries[3].quantity'})
    contains(faults['mar_entries[1].quantity'], 'comma', '1.5')
    contains(faults['medications[5].times[1].at'], '08:00', 'Me, Mon, Sat')
    vault.load({'clients': [CLIENT], 'medications': [medicine('edge', ['08:00'],
                                                              ends_on='2026-06-01')]})


def test_entries_stay(vault):
    """The same again is skipped; another story for the same entry is refused by its name."""
    records = {'clients': [CLIENT], 'medications': [medicine('once', ['08:00'])],
               'mar_entries': [entry('once', '2026-06-01T08:00')]}
    vault.new().load(records)
    equal(vault.load(records)['added'], 0)
    records['mar_entries'] = [entry('once', '2026-06-01T08:00', quantity='2')]
    faults = vault.faults(records)
    equal(set(faults), {'mar_entries[0]'})
    contains(faults['mar_entries[0]'], 'not the same')


def boxes(vault, *words):
    line = lines(vault.json(*CYCLE, '--days', '2', '--on', '2026-06-03', *words))['once']
    equal(line['others'] if 'others' in line else [], [])
    return [slot.get('entry') for slot in line['slots']]


def test_import_takes_no_box(vault):
    """What is written of a dose stays: another story of it comes in as a correction alone."""
    first = entry('once', '2026-06-01T08:00', written_at='2026-06-01T08:00', initials='AC')
    vault.new().load({'clients': [CLIENT], 'medications': [medicine('once', ['08:00'])],
                      'mar_entries': [first]})
    before = vault.export()
    other = {**entry('once', '2026-06-01T08:00', 'declined', reason='N', initials='ZZ'), 'id': '0'}
    for records in ([{**other, 'written_at': '2026-06-01T07:00'}], [other]):
        faults = vault.faults({'mar_entries': records})
        equal(set(faults), {'mar_entries[0].due_at'})
        contains(faults['mar_entries[0].due_at'], first['id'], 'supersedes')
    equal(vault.export(), before)
    equal(boxes(vault), [first['id'], None])

    # Neither may one file tell two stories, nor correct one twice.
    tuesday = entry('once', '2026-06-02T08:00')
    faults = vault.faults({'mar_entries': [tuesday, {**tuesday, 'id': 'again'}]})
    equal(set(faults), {'mar_entries[1].due_at'})
    right = {**other, 'supersedes': first['id'], 'correction_reason': 'Spat it out.'}
    faults = vault.faults({'mar_entries': [right, {**right, 'id': '1'}]})
    equal(set(faults), {'mar_entries[1].due_at'})
    contains(faults['mar_entries[1].due_at'], '“0”')

    # A correction that says why, and one of that in turn, from whichever end they are told.
    vault.load({'mar_entries': [{**right, 'id': 'last', 'supersedes': '0'}, right]})
    equal(boxes(vault), ['last', None])
    equal(vault.load({'mar_entries': [first, right]})['added'], 0)
    second = {**tuesday, 'id': 'second', 'supersedes': tuesday['id'], 'correction_reason': 'x'}
    vault.load({'mar_entries': [{**second, 'id': 'third', 'supersedes': 'second'}, tuesday,
                                second]})
    equal(boxes(vault), ['last', 'third'])


def test_import_signs_nothing_ahead(vault):
    """A moment that has not come, one before the dose was due, and one before it was given."""
    vault.new().load({'clients': [CLIENT], 'medications': [medicine('once', ['08:00'])]})
    day = [f'2026-06-0{number}T08:00' for number in range(1, 7)]
    faults = vault.faults({'mar_entries': [
        entry('once', day[0], given_at='2027-05-01T08:00', written_at='2027-05-01T08:00'),
        entry('once', day[1], given_at='2026-06-02T08:05', written_at=day[1]),
        entry('once', day[2], given_at='2026-06-03T06:59', written_at='2026-06-03T06:59'),
        entry('once', day[3], given_at='2026-06-04T06:50', written_at='2026-06-04T07:00'),
        entry('once', day[4], written_at='2026-06-05T08:00'),
        {**entry('once', day[4]), 'id': 'why', 'supersedes': f'once@{day[4]}'},
    ]}, '--on', '2026-06-20')
    equal(set(faults), {'mar_entries[0].given_at', 'mar_entries[0].written_at',
                        'mar_entries[1].given_at', 'mar_entries[2].written_at',
                        'mar_entries[5].correction_reason'})
    contains(faults['mar_entries[2].written_at'], '07:00', '3 Jun')


def test_import_of_the_clocks_forward(vault):
    """On 29 March 2026 there is no 01:30: two doses are due at 02:00, and no third."""
    due_at = '2026-03-29T02:00'
    doses = [{**entry('once', due_at), 'id': str(number)} for number in range(3)]
    vault.new().load({'clients': [CLIENT], 'medications': [
        medicine('once', ['01:30', '02:00'], starts_on='2026-03-01')], 'mar_entries': doses[:2]})
    equal(set(vault.faults({'mar_entries': doses})), {'mar_entries[2].due_at'})
    chart = vault.json('mar', '--client', 'A', '--from', '2026-03-29', '--days', '1', '--on',
                       '2026-03-30')
    equal([(slot['due_at'], slot['state'], slot['entry'])
           for slot in lines(chart)['once']['slots']],
          [(due_at, 'recorded', '0'), (due_at, 'recorded', '1')])


def test_round_trip(vault):
    vault.new().load(s13())
    text = vault.export()
    other = type(vault)()
    try:
        other.new().load(text)
        equal(other.export(), text)
    finally:
        other.remove()


def test_usage(vault):
    vault.new().load({'clients': [CLIENT], 'medications': [prn()]})
    vault.fail(2, 'mar', '--from', '2026-06-01')
    vault.fail(2, 'mar', '--client', 'A')
    vault.fail(2, *CYCLE, '--days', '0')
    vault.fail(1, 'mar', 'ask', '--medication', 'none', '--at', '2026-06-01T08:00', '--quantity',
               '1')
    vault.fail(3, 'mar', 'ask', '--medication', 'paracetamol', '--at', '2026-06-01T08:00',
               '--quantity', '1,5')
    vault.fail(3, 'mar', 'ask', '--medication', 'paracetamol', '--at', '2026-06-01T08:00',
               '--quantity', '0')
    # This happens twice: nobody can tell which is meant.
    vault.fail(3, 'mar', 'ask', '--medication', 'paracetamol', '--at', '2026-10-25T01:30',
               '--quantity', '1')


main(globals())

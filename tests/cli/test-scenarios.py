#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The worked scenarios, from a file to an answer.  Figures are worked by hand."""

import datetime

from tendcli import contains, equal, main, visit

DAY = datetime.timedelta(days=1)


def days(first, last):
    day, end = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    while day <= end:
        yield day
        day += DAY


def fortnight():
    """S01: half an hour every morning, and in the afternoon from Monday to Friday."""
    visits = []
    for day in days('2025-08-18', '2025-08-31'):
        visits.append(visit(f'{day}-am', f'{day}T08:00', f'{day}T08:30', service='care'))
        if day.weekday() < 5:
            visits.append(visit(f'{day}-pm', f'{day}T17:00', f'{day}T17:30', service='care'))
    return {
        'clients': [{'id': 'a', 'reference': 'A', 'given_name': 'Agnes'}],
        'services': [{'id': 'care', 'name': 'Care', 'kind': 'personal_care'}],
        'rates': [
            {'id': 'weekday', 'applies': 'weekday', 'amount_pence': 2000},
            {'id': 'saturday', 'applies': 'saturday', 'amount_pence': 2200},
            {'id': 'sunday', 'applies': 'sunday', 'amount_pence': 2200},
            {'id': 'holiday', 'applies': 'bank_holiday', 'amount_pence': 3000},
            {'id': 'mile', 'unit': 'mile', 'amount_pence': 45},
        ],
        'agreements': [{'id': 'agreed', 'client': 'a', 'starts_on': '2025-08-01',
                        'mileage_charge': True}],
        'visits': visits,
        'trips': [
            {'id': 't1', 'date': '2025-08-20', 'kind': 'with_client', 'miles_tenths': 74,
             'client': 'a', 'chargeable': True},
            {'id': 't2', 'date': '2025-08-28', 'kind': 'with_client', 'miles_tenths': 126,
             'client': 'a', 'chargeable': True},
        ],
    }


PERIOD = ('--client', 'A', '--from', '2025-08-18', '--to', '2025-08-31')


def test_s01_fortnight_invoice(vault):
    vault.new().load(fortnight())
    draft = vault.json('invoice', 'preview', *PERIOD, '--on', '2025-08-31')
    assert 'number' not in draft
    equal(draft['total_pence'], 26300)
    equal(draft['due_on'], '2025-09-14')
    timed = [line for line in draft['lines'] if line['visit']]
    equal(len(timed), 24)
    equal(sum(line['minutes'] for line in timed), 720)
    by_rate = {}
    for line in timed:
        by_rate.setdefault(line['rate_pence'], []).append(line['amount_pence'])
    equal({rate: (len(amounts), sum(amounts)) for rate, amounts in by_rate.items()},
          {2000: (18, 18000), 2200: (4, 4400), 3000: (2, 3000)})
    equal([(line['trip'], line['miles_tenths'], line['amount_pence'])
           for line in draft['lines'] if line['trip']], [('t1', 74, 333), ('t2', 126, 567)])
    equal({line['date'] for line in timed if line['rate_pence'] == 3000}, {'2025-08-25'})
    equal(sum(line['amount_pence'] for line in draft['lines']), draft['total_pence'])


def test_s01_paid_in_part_and_overdue(vault):
    vault.new().load(fortnight())
    issued = vault.json('invoice', 'issue', *PERIOD, '--on', '2025-08-31')
    equal(issued['total_pence'], 26300)
    number = issued['number']
    invoice = vault.json('invoice', 'list', '--on', '2025-08-31')['rows'][0]
    equal(invoice['number'], number)
    vault.load({'payments': [{'id': 'p', 'client': 'a', 'invoice': invoice['id'],
                              'received_on': '2025-09-05', 'amount_pence': 15000}]})

    owed = vault.json('owed', '--on', '2025-09-20')
    equal(owed['on'], '2025-09-20')
    equal(owed['rows'], [{'client': 'a', 'number': number, 'issued_on': '2025-08-31',
                          'due_on': '2025-09-14', 'owed_pence': 11300, 'days_overdue': 6}])
    equal(owed['total_pence'], 11300)
    equal(owed['ages'], {'current': 0, 'd1_30': 11300, 'd31_60': 0, 'd61_90': 0, 'over_90': 0})
    # On the last day to pay nothing is late yet; before the payment all of it is owed.
    equal(vault.json('owed', '--on', '2025-09-14')['rows'][0]['days_overdue'], 0)
    equal(vault.json('owed', '--on', '2025-09-15')['rows'][0]['days_overdue'], 1)
    equal(vault.json('owed', '--on', '2025-09-04')['total_pence'], 26300)

    statement = vault.json('statement', '--client', 'A', '--on', '2025-09-20')
    equal([(line['date'], line['kind'], line['number'], line['amount_pence'],
            line['balance_pence']) for line in statement['lines']],
          [('2025-08-31', 'invoice', number, 26300, 26300),
           ('2025-09-05', 'payment', number, -15000, 11300)])
    equal(statement['balance_pence'], 11300)

    # What is billed is not billed again.
    contains(vault.fail(1, 'invoice', 'issue', *PERIOD, '--on', '2025-09-01'), 'nothing')


def test_s02_rounding(vault):
    cases = [(20, 2000, 667), (15, 1650, 413), (30, 1659, 830), (25, 1750, 729), (35, 2100, 1225)]
    records = {'clients': [], 'rates': [], 'visits': []}
    for number, (minutes, rate, _) in enumerate(cases):
        client = f'c{number}'
        records['clients'].append({'id': client, 'given_name': 'Agnes'})
        records['rates'].append({'id': client, 'client': client, 'amount_pence': rate})
        for hour in (9, 11, 14):
            records['visits'].append(visit(f'{client}-{hour}', f'2026-06-02T{hour:02}:00',
                                           f'2026-06-02T{hour:02}:{minutes}', client=client))
    vault.new().load(records)
    for number, (_, _, pence) in enumerate(cases):
        draft = vault.json('invoice', 'preview', '--client', f'c{number}', '--from', '2026-06-02',
                           '--to', '2026-06-02')
        equal([line['amount_pence'] for line in draft['lines']], [pence] * 3)
        equal(draft['total_pence'], 3 * pence)


def trips(*miles):
    return [{'id': f't{number}', 'date': date, 'kind': 'between_clients', 'miles_tenths': tenths}
            for number, (date, tenths) in enumerate(miles)]


def test_s03_eleven_thousand_five_hundred_miles(vault):
    # The other tax years' journeys do not count, nor do private ones.
    journeys = trips(('2025-04-05', 5000), ('2025-04-06', 100000), ('2026-04-05', 15000),
                     ('2026-04-06', 7000))
    journeys.append({'id': 'own', 'date': '2025-12-24', 'kind': 'private', 'miles_tenths': 900})
    vault.new().load({'trips': journeys})
    year = vault.json('mileage', '--tax-year', '2025-26')
    equal(year['tax_year'], '2025-26')
    equal(year['miles_tenths'], 115000)
    equal(year['claim_pence'], 487500)
    car = [rate for rate in year['rates'] if rate['kind'] == 'car'][0]
    equal((car['pence_first'], car['pence_after'], car['limit_tenths']), (45, 25, 100000))
    # 700 miles at the 55p of the year after, and --on says which year is meant.
    equal(vault.json('mileage', '--on', '2026-04-06')['claim_pence'], 38500)


def test_s03_crossing_ten_thousand(vault):
    vault.new().load({'trips': trips(('2025-06-01', 99856), ('2026-03-03', 102),
                                     ('2026-03-04', 87), ('2026-03-05', 225))})
    year = vault.json('mileage', '--tax-year', '2025-26')
    equal(year['miles_tenths'], 100270)
    equal(year['claim_pence'], 450675)


NIGHTS = {
    'clients': [{'id': 'a', 'given_name': 'Agnes'}],
    'services': [{'id': 'night', 'name': 'Waking night', 'kind': 'waking_night'}],
    'rates': [{'id': 'night', 'service': 'night', 'amount_pence': 1800}],
    'visits': [
        visit('spring', '2026-03-28T22:00', '2026-03-29T07:00', service='night'),
        visit('autumn', '2026-10-24T22:00', '2026-10-25T07:00', service='night'),
        visit('plain', '2026-06-06T22:00', '2026-06-07T07:00', service='night'),
    ],
}


def test_s12_nights_over_the_clock_changes(vault):
    vault.new().load(NIGHTS)
    for identity, week, day, minutes, pence in (
            ('spring', '2026-W13', '2026-03-28', 480, 14400),
            ('autumn', '2026-W43', '2026-10-24', 600, 18000),
            ('plain', '2026-W23', '2026-06-06', 540, 16200)):
        rota = vault.json('rota', '--week', week)
        equal([(row['id'], row['minutes']) for row in rota['visits']], [(identity, minutes)])
        equal(rota['totals']['minutes'], minutes)
        equal(rota['totals']['income_pence'], pence)
        draft = vault.json('invoice', 'preview', '--client', 'a', '--from', day, '--to', day)
        equal(sum(line['minutes'] for line in draft['lines']), minutes)
        equal(draft['total_pence'], pence)
    rota = vault.json('rota', '--week', '2026-W43')['visits'][0]
    equal((rota['planned_start'], rota['planned_end']), ('2026-10-24T22:00', '2026-10-25T07:00'))


def test_s12_times_that_do_not_exist_or_happen_twice(vault):
    vault.new()
    records = {
        'clients': [{'id': 'a', 'given_name': 'Agnes'}],
        'visits': [visit('gap', '2026-03-29T01:30', '2026-03-29T03:00'),
                   visit('twice', '2026-10-25T00:30', '2026-10-25T01:30')],
    }
    faults = vault.faults(records)
    equal(sorted(faults), ['visits[0].planned_start', 'visits[1].planned_end'])
    contains(faults['visits[0].planned_start'], 'no 01:30 on 29 March 2026')
    contains(faults['visits[1].planned_end'], 'twice', '2026-10-25T00:30Z', '2026-10-25T01:30Z')

    # Written in UTC both are clear, and so they are answered and exported.
    records['visits'] = [visit('one', '2026-10-25T00:30', '2026-10-25T00:30Z'),
                         visit('two', '2026-10-25T00:30', '2026-10-25T01:30Z')]
    vault.load(records)
    rota = vault.json('rota', '--week', '2026-W43')['visits']
    equal([(row['planned_end'], row['minutes']) for row in rota],
          [('2026-10-25T00:30Z', 60), ('2026-10-25T01:30Z', 120)])
    contains(vault.export(), '"planned_end": "2026-10-25T01:30Z"')


def test_s16_nothing_is_charged_after_a_death(vault):
    visits = [visit(str(day), f'{day}T10:00', f'{day}T11:00')
              for day in days('2026-06-11', '2026-06-24')]
    vault.new().load({
        'clients': [{'id': 'a', 'given_name': 'Agnes', 'died_on': '2026-06-15'}],
        'rates': [{'id': 'r', 'amount_pence': 2000}],
        'visits': visits,
    })
    on = ('--client', 'a', '--on', '2026-06-30')
    equal(vault.json('invoice', 'preview', *on, '--from', '2026-06-11',
                     '--to', '2026-06-15')['total_pence'], 10000)
    after = vault.json('invoice', 'preview', *on, '--from', '2026-06-16', '--to', '2026-06-24')
    equal((after['total_pence'], after['lines']), (0, []))
    contains(after['remarks'][0], 'ST12')
    contains(vault.fail(1, 'invoice', 'issue', *on, '--from', '2026-06-16', '--to', '2026-06-24'),
             'nothing')
    issued = vault.json('invoice', 'issue', *on, '--from', '2026-06-11', '--to', '2026-06-24')
    equal(issued['total_pence'], 10000)
    equal(issued['lines'][-1]['date'], '2026-06-15')


def test_s16_without_the_death_all_is_charged(vault):
    vault.new().load({
        'clients': [{'id': 'a', 'given_name': 'Agnes'}],
        'rates': [{'id': 'r', 'amount_pence': 2000}],
        'visits': [visit(str(day), f'{day}T10:00', f'{day}T11:00')
                   for day in days('2026-06-16', '2026-06-24')],
    })
    equal(vault.json('invoice', 'preview', '--client', 'a', '--from', '2026-06-16',
                     '--to', '2026-06-24')['total_pence'], 18000)


if __name__ == '__main__':
    main(globals())

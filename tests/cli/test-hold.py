#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a scheme holds back waits until it is put right, or until a reason is kept."""

from tendcli import contains, equal, main

FIRST = {'id': 'v-1', 'client': 'ann', 'status': 'done', 'planned_start': '2026-03-02T09:00',
         'planned_end': '2026-03-02T10:00'}
SECOND = {'id': 'v-2', 'client': 'bob', 'status': 'done', 'planned_start': '2026-03-02T09:30',
          'planned_end': '2026-03-02T10:30'}
PERIOD = ('--from', '2026-03-01', '--to', '2026-03-31', '--on', '2026-04-01')


def records(scheme, agreement=None, rate=2000, **more):
    return {
        'provider': {'own_name': 'Ceri Marlow', 'schemes': [scheme]},
        'clients': [{'id': 'ann', 'given_name': 'Ann'}, {'id': 'bob', 'given_name': 'Bob'}],
        'rates': [{'id': 'r', 'amount_pence': rate},
                  {'id': 'm', 'unit': 'mile', 'amount_pence': 45}],
        'agreements': [{'id': 'a', 'client': 'ann', 'starts_on': '2026-01-01',
                        'signed_on': '2026-01-01', **(agreement or {})},
                       {'id': 'b', 'client': 'bob', 'starts_on': '2026-01-01',
                        'signed_on': '2026-01-01'}],
        'visits': [FIRST],
        **more,
    }


def trip(**fields):
    return {'id': 't', 'date': '2026-03-02', 'kind': 'home_to_client', 'from': 'Home',
            'to': 'Ann’s', 'miles_tenths': 40, 'client': 'ann', 'chargeable': True, **fields}


def issue(vault, *words, client='ann', status=0):
    command = ('invoice', 'issue', '--client', client, *PERIOD, *words)
    return vault.json(*command) if status == 0 else vault.fail(status, *command)


def test_journeys_to_work(vault):
    vault.new().load(records('staffordshire', {'mileage_charge': True}, trips=[trip()]))
    said = issue(vault, status=1)
    contains(said, 'ST14: ')
    contains(said, 'does not let you charge for travel to and from work')
    equal(vault.json('invoice', 'list', '--on', '2026-04-01')['rows'], [])
    # A journey with the person is charged.
    other = vault.json('check', '--on', '2026-04-01')['findings']
    equal([f['subject'] for f in other if f['rule'] == 'ST14'], ['trip/t'])


def test_journey_of_other_days(vault):
    vault.new().load(records('staffordshire', {'mileage_charge': True},
                             trips=[trip(date='2026-02-28')]))
    equal(issue(vault)['total_pence'], 2000)


def test_reason_is_kept(vault):
    vault.new().load(records('staffordshire', {'mileage_charge': True}, trips=[trip()]))
    issue(vault, '--reason', '', status=1)
    issue(vault, '--reason', ' \t', status=1)
    # 4.0 miles at 45p and one hour.
    equal(issue(vault, '--reason', 'The network agreed on 1 March')['total_pence'], 2180)
    found = [f for f in vault.json('check', '--on', '2026-04-01')['findings']
             if f['rule'] == 'ST14']
    equal([f['override'] for f in found], ['The network agreed on 1 March'])


def council(**fields):
    return {'commissioned_by': 'Cambridgeshire County Council', **fields}


def test_reason_is_one_invoices(vault):
    """A price is everybody's: a reason for one invoice says nothing of the next, nor of
    somebody else's."""
    data = records('cambridgeshire', council(), rate=2600)
    data['agreements'][1] |= council()
    data['visits'] = [FIRST, {**SECOND, 'planned_start': '2026-03-03T09:30',
                              'planned_end': '2026-03-03T10:30'},
                      {**FIRST, 'id': 'v-3', 'planned_start': '2026-03-30T09:00',
                       'planned_end': '2026-03-30T10:00'}]
    vault.new().load(data)
    first = ('invoice', 'issue', '--client', 'ann', '--from', '2026-03-01', '--to', '2026-03-15',
             '--on', '2026-03-31')
    contains(vault.fail(1, *first), 'CA18: ')
    vault.json(*first, '--reason', 'Ann agreed')
    contains(issue(vault, client='bob', status=1), 'CA18: ')
    contains(issue(vault, status=1), 'CA18: ')


def test_price_of_a_visit(vault):
    """A council's cap holds by the hour, however a visit is priced: the cap is £21.00."""
    for amount, minutes, held in ((2100, 60, False), (2101, 60, True), (1050, 30, False),
                                  (1051, 30, True), (5000, 180, False)):
        end = f'2026-03-02T{9 + minutes // 60:02}:{minutes % 60:02}'
        data = records('cambridgeshire', council(), visits=[{**FIRST, 'planned_end': end}])
        data['rates'] = [{'id': 'r', 'unit': 'visit', 'amount_pence': amount}]
        vault.another(f'{amount}-{minutes}').load(data)
        if held:
            contains(issue(vault, status=1), 'CA18: ')
        else:
            equal(issue(vault)['total_pence'], amount)


def test_charged_minutes_overlap(vault):
    """Whoever left early and charges to the end charges twice; by the clock nobody does."""
    early = {**FIRST, 'planned_end': '2026-03-02T10:30', 'actual_start': '2026-03-02T09:00',
             'actual_end': '2026-03-02T09:30'}
    for how, held in (('planned', True), ('actual', False)):
        vault.another(how).load(records('cambridgeshire', {'bill_minutes': how},
                                        visits=[early, SECOND]))
        if held:
            contains(issue(vault, client='bob', status=1), 'overlap by 60 minutes')
        else:
            equal(issue(vault)['total_pence'], 1000)


def test_double_charging(vault):
    vault.new().load(records('cambridgeshire', visits=[FIRST, SECOND]))
    contains(issue(vault, client='bob', status=1), 'overlap by 30 minutes')
    contains(issue(vault, status=1), 'CA21: ')


def test_visits_that_follow(vault):
    after = dict(SECOND, planned_start='2026-03-02T10:00', planned_end='2026-03-02T11:00')
    vault.new().load(records('cambridgeshire', visits=[FIRST, after]))
    equal(issue(vault)['total_pence'], 2000)


def test_cap(vault):
    """£21.00 is the most where the council pays, up to 31 March 2026."""
    council = {'commissioned_by': 'Cambridgeshire County Council'}
    vault.new().load(records('cambridgeshire', council, rate=2101))
    contains(issue(vault, status=1), 'CA18: £21.01 is over the £21 cap.')
    # Bob pays himself.
    vault.load({'visits': [dict(SECOND, planned_start='2026-03-03T09:00',
                                planned_end='2026-03-03T10:00')]})
    equal(issue(vault, client='bob')['total_pence'], 2101)


def test_at_the_cap(vault):
    council = {'commissioned_by': 'Cambridgeshire County Council'}
    vault.new().load(records('cambridgeshire', council, rate=2100))
    equal(issue(vault)['total_pence'], 2100)


COUNCIL = {'commissioned_by': 'Cambridgeshire County Council'}


def capped(vault, held, days, rates, *agreements, **client):
    """The cap holds back the invoice for an hour on each of the days, or it does not."""
    vault.another('-'.join([*days, str(len(rates) + len(agreements))]))
    vault.load({
        'provider': {'own_name': 'Ceri Marlow', 'schemes': ['cambridgeshire']},
        'clients': [{'id': 'ann', 'given_name': 'Ann', **client}],
        'rates': [{'id': f'r{i}', **rate} for i, rate in enumerate(rates)],
        'agreements': [{'id': f'a{i}', 'client': 'ann', 'starts_on': '2025-04-01', **COUNCIL,
                        **fields} for i, fields in enumerate(agreements or [{}])],
        'visits': [{'id': f'v{i}', 'client': 'ann', 'status': 'done',
                    'planned_start': f'{day}T09:00', 'planned_end': f'{day}T10:00'}
                   for i, day in enumerate(days)]})
    command = ('invoice', 'issue', '--client', 'ann', '--from', '2026-03-01', '--to',
               '2026-04-12', '--on', '2026-04-13')
    if held:
        contains(vault.fail(1, *command), 'CA18: £26 is over the £21 cap.')
    else:
        vault.json(*command)


DEAR = [{'amount_pence': 2600}]


def test_cap_of_each_day(vault):
    """A line of 31 March is under the cap, however long the invoice goes on."""
    capped(vault, True, ['2026-03-31', '2026-04-01'], DEAR)
    capped(vault, False, ['2026-04-01'], DEAR)


def test_cap_of_a_price_that_was_replaced(vault):
    rates = [{'amount_pence': 2600, 'valid_to': '2026-03-15'},
             {'amount_pence': 2100, 'valid_from': '2026-03-16'}]
    capped(vault, True, ['2026-03-15', '2026-03-16'], rates)
    capped(vault, False, ['2026-03-16'], rates)


def test_cap_of_care_that_ended(vault):
    capped(vault, True, ['2026-03-20'], DEAR, status='ended', ended_on='2026-03-20')
    # What they arrange themselves is theirs to pay.
    own = [{'ends_on': '2026-03-15'}, {'starts_on': '2026-03-16', 'commissioned_by': None}]
    capped(vault, True, ['2026-03-15', '2026-03-16'], DEAR, *own)
    capped(vault, False, ['2026-03-16'], DEAR, *own)


def test_journey_of_half_a_year_ago(vault):
    """The whole of the invoice counts, not its last quarter alone."""
    vault.new().load(records('staffordshire', {'mileage_charge': True},
                             trips=[trip(date='2026-01-02')]))
    command = ('invoice', 'issue', '--client', 'ann', '--from', '2026-01-01', '--on', '2026-07-01')
    contains(vault.fail(1, *command, '--to', '2026-06-30'), 'ST14: ')


if __name__ == '__main__':
    main(globals())

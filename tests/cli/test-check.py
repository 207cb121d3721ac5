#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the councils' rules have in common: several schemes at once, the size of the team,
medicines and mobility aids, and what Tend has no place for."""

import json
import re

import councils
from councils import TODAY, check, course, messages, paper
from tendcli import contains, equal, main

EVERY = ['staffordshire', 'worcestershire', 'cambridgeshire', 'flintshire']
TEAM = ('ST01', 'WO01', 'CA01', 'FL04')


def test_s05(vault):
    """One certificate, two clocks, told on the same day."""
    vault.new().load({'provider': {'own_name': 'Christine Marsh',
                                   'schemes': ['cambridgeshire', 'staffordshire']},
                      'credentials': [paper('dbs', 'dbs', issued_on='2024-03-15')]})
    rules = ('CA03', 'ST05')
    equal(check(vault, '2026-02-01', *rules), ['CA03 warn credential/dbs'])
    contains(messages(vault, 'CA03', '2026-02-01')[0], '15 March 2026: 42 days left.')
    equal(check(vault, '2026-03-16', *rules), ['CA03 breach credential/dbs'])
    equal(check(vault, '2026-11-21', *rules), ['CA03 breach credential/dbs'])
    # 407 days before its last good one there is nothing to say; 114 days as well; 90 there is.
    equal(check(vault, '2026-12-14', 'ST05'), [])
    contains(messages(vault, 'ST05', '2026-12-15')[0], '15 March 2027: 90 days left.')


def team(first, last, share, n, **fields):
    """So many people, the carer first."""
    return [{'id': f'{first}-{i}', 'name': f'Member {i} of {first}' if i else 'Christine Marsh',
             'starts_on': first, 'ends_on': last, 'fte': share, **fields} for i in range(n)]


def test_s22(vault):
    """Who is too many where: heads in two, full-time people in two."""
    shapes = [(7, '0.5', '2026-01-01'), (8, '0.5', '2026-02-01'), (5, '1', '2026-03-01'),
              (10, '1', '2026-04-01')]
    members = []
    for n, share, first in shapes:
        members += team(first, first[:-2] + '28', share, n)
    vault.new().load({'provider': {'own_name': 'Christine Marsh', 'schemes': EVERY},
                      'team': members})
    found = [check(vault, first[:-2] + '15', *TEAM) for _, _, first in shapes]
    provider = 'provider/provider'
    equal(found, [
        [f'FL04 breach {provider}', f'ST01 warn {provider}'],
        [f'FL04 breach {provider}', f'ST01 breach {provider}'], [],
        [f'CA01 breach {provider}', f'FL04 breach {provider}', f'ST01 breach {provider}',
         f'WO01 breach {provider}']])
    contains(messages(vault, 'ST01', '2026-02-15')[0],
             'fewer than 8 people, counted as people, not hours. You have 8.')
    # On the first day and on the last, and not outside them.
    equal([check(vault, day, *TEAM) != [] for day in
           ('2025-12-31', '2026-01-01', '2026-01-28', '2026-01-29')], [False, True, True, False])


def test_team_edges(vault):
    """One head, one thousandth and one minute on each side."""
    month = [f'2026-{n:02}' for n in range(1, 12)]
    members = []
    for name, share, n in zip(month, ('1', '1', '1', '1', '1', '0.999', '1'),
                              (6, 7, 8, 8, 9, 1, 1)):
        members += team(f'{name}-01', f'{name}-27', share, n)
    members += team('2026-04-01', '2026-04-27', '0.001', 1, note='One thousandth more')
    members[-1]['id'] = 'more'
    members += team('2026-05-01', '2026-05-27', '0.999', 1)
    members[-1]['id'] = 'nearly'
    # 375 hours a week of three people, and a minute more; of one who says no share.
    for name, minutes in ((month[7], 7500), (month[8], 7501)):
        members += [{'id': f'{name}-{i}', 'name': f'{name}-{i}', 'starts_on': f'{name}-01',
                     'ends_on': f'{name}-27', 'fte': '1',
                     'weekly_minutes': minutes if i else 7500} for i in range(3)]
    members += [{'id': f'{month[9]}-{i}', 'name': f'{month[9]}-{i}', 'weekly_minutes': 2250,
                 'starts_on': f'{month[9]}-01', 'ends_on': f'{month[9]}-27'} for i in range(10)]
    vault.new().load({'provider': {'own_name': 'Christine Marsh', 'schemes': EVERY},
                      'team': members})
    provider = 'provider/provider'
    found = {name: [one[:4] for one in check(vault, f'{name}-15', *TEAM) if 'breach' in one]
             for name in month}
    equal(found, dict(zip(month, [
        [], ['FL04'], ['FL04', 'ST01'], ['FL04', 'ST01', 'WO01'], ['FL04', 'ST01', 'WO01'],
        ['WO01'], [], [], ['CA01'], ['CA01', 'FL04', 'ST01', 'WO01'], []])))
    equal(check(vault, '2026-06-15', 'WO01'), [f'WO01 breach {provider}'])
    contains(messages(vault, 'WO01', '2026-06-15')[0], 'Together you come to 0.999.')
    contains(messages(vault, 'WO01', '2026-04-15')[0], 'You have 8.001.')
    contains(' '.join(messages(vault, 'CA01', '2026-09-15')), 'at most 375 hours a week')


def test_the_carer_is_one_of_them(vault):
    """Whoever is not on the list counts all the same, and nobody counts twice."""
    provider = {'own_name': 'Christine Marsh', 'schemes': EVERY, 'weekly_capacity_minutes': 2250}
    rules = ('FL04', 'ST01', 'WO01', 'WO06')

    def found(n, *names):
        helpers = [{'id': f'h{i}', 'name': f'Helper {i}', 'fte': '0.2'} for i in range(n)]
        mine = [{'id': 'me', 'name': name, 'fte': '1'} for name in names]
        vault.another(f'{n}{len(mine)}').load({'provider': provider, 'team': helpers + mine,
                                               'credentials': councils.papers()})
        return [one[:one.rindex(' ')] for one in check(vault, councils.TODAY, *rules)]

    employs = ['WO06 breach']
    equal(found(0), [])
    equal(found(1), employs)
    equal(found(4), employs)
    equal(found(5), employs)
    equal(found(6), ['FL04 breach', 'ST01 warn', *employs])
    equal(found(7), ['FL04 breach', 'ST01 breach', *employs])
    equal(found(4, ' christine  MARSH '), employs)
    equal(found(0, 'Christine Marsh'), [])
    # Whose own line has not begun is there all the same.
    vault.another('later').load({'provider': provider, 'credentials': councils.papers(), 'team': [
        {'id': 'h', 'name': 'Helper', 'fte': '0.2'},
        {'id': 'me', 'name': 'Christine Marsh', 'fte': '1', 'starts_on': '2026-12-01'}]})
    equal(check(vault, councils.TODAY, 'WO06'), ['WO06 breach provider/provider'])
    # A paper that is said to be hers by her line on the list is hers; a helper's is not.
    for whose, found in (('me', []), ('h', ['ST04 breach provider/provider'])):
        vault.another(f'paper-of-{whose}').load({
            'provider': provider,
            'credentials': councils.papers(safeguarding={'member': whose}),
            'team': [{'id': 'h', 'name': 'Helper'}, {'id': 'me', 'name': 'Christine Marsh'}]})
        equal(check(vault, councils.TODAY, 'ST04'), found)


def test_shares_as_numbers(vault):
    """A share of full time may be a number as well as text."""
    vault.new().load({
        'provider': {'own_name': 'Christine Marsh', 'schemes': ['worcestershire']},
        'team': [{'id': 'a', 'name': 'Christine Marsh', 'fte': 0.5},
                 {'id': 'b', 'name': 'Mair', 'fte': '0.499', 'ends_on': '2026-06-09'},
                 {'id': 'c', 'name': 'Mair', 'fte': '0.5', 'starts_on': '2026-06-10'}]})
    equal([check(vault, day, 'WO01') for day in ('2026-06-09', '2026-06-10')],
          [['WO01 breach provider/provider'], []])


def test_whose_client_it_is(vault):
    """By the schemes of the client's own record, else by the postcode."""
    records = councils.in_order('staffordshire', 'ST16 1AA')
    records['provider']['schemes'] = ['staffordshire', 'cambridgeshire']
    told = {'complaints_told_on': None}
    for name, client in (('staffs', {'postcode': 'ST5 1AA'}), ('cambs', {'postcode': 'CB1 1AA'}),
                         ('named', {'postcode': 'ST5 1AA', 'schemes': ['cambridgeshire']}),
                         ('both', {'schemes': ['cambridgeshire', 'staffordshire']}),
                         ('neither', {'postcode': 'B1 1AA'})):
        records.person(name, client={**client, **told})
    vault.new().load(records)
    equal(check(vault, TODAY, 'ST28', 'CA08'), sorted(
        [f'CA08 warn client/{name}' for name in ('cambs', 'named', 'both', 'neither')]
        + [f'ST28 warn client/{name}' for name in ('staffs', 'both', 'neither')]))


def test_one_scheme(vault):
    """One that the carer is in, one that they are not, and one that there is not."""
    vault.new().load({'provider': {'own_name': 'Christine Marsh', 'schemes': ['flintshire']}})
    schemes = lambda *words: {finding['scheme'] for finding in
                              vault.json('check', '--on', TODAY, *words)['findings']}
    equal(schemes(), {'flintshire'})
    equal(schemes('--scheme', 'worcestershire'), {'worcestershire'})
    contains(vault.fail(1, 'check', '--scheme', 'powys'), '“powys”')
    gravest = [finding['severity'] for finding in
               vault.json('check', '--on', TODAY)['findings']]
    order = ['stop', 'breach', 'warn', 'advice']
    equal(gravest, sorted(gravest, key=order.index))
    contains(vault.run('check', '--on', TODAY), 'FL07  Business insurance')


def medicine(identity, **fields):
    return {'id': identity, 'client': 'ann', 'name': identity.title(), 'dose': '1 tablet',
            'starts_on': '2026-06-05', 'support': 'administer', 'route': 'by mouth',
            'times': [{'at': '08:00', 'by': 'me'}], **fields}


def asked(identity, **fields):
    return {'id': identity, 'client': 'ann', 'asked_on': '2026-06-05', 'action': 'Pass it to me',
            'medicine': identity.title(), **fields}


def medicines(scheme, postcode):
    """One with all that is asked for, and one for each thing that is not."""
    special = {'route': 'eye drops'}
    trained = {'trained_by': 'District nurse', 'trained_on': '2026-06-05',
               'approved_by': 'District nurse', 'approved_on': '2026-06-05'}
    done = {'signed_on': '2026-06-05', 'gp_told_on': '2026-06-05',
            'training_checked_on': '2026-06-05'}
    records = councils.in_order(scheme, postcode).person('ann')
    return records.add(
        medications=[medicine('good'), medicine('unasked'), medicine('unsigned'),
                     medicine('gp'), medicine('unchecked'),
                     medicine('reminder', support='prompt'),
                     medicine('drops', **special), medicine('taught', **special, **trained),
                     medicine('over', ends_on='2026-06-09'),
                     medicine('theirs', times=[{'at': '08:00', 'by': 'family'}]),
                     medicine('coming', starts_on='2026-06-11')],
        medicine_requests=[asked('good', **done), asked('unsigned', **{**done, 'signed_on': None}),
                           asked('gp', **{**done, 'gp_told_on': None}),
                           asked('unchecked', **{**done, 'training_checked_on': None}),
                           asked('drops', **done), asked('taught', **done)])


STAFFORDSHIRE = ('ST20', 'ST21', 'ST22', 'ST23')
CAMBRIDGESHIRE = ('CA25', 'CA26', 'CA27')
CAMBRIDGESHIRE_FOUND = sorted(
    [f'CA25 stop medication/{name}' for name in ('gp', 'reminder', 'unchecked', 'unsigned')]
    + ['CA25 stop medication/unasked'] * 3 + ['CA26 stop medication/drops'])


def test_staffordshire_medicines(vault):
    vault.new().load(medicines('staffordshire', 'ST16 1AA').add(medicine_requests=[
        asked('other', asked_by='other', **{'medicine': 'Senna'}),
        asked('attorney', asked_by='attorney', **{'medicine': 'Senna'})]))
    rules = STAFFORDSHIRE
    equal(check(vault, TODAY, *rules), [
        'ST20 stop medication/unasked', 'ST20 stop medication/unsigned',
        'ST21 stop medication/reminder', 'ST21 warn medicine_request/other',
        'ST22 stop medication/drops'])
    contains(' '.join(check(vault, '2026-06-09', *rules)), 'ST20 stop medication/over')
    contains(' '.join(check(vault, '2026-06-11', *rules)), 'ST20 stop medication/coming')
    equal(check(vault, '2026-06-04', *rules), ['ST21 warn medicine_request/other'])


def test_cambridgeshire_medicines(vault):
    vault.new().load(medicines('cambridgeshire', 'CB1 1AA'))
    equal(check(vault, TODAY, *CAMBRIDGESHIRE), CAMBRIDGESHIRE_FOUND)


def test_medicines_by_a_scheme_one_is_not_in(vault):
    """Asked for one scheme, it answers as though the carer were in it, and in no other."""
    vault.new().load(medicines('worcestershire', 'WR1 1AA'))
    equal(check(vault, TODAY, *STAFFORDSHIRE, *CAMBRIDGESHIRE), [])
    equal(check(vault, TODAY, *STAFFORDSHIRE, scheme='staffordshire'), [
        'ST20 stop medication/unasked', 'ST20 stop medication/unsigned',
        'ST21 stop medication/reminder', 'ST22 stop medication/drops'])
    equal(check(vault, TODAY, *CAMBRIDGESHIRE, scheme='cambridgeshire'), CAMBRIDGESHIRE_FOUND)


def test_medicines_training_and_insurance(vault):
    """To the last day of the course and of the policy."""
    records = medicines('staffordshire', 'ST16 1AA')
    records['medications'] = [medicine('good')]
    for credential in records['credentials']:
        if credential['id'] in ('medicines', 'insurance'):
            credential['expires_on'] = TODAY
    vault.new().load(records)
    rules = ('ST20', 'ST23')
    equal(check(vault, TODAY, *rules), [])
    equal(check(vault, '2026-06-11', *rules),
          ['ST20 stop medication/good', 'ST23 warn medication/good'])


def aid(scheme, postcode, **changes):
    records = councils.in_order(scheme, postcode, **changes)
    for name in ('untrained', 'shown', 'signed'):
        records.person(name, plan={'tasks': [{'title': 'Hoist', 'involves': ['mobility_aid']}]})
    shown = {'equipment': 'Hoist', 'trained_on': TODAY, 'trained_by': 'Jo', 'trainer': 'family'}
    return records.person('without').add(equipment_training=[
        {'id': 't1', 'client': 'shown', **shown},
        {'id': 't2', 'client': 'signed', **shown, 'signed_on': TODAY}])


def test_staffordshire_mobility_aids(vault):
    """Training with the person, and insurance that says so."""
    vault.new().load(aid('staffordshire', 'ST16 1AA',
                         papers={'insurance': {'covers': ['medicines'],
                                               'expires_on': '2026-06-10'}}))
    rules = ('ST23', 'ST24')
    insurance = ['ST23 warn provider/provider', 'ST24 stop provider/provider']
    equal(check(vault, TODAY, *rules), [insurance[0], 'ST24 stop client/untrained', insurance[1]])
    equal(check(vault, '2026-06-09', *rules),
          [insurance[0], *(f'ST24 stop client/{name}' for name in ('shown', 'signed',
                                                                   'untrained')), insurance[1]])
    vault.load({'credentials': [
        course('mobility_aids', issued_on='2026-06-11'),
        paper('more', 'public_liability', issued_on='2026-06-11', covers=['mobility_aids'])]})
    equal(check(vault, '2026-06-11', *rules), [])


def test_cambridgeshire_mobility_aids(vault):
    """Signed by whoever trained; a course of one's own is not that."""
    vault.new().load(aid('cambridgeshire', 'CB1 1AA').add(credentials=[course('mobility_aids')]))
    equal(check(vault, TODAY, 'CA28'), ['CA28 stop client/shown', 'CA28 stop client/untrained'])
    contains(messages(vault, 'CA28')[0], 'whoever gave the training has not signed it')
    contains(messages(vault, 'CA28')[1], 'no training with it is recorded')


def test_what_has_no_place(vault):
    """CA13: nothing asks for a PIN, a bank card or a password.  ST32 and CA17: nobody else is
    sent on a visit, and nobody else's rota is kept."""
    schema = json.loads(vault.run('schema', key=False))
    secret = re.compile(r'\b(pin|pins|password|passcode|cvv|card number|bank card|credit card)\b')
    others = re.compile(r'\b(member|team|staff|worker|carers?|assigned|assignee|provider)\b')
    seen = 0
    for kind, definition in schema['$defs'].items():
        for name, field in definition['properties'].items():
            words = name.replace('_', ' ') + ' ' + field.get('title', '').lower()
            assert not secret.search(words), f'{kind}.{name} is a place for {words}'
            seen += 1
            if kind in ('visit', 'pattern', 'visit_task', 'time_off'):
                assert not others.search(name.replace('_', ' ')), f'{kind}.{name} is of others'
            if name in ('member', 'team_member', 'carer', 'worker'):
                assert kind in ('credential', 'cpd'), f'{kind}.{name}'
    assert seen > 400, seen
    assert not {'rota', 'shift', 'assignment', 'handover', 'subcontract'} & set(schema['$defs'])
    vault.new().load(councils.in_order('cambridgeshire', 'CB1 1AA').person('ann'))
    equal(check(vault, TODAY, 'CA13', 'CA17', 'ST32', 'FL02'), [])


main(globals())

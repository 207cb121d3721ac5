#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cambridgeshire's rules, each on both sides of its edge (domain.md 1.3)."""

import councils
from councils import TODAY, check, later, messages, paper
from tendcli import contains, equal, main

SENT = {'id': 'q4', 'scheme': 'cambridgeshire', 'quarter': '2025-Q4', 'sent_on': '2026-04-02'}


def in_order(**changes):
    """After the cap of £21 there is another, of £23."""
    return councils.in_order('cambridgeshire', 'CB23 4XQ', **changes).add(
        returns=[SENT], scheme_figures=[
            {'id': 'cap', 'scheme': 'cambridgeshire', 'figure': 'cap_pence', 'value': 2300,
             'valid_from': '2026-04-01', 'source': 'Their letter'}])


def test_nothing_is_missing(vault):
    vault.new().load(in_order().person('ann').person('bea'))
    equal(check(vault), [])


def test_nothing_is_there(vault):
    vault.new().load({'provider': {'own_name': 'Christine Marsh',
                                   'schemes': ['cambridgeshire']}})
    provider = 'provider/provider'
    equal(check(vault), [
        f'CA03 breach {provider}', f'CA05 breach {provider}', f'CA07 breach {provider}',
        f'CA07 breach {provider}', f'CA07 breach {provider}', f'CA10 warn {provider}',
        f'CA14 advice {provider}', f'CA19 warn {provider}', f'CA32 advice {provider}',
        f'CA33 warn {provider}'])
    contains(messages(vault, 'CA05')[0], 'at least £4,000,000 is asked for')


def test_people(vault):
    records = in_order()
    records.person('good')
    records.person('unsigned', agreement={'signed_on': None})
    records.person('no-contract', agreement=None)
    records.person('not-begun', agreement=None, visit=None, trip=None)
    records.person('next-week', agreement=None, visit=None, trip=None,
                   client={'started_on': '2026-06-11'})
    records.person('untold', client={'complaints_told_on': None})
    records.person('poached', client={'origin': 'previous_employer'})
    records.person('elsewhere', client={'schemes': ['staffordshire'], 'complaints_told_on': None,
                                        'origin': 'previous_employer'}, agreement=None)
    vault.new().load(records)
    equal(check(vault), [
        'CA08 warn client/untold', 'CA09 breach agreement/unsigned-agreement',
        'CA09 breach client/no-contract', 'CA09 breach client/not-begun',
        'CA15 warn client/poached'])
    contains(' '.join(check(vault, '2026-06-11', 'CA09')), 'client/next-week')


def test_papers(vault):
    """S05's certificate; £4,000,000 to the pound; policies read again by their day."""
    papers = {'dbs': {'issued_on': '2024-03-15'},
              'insurance': {'cover_pence': 399999999, 'expires_on': '2026-06-10'}}
    records = in_order(papers=papers).person('ann')
    records['policies'][2]['review_on'] = TODAY
    records.add(credentials=[paper('more', 'public_liability', issued_on='2026-06-11',
                                   expires_on='2027-06-10', cover_pence=400000000,
                                   covers=councils.EVERY_COVER)])
    vault.new().load(records)
    equal([check(vault, on, 'CA03') for on in ('2025-12-14', '2025-12-15', '2026-03-15',
                                               '2026-03-16')],
          [[], ['CA03 warn credential/dbs'], ['CA03 warn credential/dbs'],
           ['CA03 breach credential/dbs']])
    equal(check(vault, TODAY, 'CA05', 'CA06', 'CA07'), ['CA05 breach credential/insurance'])
    equal(messages(vault, 'CA05'), ['£3,999,999.99 is under £4,000,000.'])
    equal(check(vault, '2026-06-11', 'CA05', 'CA06', 'CA07'), ['CA07 breach policy/complaints'])
    equal([check(vault, on, 'CA05') for on in ('2027-04-10', '2027-04-11', '2027-06-10',
                                               '2027-06-11')],
          [[], ['CA05 warn credential/more'], ['CA05 warn credential/more'],
           ['CA05 breach credential/more']])


def test_gap_between_policies(vault):
    """A day without any, to come or of the past year; not before the first nor after the last."""
    def found(starts, *days, ends='2026-06-30'):
        records = in_order(papers={'insurance': {'expires_on': ends}}).person('ann').add(
            credentials=[paper('next', 'public_liability', issued_on=starts,
                               expires_on='2027-12-31', cover_pence=500000000,
                               covers=councils.EVERY_COVER)])
        vault.another(f'{starts}-{ends}').load(records)
        return [[one for one in check(vault, day, 'CA05') if 'next' in one] for day in days]

    gap = ['CA05 breach credential/next']
    equal(found('2026-07-01', TODAY), [[]])
    equal(found('2026-07-02', TODAY, '2027-07-01', '2027-07-02'), [gap, gap, []])
    equal(messages(vault, 'CA05', '2027-07-01'), [
        'No public liability insurance is in force from 1 July 2026 to 1 July 2026.'
        ' Ask your insurer to close the gap.'])
    # A third that is in force over the days closes it.
    vault.load({'credentials': [paper('between', 'public_liability', issued_on='2026-05-01',
                                      expires_on='2026-07-01', cover_pence=500000000)]})
    equal(check(vault, TODAY, 'CA05'), [])


def test_cover_without_a_sum(vault):
    vault.new().load(in_order(papers={'insurance': {'cover_pence': None}}).person('ann'))
    equal(check(vault), ['CA05 breach credential/insurance'])
    contains(messages(vault, 'CA05')[0], 'Write down how much')


def test_services_covered(vault):
    """What was done in the last quarter of a year, and no insurance says that it covers."""
    papers = {'insurance': {'covers': ['support']}}
    records = in_order(papers=papers).person('ann')
    records.add(services=[{'id': 'sleep', 'name': 'Sleep-in', 'kind': 'sleep_in'},
                          {'id': 'night', 'name': 'Night', 'kind': 'waking_night'}],
                visits=[{'id': name, 'client': 'ann', 'service': name, 'status': 'done',
                         'note': 'Well', 'planned_start': f'2026-06-0{n}T20:00',
                         'planned_end': f'2026-06-0{n}T21:00'}
                        for n, name in enumerate(('sleep', 'night', 'care'), start=1)])
    vault.new().load(records)
    equal(check(vault, TODAY, 'CA06'), ['CA06 warn provider/provider'] * 2)
    contains(' '.join(messages(vault, 'CA06')), 'Personal care', 'Nights and sleep-ins')
    equal(check(vault, later('2026-06-03', 92), 'CA06'), ['CA06 warn provider/provider'])
    equal(check(vault, later('2026-06-03', 93), 'CA06'), [])
    equal(check(vault, '2026-05-31', 'CA06'), [])


def test_employer_on_the_dbs(vault):
    """The carer's own business, NACAS or the CQC, for everybody of the team."""
    names = {'own': 'christine marsh ', 'nacas': 'NACAS', 'cqc': 'Care Quality Commission',
             'trading': 'Marsh Care', 'other': 'Marsh Care Homes Ltd', 'unsaid': None}
    team = [{'id': name, 'name': name} for name in names]
    dbs = [paper('dbs-' + name, 'dbs', member=name, named_employer=employer)
           for name, employer in names.items()]
    vault.new().load(in_order(provider={'trading_name': 'Marsh Care'}).person('ann').add(
        team=team, credentials=dbs))
    equal(check(vault, TODAY, 'CA03', 'CA04'),
          ['CA04 breach credential/dbs-other', 'CA04 warn credential/dbs-unsaid'])
    equal(messages(vault, 'CA04')[0],
          'A DBS that names Marsh Care Homes Ltd counts as invalid here.')
    # A newer one puts it right.
    vault.load({'credentials': [paper('new', 'dbs', member='other', named_employer='NACAS',
                                      issued_on='2026-02-01')]})
    equal(check(vault, TODAY, 'CA04'), ['CA04 warn credential/dbs-unsaid'])


def test_office(vault):
    vault.new().load(in_order(provider={'postcode': 'ST16 1AA'}))
    equal(check(vault), ['CA02 breach provider/provider'])
    contains(messages(vault, 'CA02')[0], 'ST16 1AA')


def decision(identity, client, outcome, day, what='Care at home'):
    return {'id': identity, 'client': client, 'decision': what, 'outcome': outcome,
            'assessed_on': day}


def test_capacity(vault):
    """Somebody who cannot decide, and nobody to act: before care begins, and during it."""
    new = {'visit': None, 'trip': None, 'client': {'status': 'enquiry'}, 'agreement': None}
    records = in_order().person('new', **new).person('known').person('acted-for')
    records.person('attorney').person('ended').person('again').person('decides').person('two')
    person = {'name': 'Jo', 'relation': 'attorney'}
    friend = {'name': 'Al', 'relation': 'friend'}
    records.add(
        capacity_decisions=[decision('d-' + name, name, 'cannot_decide', TODAY) for name in (
            'new', 'known', 'acted-for', 'attorney', 'ended')]
        + [decision('d1', 'again', 'cannot_decide', '2026-05-01'),
           decision('d2', 'again', 'can_decide', TODAY),
           decision('d3', 'decides', 'can_decide', TODAY),
           decision('d4', 'two', 'cannot_decide', '2026-05-01'),
           decision('d5', 'two', 'can_decide', TODAY, 'Money')],
        people=[{'id': 'p1', 'client': 'acted-for', **friend},
                {'id': 'p2', 'client': 'attorney', **person},
                {'id': 'p3', 'client': 'ended', **friend}],
        representatives=[
            {'id': 'r1', 'client': 'acted-for', 'person': 'p1', 'kind': 'deputy_health',
             'ends_on': TODAY},
            {'id': 'r3', 'client': 'ended', 'person': 'p3', 'kind': 'lpa_health',
             'ends_on': later(TODAY, -1)}])
    vault.new().load(records)
    equal(check(vault, later(TODAY, -1), 'CA11'),
          ['CA11 breach client/again', 'CA11 breach client/two'])
    equal(check(vault), ['CA11 breach client/ended', 'CA11 breach client/known',
                         'CA11 breach client/two', 'CA11 stop client/new'])
    equal(check(vault, later(TODAY, 1), 'CA11')[0], 'CA11 breach client/acted-for')
    contains(messages(vault, 'CA11')[0], 'You may not provide services to someone who lacks '
             'capacity and has no one to act for them')
    contains(messages(vault, 'CA11')[1], 'Ring the social worker or Development Officer today',
             'keep them safe; keep recording')
    vault.load({'overrides': [{'id': 'why', 'rule': 'CA11', 'subject': 'client/new',
                               'reason': 'Her son has applied', 'decided_on': TODAY}]})
    overrides = [finding.get('override') for finding in
                 vault.json('check', '--on', TODAY)['findings'] if finding['severity'] == 'stop']
    equal(overrides, ['Her son has applied'])
    overrides = [finding.get('override') for finding in
                 vault.json('check', '--on', '2026-06-09')['findings']]
    equal(set(overrides), {None})


def test_who_may_act(vault):
    """A health and welfare attorney, such a deputy and an advocate act for somebody who cannot
    decide about care; whoever looks after money does not."""
    kinds = {'lpa_health': True, 'deputy_health': True, 'advocate': True, 'lpa_property': False,
             'epa': False, 'deputy_property': False, 'appointee': False, 'other': False}
    records = in_order()
    for kind in kinds:
        person = kind.replace('_', '-')
        records.person(person)
        records.add(
            capacity_decisions=[decision('d-' + person, person, 'cannot_decide', TODAY)],
            people=[{'id': 'p-' + person, 'client': person, 'name': 'Jo',
                     'relation': 'attorney'}],
            representatives=[{'id': 'r-' + person, 'client': person, 'person': 'p-' + person,
                              'kind': kind}])
    records.person('new', visit=None, trip=None)
    records.add(capacity_decisions=[decision('d-new', 'new', 'cannot_decide', TODAY)],
                people=[{'id': 'p-new', 'client': 'new', 'name': 'Al', 'relation': 'family'}],
                representatives=[{'id': 'r-new', 'client': 'new', 'person': 'p-new',
                                  'kind': 'appointee'}])
    vault.new().load(records)
    equal(check(vault), sorted(f'CA11 breach client/{kind.replace("_", "-")}'
                               for kind, acts in kinds.items() if not acts)
          + ['CA11 stop client/new'])
    contains(messages(vault, 'CA11')[0], 'Nothing says that “Appointee for benefits” covers '
             'decisions about care.')


def test_gifts(vault):
    kinds = ('gift', 'money', 'loan', 'valuables')
    vault.new().load(in_order().person('ann').add(gifts=[
        {'id': f'{kind}-{answer}', 'client': 'ann', 'kind': kind, 'offered_on': TODAY,
         'what': 'a ring', 'answer': answer} for kind in kinds
        for answer in ('accepted', 'declined')]))
    equal(check(vault), sorted(f'CA12 breach gift/{kind}-accepted' for kind in kinds))


def test_invoices_and_notes(vault):
    """A note within 24 hours of the end, at noon of the day that is asked about."""
    records = in_order()
    for name, end in (('late', '11:59'), ('on-time', '12:00')):
        records.person(name, visit={'note': None, 'planned_start': '2026-06-09T11:00',
                                    'planned_end': f'2026-06-09T{end}'})
    records.person('noted', visit={'planned_start': '2026-06-08T08:00',
                                   'planned_end': '2026-06-08T09:00'})
    vault.new().load(records)
    equal(check(vault, TODAY, 'CA16'), ['CA16 warn client/late'])
    equal(messages(vault, 'CA16'), ['1 visit to Late has no note after 24 hours.'])
    # Four weeks and seven days.
    equal(check(vault, later('2026-06-08', 35), 'CA16'), [])
    equal(check(vault, later('2026-06-08', 36), 'CA16'), ['CA16 warn client/noted'])


def rate(identity, pence, **fields):
    return {'id': identity, 'amount_pence': pence, **fields}


def test_cap(vault):
    """£21.00 and £21.01 of what the council arranged, from the first day of the cap to its
    last; nights and holidays too, and nothing that it did not arrange."""
    council = {'commissioned_by': 'The council', 'starts_on': '2025-01-01'}
    records = councils.in_order('cambridgeshire', 'CB23 4XQ')
    records.person('ann', agreement=council)
    records.person('bea', agreement={'starts_on': '2025-01-01'})
    records.person('cyn', agreement={**council, 'service': 'care'})
    records['rates'] = [
        rate('at', 2100, client='ann'), rate('over', 2101, client='ann', applies='sunday'),
        rate('private', 2500, client='bea'), rate('general', 2600, service='home'),
        rate('care', 2102, service='care'), rate('night', 2700, unit='night', client='ann'),
        rate('anns-care', 2800, client='ann', service='care')]
    vault.new().load(records)
    over = ['CA18 stop rate/care', 'CA18 stop rate/over']
    for day, found in (('2025-03-31', []), ('2025-04-01', over), ('2026-03-31', over),
                       ('2026-04-01', ['CA19 warn provider/provider'])):
        equal(check(vault, day, 'CA18', 'CA19'), found)
    equal(messages(vault, 'CA18', '2026-03-31'), ['£21.02 is over the £21 cap.',
                                                  '£21.01 is over the £21 cap.'])
    equal(messages(vault, 'CA19', '2026-04-01'),
          ['The highest price the Cambridgeshire memorandum allows was good until 31 March 2026. '
           'Enter the new one.'])
    vault.load({'scheme_figures': [
        {'id': 'cap', 'scheme': 'cambridgeshire', 'figure': 'cap_pence', 'value': 2101,
         'valid_from': '2026-04-01', 'source': 'Their letter'}]})
    equal(check(vault, '2026-04-01', 'CA18', 'CA19'), ['CA18 stop rate/care'])


def test_guide(vault):
    """£20 for help at home, £21 for personal care, a penny over; not what the council pays."""
    records = in_order().person('ann', agreement={'commissioned_by': 'The council'})
    records.person('bea')
    records['rates'] = [
        rate('home', 2000, service='home'), rate('care', 2100, service='care'),
        rate('home-1', 2001, service='home', applies='sunday', client='bea'),
        rate('care-1', 2101, service='care', applies='sunday'),
        rate('council', 2300, client='ann', service='home')]
    vault.new().load(records)
    equal(check(vault, TODAY, 'CA18', 'CA20'),
          ['CA20 advice rate/care-1', 'CA20 advice rate/home-1'])
    contains(messages(vault, 'CA20')[0], '£21.01 for Morning care', 'guide of £21')


def test_unequal_rates(vault):
    records = in_order().person('ann')
    records['rates'] += [rate('own', 1999, client='ann'),
                         rate('why', 1900, client='ann', service='home', note='Far')]
    vault.new().load(records)
    equal(check(vault), ['CA22 advice rate/own'])


def visit(identity, client, start, end, **fields):
    return {'id': identity, 'client': client, 'status': 'done', 'note': 'Well',
            'planned_start': f'2026-06-09T{start}', 'planned_end': f'2026-06-09T{end}', **fields}


def test_overlap(vault):
    """One minute at once, both in full; not one after the other, nor where it is shared."""
    records = in_order().person('ann', visit=None).person('bea', visit=None)
    records.add(visits=[
        visit('a1', 'ann', '08:00', '08:31'), visit('b1', 'bea', '08:30', '09:00'),
        visit('a2', 'ann', '10:00', '10:30'), visit('b2', 'bea', '10:30', '11:00'),
        visit('a3', 'ann', '12:00', '13:00', billing='shared'),
        visit('b3', 'bea', '12:00', '13:00', billing='shared'),
        visit('a4', 'ann', '14:00', '15:00', billing='none'),
        visit('b4', 'bea', '14:00', '15:00'),
        visit('a5', 'ann', '16:00', '16:30'), visit('b5', 'bea', '16:30', '17:00')])
    vault.new().load(records)
    equal(check(vault, TODAY, 'CA21'), ['CA21 stop visit/b1'])
    equal(messages(vault, 'CA21')[0], 'Double charging: Ann and Bea overlap by 1 minute on'
          ' 9 June 2026. Share the charge between them.')


def test_overlaps_of_two_people(vault):
    """Told once for two people, whoever is first; what is gone on with is told apart."""
    records = in_order()
    for name in ('ann', 'bea', 'cyn'):
        records.person(name, visit=None)
    records.add(visits=[
        visit('a1', 'ann', '08:00', '08:31'), visit('b1', 'bea', '08:30', '09:00'),
        visit('b2', 'bea', '10:00', '10:30'), visit('a2', 'ann', '10:10', '10:20'),
        visit('a3', 'ann', '12:00', '13:00'), visit('b3', 'bea', '12:45', '13:30'),
        visit('c3', 'cyn', '13:20', '13:40')])
    vault.new().load(records)
    equal(check(vault, TODAY, 'CA21'), ['CA21 stop visit/b3', 'CA21 stop visit/c3'])
    # 1 + 10 + 15 minutes, and 10.
    equal(messages(vault, 'CA21'), [
        'Double charging: Ann and Bea overlap 3 times, 26 minutes in all, the last time on'
        ' 9 June 2026. Share the charge between them.',
        'Double charging: Bea and Cyn overlap by 10 minutes on 9 June 2026. Share the charge'
        ' between them.'])
    vault.load({'overrides': [{'id': 'o', 'rule': 'CA21', 'scheme': 'cambridgeshire',
                               'subject': 'visit/b1', 'reason': 'Her sister paid',
                               'decided_on': TODAY}]})
    equal(check(vault, TODAY, 'CA21'), ['CA21 stop visit/b1', 'CA21 stop visit/b3',
                                        'CA21 stop visit/c3'])
    contains(messages(vault, 'CA21')[1], 'overlap 2 times, 25 minutes in all')


def done_on(*days):
    """A visit on each of the days; Ann's own is of May."""
    return [{'id': f'on-{day}', 'client': 'ann', 'status': 'done', 'note': 'All well',
             'planned_start': f'{day}T08:00', 'planned_end': f'{day}T08:30'} for day in days]


def test_return(vault):
    """Asked for from the day after the quarter, late from the 6th; by quarters that were sent."""
    vault.new().load(in_order().person('ann').add(visits=done_on('2026-08-03', '2026-11-02')))
    provider = 'provider/provider'
    equal([check(vault, day, 'CA23') for day in (
        '2026-06-30', '2026-07-01', '2026-07-05', '2026-07-06')],
        [[], [f'CA23 warn {provider}'], [f'CA23 warn {provider}'], [f'CA23 breach {provider}']])
    contains(messages(vault, 'CA23', '2026-07-06')[0], 'was due on 5 July 2026')
    # It is not forgotten with the next; one with no visit is not asked for.
    warn, late = f'CA23 warn {provider}', f'CA23 breach {provider}'
    equal([check(vault, day, 'CA23') for day in (
        '2026-10-05', '2026-10-06', '2027-01-05', '2027-01-06', '2027-04-06')],
        [[late, warn], [late] * 2, [late, late, warn], [late] * 3, [late] * 3])
    # Two years are looked back at.
    equal([len(check(vault, day, 'CA23')) for day in ('2028-06-30', '2028-07-01')], [3, 2])
    sent = {'id': 'q1', 'scheme': 'cambridgeshire', 'quarter': '2026-Q1'}
    vault.load({'returns': [{**sent, 'prepared_on': '2026-07-01'},
                            {**sent, 'id': 'other', 'scheme': 'staffordshire',
                             'sent_on': '2026-07-01'}]})
    equal(check(vault, '2026-07-06', 'CA23'), [f'CA23 breach {provider}'])
    vault.load({'returns': [{**sent, 'id': 'sent', 'sent_on': '2026-07-06'}]})
    equal(check(vault, '2026-07-05', 'CA23'), [f'CA23 warn {provider}'])
    equal(check(vault, '2026-07-06', 'CA23'), [])


def test_return_of_one_who_joined(vault):
    """Only for quarters that end on the day of joining or later, where anything says that day."""
    provider = 'provider/provider'
    asked = [f'CA23 warn {provider}']

    def found(on, issued_on, kind='declaration', scheme='cambridgeshire', sent=None):
        """One who signed or read a paper on a day, by what is asked on another."""
        records = in_order(papers={'declaration': None, 'conduct': None, 'standards': None})
        records['returns'] = [sent] if sent else []
        records.person('ann').add(visits=done_on('2026-08-03'), credentials=[
            {'id': 'joined', 'kind': kind, 'issued_on': issued_on, 'scheme': scheme}])
        vault.another(f'{kind}-{scheme}-{issued_on}-{bool(sent)}').load(records)
        return check(vault, on, 'CA23')

    for kind in ('declaration', 'conduct', 'standards'):
        equal(found('2026-07-01', '2026-07-01', kind), [])
    equal(check(vault, '2026-07-06', 'CA23'), [])
    equal(check(vault, '2026-10-01', 'CA23'), asked)
    equal(check(vault, '2026-10-06', 'CA23'), [f'CA23 breach {provider}'])
    equal(found('2026-07-01', '2026-06-30'), asked)
    # A certificate that was renewed, or what was signed for another scheme, says nothing.
    equal(found('2026-07-01', '2026-07-01', 'dbs'), asked)
    equal(found('2026-07-01', '2026-07-01', scheme='flintshire'), asked)
    equal(found('2026-07-01', '2026-07-01', scheme=None), asked)
    # Whoever sent one before was there before the paper that was signed again.
    equal(found('2026-07-01', '2026-07-01', sent=SENT), asked)
    # Where no paper tells, the first return that was sent does.
    second = {'id': 'q2', 'scheme': 'cambridgeshire', 'quarter': '2026-Q2',
              'sent_on': '2026-10-01'}
    equal(found('2026-10-06', '2026-07-01', 'dbs', sent=second), [])


def test_literal_quarter(vault):
    """The memorandum's third quarter ends on 30 December: the 31st is after it."""
    vault.new().load({'provider': {'own_name': 'Ceri Marlow', 'schemes': ['cambridgeshire'],
                                   'quarter_ends': 'literal'},
                      'clients': [{'id': 'ann', 'given_name': 'Ann'}],
                      'visits': done_on('2026-11-02'),
                      'returns': [{'id': 'q2', 'scheme': 'cambridgeshire', 'quarter': '2026-Q2',
                                   'sent_on': '2026-10-01'}]})
    equal(check(vault, '2026-12-30', 'CA23'), [])
    equal([found.split()[:2] for found in check(vault, '2026-12-31', 'CA23')], [['CA23', 'warn']])


def test_service_requests(vault):
    """Eight hours by the clock, three where it is urgent, at noon of the day; to the minute."""
    asked = {'what': 'Help in the mornings'}
    records = in_order().add(service_requests=[
        {'id': 'open', **asked, 'received_at': '2026-06-10T04:00'},
        {'id': 'late', **asked, 'received_at': '2026-06-10T03:59'},
        {'id': 'urgent', **asked, 'urgent': True, 'received_at': '2026-06-10T09:00'},
        {'id': 'urgent-late', **asked, 'urgent': True, 'received_at': '2026-06-10T08:59'},
        {'id': 'in-time', **asked, 'received_at': '2026-06-09T08:00',
         'answered_at': '2026-06-09T16:00'},
        {'id': 'too-late', **asked, 'received_at': '2026-06-09T08:00',
         'answered_at': '2026-06-09T16:01'},
        {'id': 'coming', **asked, 'received_at': '2026-06-10T12:01'},
        {'id': 'others', **asked, 'received_at': '2026-06-09T08:00', 'scheme': 'flintshire'}])
    vault.new().load(records)
    equal(check(vault), [
        'CA24 breach service_request/late', 'CA24 breach service_request/too-late',
        'CA24 breach service_request/urgent-late', 'CA24 warn service_request/open',
        'CA24 warn service_request/urgent'])
    contains(' '.join(messages(vault, 'CA24')), '12:00: 0 minutes left.')


def test_what_is_kept(vault):
    """Six years, and three months to leave."""
    kept = {'keeping': 'cambridgeshire', 'decided_on': '2026-01-01', 'reason': 'Ours'}
    leaving = {'kind': 'leaving', 'issued_on': '2026-06-01'}
    vault.new().load(in_order().person('ann').add(
        retention_periods=[{'id': 'five', 'client': 'ann', 'years': 5, **kept},
                           {'id': 'six', 'years': 6, **kept},
                           {'id': 'tax', 'years': 5, **kept, 'keeping': 'tax'}],
        credentials=[paper('short', expires_on='2026-08-31', **leaving),
                     paper('long', expires_on='2026-09-01', **leaving)]))
    equal(check(vault), ['CA29 breach retention_period/five', 'CA30 warn credential/short'])
    contains(messages(vault, 'CA30')[0], '3 months', '1 September 2026')


def test_board(vault):
    """A formal complaint of a third party goes to the board before it is answered."""
    said = {'kind': 'complaint', 'received_on': TODAY, 'words': 'We object'}
    vault.new().load(in_order().person('ann').add(feedback=[
        {'id': 'firm', **said, 'relation': 'professional'},
        {'id': 'passed', **said, 'relation': 'professional', 'passed_on': TODAY},
        {'id': 'sent', **said, 'relation': 'professional', 'passed_to': 'The Project Board'},
        {'id': 'settled', **said, 'relation': 'other', 'closed_on': TODAY},
        {'id': 'client', **said, 'client': 'ann', 'relation': 'self'},
        {'id': 'thanks', **said, 'kind': 'compliment', 'relation': 'professional'}]))
    equal(check(vault, later(TODAY, -1)), [])
    equal(check(vault), ['CA31 warn feedback/firm'])


main(globals())

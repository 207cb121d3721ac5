#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Staffordshire's rules, each on both sides of its edge (domain.md 1.1)."""

import councils
from councils import TODAY, check, later, messages, paper
from tendcli import contains, equal, main


def in_order(**changes):
    return councils.in_order('staffordshire', 'ST16 1AA', **changes)


def test_nothing_is_missing(vault):
    vault.new().load(in_order().person('ann').person('bea'))
    equal(check(vault), [])
    contains(vault.run('check', '--on', TODAY), 'Nothing is missing')


def test_nothing_is_there(vault):
    """Each rule about the carer alone, and not one about a client."""
    vault.new().load({'provider': {'own_name': 'Christine Marsh', 'schemes': ['staffordshire']}})
    equal(check(vault), [
        'ST04 breach provider/provider', 'ST05 breach provider/provider',
        'ST26 warn provider/provider', 'ST27 warn provider/provider',
        'ST28 breach provider/provider', 'ST30 warn provider/provider',
        'ST36 warn provider/provider', 'ST38 advice provider/provider',
        'ST41 advice provider/provider'])
    # The terms and the two forms are printed without anything being kept.
    contains(messages(vault, 'ST26')[0], 'Portfolio 2/9: missing DBS, proof of self-employment')
    contains(messages(vault, 'ST28')[0], 'praise')


def test_people(vault):
    """One thing is wrong with each, and only the one who is named for it is told of."""
    records = in_order()
    day = lambda: later('2026-05-14', len(records['clients']) % 27)
    records.person('good')
    records.person('outside', client={'postcode': 'B1 1AA'})
    records.person('no-postcode', client={'postcode': None})
    records.person('no-plan', plan=None)
    records.person('draft', plan={'status': 'draft', 'agreed_on': None})
    records.person('plan-same-day', plan={'agreed_on': day()})
    records.person('plan-day-after', plan={'agreed_on': later(day(), 1)})
    records.person('no-needs', plan={'needs': None})
    records.person('no-wishes', plan={'preferences': None})
    records.person('no-tasks', plan={'tasks': []})
    records.person('no-risks', plan={'boundaries': None}, risk=None)
    records.person('risk-beside', plan={'boundaries': None})
    records.person('review-today', plan={'review_on': TODAY})
    records.person('review-over', plan={'review_on': later(TODAY, -1)})
    records.person('no-format', about=None)
    records.person('speaks', about={'communication_format': None, 'communicate': 'Slowly'})
    records.person('unsigned', agreement={'signed_on': None})
    records.person('no-contract', agreement=None)
    records.person('signed-same-day', agreement={'signed_on': day()})
    records.person('signed-day-after', agreement={'signed_on': later(day(), 1)})
    records.person('not-begun', agreement={'signed_on': None}, plan=None, visit=None, trip=None)
    records.person('notice-6', agreement={'notice_days': 6})
    records.person('notice-7', agreement={'notice_days': 7})
    records.person('notice-14', agreement={'notice_days': 14})
    records.person('notice-15', agreement={'notice_days': 15})
    records.person('no-emergency', contingency=None)
    records.person('nobody-to-ring', contingency={'contacts': []})
    records.person('untold', client={'complaints_told_on': None})
    records.person('told-today', client={'complaints_told_on': TODAY})
    records.person('told-tomorrow', client={'complaints_told_on': later(TODAY, 1)})
    records.person('noted', client={'wants_records': True})
    records.person('unnoted', client={'wants_records': True}, visit={'note': None})
    records.person('unasked', visit={'note': None})
    records.person('enquiry', client={'status': 'enquiry', 'complaints_told_on': None},
                   visit=None, plan=None, agreement=None, contingency=None, about=None)
    over = {'status': 'ended', 'ended_on': '2026-06-05', 'complaints_told_on': None}
    records.person('left', client={**over, 'ended_without_notice': True})
    records.person('left-unsafe', client={**over, 'ended_without_notice': True,
                                          'end_ground': 'unsafe'})
    records.person('ended', client=over, plan=None)
    records.person('elsewhere', client={'schemes': ['worcestershire'], 'postcode': 'B1 1AA'},
                   plan=None, agreement=None, contingency=None, about=None)
    vault.new().load(records)
    equal(check(vault), [
        'ST02 warn client/outside',
        'ST07 breach client/draft', 'ST07 breach client/no-plan',
        'ST07 warn care_plan/no-needs-plan',
        'ST07 warn care_plan/no-risks-plan', 'ST07 warn care_plan/no-tasks-plan',
        'ST07 warn care_plan/no-wishes-plan',
        'ST08 warn care_plan/review-over-plan',
        'ST09 advice client/no-format',
        'ST10 breach agreement/unsigned-agreement', 'ST10 breach client/no-contract',
        'ST11 advice agreement/notice-15-agreement', 'ST11 advice agreement/notice-6-agreement',
        'ST25 breach client/no-emergency',
        'ST25 breach contingency_plan/nobody-to-ring-contingency',
        'ST28 warn client/told-tomorrow', 'ST28 warn client/untold',
        'ST31 warn client/left',
        'ST35 warn client/unnoted'])
    equal(check(vault, later(TODAY, 1), 'ST08', 'ST28'),
          ['ST08 warn care_plan/review-over-plan', 'ST08 warn care_plan/review-today-plan',
           'ST28 warn client/untold'])
    equal(messages(vault, 'ST35'), ['Unnoted asked for records; 1 visit has none.'])
    contains(' '.join(messages(vault, 'ST07')), 'The plan for No-Needs has no needs.')


def test_what_was_made_late(vault):
    """A plan and a contract of the day after the first visit are missing until then, and no
    longer."""
    vault.new().load(in_order().person('ann', plan={'agreed_on': '2026-05-15'},
                                       agreement={'signed_on': '2026-05-15'}))
    rules = ('ST07', 'ST10')
    equal(check(vault, '2026-05-13', *rules), [])
    equal(check(vault, '2026-05-14', *rules),
          ['ST07 breach client/ann', 'ST10 breach agreement/ann-agreement'])
    contains(messages(vault, 'ST10', '2026-05-14')[0], 'visits began on 14 May 2026')
    equal(check(vault, '2026-05-15', *rules), [])


def test_clauses(vault):
    """A contract in the carer's own words is looked through; Tend's own has every clause."""
    whole = ('What I help with. My rates. You pay by invoice each month. Notice is a week.'
             ' Holidays. If I am ill. After a death nothing is owed. Plan B is your niece.')
    records = in_order().person('whole', agreement={'wording': whole})
    for word, instead in (('help with', 'do'), ('rates', 'generosity'), ('pay by invoice', 'send'),
                          ('Notice', 'Time'), ('Holidays', 'Weeks'), ('am ill', 'will'),
                          ('death', 'diet'), ('Plan B', 'Your plan')):
        text = whole.replace(word, instead)
        assert text != whole
        records.person('no-' + word.split()[-1].lower(), agreement={'wording': text})
    records.person('miles', agreement={'wording': whole, 'mileage_charge': True})
    records.person('miles-said', agreement={'wording': whole + ' 45p a mile.',
                                            'mileage_charge': True})
    vault.new().load(records)
    equal(check(vault), [f'ST10 warn agreement/no-{word}-agreement' if word != 'miles' else
                         'ST10 warn agreement/miles-agreement'
                         for word in ('miles', 'b', 'death', 'holidays', 'ill', 'invoice',
                                      'notice', 'rates', 'with')])
    contains(' '.join(messages(vault, 'ST10')), 'No-Death: the contract has no clause on a death.')


def test_papers(vault):
    """The day before the last good one, the day, and the day after; and the ladder's first."""
    papers = {'dbs': {'issued_on': '2024-03-15'}, 'safeguarding': {'expires_on': '2026-06-10'},
              'standards': {'issued_on': '2025-06-10'}}
    vault.new().load(in_order(papers=papers).person('ann'))
    dbs, level, standards = 'credential/dbs', 'credential/safeguarding', 'credential/standards'
    rules = ('ST04', 'ST05', 'ST27')
    equal(check(vault, '2026-06-09', *rules), [f'ST04 warn {level}'])
    equal(check(vault, '2026-06-10', *rules), [f'ST04 warn {level}'])
    equal(messages(vault, 'ST04', '2026-06-09'),
          ['Refresh your Safeguarding Level 2 by 10 June 2026: 1 day left.'])
    equal(check(vault, '2026-06-11', *rules), [f'ST04 warn {level}', f'ST27 warn {standards}'])
    contains(messages(vault, 'ST04', '2026-06-11')[0], 'was to be refreshed by 10 June 2026')
    equal(check(vault, '2026-03-11', *rules), [])
    equal(check(vault, '2026-03-12', *rules), [f'ST04 warn {level}'])
    equal([check(vault, on, 'ST05') for on in ('2026-12-14', '2026-12-15', '2027-03-15',
                                               '2027-03-16')],
          [[], [f'ST05 warn {dbs}'], [f'ST05 warn {dbs}'], [f'ST05 breach {dbs}']])
    contains(messages(vault, 'ST05', '2027-03-16')[0], '15 March 2024', 'last 3 years',
             '15 March 2027')


def test_what_is_recorded_of_the_carer(vault):
    """A Level 1 is not enough; the UTR has ten digits; 90 days since the profile."""
    provider = {'utr': '12345 67890', 'profile_updated_on': '2026-03-12'}
    papers = {'safeguarding': {'level': 'Level 1'}, 'standards': {'version_on': None},
              'reference': None, 'conduct': None}
    records = in_order(provider=provider, papers=papers).person('ann')
    records['policies'] = councils.policies('complaints')
    vault.new().load(records)
    equal(check(vault), [
        'ST04 breach provider/provider', 'ST26 warn provider/provider',
        'ST27 warn credential/standards', 'ST28 breach provider/provider',
        'ST36 warn provider/provider', 'ST41 advice provider/provider'])
    equal(messages(vault, 'ST26'),
          ['Portfolio 7/9: missing policies, a reference or testimonial.'])
    equal(check(vault, '2026-06-11', 'ST38'), ['ST38 advice provider/provider'])
    contains(messages(vault, 'ST38', '2026-06-11')[0], '91 days')
    vault.load({'feedback': [{'id': 'f', 'kind': 'testimonial', 'received_on': TODAY,
                              'words': 'Kind'}]})
    equal(check(vault, later(TODAY, -1), 'ST36'), ['ST36 warn provider/provider'])
    equal(check(vault, TODAY, 'ST36'), [])


def test_personal_care(vault):
    """Enhanced DBS and a word of the CQC, where a task or a service is personal care."""
    papers = {'dbs': {'level': 'Basic'}, 'cqc': None}
    records = in_order(papers=papers).person('ann')
    vault.new().load(records)
    equal(check(vault), [])
    vault.load({'agreements': [{'id': 'later', 'client': 'ann', 'service': 'care', 'version': 2,
                                'starts_on': '2026-06-11', 'signed_on': '2026-06-01'}]})
    rules = ('ST06', 'ST33')
    equal(check(vault, TODAY, *rules), [])
    equal(check(vault, '2026-06-11', *rules),
          ['ST06 warn credential/dbs', 'ST33 warn provider/provider'])
    vault.load({'credentials': [paper('dbs-2', 'dbs', issued_on='2026-06-11', level='ENHANCED'),
                                paper('cqc', 'cqc', issued_on='2026-06-11')]})
    equal(check(vault, '2026-06-11', *rules), [])


def test_team(vault):
    """Six, seven and eight people, each with a DBS: heads count and not hours."""
    team = [{'id': f'm{n}', 'name': f'Member {n}' if n else 'Christine Marsh', 'fte': '0.5',
             'starts_on': '2026-06-0' + ('1' if n < 6 else '2' if n < 7 else '3')}
            for n in range(8)]
    dbs = [paper(f'dbs-{n}', 'dbs', member=f'm{n}', issued_on='2026-01-01') for n in range(7)]
    vault.new().load(in_order().person('ann').add(team=team, credentials=dbs))
    equal([check(vault, f'2026-06-0{n}', 'ST01', 'ST05') for n in (1, 2, 3)],
          [[], ['ST01 warn provider/provider'],
           ['ST01 breach provider/provider', 'ST05 breach team_member/m7']])
    contains(messages(vault, 'ST01', '2026-06-03')[0], 'You have 8.')


def test_after_death(vault):
    """Nothing of the day after is charged; what is of the day itself is."""
    died = {'died_on': '2026-06-05'}
    charge = {'kind': 'retainer', 'amount_pence': 1}
    visit = {'planned_start': '2026-06-06T08:00', 'planned_end': '2026-06-06T08:30'}
    records = in_order().person('visited', client=died, visit=visit)
    records.person('free', client=died, visit={**visit, 'billing': 'none'})
    records.person('same-day', client=died, visit={'planned_start': '2026-06-05T08:00',
                                                   'planned_end': '2026-06-05T08:30'})
    records.person('charged', client=died)
    records.person('invoiced', client=died)
    records.person('corrected', client=died)
    records.person('later', client={'died_on': '2026-06-11'})
    line = {'date': '2026-06-06', 'description': 'Notice', 'amount_pence': 100}
    invoice = {'issued_on': '2026-06-07', 'due_on': '2026-06-21', 'lines': [line],
               'total_pence': 100}
    records.add(
        charges=[{'id': 'after', 'client': 'charged', 'date': '2026-06-06', **charge},
                 {'id': 'on', 'client': 'charged', 'date': '2026-06-05', **charge},
                 {'id': 'well', 'client': 'later', 'date': '2026-06-08', **charge}],
        invoices=[{'id': 'i1', 'number': '1', 'client': 'invoiced', **invoice},
                  {'id': 'i2', 'number': '2', 'client': 'corrected', **invoice},
                  {'id': 'i3', 'number': '3', 'client': 'corrected', **invoice, 'credits': 'i2',
                   'total_pence': -100, 'lines': [{**line, 'amount_pence': -100}]}])
    vault.new().load(records)
    equal(check(vault, TODAY, 'ST12'), ['ST12 stop charge/after', 'ST12 stop client/visited',
                                        'ST12 stop invoice/i1'])
    equal(messages(vault, 'ST12')[0],
          'The contract ended when Charged died on 5 June 2026. No notice may be charged.')


def off(identity, told, **fields):
    return {'id': identity, 'kind': 'holiday', 'starts_on': '2026-08-17',
            'ends_on': '2026-08-30', 'told': told, **fields}


def test_time_off(vault):
    """Scenario S16: told on the 3rd of August is 14 days, on the 4th 13."""
    vault.new().load(in_order().add(time_off=[
        off('14', '2026-08-03'), off('13', '2026-08-04'), off('untold', None),
        off('ill', '2026-08-17', kind='sick'), off('course', '2026-08-04', kind='training')]))
    late = ['ST13 warn time_off/13', 'ST13 warn time_off/course']
    equal(check(vault, '2026-08-10', 'ST13'), late + ['ST13 warn time_off/untold'])
    equal(messages(vault, 'ST13', '2026-08-10')[0],
          'Your clients were to be told by 3 August 2026 that you are off from 17 August 2026;'
          ' they were told 13 days before.')
    equal(check(vault, '2026-08-02', 'ST13'), [])
    # Four weeks after it is over nobody asks.
    equal(check(vault, '2026-09-27', 'ST13'), late + ['ST13 warn time_off/untold'])
    equal(check(vault, '2026-09-28', 'ST13'), [])


def test_unwell(vault):
    """Nobody visits while ill: whoever is expected is told."""
    records = in_order().person('ann').person('bea', trip=None)
    days = {'before': '2026-06-07', 'ill': '2026-06-08', 'done': '2026-06-09',
            'after': '2026-06-11'}
    records.add(time_off=[
        {'id': 'cold', 'kind': 'sick', 'starts_on': '2026-06-08', 'ends_on': '2026-06-10'},
        {'id': 'fair', 'kind': 'holiday', 'starts_on': '2026-06-08', 'ends_on': '2026-06-10',
         'told': '2026-05-01'}],
        visits=[{'id': name, 'client': 'ann', 'planned_start': f'{day}T09:00',
                 'planned_end': f'{day}T09:30', 'note': 'Well',
                 'status': 'done' if name in ('done', 'before') else 'planned'}
                for name, day in days.items()]
        + [{'id': 'off', 'client': 'bea', 'planned_start': '2026-06-08T10:00', 'status':
            'cancelled', 'planned_end': '2026-06-08T10:30'}])
    vault.new().load(records)
    equal(check(vault, '2026-06-07', 'ST40'), [])
    equal(check(vault, '2026-06-08', 'ST40'),
          ['ST40 advice time_off/cold', 'ST40 warn time_off/cold'])
    contains(messages(vault, 'ST40', '2026-06-08')[0], '8 June 2026', 'Ann still expects you')


def trip(identity, kind, client, **fields):
    return {'id': identity, 'kind': kind, 'client': client, 'date': '2026-06-08',
            'miles_tenths': 74, 'chargeable': True, **fields}


def test_miles(vault):
    """To and from work nothing is charged, elsewhere what the contract has a clause for."""
    records = in_order().person('plain').person('clause', agreement={'mileage_charge': True})
    records.person('distance', agreement={'distance_charge': True})
    records.add(trips=[
        trip('to', 'home_to_client', 'clause'), trip('back', 'client_to_home', 'clause'),
        trip('next', 'between_clients', 'clause'), trip('out', 'with_client', 'clause'),
        trip('free', 'home_to_client', 'clause', chargeable=False),
        trip('far', 'home_to_client', 'distance'), trip('shop', 'with_client', 'plain'),
        trip('far-out', 'with_client', 'distance'),
        trip('before', 'with_client', 'clause', date='2026-01-04')])
    vault.new().load(records)
    equal(check(vault), [
        'ST14 stop trip/back', 'ST14 stop trip/to', 'ST14 warn trip/far', 'ST14 warn trip/next',
        'ST15 stop trip/far-out', 'ST15 stop trip/shop'])
    contains(messages(vault, 'ST14')[0], 'travel to and from work: 7.4 miles on 8 June 2026')
    # Before the contract began.
    equal(check(vault, '2026-04-06', 'ST15'), ['ST15 stop trip/before'])
    equal(check(vault, '2026-04-07', 'ST15'), [])


def test_days_without_miles(vault):
    """Working days of the last four weeks, each once."""
    records = in_order().person('logged').person('unlogged', trip=None)
    records.add(visits=[{'id': f'v{n}', 'client': 'unlogged', 'status': 'done', 'note': 'Well',
                         'planned_start': f'2026-06-0{n // 2}T1{n % 2}:00',
                         'planned_end': f'2026-06-0{n // 2}T1{n % 2}:30'} for n in (4, 5, 6)])
    vault.new().load(records)
    equal(check(vault), ['ST16 advice provider/provider'])
    # 15 May, 2 June and 3 June.
    contains(messages(vault, 'ST16')[0], 'on 3 working days')
    contains(messages(vault, 'ST16', '2026-06-11')[0], 'on 3 working days')
    contains(messages(vault, 'ST16', '2026-06-12')[0], 'on 2 working days')


def rate(identity, pence, **fields):
    return {'id': identity, 'amount_pence': pence, **fields}


def test_rates(vault):
    """Scenario S10: £22.49 no notice, £22.50 notify; a bank holiday's too, by the hour alone."""
    records = in_order().person('ann')
    records['rates'] = [
        rate('under', 2249, service='home'), rate('at', 2250, service='care'),
        rate('holiday', 2250, service='home', applies='bank_holiday'),
        rate('holiday-under', 2249, service='home', applies='bank_holiday'),
        rate('night', 9000, unit='night'), rate('old', 3000, valid_to='2026-06-09'),
        rate('new', 3000, valid_from='2026-06-11'),
        rate('evening', 2251, service='home', starts_at='18:00', ends_at='22:00')]
    vault.new().load(records)
    equal(check(vault), ['ST17 warn rate/at', 'ST17 warn rate/evening', 'ST17 warn rate/holiday'])
    contains(messages(vault, 'ST17')[0], 'At £22.50 an hour', 'hello@LocalHelpMyWay.co.uk',
             'Morning care costs £22.50')
    equal(check(vault, '2026-06-09', 'ST17')[-1], 'ST17 warn rate/old')
    equal(check(vault, '2026-06-11', 'ST17')[-1], 'ST17 warn rate/new')
    vault.load({'credentials': [paper('told', 'rate_notice', level='Enhanced only',
                                      issued_on=TODAY),
                                paper('others', 'rate_notice', scheme='worcestershire')]})
    equal(check(vault), ['ST17 warn rate/at'])
    equal(len(check(vault, '2026-06-09', 'ST17')), 4)
    vault.load({'credentials': [paper('all', 'rate_notice', scheme='staffordshire')]})
    equal(check(vault), [])


def test_unequal_rates(vault):
    """One penny apart is; a reason with either of the two is enough."""
    def rates(suffix, own, **fields):
        return [rate('usual' + suffix, 2000, service='s' + suffix),
                rate('own' + suffix, own, service='s' + suffix, client='ann', **fields)]
    records = in_order().person('ann').person('bea').person('cyn', client={
        'schemes': ['worcestershire']})
    records['rates'] = (
        rates('-same', 2000) + rates('-more', 2001) + rates('-less', 1999)
        + rates('-why', 2100, note='Farther') + rates('-sunday', 2100, applies='sunday')
        + [rate('a', 2000, service='s-two', client='ann', note='Two buses'),
           rate('b', 2100, service='s-two', client='bea'),
           rate('c', 2500, service='s-same', client='cyn')])
    records.add(services=[{'id': 's' + name, 'name': 'Service' + name, 'kind': 'support'}
                          for name in ('-same', '-more', '-less', '-why', '-sunday', '-two')])
    vault.new().load(records)
    equal(check(vault, TODAY, 'ST18'), ['ST18 advice rate/own-less', 'ST18 advice rate/own-more'])
    equal(messages(vault, 'ST18')[0], 'Rates for Service-less go from £19.99 to £20, and 1 person'
          ' has one of their own. Record why (distance, complexity).')


def test_unequal_rates_of_many(vault):
    """Told once for a service, of whoever pays most, until there is a reason with each."""
    own = {'ann': 1800, 'bea': 2150, 'cyn': 1900, 'dot': 2150}

    def found(name, **notes):
        records = in_order()
        for person in own:
            records.person(person)
        records['rates'] = [rate('usual', 2000, service='home')] + [
            rate(person, price, service='home', client=person, note=notes.get(person))
            for person, price in own.items()]
        vault.another(name).load(records)
        return check(vault, TODAY, 'ST18')

    equal(found('none'), ['ST18 advice rate/bea'])
    contains(messages(vault, 'ST18')[0], 'from £18 to £21.50', '4 people have')
    equal(found('one', bea='Two buses'), ['ST18 advice rate/dot'])
    contains(messages(vault, 'ST18')[0], 'from £18 to £21.50', '3 people have')
    equal(found('three', bea='Two buses', cyn='Near', dot='Dressings'), ['ST18 advice rate/ann'])
    contains(messages(vault, 'ST18')[0], 'from £18 to £20', '1 person has')
    equal(found('all', ann='Near', bea='Two buses', cyn='Near', dot='Dressings'), [])


def test_unbilled(vault):
    """The contract's period and seven days: for a fortnight the 21st day is in time."""
    records = in_order()
    for name, billing in (('week', 'week'), ('fortnight', 'fortnight'), ('four', 'four_weeks'),
                          ('month', 'month')):
        records.person(name, agreement={'billing': billing}, trip=None, visit={
            'planned_start': '2026-06-01T08:00', 'planned_end': '2026-06-01T08:30'})
    vault.new().load(records)
    for name, days in (('week', 14), ('fortnight', 21), ('four', 35), ('month', 38)):
        last = check(vault, later('2026-06-01', days), 'ST19')
        after = check(vault, later('2026-06-01', days + 1), 'ST19')
        equal(sorted(set(after) - set(last)), [f'ST19 warn client/{name}'])
    contains(messages(vault, 'ST19', '2026-06-16')[0], '1 visit for Week is not invoiced.')


def test_insurance(vault):
    """On every day of a visit, its last day among them."""
    records = in_order(papers={'insurance': {'issued_on': '2026-05-15',
                                             'expires_on': '2026-05-16'}})
    for day in (14, 15, 16):
        records.person(f'on-{day}')
    vault.new().load(records)
    equal(check(vault, TODAY, 'ST37'), ['ST37 breach provider/provider'])
    equal(messages(vault, 'ST37'), ['No insurance was in force on 14 May 2026.'])
    vault.load({'credentials': [paper('before', 'public_liability', issued_on='2025-05-15')]})
    equal(check(vault, TODAY, 'ST37'), [])
    vault.load({'visits': [{'id': 'uninsured', 'client': 'on-14', 'status': 'done',
                            'planned_start': '2026-05-17T08:00',
                            'planned_end': '2026-05-17T09:00'}]})
    equal(messages(vault, 'ST37'), ['No insurance was in force on 17 May 2026.'])


def test_gifts(vault):
    gift = {'client': 'ann', 'kind': 'gift', 'offered_on': TODAY, 'what': 'a clock'}
    records = in_order().person('ann').person('cyn', client={'schemes': ['worcestershire']})
    vault.new().load(records.add(gifts=[
        {'id': answer, 'answer': answer, **gift}
        for answer in ('declined', 'agreed_pay', 'returned', 'accepted')]
        + [{'id': 'hers', **gift, 'client': 'cyn', 'answer': 'accepted'}]))
    equal(check(vault, later(TODAY, -1), 'ST34'), [])
    equal(check(vault), ['ST34 warn gift/accepted'])
    contains(messages(vault, 'ST34')[0], 'a clock from Ann on 10 June 2026')


def test_safeguarding(vault):
    incident = {'client': 'ann', 'kind': 'safeguarding', 'happened_at': '2026-06-10T08:00',
                'facts': 'A bruise'}
    told = [{'role': 'council', 'told_at': '2026-06-10T09:00'}]
    vault.new().load(in_order().person('ann').add(incidents=[
        {'id': 'untold', **incident}, {'id': 'told', **incident, 'told': told},
        {'id': 'gp', **incident, 'told': [{**told[0], 'role': 'gp'}]},
        {'id': 'closed', **incident, 'closed_on': '2026-06-10'},
        {'id': 'fall', **incident, 'kind': 'accident'}]))
    equal(check(vault, later(TODAY, -1)), [])
    equal(check(vault), ['ST39 breach incident/gp', 'ST39 breach incident/untold'])


def test_portfolio(vault):
    """Each of the nine is missed by itself."""
    equal_parts = {
        'dbs': {'papers': {'dbs': {'issued_on': '2023-06-09'}}}, 'insurance':
        {'papers': {'insurance': {'expires_on': '2026-06-09'}}},
        'the signed standards': {'papers': {'standards': {'scheme': 'worcestershire'}}}}
    for label, changes in equal_parts.items():
        records = in_order(**changes).person('ann', visit=None)
        vault.another(label.replace(' ', '-')).load(records)
        contains(messages(vault, 'ST26')[0].lower(), f'portfolio 8/9: missing {label}.')


main(globals())

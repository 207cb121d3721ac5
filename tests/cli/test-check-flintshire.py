#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Flintshire's rules, each on both sides of its edge (domain.md 1.4)."""

import councils
from councils import TODAY, check, later, messages, paper
from tendcli import contains, equal, main

CARE = {'service': 'care', 'starts_on': '2026-01-05'}
COUNCIL = {'commissioned_by': 'Flintshire'}


def in_order(**changes):
    """After the rates of 2022/23 there are others."""
    return councils.in_order('flintshire', 'CH7 1AA', **changes).add(scheme_figures=[
        {'id': 'rate', 'scheme': 'flintshire', 'figure': 'commissioned_pence', 'value': 2000,
         'valid_from': '2026-04-01', 'source': 'Their letter'}])


def test_nothing_is_missing(vault):
    vault.new().load(in_order().person('ann').person('bea', agreement=COUNCIL))
    equal(check(vault), [])


def test_nothing_is_there(vault):
    vault.new().load({'provider': {'own_name': 'Siân Bowen', 'schemes': ['flintshire']}})
    provider = 'provider/provider'
    equal(check(vault), [f'FL07 stop {provider}', f'FL08 advice {provider}',
                         f'FL10 warn {provider}'])
    equal(check(vault, '2022-03-31', 'FL08'), [])
    equal(check(vault, '2022-04-01', 'FL08'), [])
    equal(check(vault, '2023-03-31', 'FL08'), [])
    equal(check(vault, '2023-04-01', 'FL08'), [f'FL08 advice {provider}'])


def count(vault, *days):
    return [check(vault, day, 'FL01') for day in days]


def test_four_people(vault):
    """By the days of the agreements, both inclusive; three say nothing, four a warning, five a
    breach; and the fifth is foreseen."""
    near, beyond, ahead = (f'FL01 {word} provider/provider'
                           for word in ('warn', 'breach', 'warn'))
    records = in_order()
    for name in 'abc':
        records.person(name, agreement=CARE)
    records.person('fourth', agreement={**CARE, 'ends_on': '2026-06-20'})
    records.person('fifth', agreement={**CARE, 'starts_on': '2026-06-20',
                                       'ends_on': '2026-06-21'})
    # None of these is counted: support, well-being, an enquiry with no agreement, and who is no
    # longer there.
    records.person('support').person('company', agreement={**CARE, 'service': 'company'})
    records.add(services=[{'id': 'company', 'name': 'Company', 'kind': 'wellbeing'}])
    records.person('asking', client={'status': 'enquiry'}, agreement=None, visit=None)
    records.person('dead', client={'died_on': '2026-06-01'}, agreement=CARE)
    records.person('left', client={'status': 'ended', 'ended_on': '2026-06-02'}, agreement=CARE)
    records.person('english', client={'schemes': ['staffordshire']}, agreement=CARE)
    # The second version is for support alone.
    records.person('less', agreement={**CARE, 'ends_on': '2026-06-09'})
    records['agreements'].append({**CARE, 'id': 'v2', 'client': 'less', 'service': 'home',
                                  'version': 2, 'signed_on': '2026-06-01',
                                  'starts_on': '2026-06-10'})
    vault.new().load(records)
    equal(count(vault, '2026-06-19', '2026-06-20', '2026-06-21', '2026-06-22'),
          [[near, ahead], [beyond], [near], []])
    equal(messages(vault, 'FL01', '2026-06-20'),
          ['5 clients have personal care at the same time on 20 June 2026; 4 is the most (RISCA).'
           ' Covering for somebody counts as well.'])
    contains(' '.join(messages(vault, 'FL01', '2026-06-19')), 'From 20 June 2026 5 clients',
             'You are at the limit of 4 personal-care clients (RISCA).')
    # The one who died and the one who left count to their day, and the version before.
    equal([message[:1] for message in messages(vault, 'FL01', '2026-06-01')], ['7'])
    equal([message[:1] for message in messages(vault, 'FL01', '2026-06-02')], ['6'])
    equal([message[:1] for message in messages(vault, 'FL01', '2026-06-03')], ['5'])


def test_an_enquiry_with_an_agreement(vault):
    """The fifth is foreseen before they are a client, and counts from the day of the agreement."""
    records = in_order()
    for name in 'abcd':
        records.person(name, agreement=CARE)
    records.person('asking', client={'status': 'enquiry'}, visit=None, trip=None,
                   agreement={**CARE, 'starts_on': '2026-12-15', 'signed_on': None})
    vault.new().load(records)
    equal(count(vault, TODAY, '2026-12-15'), [['FL01 warn provider/provider'] * 2,
                                              ['FL01 breach provider/provider']])
    contains(' '.join(messages(vault, 'FL01')), 'From 15 December 2026 5 clients')


def test_two_contracts(vault):
    """A second version for help at home does not end the contract for personal care; one for
    personal care does, and ends itself."""
    records = in_order()
    for name in 'abcd':
        records.person(name, agreement=CARE)
    second = {'version': 2, 'signed_on': '2026-01-02', 'client': 'd'}
    records.add(agreements=[{**CARE, **second, 'id': 'home', 'service': 'home'}])
    vault.new().load(records)
    equal(count(vault, TODAY), [['FL01 warn provider/provider']])
    vault.load({'agreements': [{**CARE, **second, 'id': 'care', 'starts_on': '2026-05-01',
                                'ends_on': '2026-06-09'}]})
    equal(count(vault, '2026-06-09', TODAY), [['FL01 warn provider/provider'], []])


def test_a_plan_counts(vault):
    """A task of personal care makes it personal care, with an agreement that is in force."""
    plan = {'tasks': [{'title': 'Wash', 'personal_care': True}]}
    records = in_order()
    for name in 'abcd':
        records.person(name, plan=plan, agreement={'ends_on': '2026-06-10'} if name < 'd' else {})
    vault.new().load(records)
    equal(count(vault, '2026-06-10', '2026-06-11'), [['FL01 warn provider/provider'], []])


def test_a_child(vault):
    """Eighteen that day or not; and only personal care, by who is not registered."""
    records = in_order().person('grown', client={'date_of_birth': '2008-06-10'}, agreement=CARE)
    records.person('child', client={'date_of_birth': '2008-06-11'}, agreement=CARE)
    records.person('helped', client={'date_of_birth': '2015-01-01'})
    records.person('unknown', client={'date_of_birth': None}, agreement=CARE)
    vault.new().load(records)
    equal(check(vault), ['FL03 stop client/child'])
    contains(messages(vault, 'FL03')[0], 'Child is 17')
    equal(check(vault, '2026-06-09', 'FL03'), ['FL03 stop client/child', 'FL03 stop client/grown'])
    equal(check(vault, '2026-06-11', 'FL03'), [])
    vault.load({'credentials': [paper('ciw', 'cqc', level='Registered with CIW')]})
    equal(check(vault), [])


def test_council_packages(vault):
    """A plan that all have agreed, the two courses and a contract, before it begins."""
    papers = {'moving_handling': {'expires_on': '2026-06-10'}, 'quality_framework': None}
    begins = {**COUNCIL, 'starts_on': '2026-06-20'}
    records = in_order(papers=papers).person('private', contingency={'agreed_on': None})
    vault.new().load(records)
    equal(check(vault, '2026-06-11'), [])
    records.person('agreed', agreement=COUNCIL)
    records.person('tomorrow', agreement=COUNCIL, contingency={'agreed_on': '2026-06-12'})
    records.person('never', agreement=COUNCIL, contingency={'agreed_on': None})
    records.person('no-plan', agreement={**begins, 'signed_on': None}, contingency=None,
                   visit=None, trip=None)
    vault.load({name: [one for one in records[name] if one.get('client', one['id']) != 'private']
                for name in ('clients', 'agreements', 'contingency_plans', 'care_plans', 'visits',
                             'trips', 'risks', 'about_me')})
    rules = ('FL05', 'FL06')
    framework, moving = 'FL06 stop provider/provider', 'FL06 {} credential/moving_handling'
    plans = ['FL05 stop agreement/never-agreement', 'FL05 stop agreement/no-plan-agreement']
    contract = 'FL06 stop agreement/no-plan-agreement'
    equal(check(vault, '2026-06-10', *rules), sorted(
        plans + ['FL05 stop agreement/tomorrow-agreement', contract, framework,
                 moving.format('warn')]))
    equal(check(vault, '2026-06-12', *rules),
          sorted(plans + [contract, framework, moving.format('stop')]))


def test_own_rates(vault):
    """A council package at the council's price, to the penny; more where there are employees."""
    for n, (value, others, found) in enumerate((
            (2000, [], []), (1999, [], ['FL08 warn rate/usual']),
            (2001, [], ['FL08 warn rate/usual']), (2000, [{'id': 'h', 'name': 'Helper'}],
                                                   ['FL08 advice provider/provider']))):
        records = in_order().person('ann', agreement=COUNCIL).add(team=others)
        records['scheme_figures'][0]['value'] = value
        vault.another(str(n)).load(records)
        equal(check(vault, TODAY, 'FL08'), found)
    # Nobody's care is arranged by the council: any price will do.
    records = in_order().person('ann')
    records['scheme_figures'][0]['value'] = 1800
    vault.another('private').load(records)
    equal(check(vault, TODAY, 'FL08'), [])


def test_insured_first(vault):
    """Asked for before any visit; insurance that came late mends it, and one that ran out does
    not last."""
    insured = {'insurance': {'issued_on': '2026-06-02', 'expires_on': '2027-06-01'}}
    found = ['FL07 stop provider/provider']
    before = 'Business insurance has to be in place before the first service. '

    def days(*several):
        return [check(vault, day, 'FL07') for day in several]

    vault.another('in-time').load(in_order(papers=insured))
    equal(days('2026-06-01', '2026-06-02'), [found, []])
    visit = {'client': 'ann', 'status': 'done'}
    records = {'clients': [{'id': 'ann', 'reference': 'ann', 'given_name': 'Ann'}], 'visits': [
        {'id': 'v', **visit, 'planned_start': '2026-06-02T08:00',
         'planned_end': '2026-06-02T09:00'}]}
    vault.load(records)
    equal(days(TODAY, '2027-06-01', '2027-06-02'), [[], [], found])
    equal(messages(vault, 'FL07', '2027-06-02'), [before + 'None is in force.'])
    vault.load({'visits': [{'id': 'before', **visit, 'planned_start': '2026-06-01T08:00',
                            'planned_end': '2026-06-01T09:00'}]})
    late = ['FL07 warn provider/provider']
    equal(days('2026-06-01', '2026-06-02', TODAY), [found, late, late])
    equal(messages(vault, 'FL07', '2026-06-01'),
          [before + 'None was in force on 1 June 2026, and none is now.'])


def test_cash(vault):
    """Cash has a receipt, in the last quarter of a year."""
    paid = {'client': 'ann', 'amount_pence': 100, 'received_on': TODAY}
    vault.new().load(in_order().person('ann').add(payments=[
        {'id': 'cash', **paid, 'method': 'cash'},
        {'id': 'receipt', **paid, 'method': 'cash', 'receipt_number': '12'},
        {'id': 'bank', **paid, 'method': 'bank_transfer'},
        {'id': 'unsaid', **paid, 'method': None},
        {'id': 'coming', **paid, 'method': 'cash', 'received_on': '2026-06-11'}]))
    equal(check(vault, '2026-06-09', 'FL09'), [])
    equal(check(vault, TODAY, 'FL09'), ['FL09 warn payment/cash', 'FL09 warn payment/unsaid'])
    equal(check(vault, later(TODAY, 92), 'FL09'),
          [f'FL09 warn payment/{name}' for name in ('cash', 'coming', 'unsaid')])
    equal(check(vault, later(TODAY, 93), 'FL09'), ['FL09 warn payment/coming'])


def test_worth_the_journey(vault):
    """A quarter of £10.00 is £2.50; at 55p that is 4.5 miles and not 4.6."""
    records = in_order()
    for name, miles, kind in (('near', 45, 'home_to_client'), ('far', 46, 'client_to_home'),
                              ('out', 99, 'with_client')):
        records.person(name, trip={'miles_tenths': miles, 'kind': kind})
    # 33 minutes are £11.00, and a quarter of that is 5.0 miles to the penny.
    records.person('level', trip={'miles_tenths': 50}, visit={
        'planned_start': '2026-05-20T08:00', 'planned_end': '2026-05-20T08:33'})
    vault.new().load(records)
    equal(check(vault), ['FL11 advice client/far'])
    equal(messages(vault, 'FL11'), ['Getting to Far cost 25 % of what the visits of the last four'
                                    ' weeks earned.'])


main(globals())

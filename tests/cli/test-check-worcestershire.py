#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Worcestershire's rules, each on both sides of its edge (domain.md 1.2)."""

import councils
from councils import TODAY, check, course, later, messages, paper
from tendcli import contains, equal, main

BASELINE = ('data_protection', 'equality', 'first_aid', 'health_safety', 'risk_management',
            'safeguarding', 'safeguarding_children')


def in_order(**changes):
    return councils.in_order('worcestershire', 'WR1 2AB', **changes)


def plan(*involves, **fields):
    return {'tasks': [{'title': 'Help', 'involves': list(involves), **fields}]}


def test_nothing_is_missing(vault):
    vault.new().load(in_order().person('ann').person('bea'))
    equal(check(vault), [])


def test_nothing_is_there(vault):
    vault.new().load({'provider': {'own_name': 'Christine Marsh',
                                   'schemes': ['worcestershire']}})
    provider = 'provider/provider'
    equal(check(vault), [f'WO02 breach {provider}'] * 7 + [
        f'WO06 breach {provider}', f'WO07 warn {provider}', f'WO13 advice {provider}'])
    contains(' '.join(messages(vault, 'WO02')), 'first aid', 'safeguarding adults',
             'safeguarding children', 'data protection', 'equality, diversity and inclusion',
             'health and safety', 'risk management')


def test_people(vault):
    records = in_order().person('good')
    records.person('unsigned', agreement={'signed_on': None})
    records.person('no-contract', agreement=None)
    records.person('no-complaints', agreement={'wording': 'My service has a rate.'})
    records.person('clauses', agreement={'wording': 'My service has a rate. To complain, ring.'})
    records.person('no-goals', plan={'outcomes': []})
    records.person('no-plan', plan=None)
    records.person('no-contingency', contingency=None)
    records.person('no-risks', risk=None)
    vault.new().load(records)
    equal(check(vault), [
        'WO08 warn agreement/no-complaints-agreement', 'WO08 warn agreement/unsigned-agreement',
        'WO08 warn client/no-contract', 'WO09 warn care_plan/no-goals-plan',
        'WO09 warn client/no-plan', 'WO10 warn client/no-contingency', 'WO11 warn client/no-risks'])


def test_baseline(vault):
    """Each of the seven, on its last day and on the day after."""
    papers = {covers: {'expires_on': later(TODAY, n)} for n, covers in enumerate(BASELINE)}
    vault.new().load(in_order(papers=papers).person('ann'))
    for n in range(-1, 7):
        equal(check(vault, later(TODAY, n), 'WO02'), sorted(
            f'WO02 {"breach" if m < n else "warn"} credential/{covers}'
            for m, covers in enumerate(BASELINE)))


def test_what_is_done(vault):
    """Training for what the plans use, and none for what they do not."""
    uses = {'food': 'food_hygiene nutrition', 'moving': 'moving_handling',
            'medicines': 'medicines', 'care': 'infection_control'}
    rules = ('WO03', 'WO04', 'WO14')
    papers = {covers: None for covers in ('moving_handling', 'medicines', 'cqc')}
    records = in_order(papers=papers).person('ann')
    for n, name in enumerate(uses, start=1):
        tasks = plan(personal_care=True) if name == 'care' else plan(name)
        records.person(name, plan={**tasks, 'agreed_on': f'2026-06-0{n}'})
    vault.new().load(records)
    provider = 'provider/provider'
    found = [check(vault, f'2026-06-0{n}', *rules) for n in range(1, 6)]
    food = [f'WO03 breach {provider}', f'WO04 warn {provider}']
    equal(check(vault, '2026-05-31', *rules), [])
    equal(found[0], food)
    equal(found[1], food + [f'WO04 warn {provider}'])
    equal(found[2], food + [f'WO04 warn {provider}'] * 2)
    equal(found[3], food + [f'WO04 warn {provider}'] * 3 + [f'WO14 warn {provider}'])
    contains(' '.join(messages(vault, 'WO04')), 'nutrition', 'manual handling', 'medication',
             'infection control')
    contains(' '.join(messages(vault, 'WO14')), 'takes you on directly')
    vault.load({'credentials': [course(covers, issued_on='2026-06-09') for covers in
                                ' '.join(uses.values()).split()]
                + [paper('cqc', 'cqc', issued_on='2026-06-09')]})
    equal(check(vault, '2026-06-09', *rules), [])


def test_training_for_one_person(vault):
    """Where the plan in force says so, until the last day of the training."""
    peg = {'title': 'Feeding by PEG', 'involves': ['person_specific']}
    records = in_order().person('ann', plan={'tasks': [{'title': 'Lunch'}, peg],
                                             'agreed_on': '2026-06-09'})
    records.person('bea', plan={'tasks': [{'title': 'Lunch', 'involves': []}]})
    vault.new().load(records.person('cyn', plan={'tasks': [peg], 'status': 'draft',
                                                 'agreed_on': None, 'agreed_by': None}))
    equal([check(vault, on, 'WO04') for on in ('2026-06-08', '2026-06-09')],
          [[], ['WO04 warn client/ann']])
    equal(messages(vault, 'WO04'),
          ['Ann’s plan says “Feeding by PEG”, which needs training for this person. None that is'
           ' in date is recorded.'])
    vault.load({'credentials': [course('infection_control', issued_on=TODAY),
                                {**course('person_specific', issued_on=TODAY),
                                 'expires_on': '2027-06-10'}]})
    equal([check(vault, on, 'WO04') for on in ('2026-06-09', TODAY)],
          [['WO04 warn client/ann'], []])
    equal([[found for found in check(vault, on, 'WO04') if 'client' in found]
           for on in ('2027-06-10', '2027-06-11')], [[], ['WO04 warn client/ann']])


def test_registered(vault):
    vault.new().load(in_order(papers={'cqc': {'level': 'Registered', 'issued_on': '2026-06-10'}}))
    equal(check(vault, TODAY, 'WO05'), ['WO05 breach provider/provider'])
    vault.load({'credentials': [paper('certificate', 'care_certificate', issued_on='2026-06-11')]})
    equal(check(vault, TODAY, 'WO05'), ['WO05 breach provider/provider'])
    equal(check(vault, '2026-06-11', 'WO05'), [])


def test_employer(vault):
    """From the first day that somebody else is in the business to their last."""
    team = [{'id': 'mari', 'name': 'Christine Marsh'},
            {'id': 'ben', 'name': 'Ben', 'starts_on': '2026-06-09', 'ends_on': '2026-06-10'}]
    vault.new().load(in_order().person('ann', contingency={'carer_ill': None}).add(
        team=team, credentials=[paper('bens', 'dbs', member='ben')]))
    found = ['WO06 breach provider/provider', 'WO10 warn contingency_plan/ann-contingency']
    equal([check(vault, f'2026-06-{day}') for day in ('08', '09', '10', '11')],
          [[], found, found, []])


def test_dates(vault):
    """Insurance to its last day, with two months' warning; a DBS by three years; 35 days."""
    papers = {'insurance': {'expires_on': '2026-06-10'}, 'dbs': {'issued_on': '2023-06-10'}}
    vault.new().load(in_order(papers=papers).person('ann', trip=None))
    rules = ('WO06', 'WO07', 'WO12')
    insurance, dbs = 'credential/insurance', 'credential/dbs'
    equal(check(vault, '2026-04-10', 'WO06'), [])
    equal(check(vault, '2026-04-11', 'WO06'), [f'WO06 warn {insurance}'])
    equal(check(vault, '2026-06-10', *rules), [f'WO06 warn {insurance}', f'WO07 warn {dbs}'])
    contains(messages(vault, 'WO07', '2026-06-10')[0], 'Last good day 10 June 2026: 0 days left')
    equal(check(vault, '2026-06-11', *rules), [f'WO06 breach {insurance}', f'WO07 warn {dbs}'])
    contains(messages(vault, 'WO07', '2026-06-11')[0], 'your own interval of 3 years')
    # Visited on 14 May.
    equal(check(vault, later('2026-05-14', 35), 'WO12'), [])
    equal(check(vault, later('2026-05-14', 36), 'WO12'), ['WO12 warn client/ann'])


main(globals())

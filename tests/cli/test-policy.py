#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The carer's policies, written by the command line and read by poppler."""

import subprocess

from tendcli import contains, main

KINDS = ['privacy', 'safeguarding', 'complaints', 'risk-safety', 'assessing-needs', 'pricing',
         'contingency', 'quality']
DAY = ('--on', '2026-11-24')
CHOSEN = 'You choose who comes instead, and you or your family ask them.'
AGREED = 'cover is agreed before I start.'


def write(vault, name, *words, on=DAY):
    vault.run('document', name, '--pdf', 'out.pdf', *words, *on)
    done = subprocess.run(['pdftotext', vault.path('out.pdf'), '-'], capture_output=True, text=True,
                          check=True)
    return ' '.join(done.stdout.split())


def provider(*schemes):
    return {'own_name': 'Christine Marsh', 'trading_name': 'Marsh Care', 'phone': '01632 960147',
            'complaints_to': 'CME Development Team, 01632 960100', 'schemes': list(schemes)}


def lacks(text, *parts):
    for part in parts:
        assert part not in text, f'{part!r} is in {text!r}'


def test_every_kind(vault):
    """Each with the carer's details, and no place left to fill."""
    vault.new().load({'provider': provider('cambridgeshire')})
    for kind in KINDS:
        text = write(vault, f'policy-{kind}')
        contains(text, 'Christine Marsh, trading as Marsh Care', '01632 960147')
        lacks(text, '{{', '}}', 'In force from')
    contains(write(vault, 'policy-complaints'), 'CME Development Team, 01632 960100',
             'Complaints and compliments')
    contains(write(vault, 'policy-quality'), 'Cambridgeshire Care Micro-Enterprises')


def test_each_scheme_has_its_own_rules(vault):
    vault.new().load({'provider': provider('staffordshire')})
    text = write(vault, 'policy-contingency')
    contains(text, CHOSEN, 'I do not arrange cover')
    lacks(text, AGREED)
    contains(write(vault, 'policy-assessing-needs'), 'In England')
    lacks(write(vault, 'policy-assessing-needs'), 'In Wales')


def test_cover_is_agreed_in_flintshire(vault):
    vault.new().load({'provider': provider('flintshire')})
    text = write(vault, 'policy-contingency')
    contains(text, AGREED)
    lacks(text, CHOSEN)
    text = write(vault, 'policy-assessing-needs')
    contains(text, 'no more than four people at a time')
    lacks(text, 'In England')


def test_both_sides_of_the_border(vault):
    vault.new().load({'provider': provider('flintshire', 'worcestershire')})
    contains(write(vault, 'policy-contingency'), AGREED, CHOSEN)
    contains(write(vault, 'policy-assessing-needs'), 'In England', 'In Wales')


def test_in_no_scheme_and_with_a_team(vault):
    team = [{'id': 'me', 'name': 'Christine Marsh'}, {'id': 'jo', 'name': 'Jo Ames'},
            {'id': 'al', 'name': 'Al Wray', 'ends_on': '2026-11-23'}]
    vault.new().load({'provider': provider(), 'team': team})
    contains(write(vault, 'policy-contingency'), CHOSEN, 'somebody who works for me is away')
    lacks(write(vault, 'policy-quality'), 'The networks I belong to')
    contains(write(vault, 'policy-risk-safety'), 'Those who work with me')


def test_alone(vault):
    team = [{'id': 'me', 'name': 'Christine Marsh'},
            {'id': 'al', 'name': 'Al Wray', 'ends_on': '2026-11-23'}]
    vault.new().load({'provider': provider(), 'team': team})
    lacks(write(vault, 'policy-contingency'), 'works for me')
    contains(write(vault, 'policy-contingency', on=('--on', '2026-11-23')), 'works for me')


def test_versions(vault):
    """The version of that day, in the carer's own words where there are any."""
    vault.new().load({'provider': provider('staffordshire'), 'policies': [
        {'id': 'one', 'kind': 'pricing', 'starts_on': '2026-01-01', 'review_on': '2027-01-01'},
        {'id': 'two', 'kind': 'pricing', 'version': 2, 'starts_on': '2026-06-01',
         'title': 'My prices', 'text': 'Ask {{provider.name}} about **money**.'}]})
    text = write(vault, 'policy-pricing', on=('--on', '2026-05-31'))
    contains(text, 'Pricing', '1 January 2026, version 1', '1 January 2027', 'Before we start')
    text = write(vault, 'policy-pricing', on=('--on', '2026-06-01'))
    contains(text, 'My prices', '1 June 2026, version 2', 'Ask Christine Marsh about money.')
    lacks(text, 'Before we start')
    contains(write(vault, 'policy-pricing', '--record', 'one'), 'version 1', 'Before we start')
    # Before the first one holds, it is as Tend would word it.
    lacks(write(vault, 'policy-pricing', on=('--on', '2025-12-31')), 'version')


def test_safeguarding_teams(vault):
    vault.new().load({'provider': provider('staffordshire'), 'safeguarding_teams': [
        {'id': 's', 'scheme': 'staffordshire', 'phone': '0345 604 2719',
         'out_of_hours': '0345 604 2886', 'checked_on': '2026-11-01'}]})
    contains(write(vault, 'policy-safeguarding'), 'Staffordshire County Council',
             '0345 604 2719, out of hours 0345 604 2886')


def test_wrong(vault):
    vault.new().load({'provider': provider(), 'policies': [
        {'id': 'bad', 'kind': 'quality', 'starts_on': '2026-01-01', 'text': 'One\n{{nobody}}'}]})
    contains(vault.fail(3, 'document', 'policy-quality', '--pdf', 'out.pdf', *DAY), 'Line 2',
             'nobody')
    contains(vault.fail(2, 'document', 'policy-nonsense', '--pdf', 'out.pdf'), 'policy-pricing',
             'care-plan')
    contains(vault.fail(2, 'document', 'policy-other', '--pdf', 'out.pdf'), 'policy-other')
    vault.fail(2, 'document', 'policy-pricing')


if __name__ == '__main__':
    main(globals())

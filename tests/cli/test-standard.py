#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The standard in a portfolio: each line of it, how it stands and where that is shown."""

import configparser
import json
import pathlib
import re

import portfolio
from portfolio import load, pages, pdf, text, tool
from tendcli import contains, equal, main

PROFILES = pathlib.Path(__file__).parents[2] / 'data/schemes'
TITLE = 'The standard, line by line'
STATES = ('Met', 'Met, no copy', 'To note', 'Soon', 'Not met', 'Not known', 'Nobody yet',
          'Does not apply', 'Not shown')
DAY = '2026-11-24'
PROVIDER = {'own_name': 'Christine Marsh', 'address': '7 Weaver Close\nLeek',
            'postcode': 'ST13 9ZZ', 'utr': '12345 67890',
            'schemes': ['staffordshire', 'cambridgeshire', 'flintshire', 'worcestershire']}
DBS = {'id': 'd', 'kind': 'dbs', 'title': 'Enhanced, adult workforce', 'issued_on': '2025-03-11'}
CONDUCT = {'id': 'c', 'kind': 'conduct', 'issued_on': '2026-11-20'}
ROSE = {'id': 'rose', 'given_name': 'Rose', 'family_name': 'Hartley', 'status': 'active',
        'schemes': ['staffordshire'], 'postcode': 'ST13 8XX'}


def make(vault, **more):
    vault.another(f'of {len(list(vault.path(".").iterdir()))}')
    records = {'provider': PROVIDER, 'clients': [ROSE], 'credentials': [DBS, CONDUCT], **more}
    load(vault, records, [('credential', 'd', pdf('Front of the DBS', 'Back'), 'application/pdf')])


def write(vault, scheme='staffordshire', day=DAY, *words):
    vault.run('portfolio', 'a.zip', '--pdf', 'a.pdf', '--scheme', scheme, '--on', day, *words)


def outline(vault):
    return {title: page for title, page, _ in portfolio.outline(vault, 'a.pdf')}


def span(vault):
    """The first and the last page of the standard."""
    starts = outline(vault)
    first = starts[TITLE]
    return first, min(page for page in starts.values() if page > first) - 1


def rows(vault):
    """Of each line its id, how it stands, the pages it names, and all its words."""
    first, last = span(vault)
    words = tool(vault, 'pdftotext', '-layout', '-f', first, '-l', last, 'a.pdf', '-')
    found = []
    for line in words.split('\n'):
        cells = re.split(r' {2,}', line.strip())
        if re.fullmatch(r'(ST|WO|CA|FL)\d\d', cells[0]):
            found.append([cells[0], cells[2], [], ''])
        if re.search(r'·|Portfolio, page', line):
            continue
        if found:
            found[-1][3] += ' ' + ' '.join(cells)
            if len(cells) > 1 and re.fullmatch(r'\d+', cells[-1]):
                found[-1][2].append(int(cells[-1]))
    return found


def states(vault, rule):
    return [row[1] for row in rows(vault) if row[0] == rule]


def bare(words):
    """A hyphen at the end of a line is not told from one that was put there."""
    return re.sub(r'[\s-]+', '', words)


def profile(scheme):
    parser = configparser.ConfigParser(interpolation=None, delimiters='=', strict=True)
    parser.optionxform = str
    parser.read(PROFILES / f'{scheme}.ini', encoding='utf-8')
    return [(name.split(' ')[1], parser[name]) for name in parser.sections()
            if name.startswith('rule ')]


def test_every_line(vault):
    """Each rule of each profile that is no advice of Tend's own, in its order and words."""
    make(vault)
    for scheme in ('staffordshire', 'worcestershire', 'cambridgeshire', 'flintshire'):
        write(vault, scheme)
        rules = [(rule, group) for rule, group in profile(scheme) if 'ours' not in group]
        found = rows(vault)
        equal([row[0] for row in found], [rule for rule, _ in rules])
        first, last = span(vault)
        words = ' '.join(tool(vault, 'pdftotext', '-f', first, '-l', last, 'a.pdf', '-').split())
        for _, group in rules:
            for part in re.split(r'\{\w+\}', group['asks']):
                contains(bare(words), bare(part))
        for row in found:
            assert row[1] in STATES, row
        # It is for the council to read: what is so, and not what the carer is to do.
        assert not re.search(r'\byour?\b|\b(Tell|Write down|Ask|Sign|Add|Keep) ', words), words
        # The contents count them.
        counts = [f'{state}: {n}.' for state in STATES
                  if (n := sum(row[1] == state for row in found))]
        contains(text(vault, 'a.pdf'), ' '.join([f'{len(found)} lines.', *counts]))


def test_days(vault):
    """A DBS of three years' standing here, and of two years' there (S05)."""
    make(vault)
    for scheme, rule, last, after in (
            ('staffordshire', 'ST05', '2028-03-11', '2028-03-12'),
            ('cambridgeshire', 'CA03', '2027-03-11', '2027-03-12')):
        write(vault, scheme)
        equal(states(vault, rule), ['Met'])
        write(vault, scheme, last)
        equal(states(vault, rule), ['Soon'])
        write(vault, scheme, after)
        equal(states(vault, rule), ['Not met'])
    contains(text(vault, 'a.pdf'), 'Its last good day was 11 March 2027')


def test_words(vault):
    """Nobody has a name in it, what was read has its day, and what is not done is said."""
    make(vault, visits=[{'id': 'v', 'client': 'rose', 'status': 'done',
                         'planned_start': '2026-11-02T09:00',
                         'planned_end': '2026-11-02T10:00'}])
    write(vault)
    found = {row[0]: row for row in rows(vault)}
    contains(' '.join(found['ST41'][3].split()), 'I have read this and keep to it,')
    contains(text(vault, 'a.pdf'), '20 November 2026')
    equal(found['ST10'][1], 'Not met')
    contains(text(vault, 'a.pdf'), 'R.H. has no signed contract', 'R.H. has no care plan',
             'Nothing says that R.H. was told how to give feedback or complain.',
             'I draw up nobody else’s visits')
    for name in ('Rose', 'Hartley'):
        assert name not in text(vault, 'a.pdf'), name
    equal(states(vault, 'ST20'), ['Does not apply'])
    equal(states(vault, 'ST32'), ['Met'])


def test_not_shown(vault):
    """What nothing in the portfolio shows cannot be ticked, though nothing is wrong with it."""
    make(vault)
    write(vault)
    equal(states(vault, 'ST06'), ['Met'])
    write(vault, 'staffordshire', DAY, '--without', 'dbs')
    equal(states(vault, 'ST06'), ['Not shown'])
    equal(states(vault, 'ST05'), ['Not shown'])
    write(vault, 'staffordshire', '2028-03-12', '--without', 'dbs')
    equal(states(vault, 'ST05'), ['Not met'])


def test_no_copy(vault):
    """A paper of which there are words alone is good, and is not in the folder."""
    vault.new()
    course = {'id': 't', 'kind': 'training', 'issued_on': '2026-10-02', 'title': 'Safeguarding',
              'covers': ['safeguarding'], 'level': 'Level 2'}
    load(vault, {'provider': PROVIDER, 'clients': [ROSE], 'credentials': [DBS, CONDUCT, course]},
         [])
    write(vault)
    equal((states(vault, 'ST04'), states(vault, 'ST05')), (['Met, no copy'], ['Met, no copy']))
    equal(states(vault, 'ST41'), ['Met'])       # it was read, which leaves no paper
    load(vault, {}, [('credential', 'd', pdf('Front'), 'application/pdf')])
    write(vault)
    equal((states(vault, 'ST04'), states(vault, 'ST05')), (['Met, no copy'], ['Met']))
    write(vault, 'staffordshire', '2028-03-12')
    equal(states(vault, 'ST05'), ['Not met'])


def test_nobody(vault):
    """What is asked of each person cannot be met where there is nobody."""
    make(vault)
    write(vault, 'worcestershire')
    equal(states(vault, 'WO08'), ['Nobody yet'])
    write(vault)
    equal(states(vault, 'ST25'), ['Not met'])
    equal(states(vault, 'ST14'), ['Met'])
    make(vault, clients=[])
    write(vault)
    for rule in ('ST12', 'ST14', 'ST16', 'ST19', 'ST25', 'ST33', 'ST34'):
        equal(states(vault, rule)[:1], ['Nobody yet'])
    equal(states(vault, 'ST01'), ['Met'])


def test_figures_that_are_over(vault):
    """What goes by a figure that has ended is not known, and not met."""
    make(vault, clients=[ANN])
    for day, state in (('2026-03-31', 'Met'), ('2026-04-01', 'Not known')):
        write(vault, 'cambridgeshire', day)
        equal(states(vault, 'CA18'), [state])
    contains(text(vault, 'a.pdf'), 'figure for this year is not known here')


def test_equipment_is_used(vault):
    """Nobody is shown an aid that is not used, whatever the tasks of the plan say."""
    make(vault)
    write(vault)
    equal(states(vault, 'ST24')[0], 'Does not apply')
    make(vault, equipment_training=[{'id': 'e', 'client': 'rose', 'equipment': 'Walking frame',
                                     'trained_on': '2026-05-01', 'trained_by': 'Nurse Bell',
                                     'trainer': 'professional'}])
    write(vault)
    equal(states(vault, 'ST24')[0], 'Met')


def test_places(vault):
    """The pages it names are where the parts begin, and there each of them leads."""
    make(vault, credentials=[DBS, CONDUCT, {'id': 't', 'kind': 'training', 'issued_on':
                                            '2026-01-02', 'title': 'Safeguarding Level 2'}])
    write(vault)
    starts = outline(vault)
    before = starts[TITLE] - 1
    contains(tool(vault, 'pdftotext', '-f', before, '-l', before, 'a.pdf', '-'),
             'Please delete it')                # the end of the contents
    found = {row[0]: row for row in rows(vault)}
    equal(found['ST04'][2], [starts['Training']])
    equal(found['ST06'][2], [starts['DBS certificate']])
    equal(found['ST05'][2], [starts['DBS certificate'] + 1])     # its copy, behind the table
    contains(found['ST04'][3], 'Training')
    contains(' '.join(found['ST36'][3].split()), 'References and', 'in it')

    tree = json.loads(tool(vault, 'qpdf', '--json', '--json-key=qpdf', '--json-key=pages',
                           'a.pdf'))
    objects = {key[4:]: thing.get('value', {}) for key, thing in tree['qpdf'][1].items()
               if key.startswith('obj:')}
    number = {page['object']: page['pageposfrom1'] for page in tree['pages']}
    names = next(thing['/Names'] for thing in objects.values()
                 if isinstance(thing, dict) and isinstance(thing.get('/Names'), list))
    leads = {names[i]: number[names[i + 1][0]] for i in range(0, len(names), 2)}
    first, last = span(vault)
    led = []
    for page in tree['pages'][first - 1:last]:
        places = objects[page['object']]['/Annots']
        places = objects[places] if isinstance(places, str) else places
        led += [leads[objects[place]['/Dest']] for place in places]
    equal(sorted(led), sorted(page for row in rows(vault) for page in row[2]))
    assert len(led) >= 10, led
    equal(pages(vault, 'a.pdf') > last, True)


def part(vault, title):
    """The words of a part, page after page."""
    starts = outline(vault)
    later = [page for page in starts.values() if page > starts[title]]
    last = min(later) - 1 if later else pages(vault, 'a.pdf')
    return ' '.join(tool(vault, 'pdftotext', '-layout', '-f', starts[title], '-l', last, 'a.pdf',
                         '-').split())


def items(vault, *words, scheme='staffordshire', day=DAY):
    answer = vault.json('portfolio', 'a.zip', '--pdf', 'a.pdf', '--scheme', scheme, '--on', day,
                        *words)
    return {item['item'] or item['title']: item['state'] for item in answer['items']}


def cared_for(who, review, name):
    """All that a client's record is judged by."""
    return {
        'care_plans': [{'id': f'p-{who}', 'client': who, 'status': 'agreed', 'agreed_by': name,
                        'agreed_on': '2026-01-05', 'needs': 'The stairs.', 'review_on': review}],
        'risks': [{'id': f'r-{who}', 'client': who, 'hazard': 'Stairs',
                   'assessed_on': '2026-01-05'}],
        'contingency_plans': [{'id': f'c-{who}', 'client': who, 'updated_on': '2026-01-06'}],
        'agreements': [{'id': f'a-{who}', 'client': who, 'starts_on': '2026-01-07',
                        'signed_on': '2026-01-04', 'signed_by': name}],
    }


ANN = {'id': 'ann', 'given_name': 'Ann', 'family_name': 'Booth', 'status': 'active',
       'schemes': ['cambridgeshire'], 'postcode': 'CB23 4XQ', 'complaints_told_on': '2026-01-08',
       'origin': 'recommended'}


def test_register(vault):
    """Of the scheme's own people what there is, and what there is not yet; nobody by name."""
    make(vault, clients=[ROSE, ANN], **cared_for('ann', '2027-03-01', 'Ann Booth'))
    write(vault)
    words = part(vault, 'The people I support')
    contains(words, 'People: 1', 'R.H. ST13', 'Staffordshire', 'not yet', 'no help with any')
    assert 'A.B.' not in words, words
    write(vault, 'cambridgeshire')
    words = part(vault, 'The people I support')
    contains(words, 'A.B. CB23', 'agreed 5 Jan 2026', 'signed 4 Jan 2026', 'told 8 Jan 2026',
             'review 1 Mar 2027', 'by A.B.', 'notice in days: 14', 'Cambridgeshire')
    for name in ('Ann', 'Booth', 'Rose', 'R.H.', 'CB23 4'):
        assert name not in words, name
    contains(part(vault, TITLE), 'The people I')
    write(vault, 'cambridgeshire', '2027-03-02')
    contains(part(vault, 'The people I support'), 'review was due 1 Mar 2027')
    contains(text(vault, 'a.pdf'), 'The people I support have initials in it')
    write(vault, 'cambridgeshire', DAY, '--without', 'register', '--without', 'standard',
          '--without', 'business')
    contains(text(vault, 'a.pdf'), 'Nothing about the people I support is in it')


def test_clauses(vault):
    """Of each contract which of the clauses that the scheme asks for are not in it."""
    make(vault, clients=[ROSE, {**ANN, 'schemes': ['staffordshire']}], agreements=[
        {'id': 'a', 'client': 'rose', 'starts_on': '2026-01-07', 'signed_on': '2026-01-04'},
        {'id': 'b', 'client': 'ann', 'starts_on': '2026-01-07', 'signed_on': '2026-01-04',
         'wording': 'I help you. The price is £20 an hour, and you pay within 14 days. Notice is '
                    '14 days. When I am ill I ring you. It ends with a death.'}])
    write(vault)
    words = part(vault, 'The people I support')
    contains(words, 'The scheme asks for a contract with clauses on: what is done, what it costs, '
             'how and how often it is paid, notice, holidays, being away or ill, a death, mileage, '
             'an emergency, or Plan B.')
    # A column is narrow: its words stand between those of others.
    column = bare(tool(vault, 'pdftotext', '-f', outline(vault)['The people I support'],
                       'a.pdf', '-'))
    contains(column, bare('has every clause'), bare('no clause on: holidays, an emergency, or Plan '
                                                    'B'))
    write(vault, 'flintshire')
    assert 'every clause' not in text(vault, 'a.pdf')


def test_prices(vault):
    """Each price beside what the scheme looks at it by, as long as that holds."""
    make(vault, clients=[ANN], services=[
        {'id': 'care', 'name': 'Help with washing', 'kind': 'personal_care'},
        {'id': 'home', 'name': 'Help at home', 'kind': 'support'}],
         rates=[{'id': f'r{i}', 'service': service, 'applies': 'any', 'unit': 'hour',
                 'amount_pence': 1900 + i, 'valid_from': '2025-01-01', **more}
                for i, (service, more) in enumerate((
                    ('care', {}), ('home', {}), ('care', {'client': 'ann'})))],
         agreements=[{'id': 'a', 'client': 'ann', 'starts_on': '2026-01-07', 'service': 'care',
                      'commissioned_by': 'Cambridgeshire County Council'}])
    write(vault, 'cambridgeshire')
    equal(re.findall(r'£19\.0\d.*?(guide|cap under).*?: (£\S+ an hour)',
                     part(vault, 'How I work')),
          [('guide', '£21.00 an hour'), ('guide', '£20.00 an hour'),
           ('cap under', '£21.00 an hour')])
    contains(part(vault, 'How I work'), 'cap under the council’s contracts: £21.00 an hour '
             '(From 1 April 2025 to 31 March 2026)')
    write(vault)
    contains(part(vault, 'How I work'), 'the scheme is told of it from: £22.50 an hour')
    write(vault, 'worcestershire')
    assert 'guide' not in part(vault, 'How I work')


PATCH = {'id': 'm', 'client': 'ann', 'name': 'Eye drops', 'support': 'assist',
         'starts_on': '2026-09-01', 'trained_by': 'Sister Okafor', 'trained_on': '2026-09-04',
         'approved_by': 'Dr Amin', 'approved_on': '2026-09-05',
         'times': [{'at': '08:00', 'by': 'me'}]}


def test_register_says(vault):
    """Who trained and who agreed, of what age, since when: what a line is ticked by."""
    make(vault, clients=[ROSE, {**ANN, 'started_on': '2026-01-07',
                                'date_of_birth': '2008-11-24'}],
         medications=[PATCH],
         medicine_requests=[{'id': 'q', 'client': 'ann', 'asked_on': '2026-09-01',
                             'action': 'Put them in', 'training_checked_on': '2026-09-02'}],
         contingency_plans=[{'id': 'c', 'client': 'ann', 'updated_on': '2026-01-06',
                             'agreed_on': '2026-01-05', 'agreed_with': 'Ann Booth, the council'}],
         visits=[{'id': 'v', 'client': 'ann', 'status': 'done', 'planned_start':
                  '2026-02-02T09:00', 'planned_end': '2026-02-02T10:00'}])
    write(vault, 'cambridgeshire')
    words = part(vault, 'The people I support')
    for said in ('visits kept here', '2 Feb 2026', 'trained by', 'Sister', 'Okafor', '4 Sep 2026',
                 'approved by', 'Dr Amin', '5 Sep 2026', 'Eye drops', 'asked about', 'with: A.B.,',
                 '18 or over'):
        assert bare(said) in bare(words), f'{said}: {words}'
    assert 'first visit' not in words, words
    equal(states(vault, 'CA26'), ['Met'])
    write(vault, 'cambridgeshire', '2026-11-23')        # a day before the eighteenth birthday
    assert bare('under 18') in bare(part(vault, 'The people I support'))
    write(vault)
    words = part(vault, 'The people I support')
    for said in ('not written down', 'no date of birth is kept'):
        assert bare(said) in bare(words), f'{said}: {words}'
    equal(states(vault, 'ST22'), ['Does not apply'])    # Rose takes no drops


def test_special(vault):
    """Nobody is trained for a tablet; where eye drops ask for it, it is missing."""
    tablet = {'id': 'm', 'client': 'ann', 'name': 'Paracetamol', 'support': 'assist',
              'starts_on': '2026-09-01', 'times': [{'at': '08:00', 'by': 'me'}]}
    make(vault, clients=[ANN], medications=[tablet])
    write(vault, 'cambridgeshire')
    equal(states(vault, 'CA26'), ['Does not apply'])
    equal(states(vault, 'CA25'), ['Not met'])
    vault.load({'medications': [{**tablet, 'id': 'e', 'name': 'Eye drops'}]})
    write(vault, 'cambridgeshire')
    equal(states(vault, 'CA26'), ['Not met'])


def test_origin(vault):
    """Nobody came from an employer: shown only where it is written of each how they came."""
    make(vault, clients=[ANN])
    write(vault, 'cambridgeshire')
    equal(states(vault, 'CA15'), ['Met'])
    vault.load({'clients': [{'id': 'jo', 'given_name': 'Jo', 'family_name': 'Platt', 'status':
                             'active', 'schemes': ['cambridgeshire']}]})
    write(vault, 'cambridgeshire')
    equal(states(vault, 'CA15'), ['Not shown'])
    contains(text(vault, 'a.pdf'), 'It is not written down of everybody.')


def test_next_review(vault):
    """When the next plan is looked at again."""
    make(vault, **cared_for('rose', '2027-01-15', 'Rose Hartley'))
    write(vault)
    equal(states(vault, 'ST08'), ['Met'])
    contains(text(vault, 'a.pdf'), 'To be looked at again by 15 January 2027.')


def test_whose_records(vault):
    """A council is given its own people's records, unless others are asked for."""
    make(vault, clients=[ROSE, ANN])
    words = ('--clients', 'redacted')
    equal([item for item in items(vault, *words) if item.startswith('Records')],
          ['Records of R.H.'])
    equal([item for item in items(vault, *words, scheme='cambridgeshire')
           if item.startswith('Records')], ['Records of A.B.'])
    equal([item for item in items(vault, *words, '--client', 'ann')
           if item.startswith('Records')], ['Records of A.B.'])


def test_judged(vault):
    """Records are in order by what is in them, and to the day of a review."""
    make(vault, **cared_for('rose', '2027-01-15', 'Rose Hartley'))
    for day, state in (('2026-12-15', 'in_order'), ('2026-12-16', 'due'), ('2027-01-15', 'due'),
                       ('2027-01-16', 'expired')):
        equal(items(vault, '--clients', 'redacted', day=day)['Records of R.H.'], state)
    contains(part(vault, 'Records of R.H.'),
             'The review of the plan was due on 15 January 2027.')
    states_of = items(vault)
    for item in ('address', 'utr', 'terms', 'forms', 'register'):
        equal(states_of[item], 'nothing')


def test_records(vault):
    """Where people's records go in, what is asked of each is shown there as well."""
    make(vault, **cared_for('rose', '2027-06-01', 'Rose Hartley'))
    write(vault, 'staffordshire', DAY, '--clients', 'redacted')
    starts = outline(vault)
    found = {row[0]: row for row in rows(vault)}
    equal(found['ST25'][2], [starts['The people I support'], starts['Records of R.H.']])
    contains(' '.join(found['ST25'][3].split()), 'Records of')
    write(vault)
    found = {row[0]: row for row in rows(vault)}
    equal(found['ST25'][2], [outline(vault)['The people I support']])


def test_lacking(vault):
    """Each thing that is not there is named, and one alone is enough."""
    make(vault)
    equal(items(vault, '--clients', 'redacted')['Records of R.H.'], 'missing')
    words = part(vault, 'Records of R.H.')
    contains(words, 'No plan is agreed.', 'No risk is assessed.', 'There is no emergency plan.',
             'No contract is signed.')
    records = cared_for('rose', '2027-06-01', 'Rose Hartley')
    records.pop('risks')
    vault.load(records)
    equal(items(vault, '--clients', 'redacted')['Records of R.H.'], 'missing')
    words = part(vault, 'Records of R.H.')
    contains(words, 'No risk is assessed.')
    assert 'No contract is signed.' not in words and 'no emergency plan' not in words


def test_business(vault):
    """Prices, bills, miles, answers and returns, for the year, and nobody by name."""
    make(vault, clients=[ROSE, ANN],
         services=[{'id': 'care', 'name': 'Help with washing', 'kind': 'personal_care'}],
         rates=[{'id': f'r{i}', 'service': 'care', 'applies': 'any', 'unit': 'hour',
                 'amount_pence': pence, 'valid_from': '2025-01-01',
                 'starts_at': '07:00', 'ends_at': '22:00', **more}
                for i, (pence, more) in enumerate((
                    (1950, {}), (2345, {'client': 'rose'}), (2399, {'client': 'ann'}),
                    (1800, {'valid_to': '2026-11-23'})))],
         visits=[{'id': 'v', 'client': 'rose', 'status': 'done', 'service': 'care',
                  'planned_start': '2026-11-02T09:00', 'planned_end': '2026-11-02T10:00'}],
         trips=[{'id': 't1', 'date': '2026-10-28', 'kind': 'between_clients', 'miles_tenths': 41},
                {'id': 't2', 'date': '2026-10-27', 'kind': 'between_clients', 'miles_tenths': 90},
                {'id': 't3', 'date': '2026-11-20', 'kind': 'private', 'miles_tenths': 70}],
         time_off=[{'id': 'o', 'starts_on': '2026-08-01', 'ends_on': '2026-08-08',
                    'kind': 'holiday', 'told': '2026-07-10'}],
         agreements=[{'id': 'a', 'client': 'rose', 'starts_on': '2026-01-01', 'billing':
                      'four_weeks'}],
         payments=[{'id': f'p{i}', 'client': 'rose', 'received_on': '2026-06-01', 'method': 'cash',
                    'amount_pence': 1000, **more} for i, more in
                   enumerate(({}, {'receipt_number': 'R1'}))],
         gifts=[{'id': 'g', 'client': 'rose', 'kind': 'money', 'offered_on': '2026-05-01',
                 'what': 'Twenty pounds from Rose', 'answer': 'declined'},
                {'id': 'box', 'client': 'rose', 'kind': 'valuables', 'offered_on': '2026-03-03',
                 'what': 'A ring', 'answer': 'returned'},
                {'id': 'old', 'client': 'rose', 'kind': 'loan', 'offered_on': '2025-11-24',
                 'what': 'A loan', 'answer': 'declined'}],
         service_requests=[{'id': 's', 'scheme': 'cambridgeshire', 'answer': 'no',
                            'received_at': '2026-11-03T09:00', 'answered_at': '2026-11-03T11:00'}],
         returns=[{'id': 'q', 'scheme': 'cambridgeshire', 'quarter': '2026-Q2',
                             'prepared_on': '2026-10-01', 'sent_on': '2026-10-03'}])
    write(vault)
    words = part(vault, 'How I work')
    contains(words, 'I work alone.', 'Help with washing', 'Any day, 07:00–22:00',
             '£19.50', 'R.H.', '£23.45',
             'Visits not invoiced yet: 1, the first of 2 November 2026.',
             'Journeys of the last four weeks: 1, 4.1 miles.',
             '1–8 August 2026: told on 10 July 2026',
             '1 May 2026: Money: Declined', 'Not yet written down',
             'As agreed: Every four weeks.', 'None of them is late.',
             'Visits of the last twelve months: 1. With a note: 0.', 'Cash: 2',
             'Cash without a receipt number: 1', 'I have given no notice',
             'Direct payment rate: £16.59 an hour',
             '3 March 2026: Valuables to look after: Not kept, given back')
    for absent in ('£23.99', '£18.00', 'A.B.', 'Rose', 'Loan', 'Quarter 2', '3 November 2026',
                   'Highest price'):
        assert absent not in words, absent
    contains(part(vault, TITLE), 'How I work')
    write(vault, 'cambridgeshire')
    words = part(vault, 'How I work')
    contains(words, 'Quarter 2, July to September 2026: sent on 3 October 2026, due on '
             '5 October 2026', '£23.99', 'None yet, and nothing to invoice', 'No visit yet',
             'contracts: not known now; £21.00 an hour', '31 March 2026 (Clause 2.3',
             'Journeys of the last four weeks: 1', 'of my whole round and not of one person: 1.',
             'Received 3 November 2026, 09:00, answered 3 November 2026, 11:00')
    for absent in ('R.H.', 'Money', 'Valuables to', 'Cash'):
        assert absent not in words, absent

    # Who has left yesterday is gone; beside one who is here the carer is the second.
    for last, says in (('2026-11-23', 'I work alone.'), ('2026-11-24', '2 people;')):
        vault.load({'team': [{'id': f'helper-{last}', 'name': 'Dilys Gough',
                              'starts_on': '2026-01-05', 'ends_on': last}]})
        write(vault)
        contains(part(vault, 'How I work'), says)


def test_whom_for(vault):
    """It goes to a council and an inspection, not to whoever may become a client."""
    make(vault)
    for purpose, extent in (('council', 'whole'), ('inspection', 'whole'), ('new_client', 'out'),
                            ('insurer', 'out')):
        answer = vault.json('portfolio', 'a.zip', '--purpose', purpose, '--scheme',
                            'staffordshire', '--on', DAY)
        equal([item['extent'] for item in answer['items'] if item['item'] == 'standard'], [extent])
    vault.run('portfolio', 'a.zip', '--pdf', 'a.pdf', '--on', DAY, '--scheme', 'staffordshire',
              '--without', 'standard')
    assert TITLE not in outline(vault)


if __name__ == '__main__':
    main(globals())

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The standard in a portfolio: each line of it, how it stands and where that is shown."""

import configparser
import json
import pathlib
import re

from portfolio import load, pages, pdf, text, tool
from tendcli import contains, equal, main

PROFILES = pathlib.Path(__file__).parents[2] / 'data/schemes'
TITLE = 'The standard, line by line'
DAY = '2026-11-24'
PROVIDER = {'own_name': 'Christine Marsh', 'address': '7 Weaver Close\nLeek',
            'postcode': 'ST13 9ZZ', 'utr': '12345 67890',
            'schemes': ['staffordshire', 'cambridgeshire', 'flintshire', 'worcestershire']}
DBS = {'id': 'd', 'kind': 'dbs', 'title': 'Enhanced, adult workforce', 'issued_on': '2025-03-11'}
CONDUCT = {'id': 'c', 'kind': 'conduct', 'issued_on': '2026-11-20'}
ROSE = {'id': 'rose', 'given_name': 'Rose', 'family_name': 'Hartley', 'status': 'active',
        'schemes': ['staffordshire'], 'postcode': 'ST13 8XX'}


def make(vault, **more):
    vault.new()
    records = {'provider': PROVIDER, 'clients': [ROSE], 'credentials': [DBS, CONDUCT], **more}
    load(vault, records, [('credential', 'd', pdf('Front of the DBS', 'Back'), 'application/pdf')])


def write(vault, scheme='staffordshire', day=DAY, *words):
    vault.run('portfolio', 'a.zip', '--pdf', 'a.pdf', '--scheme', scheme, '--on', day, *words)


def outline(vault):
    tree = json.loads(tool(vault, 'qpdf', '--json', '--json-key=outlines', 'a.pdf'))
    return {entry['title']: entry['destpageposfrom1'] for entry in tree['outlines']}


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
            assert row[1] in ('Met', 'Does not apply', 'To note', 'Soon', 'Not met'), row


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
             'I draw up nobody else’s visits')
    for name in ('Rose', 'Hartley'):
        assert name not in text(vault, 'a.pdf'), name
    equal(states(vault, 'ST20'), ['Does not apply'])
    equal(states(vault, 'ST32'), ['Met'])


def test_nobody(vault):
    """What is asked of each person cannot be met where there is nobody."""
    make(vault)
    write(vault, 'worcestershire')
    equal(states(vault, 'WO08'), ['Does not apply'])
    write(vault)
    equal(states(vault, 'ST25'), ['Not met'])


def test_places(vault):
    """The pages it names are where the parts begin, and there each of them leads."""
    make(vault, credentials=[DBS, CONDUCT, {'id': 't', 'kind': 'training', 'issued_on':
                                            '2026-01-02', 'title': 'Safeguarding Level 2'}])
    write(vault)
    starts = outline(vault)
    equal(starts[TITLE], 3)                     # cover, contents
    found = {row[0]: row for row in rows(vault)}
    equal(found['ST04'][2], [starts['Training']])
    equal(found['ST05'][2], [starts['DBS certificate']])
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

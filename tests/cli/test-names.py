#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is named in what is handed over: nobody without having agreed, however it was typed."""

import json
import re

from portfolio import text
from tendcli import contains, equal, main

DAY = ('--on', '2026-11-24')
COUNCIL = 'Cambridgeshire County Council'
PROVIDER = {'own_name': 'Ann Carer', 'weekly_capacity_minutes': 2400,
            'schemes': ['staffordshire', 'cambridgeshire']}


def client(who, given, family, scheme='staffordshire'):
    return {'id': who, 'given_name': given, 'family_name': family, 'status': 'active',
            'funding': 'self', 'schemes': [scheme]}


CLIENTS = [client('dor', 'DOROTHY', 'QUILLFEATHER'), client('sean', 'Seán', 'O\'Neill'),
           client('low', 'mabel', 'ashcroft'), client('mac', 'Jean', 'McKay'),
           client('hy', 'Anne-Marie', 'Smith-Jones')]
PEOPLE = [{'id': 'p1', 'client': 'dor', 'name': 'dr khan', 'relation': 'gp'},
          {'id': 'p2', 'client': 'dor', 'name': 'Daughter (Sue)', 'relation': 'family'},
          {'id': 'p3', 'client': 'sean', 'name': 'Susan Ottershaw', 'relation': 'family'}]
NAMES = ('dorothy', 'quillfeather', 'neill', 'mabel', 'ashcroft', 'mckay', 'anne', 'marie', 'smith',
         'jones', 'khan', 'sue', 'susan', 'ottershaw', 'gruff')


def unnamed(words):
    for name in NAMES:
        assert not re.search(rf'\b{name}', words.lower()), f'{name} in {words}'


def test_portfolio(vault):
    """Whatever letters a name was typed in, there and here."""
    vault.new().load({
        'provider': PROVIDER, 'clients': CLIENTS, 'people': PEOPLE,
        'services': [{'id': 's', 'name': 'Calls at Dorothy\'s', 'kind': 'personal_care'}],
        'rates': [{'id': 'r', 'service': 's', 'amount_pence': 2000, 'unit': 'hour',
                   'valid_from': '2026-01-01'}],
        'agreements': [{'id': 'a', 'client': 'low', 'starts_on': '2026-01-01',
                        'signed_on': '2026-01-01', 'signed_by': 'mabel ashcroft',
                        'commissioned_by': 'Council, by Dr Khan'}],
        'contingency_plans': [{'id': 'c', 'client': 'low', 'updated_on': '2026-01-02',
                               'contacts': [{'id': 'cc', 'name': 'gruff'}]}],
        'credentials': [{'id': 'ref', 'kind': 'reference', 'title': 'By mabel', 'issuer': 'x',
                         'reference': 'From Dorothy Quillfeather', 'issued_on': '2026-01-02'},
                        {'id': 'old', 'kind': 'training', 'title': 'Stoma, DOROTHY’S',
                         'issued_on': '2020-01-02', 'expires_on': '2021-01-02'}],
        'cpd': [{'id': 'l', 'done_on': '2026-09-01', 'title': 'Stoma with DOROTHY QUILLFEATHER',
                 'kind': 'practice', 'minutes': 60,
                 'learnt': 'dorothy’s son told Dr Khan, MCKAY and mckay. Dorothys tablets. '
                           'Mrs Quillfeathers\' cat. SEÁN O’NEILL, sean o\'neill. Mabel Ashcroft, '
                           'Anne Marie, Smith and Jones. Susan Ottershaw, Sue, Gruff.'}],
        'policies': [{'id': 'po', 'kind': 'safeguarding', 'starts_on': '2026-01-01',
                      'text': '# Safeguarding\n\nFor DOROTHY QUILLFEATHER ring Sue. mabel.\n'}]})
    for how in ('redacted', 'left_out'):
        vault.run('portfolio', f'{how}.zip', '--pdf', f'{how}.pdf', '--scheme', 'staffordshire',
                  '--clients', how, *DAY)
        words = text(vault, f'{how}.pdf')
        unnamed(words)
        contains(words, 'Stoma with D.Q.', 'D.Q.s tablets', 'From D.Q.', 'Calls at D.Q.',
                 'For D.Q. ring S.', 'arranged by Council, by dr K.', 'Ann Carer')
    contains(text(vault, 'redacted.pdf'), 'Records of D.Q.', 'Records of M.A.')


def test_care_paper(vault):
    """Also of those round another client, and in capitals."""
    plan = {'version': 1, 'status': 'agreed', 'agreed_on': '2026-01-02', 'agreed_by': 'x',
            'authority': 'self', 'review_on': '2026-12-30'}
    vault.new().load({
        'provider': PROVIDER, 'clients': CLIENTS, 'people': PEOPLE,
        'care_plans': [{**plan, 'id': 'p', 'client': 'dor',
                        'needs': 'DOROTHY goes to bingo with Susan Ottershaw and mabel ashcroft.',
                        'preferences': 'dorothy likes tea.'}]})
    vault.run('document', 'care-plan', '--client', 'dor', '--redacted', '--pdf', 'x.pdf', *DAY)
    words = text(vault, 'x.pdf')
    unnamed(words)
    contains(words, 'D.Q. goes to bingo with S.O. and M.A.', 'D.Q. likes tea.')


def check(vault, agreed, *answers):
    """Whether the records of one go to the council, their answers being these."""
    vault.another(vault.dir.name + '-').load({
        'provider': PROVIDER, 'clients': [client('d', 'Dorothy', 'Quill', 'cambridgeshire')],
        'consents': [{'id': f'c{number}', 'client': 'd', 'kind': 'sharing', 'sharing_with': whom,
                      'answer': answer, 'given_on': day, 'how': 'written', 'given_by': 'self',
                      **dict(more)}
                     for number, (whom, day, answer, *more) in enumerate(answers)]})
    words = ('portfolio', 'a.zip', '--scheme', 'cambridgeshire', '--clients', 'included',
             '--given-to', COUNCIL, *DAY)
    if agreed:
        vault.run(*words)
    else:
        contains(vault.fail(1, *words), 'Dorothy Quill')


def test_last_answer(vault):
    """The last answer decides, given or refused."""
    given = (COUNCIL, '2026-04-01', 'given')
    refused = (COUNCIL, '2026-08-01', 'refused')
    check(vault, True, given)
    check(vault, False, given, refused)
    check(vault, False, refused, given)
    check(vault, True, given, refused, (COUNCIL, '2026-09-01', 'given'))
    check(vault, False, given, (COUNCIL, '2026-04-01', 'refused'))
    check(vault, False, given, ('The council', '2026-08-01', 'refused'))
    check(vault, False, given, ('Anybody but my GP', '2026-08-01', 'refused'))
    check(vault, True, given, ('My daughter', '2026-08-01', 'refused'))
    check(vault, False, given, (COUNCIL, '2026-03-01', 'given', ('withdrawn_on', '2026-07-01')))


def test_taken_back_in_words(vault):
    for words in ('I won\'t share with: my son, ', 'my GP only; until I say so, ',
                  'Refused: my daughter, ', 'Anyone excluding my brother, '):
        check(vault, False, (words + COUNCIL, '2026-04-01', 'given'))
    check(vault, True, ('My GP, ' + COUNCIL, '2026-04-01', 'given'))


def test_given(vault):
    """Only what somebody is named for was given to them; the rest may be, one day."""
    vault.new().load({'provider': PROVIDER})
    for words in ((), ('--given-to', COUNCIL)):
        vault.run('portfolio', f'a{len(words)}.zip', '--scheme', 'cambridgeshire', *words, *DAY)
    kept = json.loads(vault.export())['portfolios']
    equal(sorted((portfolio['given_to'], portfolio.get('given_on')) for portfolio in kept
                 if portfolio.get('given_on')), [(COUNCIL, '2026-11-24')])
    equal(len(kept), 2)


if __name__ == '__main__':
    main(globals())

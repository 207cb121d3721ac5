#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is named in what is handed over: nobody without having agreed, however it was typed."""

import re

from portfolio import text
from tendcli import contains, main

DAY = ('--on', '2026-11-24')
PROVIDER = {'own_name': 'Ann Carer', 'weekly_capacity_minutes': 2400,
            'schemes': ['staffordshire']}


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


if __name__ == '__main__':
    main(globals())

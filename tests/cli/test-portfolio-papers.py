#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the papers of a portfolio say for one council, and which of them go in."""

from portfolio import load, text
from tendcli import contains, equal, main

DAY = '2026-11-24'
PROVIDER = {'own_name': 'Christine Marsh', 'address': '7 Weaver Close\nLeek',
            'postcode': 'ST13 9ZZ', 'schemes': ['staffordshire']}


def make(vault, **records):
    vault.new()
    load(vault, {'provider': PROVIDER, **records}, [])


def words(vault, scheme, *more):
    vault.run('portfolio', 'a.zip', '--pdf', 'a.pdf', '--scheme', scheme, '--on', DAY,
              '--without', 'standard', *more)
    return text(vault, 'a.pdf')


def test_whom_i_tell(vault):
    """The safeguarding team of the council that reads it, first, and without a number where none
    is known; those of the carer's own councils stay."""
    make(vault, policies=[{'id': 'p', 'kind': 'safeguarding', 'starts_on': '2026-01-01'}],
         safeguarding_teams=[{'id': 't', 'scheme': 'staffordshire', 'phone': '0345 604 2719',
                              'checked_on': '2026-11-01'}])
    own = 'Staffordshire County Council 0345 604 2719'
    contains(words(vault, 'worcestershire'), f'Whom I tell Worcestershire County Council {own}')
    contains(words(vault, 'flintshire'), f'Whom I tell Flintshire County Council {own}')
    contains(words(vault, 'staffordshire'), f'Whom I tell {own} Emergencies')


def test_what_a_council_asks(vault):
    """Of formal complaints and of keeping records: where the memorandum asks for it alone."""
    make(vault, policies=[{'id': kind, 'kind': kind, 'starts_on': '2026-01-01'}
                          for kind in ('complaints', 'privacy')])
    asked = ('goes to its Project Board', 'until six years after the memorandum ends')
    contains(words(vault, 'cambridgeshire'), *asked)
    said = words(vault, 'staffordshire')
    for sentence in asked:
        assert sentence not in said, sentence


def test_titles(vault):
    """A paper that is called what it is has no second name; what two rules ask for is missing
    once."""
    make(vault, credentials=[{'id': 's', 'kind': 'standards', 'scheme': 'staffordshire',
                              'title': 'Quality standards, signed', 'issued_on': '2026-01-02'}])
    said = words(vault, 'staffordshire')
    contains(said, 'Quality standards, signed')
    assert 'signed: Quality' not in said
    said = words(vault, 'cambridgeshire', '--with', 'standards')
    equal(said.count('The scheme’s rules of conduct, read: Missing'), 1)


if __name__ == '__main__':
    main(globals())

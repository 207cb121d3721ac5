#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the papers of a portfolio say for one council, and which of them go in."""

from portfolio import load, pdf, text, unpack
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
    contains(said, 'charge nobody more, for who they are')
    for sentence in asked:
        assert sentence not in said, sentence


def test_cap(vault):
    """The price that the council allows, as it was entered, and no longer than it holds."""
    make(vault, scheme_figures=[
        {'id': 'f', 'scheme': 'cambridgeshire', 'figure': 'cap_pence', 'value': 2150,
         'valid_from': '2026-04-01', 'valid_to': '2026-11-24', 'source': 'Letter of 2 April 2026'}])
    label = 'Highest price under the council’s contracts:'
    contains(words(vault, 'cambridgeshire'),
             f'{label} £21.50 an hour until 24 November 2026 (Letter of 2 April 2026)')
    vault.run('portfolio', 'a.zip', '--pdf', 'a.pdf', '--scheme', 'cambridgeshire', '--on',
              '2026-11-25', '--without', 'standard')
    contains(text(vault, 'a.pdf'), f'{label} not known now; £21.50 an hour until 24 November 2026')


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


def test_policy_before(vault):
    """The policy that ended within the year shows that there was no gap; an older one nothing."""
    def policy(name, first, last):
        return {'id': name, 'kind': 'public_liability', 'title': f'Cover {name}',
                'issued_on': first, 'expires_on': last, 'cover_pence': 500000000}

    make(vault, credentials=[policy('one', '2023-11-24', '2025-11-23'),
                             policy('two', '2025-11-24', '2026-01-31'),
                             policy('three', '2026-02-01', '2027-01-31')])
    said = words(vault, 'staffordshire', '--with', 'insurance')
    contains(said, 'Cover three', '24 Nov 2025 31 Jan 2026', 'Cover two Before the one that is in '
             'force: it shows that there was no gap.')
    assert 'Cover one' not in said
    vault.run('portfolio', 'a.zip', '--pdf', 'a.pdf', '--scheme', 'staffordshire', '--on',
              '2026-11-23', '--without', 'standard')
    contains(text(vault, 'a.pdf'), 'Cover one')


COUNCIL = 'Staffordshire County Council'
PEOPLE = [{'id': who, 'given_name': name, 'family_name': 'Booth', 'status': 'active'}
          for who, name in (('ann', 'Ann'), ('bea', 'Bea'))]
SHEETS = {
    'about_me': [{'id': 'a', 'client': 'ann', 'written_on': '2026-01-03',
                  'matters': 'My garden first.'}],
    'contingency_plans': [{'id': 'c', 'client': 'ann', 'updated_on': '2026-01-06',
                           'carer_ill': 'Ring the bakery.'}],
    'medicine_requests': [{'id': 'm', 'client': 'ann', 'asked_on': '2026-01-06',
                           'action': 'Hand me the drops.'}],
    'equipment_training': [{'id': 'e', 'client': 'ann', 'equipment': 'Stair rail',
                            'trained_on': '2026-01-07', 'trained_by': 'Jo Platt',
                            'trainer': 'friend'}],
}


def test_sheets_of_a_person(vault):
    """What is written of somebody goes in with the plan; what is not is no form to fill in."""
    make(vault, clients=PEOPLE, **SHEETS)
    said = words(vault, 'staffordshire', '--clients', 'redacted')
    contains(said, 'My garden first.', 'Ring the bakery.', 'Hand me the drops.', 'Stair rail')
    for name in ('Ann', 'Bea', 'Booth'):
        assert name not in said, name
    said = words(vault, 'staffordshire', '--clients', 'redacted', '--client', 'bea')
    assert said.endswith('No contract is signed. Records of B.B. · Christine Marsh'), said[-900:]
    vault.run('portfolio', 'a.zip', '--pdf', 'a.pdf', '--scheme', 'staffordshire', '--on',
              '2026-01-02', '--without', 'standard', '--clients', 'redacted')
    assert 'My garden' not in text(vault, 'a.pdf')      # it was written a day later


def test_signed_papers(vault):
    """Each as it was signed, numbered for itself, of who agreed to it; never without names."""
    vault.new()
    load(vault, {'provider': PROVIDER, 'clients': PEOPLE, 'consents': [
        {'id': f'c-{who}', 'client': who, 'kind': 'sharing', 'sharing_with': COUNCIL,
         'given_on': '2026-01-02', 'how': 'written', 'given_by': 'self'} for who in ('ann', 'bea')],
        'agreements': [{'id': f'a-{who}', 'client': who, 'starts_on': '2026-01-01'}
                       for who in ('ann', 'bea')]}, [])
    folder = vault.path('in.json.attachments')
    for name in ('contract', 'privacy', 'medicine', 'second'):
        (folder / f'{name}.pdf').write_bytes(pdf(f'Scan of {name}'))
    vault.load({'attachments': [
        {'id': name, 'subject_kind': kind, 'subject': subject, 'name': f'{name}.pdf',
         'media_type': 'application/pdf', 'paper': paper} for name, kind, subject, paper in (
             ('contract', 'agreement', 'a-ann', 'contract'),
             ('privacy', 'client', 'ann', 'privacy_notice'),
             ('medicine', 'client', 'ann', 'medicine_request'),
             ('second', 'client', 'bea', 'privacy_notice'))]})
    said = words(vault, 'staffordshire', '--clients', 'included')
    contains(said, *(f'Scan of {name}' for name in ('contract', 'privacy', 'medicine', 'second')))
    equal([name for name in unpack(vault, 'a.zip') if '/' in name],
          ['contracts/contract-1.pdf', 'signed/medicine-request-1.pdf',
           'signed/privacy-notice-1.pdf', 'signed/privacy-notice-2.pdf'])
    for how in ('redacted', 'left_out'):
        assert 'Scan of' not in words(vault, 'staffordshire', '--clients', how), how


if __name__ == '__main__':
    main(globals())

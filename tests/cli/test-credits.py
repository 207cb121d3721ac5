#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Credit notes of another program: which are taken, and what can be billed again."""

from tendcli import contains, equal, main, visit

DAYS = ('2026-06-02', '2026-06-03')
RECORDS = {
    'provider': {'own_name': 'Christine Marsh'},
    'clients': [{'id': 'a', 'given_name': 'Agnes'}, {'id': 'b', 'given_name': 'Bert'}],
    'rates': [{'id': 'r', 'applies': 'any', 'unit': 'hour', 'amount_pence': 2000},
              {'id': 'm', 'applies': 'any', 'unit': 'mile', 'amount_pence': 45}],
    'visits': [visit(f'v{n}', f'{day}T08:00', f'{day}T09:00') for n, day in enumerate(DAYS)],
    'trips': [{'id': 't', 'date': DAYS[0], 'kind': 'with_client', 'client': 'a',
               'miles_tenths': 100, 'chargeable': True}],
    'charges': [{'id': 'c', 'client': 'a', 'date': DAYS[1], 'kind': 'other',
                 'amount_pence': 300}],
}


def line(amount_pence, **fields):
    return {'date': DAYS[0], 'description': 'Care', 'amount_pence': amount_pence, **fields}


def invoice(identity, lines, **fields):
    return {'id': identity, 'number': identity.upper(), 'client': 'a', 'issued_on': '2026-06-30',
            'due_on': '2026-07-14', 'lines': lines, **fields}


# £20.00 for each visit, £4.50 for ten miles and £3.00 besides: £47.50.
WHOLE = invoice('i', [line(2000, visit='v0'), line(2000, visit='v1'), line(450, trip='t'),
                      line(300, charge='c')])


def again(vault):
    """What could be billed once more, in pence."""
    return vault.json('invoice', 'preview', '--client', 'a', '--from', DAYS[0],
                      '--to', DAYS[1])['total_pence']


def owed(vault):
    """What is owed, and that the statement says the same."""
    total = vault.json('owed', '--on', '2026-07-01')['total_pence']
    equal(vault.json('statement', '--client', 'a', '--on', '2026-07-01')['balance_pence'], total)
    return total


def test_what_credits_a_credit_note(vault):
    vault.new().load(RECORDS)
    before = vault.export('before.json')
    for credits in ({'i': 'i'}, {'i': 'n', 'n': 'i'}, {'n': 'i', 'm': 'n'}):
        notes = [invoice(name, [line(-450)], credits=of) for name, of in credits.items()]
        notes += [] if 'i' in credits else [WHOLE]
        faults = vault.faults({'invoices': notes})
        wrong = [f'invoices[{n}].credits' for n, note in enumerate(notes)
                 if note.get('credits') in credits]
        equal(list(faults), wrong)
        contains(faults[wrong[0]], 'credit note itself')
        said = vault.fail(3, 'import', 'in.json')
        contains(said, wrong[0])
        equal(vault.export('after.json'), before)

    # Nor what the vault has already.
    vault.load({'invoices': [WHOLE, invoice('n', [line(-450)], credits='i')]})
    faults = vault.faults({'invoices': [invoice('m', [line(-1)], credits='n')]})
    equal(list(faults), ['invoices[0].credits'])
    contains(faults['invoices[0].credits'], 'credit note itself')


def test_what_credits_the_invoice_of_another(vault):
    vault.new().load(RECORDS)
    faults = vault.faults({'invoices': [WHOLE,
                                        invoice('n', [line(-450)], credits='i', client='b')]})
    equal(list(faults), ['invoices[1].credits'])
    contains(faults['invoices[1].credits'], 'another client')


def test_only_what_was_credited_is_billed_again(vault):
    # Each: the lines of the credit notes, what can be billed again, what is owed of the first.
    cases = [
        ([[line(-450, trip='t')]], 450, 4300),
        ([[line(-2000, visit='v0')]], 2000, 2750),
        ([[line(-2000, visit='v0'), line(-300, charge='c')]], 2300, 2450),
        # A part of a visit's price leaves it billed; two parts that make up the whole do not.
        ([[line(-500, visit='v0')]], 0, 4250),
        ([[line(-500, visit='v0')], [line(-1500, visit='v0')]], 2000, 2750),
        # A sum for nothing in particular, until it is the whole invoice.
        ([[line(-1000)]], 0, 3750),
        ([[line(-4750)]], 4750, 0),
        ([[line(-2000, visit='v0')], [line(-2750)]], 4750, 0),
    ]
    for number, (notes, billable, owing) in enumerate(cases):
        vault.dir = vault.path(f'vault{number}')
        vault.key = vault.path(f'key{number}')
        vault.new().load(RECORDS)
        equal(again(vault), 4750)
        vault.load({'invoices': [WHOLE]})
        equal((again(vault), owed(vault)), (0, 4750))
        vault.load({'invoices': [invoice(f'n{n}', lines, credits='i')
                                 for n, lines in enumerate(notes)]})
        equal((again(vault), owed(vault)), (billable, owing))
        if billable:
            vault.run('invoice', 'issue', '--client', 'a', '--from', DAYS[0], '--to', DAYS[1],
                      '--on', '2026-07-01')
            equal((again(vault), owed(vault)), (0, owing + billable))


main(globals())

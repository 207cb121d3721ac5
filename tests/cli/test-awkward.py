#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names and notes as they are, clock changes and rates that change: in, out and on paper."""

import json
import subprocess

from tendcli import Vault, contains, equal, main, visit

HOUSE = 'The Old Coach House at the Far End of Lower Meadow Lane behind the Church of St Mary' \
        ' Magdalene and All Saints, opposite it'
NOTE = ('Slept well. ' * 500)[:5000]
PEOPLE = [
    {'id': "o'neill", 'reference': "O'N", 'given_name': 'George', 'family_name': "O'Neill"},
    {'id': 'siân', 'given_name': 'Siân', 'family_name': 'Ŵyn-Llŷr'},
    {'id': 'عائشة', 'given_name': 'عائشة', 'family_name': 'الحسن'},
    {'id': 'רחל', 'given_name': 'רחל'},
    {'id': '🌻', 'given_name': 'Daisy 🌻', 'family_name': '👩‍👩‍👧'},
    {'id': 'mabel', 'given_name': 'Mabel', 'date_of_birth': '1936-02-29'},
    {'id': 'house', 'given_name': 'Hugh', 'address': HOUSE + '\nLeek', 'postcode': 'ST13 9ZZ'},
    {'id': 'quote " back \\ slash /', 'given_name': '"Bob" \\ \t/ <b>&amp;', 'note': '=1+1\n\ttab'},
    {'id': 'a/../../b', 'given_name': '-', 'note': '\u2028\ufffe'},
    {'id': '2', 'given_name': 'Two'}, {'id': '10', 'given_name': 'Ten'},
]


def awkward():
    visits = [
        visit('spring', '2026-03-28T22:00', '2026-03-29T07:00', client='siân'),
        visit('autumn', '2026-10-24T22:00', '2026-10-25T07:00', client='siân'),
        visit('second', '2026-10-25T01:30Z', '2026-10-25T02:30', client='siân'),
        visit('note', '2026-06-02T08:00', '2026-06-02T08:30', client='🌻', note=NOTE,
              tasks=[{'title': 'Bwyd ŵy 🍳', 'done': True}, {'title': 'Walk', 'reason': 'Rain'}]),
    ]
    return {
        'provider': {'own_name': 'Christine O’Neill', 'schemes': ['staffordshire', 'a b']},
        'clients': PEOPLE, 'visits': visits,
        'people': [{'id': 'p', 'client': 'house', 'name': 'R. Ŵyn', 'relation': 'family',
                    'pays_bills': False}],
        'rates': [{'id': 'r', 'amount_pence': 2000, 'fixed_date': '02-29',
                   'applies': 'fixed_date', 'starts_at': '22:00', 'ends_at': '06:00'},
                  {'id': 'any', 'amount_pence': 2000}],
        'services': [{'id': 's', 'name': '照護'}],
    }


def test_in_and_out_again(vault):
    vault.new().load(awkward())
    text = vault.export()
    records = json.loads(text)
    for client in PEOPLE:
        found = [c for c in records['clients'] if c['id'] == client['id']][0]
        equal({key: found[key] for key in client}, client)
    equal([c['id'] for c in records['clients']],
          sorted((c['id'] for c in PEOPLE), key=lambda identity: identity.encode()))
    equal([v['note'] for v in records['visits'] if 'note' in v], [NOTE])
    equal(records['visits'][1]['tasks'][0]['id'], 'note-1')

    other = Vault().new()
    try:
        other.json('import', vault.path('out.json'))
        equal(other.export(), text)
    finally:
        other.remove()


def test_everybody_is_found(vault):
    vault.new().load(awkward())
    for client in PEOPLE:
        statement = vault.json('statement', '--client', client['id'])
        equal((statement['client'], statement['balance_pence']), (client['id'], 0))
    equal(vault.json('statement', '--client', "O'N")['client'], "o'neill")
    contains(vault.fail(1, 'statement', '--client', 'nobody'), '“nobody”')


def test_on_paper(vault):
    records = awkward()
    records['agreements'] = [{'id': client['id'], 'client': client['id'],
                              'starts_on': '2026-01-01'} for client in PEOPLE]
    records['visits'] += [visit('on' + client['id'], '2026-06-03T08:00', '2026-06-03T08:30',
                                client=client['id']) for client in PEOPLE]
    vault.new().load(records)
    for number, client in enumerate(PEOPLE):
        vault.run('contract', '--client', client['id'], '--pdf', f'c{number}.pdf')
        issued = vault.json('invoice', 'issue', '--client', client['id'], '--from', '2026-06-03',
                            '--to', '2026-06-30')
        vault.run('invoice', 'pdf', issued['number'], f'i{number}.pdf')
        vault.run('statement', '--client', client['id'], '--pdf', f's{number}.pdf')
        for letter in 'cis':
            file = vault.path(f'{letter}{number}.pdf')
            assert file.read_bytes().startswith(b'%PDF-')
            equal(file.stat().st_mode & 0o777, 0o600)
    vault.run('rota', '--week', '2026-W23', '--pdf', 'r.pdf', '--png', 'r.png', '--ics', 'r.ics')
    assert vault.path('r.png').read_bytes().startswith(b'\x89PNG')
    calendar = vault.path('r.ics').read_bytes().decode()
    equal(calendar.count('BEGIN:VEVENT'), len(PEOPLE) + 1)
    contains(calendar, 'DTSTART:20260603T070000Z')
    text = subprocess.run(['pdftotext', vault.path('i6.pdf'), '-'], capture_output=True,
                          check=True).stdout.decode()
    contains(' '.join(text.split()), HOUSE, 'Hugh', '£10.00')


def test_two_clock_changes(vault):
    vault.new().load(awkward())
    spring = vault.json('rota', '--week', '2026-W13')
    equal([(v['id'], v['minutes']) for v in spring['visits']], [('spring', 480)])
    autumn = vault.json('rota', '--week', '2026-W43')
    equal([(v['id'], v['planned_start'], v['planned_end'], v['minutes'])
           for v in autumn['visits']],
          [('autumn', '2026-10-24T22:00', '2026-10-25T07:00', 600),
           ('second', '2026-10-25T01:30Z', '2026-10-25T02:30', 60)])
    # The second lies in the first for its whole hour.
    equal([(clash['visits'], clash['kind'], clash['minutes']) for clash in autumn['clashes']],
          [(['autumn', 'second'], 'overlap', 60)])


def test_a_rate_that_changes_in_the_week(vault):
    vault.new().load({
        'clients': [{'id': 'a', 'given_name': 'Agnes'}],
        'rates': [{'id': 'old', 'amount_pence': 2000, 'valid_to': '2026-04-01'},
                  {'id': 'new', 'amount_pence': 2100, 'valid_from': '2026-04-02'}],
        'visits': [visit('w', '2026-04-01T10:00', '2026-04-01T11:00'),
                   visit('over', '2026-04-01T23:30', '2026-04-02T00:30'),
                   visit('x', '2026-04-02T10:00', '2026-04-02T11:00')],
    })
    draft = vault.json('invoice', 'preview', '--client', 'a', '--from', '2026-03-30',
                       '--to', '2026-04-05')
    equal([(line['visit'], line['date'], line['minutes'], line['rate_pence'], line['amount_pence'])
           for line in draft['lines']],
          [('w', '2026-04-01', 60, 2000, 2000), ('over', '2026-04-01', 30, 2000, 1000),
           ('over', '2026-04-02', 30, 2100, 1050), ('x', '2026-04-02', 60, 2100, 2100)])
    equal(draft['total_pence'], 6150)
    equal(vault.json('rota', '--week', '2026-W14')['totals']['income_pence'], 6150)
    rows = vault.json('earnings', '--from', '2026-03-30', '--to', '2026-04-05', '--by', 'week')
    equal([(row['key'], row['worked_pence'], row['minutes']) for row in rows['rows']],
          [('2026-W14', 6150, 180)])
    equal(rows['total'], {'worked_pence': 6150, 'invoiced_pence': 0, 'received_pence': 0,
                          'minutes': 180})


def test_a_spreadsheet_runs_nothing(vault):
    vault.new().load({
        'clients': [{'id': 'a', 'given_name': '=HYPERLINK("x")'}],
        'trips': [{'id': 't', 'date': '2026-06-02', 'kind': 'errand', 'from': '+44',
                   'to': '@SUM(1)', 'purpose': 'Bread, "white"\tand milk', 'miles_tenths': 31,
                   'client': 'a'}]})
    vault.run('mileage', '--tax-year', '2026-27', '--csv', 'm.csv')
    equal(vault.path('m.csv').read_bytes().decode(),
          'date,kind,from,to,purpose,client,miles,business,chargeable\r\n'
          '2026-06-02,errand,+44,"\'@SUM(1)","Bread, ""white""\tand milk",'
          '"\'=HYPERLINK(""x"")",3.1,yes,no\r\n')


def test_everything_about_one_person(vault):
    records = {
        'provider': {'own_name': 'C'},
        'clients': [{'id': 'a', 'given_name': 'Agnes'}, {'id': 'b', 'given_name': 'Bert'}],
        'people': [{'id': 'pa', 'client': 'a', 'name': 'Ann', 'relation': 'family'},
                   {'id': 'pb', 'client': 'b', 'name': 'Ben', 'relation': 'family'}],
        'services': [{'id': 'used', 'name': 'Care'}, {'id': 'other', 'name': 'Garden'}],
        'rates': [{'id': 'own', 'client': 'a', 'amount_pence': 2000},
                  {'id': 'all', 'amount_pence': 1900}],
        'vehicles': [{'id': 'car', 'name': 'Car'}, {'id': 'van', 'name': 'Van'}],
        'visits': [visit('va', '2026-06-02T08:00', '2026-06-02T08:30', service='used',
                         tasks=[{'id': 'ta', 'title': 'Breakfast'}]),
                   visit('vb', '2026-06-02T09:00', '2026-06-02T09:30', client='b')],
        'trips': [{'id': 'to-a', 'date': '2026-06-02', 'visit': 'va', 'miles_tenths': 9,
                   'vehicle': 'car'},
                  {'id': 'to-b', 'date': '2026-06-02', 'client': 'b', 'visit': 'vb',
                   'miles_tenths': 9, 'vehicle': 'van'},
                  {'id': 'mine', 'date': '2026-06-02', 'miles_tenths': 9, 'vehicle': 'car'}],
    }
    vault.new().load(records)
    found = json.loads(vault.export('a.json', '--client', 'a'))
    equal({key: [record['id'] for record in rows] for key, rows in found.items()
           if isinstance(rows, list)},
          {'clients': ['a'], 'people': ['pa'], 'services': ['used'], 'rates': ['own'],
           'vehicles': ['car'], 'visits': ['va'], 'trips': ['to-a']})
    equal(found['visits'][0]['tasks'][0]['id'], 'ta')
    assert 'history' not in found

    # It stands on its own, and its history names nobody else.
    other = Vault().new()
    try:
        other.json('import', vault.path('a.json'))
    finally:
        other.remove()
    history = json.loads(vault.export('a.json', '--client', 'a', '--history'))['history']
    equal(sorted(entry['id'] for entry in history), ['a', 'own', 'pa', 'ta', 'to-a', 'va'])
    equal({entry['who'] for entry in history}, {'tend-cli'})
    contains(list(vault.faults(vault.path('a.json').read_bytes()))[0], 'history')
    everything = json.loads(vault.export('all.json', '--history'))['history']
    equal(len(everything), 17)
    equal([entry['sequence'] for entry in everything], list(range(1, 18)))


if __name__ == '__main__':
    main(globals())

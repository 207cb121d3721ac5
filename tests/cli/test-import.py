#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that cannot be imported: one clear sentence, status 3, and nothing changed."""

import json

from tendcli import contains, equal, main, visit

SOUND = {
    'provider': {'own_name': 'Christine Marsh'},
    'clients': [{'id': 'a', 'reference': 'A', 'given_name': 'Agnes'}],
    'services': [{'id': 's', 'name': 'Care'}],
    'visits': [visit('v', '2026-06-02T08:00', '2026-06-02T08:30', service='s',
                     tasks=[{'title': 'Breakfast', 'done': True}, {'title': 'Walk'}])],
    'invoices': [{'id': 'i', 'number': '7', 'client': 'a', 'issued_on': '2026-06-30',
                  'due_on': '2026-07-14', 'lines': [
                      {'id': 'l', 'date': '2026-06-02', 'description': 'Care', 'minutes': 30,
                       'amount_pence': 1000, 'visit': 'v'}]}],
}


def refused(vault, text, *parts, path='$'):
    """A file that is no use at all: just one fault, at the path."""
    before = vault.export('before.json')
    faults = vault.faults(text)
    equal(list(faults), [path])
    contains(faults[path], *parts)
    said = vault.fail(3, 'import', 'in.json')
    equal(said.count('\n'), 1)
    contains(said, *parts)
    equal(vault.export('after.json'), before)


def test_files_that_cannot_be_read(vault):
    vault.new().load(SOUND)
    text = json.dumps({'format': 'tend', 'version': 1, **SOUND})
    refused(vault, '', 'empty')
    refused(vault, ' \n\t\n', 'empty')
    refused(vault, text[:text.index('"Walk"') + 3], 'stops in the middle',
            path='visits[0].tasks[1].title')
    refused(vault, text[:-1], 'stops in the middle', path='invoices')
    refused(vault, text + ' x', 'after the end')
    refused(vault, text.replace(':', ';', 1), 'not JSON', 'line 1', path='format')
    refused(vault, 'PK\x03\x04 something else', 'not JSON')
    refused(vault, text.encode().replace(b'Agnes', b'Agn\xe8s'), 'UTF-8', 'line 1')
    refused(vault, text.encode('utf-16'), 'UTF-8')
    refused(vault, text.replace('Agnes', 'Agn\\ud83d'), 'half a character')
    refused(vault, text.replace('Agnes', 'Agn\\udc00\\ud800'), 'half a character')
    refused(vault, text.replace('Agnes', 'Agn\\ud83dx'), 'half a character')


def test_files_of_something_else(vault):
    vault.new().load(SOUND)
    refused(vault, '{}', 'format')
    refused(vault, '[]', 'brace')
    refused(vault, '"tend"', 'brace')
    refused(vault, '7', 'brace')
    refused(vault, '{"format":"calendar","version":1}', '“tend”', path='format')
    refused(vault, '{"format":"tend"}', 'version')
    refused(vault, '{"format":"tend","version":2,"clients":[{}]}', 'version', path='version')
    refused(vault, '{"format":"tend","version":"1"}', 'version', path='version')
    # A version that comes last counts as well.
    refused(vault, '{"format":"tend","clients":[{"colour":1}],"version":2}', 'version',
            path='version')


def test_files_that_are_too_large(vault):
    vault.new()
    rubbish = vault.path('in.json')
    with open(rubbish, 'wb') as file:
        file.truncate(200 * 1000 * 1000)
    contains(vault.fail(3, 'import', rubbish), 'larger than 100 MB')
    with open(rubbish, 'wb') as file:
        file.truncate(100 * 1000 * 1000 + 1)
    contains(vault.fail(3, 'import', rubbish), 'larger than 100 MB')
    # Not read by its size alone: a pipe tells none.
    contains(vault.fail(3, 'import', '/dev/zero'), 'larger than 100 MB')
    with open(rubbish, 'wb') as file:
        file.truncate(100 * 1000 * 1000)
    contains(vault.fail(3, 'import', rubbish), 'not readable text')
    rubbish.write_text('{"format":"tend","version":1,"clients":[' + '{"id":"' + 'x' * 99000000)
    contains(vault.fail(3, 'import', rubbish), 'stops in the middle')


def test_files_that_are_nested_too_deeply(vault):
    vault.new().load(SOUND)
    start = '{"format":"tend","version":1,"clients":'
    refused(vault, start + '[' * 100000, 'nested too deeply', path='clients[0]')
    refused(vault, start + '{"a":' * 100000, 'nested too deeply', path='clients')
    refused(vault, '{"a":' * 100000 + '}' * 100000, 'nested too deeply', path='a')
    refused(vault, '[' * 100000, 'brace')
    # Sixteen levels are not too deep, only wrong.
    deep = {'format': 'tend', 'version': 1, 'clients': []}
    faults = vault.faults(json.dumps(deep)[:-3] + '[' + '[' * 14 + ']' * 14 + ']}')
    equal(faults, {'clients[0]': 'No list belongs here.'})
    faults = vault.faults(json.dumps(deep)[:-3] + '[' + '[' * 15 + ']' * 15 + ']}')
    contains(faults['clients[0]'], 'nested too deeply')


def test_every_fault_is_told(vault):
    vault.new().load(SOUND)
    before = vault.export('before.json')
    text = '''{"format": "tend", "version": 1, "format": "tend",
      "robots": [{"a": {"b": [1]}}],
      "visit_tasks": [],
      "history": [{"at": 1}],
      "provider": {"own_name": "C", "id": "provider", "schemes": ["a", 5, ""]},
      "clients": [
        {"id": "x", "given_name": "A", "given_name": "B", "colour": "red", "shape": {"a": [1]}},
        {"given_name": "No id"},
        {"id": "x"},
        {"id": 5, "given_name": "A"},
        {"id": "", "given_name": "A"},
        {"id": "%s", "given_name": "A"},
        {"id": "a\\nb", "given_name": "A"},
        {"id": "n", "given_name": null, "date_of_birth": 19, "status": "asleep", "reference": "R"},
        {"id": "m", "given_name": "A\\u0000B", "date_of_birth": "1938-02-30", "reference": "R"},
        "Agnes",
        ["Agnes"]
      ],
      "services": {"id": "s"},
      "rates": [{"id": "r", "amount_pence": 16.5}, {"id": "q", "amount_pence": "1650"},
                {"id": "p", "amount_pence": 1e3}, {"id": "o", "amount_pence": -1},
                {"id": "n", "amount_pence": 99999999999999999999}],
      "people": [{"id": "p", "client": "nobody", "name": "N", "relation": "family",
                  "pays_bills": "yes"}],
      "visits": [
        {"id": "b", "client": "x", "planned_start": "2026-06-02 08:00",
         "planned_end": "2026-06-02T25:00", "note": ["a"], "position": 1,
         "tasks": [{"title": 5}, 7, {"id": "t", "title": "T"}, {"id": "t", "title": "T"}]},
        {"id": "c", "client": "x", "planned_start": "2026-06-02T09:00",
         "planned_end": "2026-06-02T08:00", "tasks": {}}
      ]}''' % ('i' * 201)
    faults = vault.faults(text)
    wanted = {
        'format': 'given twice', 'robots': 'no records', 'visit_tasks': 'no records',
        'history': 'for reading', 'provider.id': 'no field', 'provider.schemes[1]': 'word',
        'provider.schemes[2]': 'word',
        'clients[0].given_name': 'given twice', 'clients[0].colour': 'in “Client”',
        'clients[0].shape': 'no field', 'clients[1].id': 'needed',
        'clients[2].given_name': 'First name', 'clients[2].id': 'clients[0]',
        'clients[3].id': 'text', 'clients[4].id': 'text', 'clients[5].id': '200',
        'clients[6].id': 'one line', 'clients[7].given_name': 'First name',
        'clients[7].date_of_birth': 'quotation marks', 'clients[7].status': 'asleep',
        'clients[8].given_name': 'zero', 'clients[8].date_of_birth': '1938-02-30',
        'clients[8].reference': 'clients[7]',
        'clients[9]': 'object', 'clients[10]': 'list', 'services': 'object',
        'rates[0].amount_pence': '16.5', 'rates[1].amount_pence': 'without quotation',
        'rates[2].amount_pence': '1e3', 'rates[3].amount_pence': 'less than £0.00',
        'rates[4].amount_pence': '99999999999999999999',
        'people[0].pays_bills': 'true or false', 'people[0].client': '“nobody”',
        'visits[0].planned_start': '2026-06-02 08:00', 'visits[0].planned_end': '25:00',
        'visits[0].note': 'text', 'visits[0].position': 'in “Visit”',
        'visits[0].tasks[0].title': 'text', 'visits[0].tasks[1]': 'object',
        'visits[0].tasks[3].id': '“t”', 'visits[1].planned_end': 'before it starts',
        'visits[1].tasks': 'No object',
    }
    for path, words in wanted.items():
        assert path in faults, f'{path} is not told'
        contains(faults[path].lower(), words.lower())
    equal(set(faults) - set(wanted), set())
    said = vault.fail(3, 'import', 'in.json').splitlines()
    equal(len(said), len(faults) + 1)
    contains(said[-1], 'Nothing was imported')
    equal(vault.export('after.json'), before)


def test_references_to_nothing(vault):
    vault.new()
    records = json.loads(json.dumps(SOUND))
    records['visits'][0].update(service='gone', pattern='gone', pattern_date='2026-06-02')
    records['invoices'][0].update(payer='gone', credits='gone')
    records['invoices'][0]['lines'][0].update(visit='gone', trip='gone', charge='gone')
    records['payments'] = [{'id': 'p', 'client': 'gone', 'invoice': 'gone',
                            'received_on': '2026-07-01', 'amount_pence': 1}]
    faults = vault.faults(records)
    equal(sorted(faults), sorted([
        'visits[0].service', 'visits[0].pattern', 'invoices[0].payer', 'invoices[0].credits',
        'invoices[0].lines[0].visit', 'invoices[0].lines[0].trip', 'invoices[0].lines[0].charge',
        'payments[0].client', 'payments[0].invoice']))
    assert all('“gone”' in message for message in faults.values())
    equal(json.loads(vault.export()), {'format': 'tend', 'version': 1})

    # What is in the vault, or later in the file, is there.
    vault.load(SOUND)
    vault.load({'payments': [{'id': 'p', 'client': 'b', 'invoice': 'i', 'amount_pence': 1,
                              'received_on': '2026-07-01'}],
                'clients': [{'id': 'b', 'given_name': 'Bert'}]})


def test_a_thousand_faults_are_enough(vault):
    vault.new()
    records = {'clients': [{'id': str(number), 'colour': 1} for number in range(5000)]}
    out = vault.run('import', vault.write(records), '--json', status=3)
    faults = json.loads(out)['faults']
    equal(len(faults), 1000)
    equal(faults[998]['path'], 'clients[499].colour')
    equal(faults[999]['path'], '$')
    contains(faults[999]['message'], 'more')


def test_the_same_again_and_something_else(vault):
    vault.new()
    equal(vault.load(SOUND), {'dry_run': False, 'added': 8, 'present': 0})
    before = vault.export('before.json')
    equal(vault.load(SOUND), {'dry_run': False, 'added': 0, 'present': 8})
    contains(vault.run('import', 'in.json'), '8 were there already')

    changes = [
        ('provider', lambda r: r['provider'].update(phone='1')),
        ('clients[0]', lambda r: r['clients'][0].update(family_name='Bell')),
        ('visits[0]', lambda r: r['visits'][0]['tasks'][0].update(done=False)),
        ('visits[0]', lambda r: r['visits'][0]['tasks'].reverse()),
        ('visits[0]', lambda r: r['visits'][0]['tasks'].append({'title': 'More'})),
        ('visits[0]', lambda r: r['visits'][0].pop('tasks')),
        ('invoices[0]', lambda r: r['invoices'][0]['lines'].append(
            {'date': '2026-06-02', 'description': 'More', 'amount_pence': 1})),
        ('invoices[0]', lambda r: r['invoices'][0]['lines'][0].update(amount_pence=1001)),
    ]
    for path, change in changes:
        records = json.loads(json.dumps(SOUND))
        change(records)
        records['clients'].append({'id': 'new', 'given_name': 'New'})
        faults = vault.faults(records)
        equal(list(faults), [path])
        contains(faults[path], 'not the same')
    equal(vault.export('after.json'), before)


def test_what_must_be_given_once(vault):
    vault.new().load(SOUND)
    records = {
        'clients': [{'id': 'b', 'given_name': 'Bert', 'reference': 'A'}],
        'invoices': [{**SOUND['invoices'][0], 'id': 'j', 'lines': []}],
        'bank_holidays': [{'id': 'x', 'date': '2027-06-01', 'name': 'A'},
                          {'id': 'y', 'date': '2027-06-01', 'name': 'B'}],
        'patterns': [{'id': 'p', 'client': 'a', 'rrule': 'FREQ=DAILY', 'starts_on': '2026-06-01',
                      'starts_at': '08:00', 'minutes': 30}],
        'visits': [visit(name, '2026-06-03T08:00', '2026-06-03T08:30', pattern='p',
                         pattern_date='2026-06-03') for name in ('one', 'two')],
    }
    faults = vault.faults(records)
    equal(sorted(faults), ['bank_holidays[1].date', 'clients[0].reference', 'invoices[0].number',
                           'visits[1].pattern_date'])
    contains(faults['visits[1].pattern_date'], 'visits[0]')
    # Nor where one of the two is in the vault already.
    records = {'patterns': records['patterns'], 'visits': records['visits'][:1]}
    vault.load(records)
    equal(list(vault.faults({'visits': [dict(records['visits'][0], id='three')]})),
          ['visits[0].pattern_date'])
    # An invoice's total is that of its lines.
    invoice = {**SOUND['invoices'][0], 'id': 'k', 'number': '8'}
    invoice['lines'] = [{'date': '2026-06-02', 'description': 'x', 'amount_pence': 700},
                        {'date': '2026-06-02', 'description': 'y', 'amount_pence': 9}]
    faults = vault.faults({'invoices': [{**invoice, 'total_pence': 710}]})
    contains(faults['invoices[0].total_pence'], '£7.09')
    vault.load({'invoices': [{**invoice, 'total_pence': 709}]})


def test_ids_of_repeating_visits(vault):
    """PATTERN@DATE is the id of a day that has no visit of its own yet."""
    def week():
        return [(row['id'], row['status']) for row in vault.json('rota', '--week', '2026-W23')
                ['visits']]

    def day(identity, **fields):
        return visit(identity, '2026-06-02T11:00', '2026-06-02T11:30', **fields)

    vault.new().load({'clients': SOUND['clients']})
    daily = {'id': 'p', 'client': 'a', 'rrule': 'FREQ=DAILY;COUNT=3', 'starts_on': '2026-06-01',
             'starts_at': '08:00', 'minutes': 30}
    own = day('p@2026-06-02', pattern='p', pattern_date='2026-06-02')
    others = [day('p@2026-06-02'), day('p@2026-06-02', pattern='p', pattern_date='2026-06-03'),
              day('p@2026-06-02', pattern='q', pattern_date='2026-06-02')]
    patterns = [daily, {**daily, 'id': 'q', 'starts_at': '17:00'}]
    for other in others:
        faults = vault.faults({'visits': [other], 'patterns': patterns})
        equal(list(faults), ['visits[0].id'])
        contains(faults['visits[0].id'], 'repeating visit “p”', 'another id')

    # Where nothing repeats under that name it is an id like any other, and the name is taken.
    free = [day(f'{name}@2026-06-02') for name in ('r', 'é@r', 'r@')]
    vault.load({'visits': free + [day('p@2026-06-31'), day('p@x'), day('@')]})
    for name in ('r', 'é@r', 'r@'):
        faults = vault.faults({'patterns': [{**daily, 'id': name}]})
        equal(list(faults), ['patterns[0].id'])
        contains(faults['patterns[0].id'], f'{name}@2026-06-02')
    vault.load({'patterns': patterns})
    faults = vault.faults({'visits': [others[0]]})
    equal(list(faults), ['visits[0].id'])

    # The day's own visit takes the place of the day.
    for status in ('planned', 'done'):
        equal([row for row in week() if row[0] == 'p@2026-06-02'], [('p@2026-06-02', status)])
        vault.load({'visits': [own]})
    vault.load({**json.loads(vault.export()), 'rates': []})


def test_visits_done_on_a_day_to_come(vault):
    """They are a slip of the year: refused, and never charged before their day."""
    records = {'clients': [{'id': 'a', 'reference': 'A', 'given_name': 'Ada'}],
               'rates': [{'id': 'r', 'amount_pence': 1900}],
               'visits': [visit('today', '2026-06-05T10:00', '2026-06-05T11:00'),
                          visit('later', '2026-06-06T10:00', '2026-06-06T11:00')]}
    vault.new()
    faults = vault.faults(records, '--on', '2026-06-05')
    equal(list(faults), ['visits[1].status'])
    contains(faults['visits[1].status'], 'still to come')
    times = visit('later', '2026-06-06T10:00', '2026-06-06T11:00', status='planned',
                  actual_start='2026-06-06T10:00', actual_end='2026-06-06T11:00',
                  recorded_at='2026-06-06T11:00')
    equal(set(vault.faults({**records, 'visits': [times]}, '--on', '2026-06-05')),
          {'visits[0].actual_start', 'visits[0].actual_end', 'visits[0].recorded_at'})

    # What came in before Tend asked: one hour of the two, until the other has been.
    vault.load(records, '--on', '2026-06-06')
    june = ('invoice', 'preview', '--client', 'A', '--from', '2026-06-01', '--to', '2026-06-30')
    draft = vault.json(*june, '--on', '2026-06-05')
    equal((draft['total_pence'], len(draft['lines'])), (1900, 1))
    contains(' '.join(draft['remarks']), '1 visit', 'a day to come')
    draft = vault.json(*june, '--on', '2026-06-06')
    equal((draft['total_pence'], draft['remarks']), (3800, []))


def test_a_dry_run_changes_nothing(vault):
    vault.new()
    path = vault.write(SOUND)
    equal(vault.json('import', path, '--dry-run'), {'dry_run': True, 'added': 8, 'present': 0})
    contains(vault.run('import', path, '--dry-run'), '8 records would be added')
    equal(json.loads(vault.export()), {'format': 'tend', 'version': 1})
    equal(vault.json('history')['entries'], [])
    contains(vault.fail(3, 'import', '--dry-run', vault.write({'clients': [{'id': 'x'}]})),
             'clients[0].given_name')


def test_defaults_and_null(vault):
    vault.new().load({'clients': [{'id': 'a', 'given_name': 'Agnes', 'family_name': None}],
                      'visits': [visit('v', '2026-06-02T08:00', '2026-06-02T08:30', billing=None)],
                      'payments': [{'id': 'p', 'client': 'a', 'invoice': None, 'amount_pence': 5,
                                    'received_on': '2026-07-01', 'note': ''}]})
    records = json.loads(vault.export())
    equal(records['clients'], [{'id': 'a', 'given_name': 'Agnes', 'status': 'active',
                                'funding': 'self', 'allergies_state': 'not_asked'}])
    equal(records['payments'], [{'id': 'p', 'client': 'a', 'received_on': '2026-07-01',
                                 'amount_pence': 5, 'method': 'bank_transfer'}])
    # A default that was cleared stays cleared.
    equal(records['visits'][0]['billing'], None)
    vault.load(records)


def test_schema_and_import_agree(vault):
    import jsonschema
    schema = json.loads(vault.run('schema', key=False))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    vault.new()
    assert validator.is_valid({'format': 'tend', 'version': 1, **SOUND})
    vault.load(SOUND)
    assert validator.is_valid(json.loads(vault.export()))
    wrong = [
        {'version': 2}, {'format': 'other'}, {'robots': []}, {'clients': {}},
        {'clients': [{'given_name': 'A'}]}, {'clients': [{'id': 'x'}]},
        {'clients': [{'id': '', 'given_name': 'A'}]},
        {'clients': [{'id': 'x', 'given_name': None}]},
        {'clients': [{'id': 'x', 'given_name': 'A', 'colour': 'red'}]},
        {'clients': [{'id': 'x', 'given_name': 'A\nB'}]},
        {'clients': [{'id': 'x', 'given_name': 'A', 'status': 'asleep'}]},
        {'clients': [{'id': 'x', 'given_name': 'A', 'date_of_birth': '1/2/1938'}]},
        {'rates': [{'id': 'x', 'amount_pence': '5'}]}, {'rates': [{'id': 'x', 'amount_pence': -1}]},
        {'rates': [{'id': 'x', 'amount_pence': 5, 'fixed_date': '13-01'}]},
        {'rates': [{'id': 'x', 'amount_pence': 5, 'starts_at': '24:00', 'ends_at': '08:00'}]},
        {'visits': [{**SOUND['visits'][0], 'id': 'x', 'planned_start': '2026-06-02 08:00'}]},
        {'visits': [{**SOUND['visits'][0], 'id': 'x', 'tasks': [{'done': True}]}]},
        {'provider': {'own_name': 'C', 'schemes': 'staffordshire'}},
        {'provider': {'own_name': 'C', 'home_journeys_are_business': 1}},
    ]
    for records in wrong:
        assert not validator.is_valid({'format': 'tend', 'version': 1, **records}), records
        vault.faults(json.dumps({'format': 'tend', 'version': 1, **records}))
    # Defaults and limits are in it.
    visits = schema['$defs']['visit']['properties']
    equal(visits['status']['default'], 'planned')
    equal(schema['$defs']['agreement']['properties']['payment_days']['default'], 14)
    equal(schema['$defs']['visit']['required'], ['id', 'client', 'planned_start', 'planned_end'])


if __name__ == '__main__':
    main(globals())

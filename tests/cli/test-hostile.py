#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What nobody should do and somebody will: one sentence, the right status, nothing lost."""

import concurrent.futures
import json
import os
import stat
import subprocess

from tendcli import contains, equal, main, visit

JUNE = ('--from', '2026-06-01', '--to', '2026-06-30')
CLIENTS = [{'id': 'a', 'reference': 'A', 'given_name': 'Agnes'},
           {'id': 'b', 'given_name': 'Bert'}]


def small():
    """Two clients, a price, and an hour with Agnes."""
    return {'provider': {'own_name': 'Christine Marsh'}, 'clients': CLIENTS,
            'rates': [{'id': 'r', 'amount_pence': 2000}],
            'visits': [visit('v', '2026-06-02T08:00', '2026-06-02T09:00')]}


def mode(path):
    return oct(stat.S_IMODE(path.stat().st_mode))


def one_sentence(said):
    equal(said.count('\n'), 1)
    assert said.endswith('.\n'), said
    assert len(said) < 400, said


# Where to write

def test_places_that_cannot_be_written(vault):
    vault.new().load(small())
    vault.path('folder').mkdir()
    for command in (('export',), ('rota', '--week', '2026-W23', '--pdf'),
                    ('rota', '--week', '2026-W23', '--ics'),
                    ('mileage', '--tax-year', '2026-27', '--csv'), ('backup',)):
        for path in ('folder', '/', 'nowhere/file', 'key/file', '', 'x' * 300):
            one_sentence(vault.fail(1, *command, path))
    contains(vault.fail(1, 'export', '/dev/full'), 'no room')
    equal(sorted(path.name for path in vault.folder.iterdir()),
          ['folder', 'in.json', 'key', 'vault'])


def test_files_that_are_there_are_replaced_whole(vault):
    vault.new().load(small())
    precious = vault.path('precious')
    precious.write_text('precious', encoding='utf-8')
    for number, command in enumerate((('export',), ('backup',),
                                      ('rota', '--week', '2026-W23', '--png'))):
        link, wide = vault.path(f'link{number}'), vault.path(f'wide{number}')
        link.symlink_to('precious')
        wide.write_text('x', encoding='utf-8')
        wide.chmod(0o666)
        vault.run(*command, link)
        vault.run(*command, wide)
        assert not link.is_symlink()
        equal((mode(link), mode(wide)), ('0o600', '0o600'))
        equal(precious.read_text(encoding='utf-8'), 'precious')


def test_a_backup_takes_the_place_of_files_alone(vault):
    vault.new().load(small())
    pipe = vault.path('pipe')
    os.mkfifo(pipe)
    contains(vault.fail(1, 'backup', pipe), 'is not a file')
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    vault.path('link').symlink_to('vault')
    for path in ('vault/vault.db', 'vault/backup', 'vault/blobs/backup', 'link/vault.keys'):
        contains(vault.fail(1, 'backup', path), 'folder of the records')
    vault.run('verify')
    vault.run('backup', 'vaults')     # a name that only begins like the folder's


def test_nothing_is_written_among_the_records(vault):
    vault.new().load({**small(),
                      'agreements': [{'id': 'g', 'client': 'a', 'starts_on': '2026-06-01'}]})
    vault.run('invoice', 'issue', '--client', 'A', *JUNE)
    vault.path('link').symlink_to('vault')
    vault.path('far').mkdir()
    vault.path('far/link').symlink_to('../vault/blobs')
    commands = [('export',), ('invoice', 'pdf', '0001'), ('contract', '--client', 'A', '--pdf'),
                ('statement', '--client', 'A', '--pdf'), ('backup',)]
    commands += [('rota', '--week', '2026-W23', kind) for kind in ('--pdf', '--png', '--ics')]
    commands += [('mileage', '--tax-year', '2026-27', kind) for kind in ('--pdf', '--csv')]
    commands += [('earnings', '--from', '2026-06-01', '--to', '2026-06-30', '--by', 'month', kind)
                 for kind in ('--pdf', '--png')]
    for number, path in enumerate(('vault/vault.db', 'link/vault.keys', 'far/link/new',
                                   vault.dir / 'new', 'far/../vault/vault.head')):
        for command in commands if number < 2 else commands[:1]:
            said = vault.fail(1, *command, path)
            one_sentence(said)
            contains(said, 'folder of the records')
    assert not (vault.dir / 'new').exists() and not (vault.dir / 'new.attachments').exists()
    vault.run('verify')
    vault.run('export', vault.folder / 'vaults')  # a name that only begins like the folder's


def test_what_is_open_is_written_to(vault):
    vault.new().load(small())
    with open(vault.path('out'), 'wb') as out:
        command = [os.environ['TEND_CLI'], '--vault', vault.dir, '--recovery-key-file', vault.key,
                   'statement', '--client', 'A', '--pdf', '/dev/fd/1']
        subprocess.run(command, env=vault.environment(), stdout=out, check=True)
    equal(vault.path('out').read_bytes()[:5], b'%PDF-')


def test_a_vault_on_a_full_disk(vault):
    vault.new().load(small())
    room = vault.path('room')
    room.mkdir()
    if subprocess.run(['mount', '-t', 'tmpfs', '-o', 'size=3m', 'none', room],
                      capture_output=True, check=False).returncode != 0:
        print('# Without the right to mount there is no full disk.')
        return
    try:
        full_disk(vault, room)
    finally:
        subprocess.run(['umount', room], check=True)


def full_disk(vault, room):
    home = room / 'vault'
    vault.run('new', '--no-keyring', '--recovery-key-out', 'key2', key=False, vault=home)
    there = {'key': vault.path('key2'), 'vault': home}
    vault.run('import', 'in.json', **there)
    long = {'visits': [visit(f'n{number}', '2026-05-01T08:00', '2026-05-01T09:00', note='x' * 500)
                       for number in range(5000)]}
    path = vault.write(long, 'long.json')
    contains(vault.fail(1, 'import', path, **there), 'disk is full')
    vault.run('verify', **there)
    with open(room / 'filler', 'wb', buffering=0) as filler:
        try:
            while True:
                filler.write(b'x' * 4096)
        except OSError:
            pass
    for words in (('import', path), ('invoice', 'issue', '--client', 'A', *JUNE),
                  ('backup', room / 'backup')):
        said = vault.fail(1, *words, **there)
        one_sentence(said)
        contains(said, 'disk is full')
    (room / 'filler').unlink()
    vault.run('verify', **there)
    issued = vault.json('invoice', 'issue', '--client', 'A', *JUNE, **there)
    equal(issued['total_pence'], 2000)


# What to import

def test_text_as_other_programs_write_it(vault):
    vault.new()
    text = '{"format":"tend","version":1,\r\n"clients":[\r\n{"id":"%s","given_name":"A"}]}\r\n'
    vault.run('import', vault.write(b'\xef\xbb\xbf' + (text % 'mark').encode()))
    vault.run('import', vault.write(text % 'crlf'))
    contains(vault.fail(3, 'import', vault.write(b'\xef\xbb\xbf')), 'empty')
    contains(vault.fail(3, 'import', vault.write(b'\xef\xbb\xbf\xef\xbb\xbf{}')), 'not JSON')
    equal([client['id'] for client in json.loads(vault.export())['clients']], ['crlf', 'mark'])


def test_no_control_character_reaches_a_terminal(vault):
    vault.new().load(small())
    vault.load({'clients': [{'id': 'e', 'given_name': 'Red\x1b[31m', 'family_name': '\x07\x9b2J',
                             'note': 'two\nlines\tand\x0ba\x0chalf'}],
                'visits': [visit('w', '2026-06-03T08:00', '2026-06-03T09:00') | {'client': 'e'}]})
    vault.run('rota', '--week', '2026-W23', '--ics', 'rota.ics')
    shown = vault.run('rota', '--week', '2026-W23') + vault.run('history') + \
        vault.path('rota.ics').read_text(encoding='utf-8').replace('\r\n', '\n')
    equal([char for char in shown if ord(char) < 32 and char != '\n' or 127 <= ord(char) < 160], [])
    client = json.loads(vault.export())['clients'][2]
    equal(client['note'], 'two\nlines\tand a half')


def test_numbers_and_years_out_of_reach(vault):
    vault.new().load(small())
    line = {'date': '2026-06-02', 'description': 'x', 'amount_pence': 1}
    invoice = {'id': 'i', 'number': '1', 'client': 'a', 'issued_on': '2026-06-30',
               'due_on': '2026-07-14', 'lines': [line]}
    for field in ('minutes', 'miles_tenths', 'rate_pence', 'amount_pence'):
        for number in (2 ** 63 - 1, -2 ** 63 + 1):
            lines = [dict(line, **{field: number})]
            faults = vault.faults({'invoices': [dict(invoice, lines=lines)]})
            equal(list(faults), [f'invoices[0].lines[0].{field}'])
    for day, fault in (('0026-06-02', True), ('1849-12-31', True), ('1850-01-01', False),
                       ('9999-12-31', False)):
        records = {'charges': [{'id': day, 'client': 'b', 'date': day, 'amount_pence': 1}]}
        if fault:
            contains(vault.faults(records)['charges[0].date'], 'year')
        else:
            vault.load(records)
    vault.load({'charges': [{'id': 'fee', 'client': 'a', 'date': '2026-06-02',
                             'amount_pence': 1}]})
    for on in ('9999-12-31', '0001-01-01'):
        contains(vault.fail(3, 'invoice', 'issue', '--client', 'A', *JUNE, '--on', on), 'year')
    # Limits are written as money and miles are.
    faults = vault.faults({'rates': [{'id': 'x', 'amount_pence': 10 ** 12}]})
    contains(faults['rates[0].amount_pence'], '£100,000.00')


def test_all_days_there_are(vault):
    vault.new().load(small())
    vault.load({'patterns': [{'id': 'p', 'client': 'a', 'rrule': 'FREQ=DAILY', 'minutes': 30,
                              'starts_on': '1900-01-01', 'starts_at': '23:45'}]})
    ever = ('--from', '0001-01-01', '--to', '9999-12-31')
    equal(vault.json('rota', '--week', '0001-W01')['visits'], [])
    equal(vault.json('invoice', 'preview', '--client', 'A', *ever)['total_pence'], 2000)
    equal(vault.json('earnings', *ever, '--by', 'client')['total']['worked_pence'], 2000)
    last = vault.json('earnings', '--from', '9999-11-01', '--to', '9999-12-31', '--by', 'month')
    equal([row['key'] for row in last['rows']], ['9999-11', '9999-12'])
    long = ('--from', '1850-01-01', '--to', '9999-12-31')
    vault.run('invoice', 'issue', '--client', 'A', *long)
    for days in (long, ever):
        contains(vault.fail(1, 'invoice', 'issue', '--client', 'A', *days), 'nothing to charge')
    equal(vault.json('owed')['total_pence'], 2000)


# What to type

def test_long_words_are_not_repeated(vault):
    vault.new().load(small())
    long = 'x' * 100_000
    for words in (('owed', '--client', long), ('invoice', 'pdf', long, 'x.pdf')):
        one_sentence(vault.fail(1, *words))
    for words in ((long,), ('owed', long), ('rota', '--week', long), ('owed', '--on', long),
                  ('invoice', 'pdf')):
        one_sentence(vault.fail(2, *words))


# All at once

def test_invoices_issued_at_once_have_numbers_without_a_gap(vault):
    many = range(10)
    vault.new().load({'provider': {'own_name': 'Christine Marsh'},
                      'rates': [{'id': 'r', 'amount_pence': 2000}],
                      'clients': [{'id': f'c{n}', 'given_name': f'N{n}'} for n in many],
                      'visits': [visit(f'v{n}', '2026-06-02T08:00', '2026-06-02T09:00')
                                 | {'client': f'c{n}'} for n in many]})

    def issue(number):
        client = f'c{number % len(many)}'
        command = [os.environ['TEND_CLI'], '--vault', vault.dir, '--recovery-key-file', vault.key,
                   'invoice', 'issue', '--client', client, *JUNE, '--json']
        return subprocess.run(command, env=vault.environment(), capture_output=True, check=False)

    with concurrent.futures.ThreadPoolExecutor(5) as pool:
        done = list(pool.map(issue, range(2 * len(many))))
    equal(sorted(run.returncode for run in done), [0] * len(many) + [1] * len(many))
    equal(sorted(json.loads(run.stdout)['number'] for run in done if run.returncode == 0),
          [f'{number:04}' for number in range(1, len(many) + 1)])
    vault.run('verify')


def test_attachments_stay_in_their_folder(vault):
    vault.new().load(small())
    beside = vault.path('in.json.attachments')
    beside.mkdir()
    secret = vault.path('secret')
    secret.write_text('secret', encoding='utf-8')

    def attach(identity, name='x'):
        return {'attachments': [{'id': identity, 'name': name, 'subject_kind': 'client',
                                 'subject': 'a'}]}
    for identity in ('../secret', '/etc/passwd', '..'):
        contains(vault.faults(attach(identity))['attachments[0]'], '%2')
    (beside / 'link').symlink_to(secret)
    os.mkfifo(beside / 'pipe')
    (beside / 'folder').mkdir()
    for identity in ('link', 'pipe', 'folder', 'missing'):
        contains(vault.faults(attach(identity))['attachments[0]'], 'is not in the folder')
    (beside / '%2E%2E%2Fsecret').write_text('kept', encoding='utf-8')
    vault.load(attach('../secret', '../../../name'))
    vault.export()
    equal([path.name for path in vault.path('out.json.attachments').iterdir()],
          ['%2E%2E%2Fsecret'])
    equal(secret.read_text(encoding='utf-8'), 'secret')
    assert not (vault.folder.parent / 'name').exists()


if __name__ == '__main__':
    main(globals())

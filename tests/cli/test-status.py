#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each command's exit status: 0 done, 1 not, 2 wrong usage, 3 invalid, 4 locked."""

import json
import subprocess

import tendcli
from tendcli import contains, equal, main, visit

COMMANDS = ('new demo import export schema rota invoice owed statement contract document'
            ' mar mileage earnings check return due portfolio backup restore verify'
            ' history').split()

RECORDS = {
    'provider': {'own_name': 'Christine Marsh'},
    'clients': [{'id': 'a', 'reference': 'A', 'given_name': 'Agnes'}],
    'rates': [{'id': 'r', 'amount_pence': 2000}],
    'agreements': [{'id': 'g', 'client': 'a', 'starts_on': '2026-01-01'}],
    'visits': [visit('v', '2026-06-02T08:00', '2026-06-02T08:30')],
}
PERIOD = ('--client', 'A', '--from', '2026-06-01', '--to', '2026-06-30')
JUNE = ('--from', '2026-06-01', '--to', '2026-06-30')


def test_help_and_version(vault):
    text = vault.run('--help', key=False)
    listed = [line.split()[0] for line in text.split('Commands:')[1].splitlines()
              if line.startswith('  ')]
    equal(listed, COMMANDS)
    contains(vault.run('--version', key=False), 'tend-cli ')
    for command in COMMANDS:
        contains(vault.run(command, '--help', key=False), 'Usage:', '--vault', '--json')


def test_done(vault):
    vault.new().load(RECORDS)
    number = vault.json('invoice', 'issue', *PERIOD, '--on', '2026-07-01')['number']
    for words in (
            ('schema',), ('rota',), ('rota', '--week', '2026-W23'), ('invoice', 'preview', *PERIOD),
            ('invoice', 'list'), ('invoice', 'pdf', number, 'i.pdf'), ('owed',),
            ('owed', '--client', 'A'), ('statement', '--client', 'a'),
            ('contract', '--client', 'a', '--pdf', 'c.pdf'), ('mileage',),
            ('mileage', '--tax-year', '2026-27', '--pdf', 'm.pdf'),
            ('earnings', *JUNE, '--by', 'month'),
            ('earnings', *JUNE, '--by', 'service', '--pdf', 'e.pdf', '--png', 'e.png'),
            ('backup', 'b.tend-backup'), ('verify',), ('history',),
            ('history', '--record', 'client/a'), ('export', 'e.json'), ('export', '/dev/stdout')):
        vault.run(*words)
    for by in ('week', 'month', 'client', 'service', 'funding'):
        vault.json('earnings', *JUNE, '--by', by)
    equal(vault.json('verify'), {'ok': True, 'faults': []})
    equal([entry['id'] for entry in vault.json('history', '--record', 'client/a')['entries']],
          ['a'])
    # Options may stand before the command as well.
    equal(json.loads(vault.run('--json', '--on', '2026-07-02', 'owed'))['on'], '2026-07-02')


def test_not_done(vault):
    vault.new().load(RECORDS)
    contains(vault.fail(1, 'new', '--no-keyring', '--recovery-key-out', 'key2', key=False),
             'already records')
    assert not vault.path('key2').exists()
    contains(vault.fail(1, 'new', '--no-keyring', '--recovery-key-out', 'key', key=False,
                        vault='other'), '“key”')
    assert not vault.path('other').exists()
    contains(vault.fail(1, 'import', 'missing.json'), 'missing.json')
    contains(vault.fail(1, 'import', '.'), 'directory')
    contains(vault.fail(1, 'export', 'no/such/place.json'), 'no/such/place.json')
    contains(vault.fail(1, 'invoice', 'pdf', '99', 'i.pdf'), '“99”')
    assert not vault.path('i.pdf').exists()
    contains(vault.fail(1, 'invoice', 'preview', '--client', 'B', *JUNE), '“B”')
    contains(vault.fail(1, 'invoice', 'issue', '--client', 'A', '--from', '2020-01-01',
                        '--to', '2020-01-31'), 'nothing')
    contains(vault.fail(1, 'contract', '--client', 'Z', '--pdf', 'c.pdf'), '“Z”')
    contains(vault.fail(1, 'statement', '--client', 'Z'), '“Z”')
    contains(vault.fail(1, 'statement', '--client', 'A', '--pdf', 'no/such/s.pdf'), 'no/such')
    contains(vault.fail(1, 'rota', '--pdf', 'no/such/r.pdf'), 'no/such')
    contains(vault.fail(1, 'backup', 'no/such/place'), 'no/such')
    contains(vault.fail(1, 'restore', 'missing', key=False), 'missing')


def test_a_visit_without_a_rate(vault):
    vault.new().load({key: RECORDS[key] for key in ('clients', 'visits')})
    contains(vault.fail(1, 'invoice', 'preview', *PERIOD), '2 June 2026')
    contains(vault.fail(1, 'contract', '--client', 'A', '--pdf', 'c.pdf'), 'agreement')


def test_wrong_usage(vault):
    vault.new()
    for words in (
            (), ('frobnicate',), ('owed', 'now'), ('owed', '--sideways'), ('--sideways', 'owed'),
            ('owed', '--on', 'today'), ('owed', '--on'), ('import',), ('import', 'a', 'b'),
            ('export',), ('rota', '--week', '48'), ('rota', '--week', '2026-W54'), ('invoice',),
            ('invoice', 'send'), ('invoice', 'preview'), ('invoice', 'preview', '--client', 'A'),
            ('invoice', 'preview', *PERIOD[:4]), ('invoice', 'pdf', '1'),
            ('invoice', 'issue', '--client', 'A', '--from', '2026-06-30', '--to', '2026-06-01'),
            ('statement',), ('contract', '--client', 'A'), ('contract', '--pdf', 'c.pdf'),
            ('mileage', '--tax-year', '2026'), ('mileage', '--tax-year', '2026-28'),
            ('earnings',), ('earnings', *JUNE), ('earnings', *JUNE, '--by', 'day'),
            ('backup',), ('restore',), ('verify', 'all'), ('history', '--record', 'client'),
            ('history', '--record', 'robot/a'), ('new',), ('new', '--recovery-key-out', 'k'),
            ('--passphrase-file', 'p', 'owed')):
        vault.fail(2, *words)
    for words in (('new', '--no-keyring'), ('new', '--recovery-key-out')):
        vault.fail(2, *words, key=False, vault='other')
    assert not vault.path('other').exists()


def test_locked(vault):
    contains(vault.fail(4, 'owed', key=False), 'no vault')
    vault.new()
    contains(vault.fail(4, 'owed', key=False), 'keyring', '--recovery-key-file')
    contains(vault.fail(4, 'owed', key='missing'), 'missing')
    vault.path('empty').write_text('')
    vault.fail(4, 'owed', key='empty')
    vault.fail(4, 'verify', '--json', key=False)


def test_the_answer_cannot_be_written(vault):
    with open('/dev/full', 'w', encoding='utf-8') as full:
        done = subprocess.run([tendcli.PROGRAM, 'schema'], stdout=full, stderr=subprocess.PIPE,
                              env=vault.environment(), check=False)
    equal(done.returncode, 1)
    contains(done.stderr.decode(), 'could not be written')


if __name__ == '__main__':
    main(globals())

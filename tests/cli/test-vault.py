#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Making, opening, backing up, restoring and verifying a vault."""

import json
import os
import re
import shutil
import subprocess

import tendcli
from tendcli import Vault, contains, equal, main, visit

RECORDS = {
    'provider': {'own_name': 'Christine Marsh'},
    'clients': [{'id': 'a', 'given_name': 'Agnes'}],
    'visits': [visit(f'v{day:02}', f'2026-06-{day:02}T08:00', f'2026-06-{day:02}T08:30',
                     note='A quiet morning. ' * 30) for day in range(1, 29)],
}


def test_new(vault):
    out = vault.json('new', '--no-keyring', '--recovery-key-out', vault.key, key=False)
    equal(out['in_keyring'], False)
    equal(vault.key.stat().st_mode & 0o777, 0o600)
    assert re.fullmatch(r'([0-9A-Z]{5}-)+[0-9A-Z]{5}\n', vault.key.read_text())
    equal(vault.dir.stat().st_mode & 0o777, 0o700)
    for file in vault.dir.rglob('*'):
        equal(file.stat().st_mode & 0o077, 0)
    # It holds nothing, not even a name.
    equal(json.loads(vault.export()), {'format': 'tend', 'version': 1})
    # The place may be said by the environment.
    environment = dict(vault.environment(), TEND_DATA_DIR=str(vault.dir))
    done = subprocess.run([tendcli.PROGRAM, '--recovery-key-file', vault.key, 'owed'],
                          env=environment, capture_output=True, check=False)
    equal(done.returncode, 0)


def test_passphrase(vault):
    vault.path('words').write_text('correct horse battery staple\n')
    vault.run('--passphrase-file', 'words', 'new', '--no-keyring', '--recovery-key-out', vault.key,
              key=False)
    vault.run('--passphrase-file', 'words', 'owed', key=False)
    vault.run('owed')
    vault.path('words').write_text('correct horse battery stapler\n')
    vault.fail(4, '--passphrase-file', 'words', 'owed', key=False)


def test_a_mistyped_recovery_key_names_the_slip(vault):
    vault.new_by_program()
    key = vault.key.read_text().strip()
    groups = key.split('-')

    # As people type: lower case, without dashes, with blanks.
    for typed in (key.lower(), key.replace('-', ''), key.replace('-', ' ')):
        vault.path('typed').write_text(typed)
        vault.run('owed', key='typed')

    for number, group in enumerate(groups, start=1):
        other = next(c for c in '3479ACDEFGHJ' if c != group[1])
        wrong = groups[:number - 1] + [group[0] + other + group[2:]] + groups[number:]
        vault.path('typed').write_text('-'.join(wrong))
        contains(vault.fail(4, 'owed', key='typed'), f'Group {number}', wrong[number - 1], 'slip')
    vault.path('typed').write_text('-'.join(groups[:-1]))
    contains(vault.fail(4, 'owed', key='typed'), 'missing')

    # Another vault's key is well typed, and said to be so; it costs nothing.
    other = Vault().new_by_program()
    try:
        for _ in range(3):
            contains(vault.fail(4, 'owed', key=other.key), 'well typed')
    finally:
        other.remove()
    vault.run('owed')


def test_six_at_once(vault):
    vault.new_by_program()
    running = []
    for number in range(6):
        path = vault.write({'clients': [{'id': f'{number}-{n}', 'given_name': 'Agnes'}
                                        for n in range(40)]}, f'{number}.json')
        running.append(subprocess.Popen(
            [tendcli.PROGRAM, '--vault', vault.dir, '--recovery-key-file', vault.key, 'import',
             path], env=vault.environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT))
    for process in running:
        out = process.communicate(timeout=120)[0].decode()
        equal((process.returncode, out), (0, '40 records were added.\n'))
    equal(len(json.loads(vault.export())['clients']), 240)
    equal(vault.json('verify'), {'ok': True, 'faults': []})
    equal(len(vault.json('history')['entries']), 240)


def test_invoice_numbers_are_given_once(vault):
    vault.new_by_program().load({
        'clients': [{'id': f'c{n}', 'given_name': 'Agnes'} for n in range(6)],
        'rates': [{'id': 'r', 'amount_pence': 2000}],
        'visits': [visit(f'v{n}', '2026-06-02T08:00', '2026-06-02T08:30', client=f'c{n}')
                   for n in range(6)]})
    running = [subprocess.Popen(
        [tendcli.PROGRAM, '--vault', vault.dir, '--recovery-key-file', vault.key, 'invoice',
         'issue', '--client', f'c{n}', '--from', '2026-06-01', '--to', '2026-06-30', '--json'],
        env=vault.environment(), stdout=subprocess.PIPE) for n in range(6)]
    numbers = [int(json.loads(process.communicate(timeout=120)[0])['number'])
               for process in running]
    equal(sorted(numbers), list(range(1, 7)))


def test_backup_and_restore(vault):
    vault.new_by_program().load(RECORDS)
    text = vault.export()
    vault.run('backup', 'safe.tend-backup')
    backup = vault.path('safe.tend-backup')
    equal(backup.stat().st_mode & 0o777, 0o600)
    assert b'Agnes' not in backup.read_bytes()

    # On another computer.
    answer = vault.json('restore', backup, vault='elsewhere', key=False)
    equal(answer['moved_aside'], None)
    vault.run('export', 'again.json', vault='elsewhere')
    equal(vault.path('again.json').read_text(encoding='utf-8'), text)

    # Over what has gone on meanwhile, which is not lost.
    vault.load({'clients': [{'id': 'b', 'given_name': 'Bert'}]})
    later = vault.export('later.json')
    answer = vault.json('restore', backup)
    equal(vault.export('now.json'), text)
    vault.run('export', 'aside.json', vault=answer['moved_aside'])
    equal(vault.path('aside.json').read_text(encoding='utf-8'), later)
    contains(vault.run('restore', backup), 'What was there before is in')


def test_restore_with_the_wrong_key_moves_nothing(vault):
    vault.new_by_program().load(RECORDS)
    vault.run('backup', 'safe.tend-backup')
    other = Vault().new_by_program()
    try:
        before = sorted(os.listdir(vault.folder))
        contains(vault.fail(4, 'restore', 'safe.tend-backup', key=other.key), 'well typed')
        equal(sorted(os.listdir(vault.folder)), before)
    finally:
        other.remove()


def test_restore_of_what_is_no_sound_backup(vault):
    vault.new_by_program().load(RECORDS)
    before = vault.export('before.json')
    vault.run('backup', 'safe.tend-backup')
    whole = vault.path('safe.tend-backup').read_bytes()
    middle = len(whole) // 2
    flipped = whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1:]
    for name, data, status in (('text', b'Dear diary', 3), ('empty', b'', 3),
                               ('cut', whole[:middle], 5), ('flipped', flipped, 5)):
        vault.path(name).write_bytes(data)
        vault.fail(status, 'restore', name, key=False)
        if status == 3:
            faults = json.loads(vault.run('restore', name, '--json', key=False, status=3))['faults']
            equal([sorted(fault) for fault in faults], [['message', 'path']])
        vault.fail(status, 'restore', name, key=False, vault='nowhere')
        assert not vault.path('nowhere').exists()
    equal(vault.export('after.json'), before)


def flip(path, place):
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    path.write_bytes(data)


def test_verify_finds_flipped_bytes(vault):
    vault.new_by_program().load(RECORDS)
    equal(vault.run('verify'), 'Everything is in order.\n')
    size = (vault.dir / 'vault.db').stat().st_size
    shutil.copytree(vault.dir, vault.path('copy'))
    for name, place in (('vault.db', 100), ('vault.db', size // 2), ('vault.db', size - 100),
                        ('vault.head', 10)):
        shutil.rmtree(vault.dir)
        shutil.copytree(vault.path('copy'), vault.dir)
        flip(vault.dir / name, place)
        answer = json.loads(vault.run('verify', '--json', status=5))
        equal(answer['ok'], False)
        assert answer['faults'], (name, place)
        for fault in answer['faults']:
            equal(sorted(fault), ['kind', 'message', 'place'])
            assert fault['message'].endswith('.')
        vault.fail(5, 'verify')


def test_a_folder_that_is_only_read(vault):
    """Said plainly, whatever is asked; verify looks on, and a copy opens."""
    vault.new_by_program().load({'clients': [{'id': 'a', 'given_name': 'Agnes'}]})
    as_somebody = []
    if os.getuid() == 0:
        # Root may write everywhere.
        if shutil.which('setpriv') is None:
            print('# Without setpriv root cannot be somebody else.')
            return
        as_somebody = ['setpriv', '--reuid', '65534', '--clear-groups']
        subprocess.run(['chown', '-R', '65534', vault.folder], check=True)
    vault.dir.chmod(0o500)
    for words, status in ((('owed',), 1), (('import', 'in.json'), 1), (('export', 'x'), 1),
                          (('verify',), 0)):
        command = [*as_somebody, tendcli.PROGRAM, '--vault', vault.dir,
                   '--recovery-key-file', vault.key, *words]
        done = subprocess.run(command, env=vault.environment(), cwd=vault.folder,
                              capture_output=True, text=True, check=False)
        equal((words, done.returncode), (words, status))
        if status:
            contains(done.stderr, 'can only be read', 'copy the folder')
            equal(done.stderr.count('\n'), 1)
    vault.dir.chmod(0o700)
    vault.run('verify')


if __name__ == '__main__':
    main(globals())

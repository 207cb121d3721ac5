#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""That what is kept is kept to oneself: no file that tend-cli writes has a name in it.

A vault is filled with words that stand nowhere else, is worked with, is killed in the
middle of things; then every file is searched for each word, in every form it could have.
Where strace can be used, every byte that is handed to the system is searched as well, so
that what is written and removed again counts too.
"""

import json
import os
import re
import resource
import shutil
import signal
import stat
import subprocess
import sys
import time
import unicodedata
import zlib

import tendcli
from tendcli import equal, visit

# What the user asked for in the clear, and what the user brought.
OUTSIDE = ('asked', 'brought')

# Words, names, places and scripts that only this file has.
WORDS = ('Zebedina', 'Quillfeather', 'Wŷndolyn', 'Larkspur', 'Hérissonville', 'QZ98XJU',
         '01632960717', 'Xylocarpine', '943 476 5919', 'Keysafe4072', 'marmalade-burglary',
         'astrolabe', 'Gwenllïan', 'Brambleworth', '1234509876', 'Blunderbuss', 'Ffŵlbri',
         '🦔🫖🪗', 'שושנהלה', 'Ολυμπιάδα', 'Snickerdoodle.pdf', 'client-zebedina', 'Pumpernickel')

# The kinds of written bytes that compress: they hold no page of the database.
PLAIN = ('vault.keys', 'vault.head', 'vault.lock', 'vault.db-shm')


def forms(word):
    """Every way in which a word may stand in a file, in small letters where it has them."""
    bare = ''.join(char for char in unicodedata.normalize('NFD', word)
                   if not unicodedata.combining(char))
    found = {json.dumps(word)[1:-1].lower().encode()}
    for text in {word, word.lower(), unicodedata.normalize('NFD', word), bare, bare.lower()}:
        for encoding in ('utf-8', 'utf-16-le', 'utf-16-be', 'utf-32-le', 'latin-1'):
            found.add(text.encode(encoding, errors='ignore').lower())
    return {form for form in found if len(form) >= 6}


FORMS = {form: word for word in WORDS for form in forms(word)}
PATTERN = re.compile(b'|'.join(re.escape(form) for form in FORMS))


def words_in(data):
    return {FORMS[found] for found in PATTERN.findall(data.lower())}


def records():
    """A small year with every word in it somewhere."""
    return {
        'provider': {'own_name': 'Gwenllïan Brambleworth', 'utr': '1234509876',
                     'payment_details': 'To Brambleworth at the bank of Ffŵlbri'},
        'clients': [
            {'id': 'client-zebedina', 'reference': 'Z1', 'given_name': 'Zebedina',
             'family_name': 'Quillfeather', 'preferred_name': 'Wŷndolyn', 'postcode': 'QZ98XJU',
             'address': '17 Larkspur Mews\nHérissonville', 'phone': '01632960717',
             'allergies_state': 'listed', 'allergies': 'Xylocarpine',
             'gp_practice': 'Pumpernickel', 'nhs_number': '943 476 5919',
             'access': 'Keysafe4072 behind the gnome', 'note': '🦔🫖🪗 ' * 50},
            {'id': 'b', 'given_name': 'שושנהלה', 'note': 'Ολυμπιάδα'},
        ],
        'people': [{'id': 'p', 'client': 'client-zebedina', 'name': 'Ολυμπιάδα Quillfeather',
                    'relation': 'family', 'pays_bills': True, 'address': 'Larkspur Hall'}],
        'services': [{'id': 's', 'name': 'Ffŵlbri'}],
        'rates': [{'id': 'r', 'amount_pence': 2000}, {'id': 'm', 'unit': 'mile',
                                                      'amount_pence': 45}],
        'agreements': [{'id': 'g', 'client': 'client-zebedina', 'starts_on': '2026-01-01',
                        'mileage_charge': True, 'signed_by': 'Wŷndolyn Quillfeather'}],
        'patterns': [{'id': 'w', 'client': 'client-zebedina', 'rrule': 'FREQ=WEEKLY;BYDAY=MO',
                      'starts_on': '2026-06-01', 'starts_at': '08:00', 'minutes': 30,
                      'tasks': ['Polish the astrolabe'], 'note': 'marmalade-burglary'}],
        'visits': [visit('v', '2026-06-02T08:00', '2026-06-02T09:00', service='s',
                         note='Told me of the marmalade-burglary', concern='The Blunderbuss',
                         tasks=[{'title': 'Oil the astrolabe', 'done': True}])
                   | {'client': 'client-zebedina'}],
        'trips': [{'id': 't', 'date': '2026-06-02', 'kind': 'with_client', 'miles_tenths': 74,
                   'client': 'client-zebedina', 'chargeable': True, 'from': 'Hérissonville',
                   'to': 'Pumpernickel', 'vehicle': 'c'}],
        'vehicles': [{'id': 'c', 'name': 'The 🦔🫖🪗', 'kind': 'car'}],
        'attachments': [{'id': 'deeds', 'subject_kind': 'client', 'subject': 'client-zebedina',
                         'name': 'Snickerdoodle.pdf', 'media_type': 'application/pdf'}],
    }


def many(count):
    """So many visits that the database does not stay in memory while they are added."""
    return {'visits': [visit(f'many-{number}', '2026-05-01T08:00', '2026-05-01T08:30',
                             note=f'{" ".join(WORDS)} {number}') | {'client': 'b'}
                       for number in range(count)]}


def move_in(vault):
    """Gives the vault a home and every folder a program may write to, all its own."""
    os.umask(0)      # the modes are the program's own, not a careful user's
    for name in ('XDG_CONFIG_HOME', 'XDG_CACHE_HOME', 'XDG_STATE_HOME'):
        os.environ.pop(name, None)
    for variable, name in (('XDG_RUNTIME_DIR', 'run'), ('TMPDIR', 'tmp')):
        os.environ[variable] = str(vault.path(name))
        vault.path(name).mkdir(mode=0o700)
    for name in OUTSIDE:
        vault.path(name).mkdir(mode=0o700)
    vault.new_by_program()


def bring(vault, content, name='brought/year.json'):
    """An interchange file that the user has; attachments lie beside it."""
    path = vault.write(content, name)
    for attachment in content.get('attachments', []):
        folder = vault.path(f'{name}.attachments')
        folder.mkdir()
        (folder / f'{attachment["id"]}.pdf').write_bytes(
            ('Blunderbuss ' * 9000).encode() + ('Quillfeather ' * 9000).encode('utf-16'))
    return path


PERIOD = ('--client', 'Z1', '--from', '2026-06-01', '--to', '2026-06-30')
YEAR = ('--from', '2026-04-06', '--to', '2027-04-05')


def work():
    """Every command once, as words and with what the user asks for in the clear."""
    return (
        ('rota', '--week', '2026-W23'),
        ('rota', '--week', '2026-W23', '--pdf', 'asked/rota.pdf', '--png', 'asked/rota.png',
         '--ics', 'asked/rota.ics'),
        ('invoice', 'preview', *PERIOD),
        ('invoice', 'issue', *PERIOD, '--on', '2026-06-30'),
        ('invoice', 'list'),
        ('owed', '--json'),
        ('statement', '--client', 'Z1', '--pdf', 'asked/statement.pdf'),
        ('contract', '--client', 'Z1', '--pdf', 'asked/contract.pdf'),
        ('mileage', '--tax-year', '2026-27', '--csv', 'asked/miles.csv'),
        ('earnings', *YEAR, '--by', 'client', '--pdf', 'asked/earned.pdf',
         '--png', 'asked/earned.png'),
        ('history',),
        ('backup', 'whole.tend-backup'),
        ('export', 'asked/out.json', '--history'),
        ('verify',),
    )


def written(vault):
    """The files that the program has made, without what is the user's."""
    return [path for path in vault.folder.rglob('*')
            if not path.is_dir() and path.relative_to(vault.folder).parts[0] not in OUTSIDE]


def check_files(vault):
    """No file has a word in it or in its name, and all of them are their owner's alone."""
    paths = written(vault)
    assert len(paths) >= 3, paths
    for path in paths:
        name = str(path.relative_to(vault.folder))
        equal((name, words_in(path.read_bytes())), (name, set()))
        equal((name, words_in(name.encode())), (name, set()))
        equal((name, oct(stat.S_IMODE(path.lstat().st_mode))), (name, '0o600'))
        assert path.parent in (vault.folder, vault.path('run')) or \
            stat.S_IMODE(path.parent.stat().st_mode) == 0o700, name
        if path.name not in PLAIN and path != vault.key:
            check_cipher(name, path.read_bytes())


def check_cipher(name, data):
    """What is encrypted looks like noise: nothing recurs in it that could be made shorter."""
    assert not data.startswith(b'SQLite format 3'), name
    if len(data) >= 16384:
        assert len(zlib.compress(data, 6)) > len(data) * 0.98, f'{name} is not all noise'


# A killed program has not tidied up.

def kill_when(vault, ready, *words):
    """Starts tend-cli and kills it as soon as it is so far."""
    command = [tendcli.PROGRAM, '--vault', str(vault.dir), '--recovery-key-file', str(vault.key),
               *map(str, words)]
    with subprocess.Popen(command, env=vault.environment(), cwd=vault.folder,
                          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            end = time.monotonic() + 600    # the sanitizers are slow
            while not ready():
                assert process.poll() is None, f'{words} ended too early: {process.returncode}'
                assert time.monotonic() < end, f'{words} took too long'
                time.sleep(0.002)
            equal(resource.prlimit(process.pid, resource.RLIMIT_CORE), (0, 0))
        finally:
            process.send_signal(signal.SIGKILL)


def size(path):
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def test_the_search_finds_what_is_there(vault):
    """Without this the others would prove nothing."""
    move_in(vault)
    path = bring(vault, records())
    vault.run('import', path)
    vault.run('export', 'asked/out.json')
    both = path.read_bytes() + vault.path('asked/out.json').read_bytes()
    equal(words_in(both + b'Blunderbuss'), set(WORDS))
    for word in WORDS:
        for encoding in ('utf-8', 'utf-16-le', 'utf-16-be'):
            assert word in words_in(b'\0\1' + word.upper().encode(encoding)
                                    + word.encode(encoding)), (word, encoding)


def test_no_file_holds_a_word(vault):
    move_in(vault)
    vault.run('import', bring(vault, records()))
    check_files(vault)
    for words in work():
        vault.run(*words)
    check_files(vault)
    assert len(list((vault.dir / 'blobs').iterdir())) == 1
    assert list((vault.dir / 'snapshots').iterdir())


def test_a_restored_vault_holds_no_word(vault):
    move_in(vault)
    vault.run('import', bring(vault, records()))
    vault.run('backup', 'whole.tend-backup')
    vault.run('import', bring(vault, many(3), 'brought/more.json'))
    vault.run('restore', 'whole.tend-backup')
    vault.run('verify')
    check_files(vault)


def test_a_killed_import_leaves_no_word(vault):
    move_in(vault)
    vault.run('import', bring(vault, records()))
    before = vault.export('asked/before.json')
    log = vault.dir / 'vault.db-wal'
    kill_when(vault, lambda: size(log) > 2_000_000, 'import',
              bring(vault, many(20_000), 'brought/many.json'))
    assert size(log) > 2_000_000
    check_files(vault)
    vault.run('verify')
    check_files(vault)
    equal(vault.export('asked/after.json'), before)


def test_a_killed_attachment_leaves_no_word(vault):
    move_in(vault)
    vault.run('import', bring(vault, records()))
    content = {'attachments': [{'id': 'long', 'subject_kind': 'client', 'subject': 'b',
                                'name': 'Snickerdoodle.pdf'}]}
    path = bring(vault, content, 'brought/long.json')
    with open(vault.path('brought/long.json.attachments/long.pdf'), 'wb') as file:
        for _ in range(300):
            file.write(b'Quillfeather' * 20_000)
    known = set((vault.dir / 'blobs').iterdir())

    def half():
        return any(size(path) > 1_000_000 for path in set((vault.dir / 'blobs').iterdir()) - known)
    kill_when(vault, half, 'import', path)
    assert half()
    check_files(vault)
    vault.run('import', path)
    vault.run('verify')
    check_files(vault)


def test_a_killed_backup_leaves_no_word(vault):
    move_in(vault)
    vault.run('import', bring(vault, records()))
    vault.run('import', bring(vault, many(3_000), 'brought/many.json'))
    known = set(written(vault))

    def half():
        return any(size(path) > 100_000 for path in set(written(vault)) - known)
    kill_when(vault, half, 'backup', 'whole.tend-backup')
    check_files(vault)
    vault.run('backup', 'whole.tend-backup')
    check_files(vault)


def test_the_recovery_key_is_all_that_its_file_holds(vault):
    move_in(vault)
    vault.run('import', bring(vault, records()))
    assert re.fullmatch(r'([0-9A-Z]{5}-)+[0-9A-Z]{5}\n', vault.key.read_text(encoding='ascii'))
    equal(oct(stat.S_IMODE(vault.key.stat().st_mode)), '0o600')


# What strace sees.

CALL = re.compile(r'^\d+ +(\w+)\((?:\w+|-1)<([^>]*)>(.*)$')
MAPPED = re.compile(r'^\d+ +mmap\(\w+, \d+, \S*PROT_WRITE\S*, MAP_SHARED\w*, \d+<([^>]*)>')
STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


def plain(text):
    return bytes.fromhex(text.replace('\\x', ''))


def trace(vault, *words):
    """Every byte that the command writes, by the path it is written to."""
    log = vault.path('asked/trace')
    command = ['strace', '-f', '-qq', '-y', '-xx', '-s', '100000000', '-o', str(log), '-e',
               'trace=write,pwrite64,writev,pwritev,pwritev2,sendto,sendmsg,mmap',
               tendcli.PROGRAM, '--vault', str(vault.dir), '--recovery-key-file', str(vault.key),
               *map(str, words)]
    environment = vault.environment()
    environment['ASAN_OPTIONS'] = environment.get('ASAN_OPTIONS', '') + ':detect_leaks=0'
    subprocess.run(command, env=environment, cwd=vault.folder, check=True, stdout=subprocess.PIPE,
                   stderr=subprocess.PIPE, timeout=120)
    found = {}
    with open(log, encoding='ascii') as lines:
        for line in lines:
            mapped = MAPPED.match(line)
            if mapped:
                # The index of the write-ahead log: numbers of pages.
                assert plain(mapped[1]).endswith(b'/vault.db-shm'), plain(mapped[1])
                continue
            call = CALL.match(line)
            if call and call[1] != 'mmap':
                path = os.fsdecode(plain(call[2]))
                found[path] = found.get(path, b'') + b''.join(
                    plain(text) for text in STRING.findall(call[3]))
    return found


def test_no_byte_on_its_way_holds_a_word(vault):
    move_in(vault)
    asked = str(vault.path('asked')) + '/'
    seen = 0
    for words in (('import', bring(vault, records())), *work(),
                  ('restore', 'whole.tend-backup')):
        for path, data in trace(vault, *words).items():
            if path.startswith(('pipe:', asked)):
                continue        # the answer, and what was asked for
            assert path == '/dev/null' or path.startswith(str(vault.folder) + '/'), \
                f'{words[0]} writes to {path}'
            equal((words[0], path, words_in(data)), (words[0], path, set()))
            seen += len(data)
    assert seen > 500_000, seen


def can_trace():
    return shutil.which('strace') and \
        subprocess.run(['strace', '-qq', 'true'], capture_output=True, check=False).returncode == 0


def main():
    tests = dict(globals())
    if not can_trace():
        print('# Without strace what is written and removed again is not searched.')
        del tests['test_no_byte_on_its_way_holds_a_word']
    tendcli.main(tests)


if __name__ == '__main__':
    sys.exit(main())

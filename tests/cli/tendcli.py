# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of tend-cli share: a vault in a folder of its own, and TAP."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import traceback

PROGRAM = os.environ['TEND_CLI']
MAKE_VAULT = pathlib.Path(PROGRAM).parents[2] / 'tests' / 'lib' / 'make-vault'


class Vault:
    """A vault, and what runs on it.  Paths are relative to its folder."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='tend-cli-test-'))
        self.dir = self.folder / 'vault'
        self.key = self.folder / 'key'

    def remove(self):
        shutil.rmtree(self.folder)

    def path(self, name):
        return self.folder / name

    def environment(self):
        # No session bus: nothing here may ask the keyring of whoever runs the tests.
        environment = dict(os.environ, HOME=str(self.folder), XDG_DATA_HOME=str(self.path('data')))
        for name in ('DBUS_SESSION_BUS_ADDRESS', 'DISPLAY', 'WAYLAND_DISPLAY', 'TEND_DATA_DIR'):
            environment.pop(name, None)
        environment['DBUS_SESSION_BUS_ADDRESS'] = 'unix:path=/nonexistent'
        return environment

    def run(self, *words, status=0, key=True, vault=None):
        """Runs tend-cli, which must end with the status.  Returns what it printed."""
        return self.run_both(*words, status=status, key=key, vault=vault)[0]

    def fail(self, status, *words, **options):
        """Runs tend-cli, which must fail.  Returns its words on standard error."""
        said = self.run_both(*words, status=status, **options)[1]
        assert said.startswith('tend-cli: ') and said.endswith('\n'), said
        return said

    def run_both(self, *words, status=0, key=True, vault=None):
        command = [PROGRAM, '--vault', str(vault or self.dir)]
        if key:
            command += ['--recovery-key-file', str(self.key if key is True else key)]
        done = subprocess.run(command + [str(word) for word in words], env=self.environment(),
                              cwd=self.folder, capture_output=True, timeout=120, check=False)
        out, err = done.stdout.decode(), done.stderr.decode()
        assert done.returncode == status, \
            f'{words} ended with {done.returncode}, not {status}:\n{out[-2000:]}\n{err[-2000:]}'
        if status == 0:
            assert err == '', err
        return out, err

    def json(self, *words, **options):
        """The one JSON object that it answers with."""
        return json.loads(self.run(*words, '--json', **options))

    def new(self):
        """Makes one that opens without delay."""
        subprocess.run([MAKE_VAULT, self.dir, self.key], env=self.environment(), timeout=120,
                       check=True)
        return self

    def new_by_program(self):
        """Makes one as its user would, with a key that costs time to try."""
        self.run('new', '--no-keyring', '--recovery-key-out', self.key, key=False)
        return self

    def another(self, name):
        """A new vault beside those before it, for the next case of a test."""
        self.dir, self.key = self.path(name), self.path(name + '-key')
        return self.new()

    def write(self, records, name='in.json'):
        """Writes an interchange file; records may be text or bytes, too."""
        path = self.path(name)
        if isinstance(records, dict):
            records = json.dumps({'format': 'tend', 'version': 1, **records}, ensure_ascii=False)
        if isinstance(records, str):
            records = records.encode()
        path.write_bytes(records)
        return path

    def load(self, records, *words):
        return self.json('import', self.write(records), *words)

    def export(self, name='out.json', *words):
        self.run('export', name, *words)
        return self.path(name).read_text(encoding='utf-8')

    def faults(self, records, *words):
        """The faults of an import that must fail, by their paths."""
        out = self.run('import', self.write(records), '--json', *words, status=3)
        faults = json.loads(out)['faults']
        assert all(fault['message'].endswith('.') for fault in faults), faults
        return {fault['path']: fault['message'] for fault in faults}


def equal(got, wanted):
    assert got == wanted, f'got {got!r}, not {wanted!r}'


def contains(text, *parts):
    for part in parts:
        assert part in text, f'{part!r} is not in {text!r}'


def visit(identity, start, end, **fields):
    """A visit that was done for the client "a"."""
    return {'id': identity, 'client': 'a', 'planned_start': start, 'planned_end': end,
            'status': 'done', **fields}


def main(names):
    """Runs every test_… in names, each with a vault of its own; prints TAP."""
    tests = [(name, test) for name, test in names.items() if name.startswith('test_')]
    failed = False
    print(f'1..{len(tests)}')
    for number, (name, test) in enumerate(tests, start=1):
        vault = Vault()
        try:
            test(vault)
            result = 'ok'
        except Exception:  # a test may fail in any way
            print('# ' + traceback.format_exc().replace('\n', '\n# '))
            result, failed = 'not ok', True
        finally:
            vault.remove()
        print(f'{result} {number} - {name[5:].replace("_", " ")}', flush=True)
    sys.exit(failed)

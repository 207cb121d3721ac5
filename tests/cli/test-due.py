#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is due, and the notices of it as a real notification daemon receives them."""

import datetime
import json
import os
import pathlib
import signal
import subprocess
import sys

import tendcli
from tendcli import Vault, contains, equal, main

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / 'lib'))
from notices import Notices, until  # noqa: E402

# The bus and the display are the test's own.
HERE = {name: os.environ[name] for name in ('DBUS_SESSION_BUS_ADDRESS', 'DISPLAY')}
Vault.environment = lambda self, plain=Vault.environment: dict(
    plain(self), PATH=f'{self.path("bin")}:{os.environ["PATH"]}', **HERE)

NAMES = ('Agnes', 'Whittaker', 'Harbour Lane', 'ST16 2AB', 'warfarin', 'ramp')

RECORDS = {
    'provider': {'own_name': 'Christine Marsh'},
    'clients': [{'id': 'agnes', 'given_name': 'Agnes', 'family_name': 'Whittaker',
                 'address': '3 Harbour Lane', 'postcode': 'ST16 2AB', 'status': 'active',
                 'started_on': '2026-01-05', 'allergies_state': 'listed',
                 'allergies': 'warfarin'}],
    'risks': [{'id': 'agnes-ramp', 'client': 'agnes', 'hazard': 'The ramp',
               'assessed_on': '2026-01-05', 'review_on': '2026-06-20'}],
    'credentials': [
        {'id': 'christine-dbs', 'kind': 'dbs', 'title': 'Enhanced, for Agnes',
         'expires_on': '2026-06-20'}],
}


def window(vault):
    """Where the program of the window would be, what writes down how it was called."""
    program = vault.path('bin') / 'tend'
    program.parent.mkdir(exist_ok=True)
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{vault.path("called")}.new"\n'
                       f'mv "{vault.path("called")}.new" "{vault.path("called")}"\n')
    program.chmod(0o755)
    return vault.path('called')


def made(vault, records=None):
    """With a backup, so that what is due is only what the test put there."""
    vault.new().load(records or RECORDS)
    vault.run('backup', vault.path('copy.tend-backup'))
    return vault


def tell(vault, on, **options):
    """How many notices the command says it showed."""
    return vault.json('due', '--notify', '--on', on, **options)['notices']


def digest(vault):
    return (vault.dir / 'due.digest').read_text()


def test_items(vault):
    made(vault)
    out = vault.json('due', '--on', '2026-05-21')
    equal(out['on'], '2026-05-21')
    equal([(item['kind'], item['subject'], item['due_on'], item['days'], item['step'])
           for item in out['items']],
          [('dbs', 'credential/christine-dbs', '2026-06-20', 30, 30),
           ('risk', 'risk/agnes-ramp', '2026-06-20', 30, 30)])
    equal('notices' in out, False)
    contains(vault.run('due', '--on', '2026-05-21'), 'Agnes Whittaker', '20 Jun 2026')
    # To look ahead tells nothing, and keeps nothing.
    equal((vault.dir / 'due.digest').exists(), False)


def test_who_has_left(vault):
    """The papers of somebody who no longer works here are nobody's to renew."""
    made(vault, {
        'provider': {'own_name': 'Christine Marsh'},
        'team': [{'id': 'beth', 'name': 'Beth Ames', 'starts_on': '2024-01-01',
                  'ends_on': '2026-06-30'}],
        'credentials': [
            {'id': 'aid', 'kind': 'training', 'title': 'First aid', 'member': 'beth',
             'issued_on': '2023-07-11', 'expires_on': '2026-07-10'},
            {'id': 'dbs', 'kind': 'dbs', 'member': 'beth', 'issued_on': '2025-07-11',
             'update_service_until': '2026-07-10'}]})

    def subjects(day):
        items = vault.json('due', '--on', day)['items']
        return sorted(item['subject'] for item in items if 'credential' in item['subject'])

    equal(subjects('2026-06-30'), ['credential/aid', 'credential/dbs'])
    equal(subjects('2026-07-01'), [])


def test_once_for_each_step(vault):
    made(vault)
    notices = Notices()
    try:
        equal(tell(vault, '2026-05-21'), 2)
        equal(notices.take(),
              [('DBS certificate runs out', 'In 30 days, on Saturday 20 June 2026.'),
               ('Risks are to be reviewed', 'In 30 days, on Saturday 20 June 2026.')])
        for day in ('2026-05-21', '2026-05-22', '2026-06-05'):
            equal(tell(vault, day), 0)
        equal(notices.count(), 0)

        equal(tell(vault, '2026-06-06'), 2)
        equal(notices.take()[0],
              ('DBS certificate runs out', 'In 14 days, on Saturday 20 June 2026.'))
        equal(tell(vault, '2026-06-27'), 2)
        equal(notices.take()[0],
              ('DBS certificate has run out',
               'It was due on Saturday 20 June 2026, 7 days ago.'))

        # A clock that was set back repeats nothing, and what comes after it is told.
        equal(tell(vault, '2025-06-06'), 0)
        equal(tell(vault, '2025-06-20'), 0)
        equal(tell(vault, '2026-06-06'), 0)
        equal(tell(vault, '2026-06-19'), 2)
        equal(tell(vault, '2026-06-19'), 0)
    finally:
        notices.end()


def test_several_are_counted(vault):
    many = dict(RECORDS, credentials=[
        {'id': f'c{number}', 'kind': 'training', 'title': f'Course {number}',
         'expires_on': '2026-06-20'} for number in range(9)])
    made(vault, many)
    notices = Notices()
    try:
        equal(tell(vault, '2026-06-20'), 4)
        received = notices.take()
        equal(len(received), 4)
        # Nine courses and the risks, three of them told.
        equal(received[3], ('7 more things to see to', 'Tend lists them under Today.'))
        equal(tell(vault, '2026-06-20'), 0)
    finally:
        notices.end()


def test_locked(vault):
    made(vault)
    equal(vault.fail(4, 'due', key=False).count('\n'), 1)
    notices = Notices()
    try:
        equal(tell(vault, '2026-05-21'), 2)
        notices.take()
        # Nothing opens it now: the carer's own deadlines are told, and nobody else's.
        out = vault.json('due', '--notify', '--on', '2026-06-06', key=False)
        equal((out['locked'], out['items']), (True, []))
        equal(notices.take(),
              [('DBS certificate runs out', 'In 14 days, on Saturday 20 June 2026.')])
        equal(tell(vault, '2026-06-07', key=False), 0)
        # Once it is open, only what was kept back.
        equal(tell(vault, '2026-06-07'), 1)
        equal(notices.take()[0][0], 'Risks are to be reviewed')

        (vault.dir / 'due.digest').write_text('nonsense\n')
        equal(tell(vault, '2026-06-20', key=False), 0)
        # A key that does not fit is no locked vault but a mistake.
        vault.path('other').write_text('wrong')
        vault.fail(4, 'due', '--notify', key='other')
    finally:
        notices.end()


def test_names_nobody(vault):
    made(vault)
    notices = Notices()
    try:
        equal(vault.run('due', '--notify', '--on', '2026-06-20'), '')
        said = notices.take()
        kept = digest(vault)
        assert len(said) == 2, said
        for name in NAMES + ('agnes', 'Christine', 'christine'):
            for text in [kept] + [part for one in said for part in one]:
                assert name.lower() not in text.lower(), (name, text)
        equal((vault.dir / 'due.digest').stat().st_mode & 0o777, 0o600)
        contains(kept, ' dbs 2026-06-20 due 0\n')
        # What is about a person is not beside the vault, not even unnamed.
        equal(' risk ' in kept, False)
    finally:
        notices.end()


def test_the_sample_names_nobody(vault):
    vault.new()
    vault.run('demo')
    records = json.loads(vault.export())
    names = {part for client in records['clients'] + records['people']
             for key in ('given_name', 'family_name', 'preferred_name', 'name', 'postcode')
             for part in client.get(key, '').split() if len(part) > 3 and part != 'Council'}
    notices = Notices()
    said = ''
    try:
        for month in range(1, 13):
            tell(vault, f'2026-{month:02}-15')
            said += '\n'.join(part for one in notices.take() for part in one) + '\n'
        assert len(said) > 500 and len(names) > 20, (said, names)
        for name in sorted(names):
            assert name not in said.split(), (name, said)
    finally:
        notices.end()


def test_opens_the_matter_with_the_window_shut(vault):
    made(vault)
    called = window(vault)
    notices = Notices()
    try:
        item = vault.json('due', '--on', '2026-06-01')['items'][0]
        equal(tell(vault, '2026-06-01'), 2)
        notices.press()
        until(called.exists, 'the window is called')
        equal(called.read_text().split('\n')[:2], ['--open', f'due:{item["id"]}'])
        equal(called.read_text().split('\n')[2:4], ['--vault', str(vault.dir)])
        notices.take()
        until(lambda: not keepers(vault), 'what kept the notices ends with them')
    finally:
        notices.end()


def keepers(vault):
    """The processes that keep the notices of this vault."""
    found = []
    for place in pathlib.Path('/proc').glob('[0-9]*/cmdline'):
        try:
            words = place.read_bytes().split(b'\0')
        except OSError:
            continue
        if b'--hold' in words and str(vault.dir).encode() in words:
            found.append(int(place.parent.name))
    return found


def test_a_desktop_without_notices(vault):
    made(vault)
    # Nobody to show them: said, and told another time.
    contains(vault.fail(1, 'due', '--notify', '--on', '2026-06-20'), 'showed no notice')
    notices = Notices()
    try:
        equal(tell(vault, '2026-06-20'), 2)
        notices.take()
    finally:
        notices.end()


def stays(vault, **environment):
    """The one that tells on a desktop without timers, for as long as the session lasts."""
    words = [tendcli.PROGRAM, '--vault', str(vault.dir), '--recovery-key-file', str(vault.key),
             'due', '--notify', '--stay', '--on', '2026-06-20']
    return subprocess.Popen(words, env={**vault.environment(), **environment},
                            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)


def test_stays_after_telling(vault):
    """It tells at once, stays, and tells nothing twice; another start finds nothing new."""
    made(vault)
    notices = Notices()
    process = stays(vault)
    try:
        until(lambda: notices.count() == 2, 'what is due is told')
        equal(process.poll(), None)
        equal(tell(vault, '2026-06-20'), 0)
        equal(len(notices.take()), 2)
        equal(process.poll(), None)
    finally:
        process.terminate()
        process.communicate()
        notices.end()


def test_ends_with_the_session(vault):
    """Nobody shows notices there: it says so and waits for another time, until the bus goes."""
    made(vault)
    # No folder of services: a daemon that is installed would be started.
    vault.path('bus.conf').write_text(
        '<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>'
        '<policy context="default"><allow send_destination="*"/><allow own="*"/></policy>'
        '</busconfig>')
    bus = subprocess.Popen(['dbus-daemon', f'--config-file={vault.path("bus.conf")}', '--nofork',
                            '--print-address'], stdout=subprocess.PIPE, text=True)
    address = bus.stdout.readline().strip()
    process = stays(vault, DBUS_SESSION_BUS_ADDRESS=address)
    try:
        contains(process.stderr.readline(), 'tend-cli: ')
        equal(process.poll(), None)
        bus.terminate()
        process.wait(20)
    finally:
        process.kill()
        process.communicate()
        bus.kill()
        bus.communicate()


def test_a_full_disk(vault):
    made(vault)
    notices = Notices()
    try:
        equal(tell(vault, '2026-05-21'), 2)
        notices.take()
        before = digest(vault)
        # No file may grow: what the vault writes in place is kept out by telling while locked.
        words = ['prlimit', '--fsize=0', '--', tendcli.PROGRAM, '--vault', str(vault.dir), 'due',
                 '--notify', '--on', '2026-06-20']
        done = subprocess.run(words, env=vault.environment(), capture_output=True, text=True,
                              check=False, preexec_fn=lambda: signal.signal(signal.SIGXFSZ,
                                                                            signal.SIG_IGN))
        equal(done.returncode, 1)
        contains(done.stderr, 'could not be written')
        equal(notices.count(), 0)
        equal(digest(vault), before)
        equal(sorted(one.name for one in vault.dir.glob('due.*')), ['due.digest', 'due.lock'])
        equal(tell(vault, '2026-06-20', key=False), 1)
        notices.take()
    finally:
        notices.end()


def test_today_is_kept_for_the_locked_vault(vault):
    """Whoever opens the vault brings the digest up to date."""
    made(vault)
    vault.run('due')
    contains(digest(vault), ' dbs 2026-06-20 due\n')
    soon = (datetime.date.today() + datetime.timedelta(days=3)).isoformat()
    vault.load({'credentials': [{'id': 'mot', 'kind': 'mot', 'expires_on': soon}]})
    vault.run('due')
    contains(digest(vault), f' mot {soon} due\n')


if __name__ == '__main__':
    main(dict(globals()))

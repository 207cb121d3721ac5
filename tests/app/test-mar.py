#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The MAR chart by keyboard: a morning round for three people, a refusal, a correction, and a
dose as needed that the guard holds back.

The day is 2 June 2026, whatever the time: a dose at noon with twelve hours either side of it
is open all day, and yesterday's is a gap.
"""

import json
import os
import pathlib
import re
import subprocess
import time

import vaultui
from vaultui import tendui

CLI = os.environ.get('TEND_CLI', tendui.TOP / 'build' / 'src' / 'cli' / 'tend-cli')
DAY = '2026-06-02'
NOON = 'Tuesday 2 June 2026, 12:00, '

# Six doses of three people in a morning: a letter and Enter for each, and the way there.
MOST_KEYS = 24


def medicine(identity, client, name, first=DAY, **fields):
    return {'id': identity, 'client': client, 'name': name, 'form': 'tablets', 'strength': '5 mg',
            'dose': '1 tablet', 'route': 'by mouth', 'support': 'administer', 'starts_on': first,
            'window_minutes': 720, 'times': [{'id': f'{identity}-t', 'at': '12:00', 'by': 'me'}],
            **fields}


def records():
    return {
        'format': 'tend', 'version': 1,
        'provider': {'own_name': 'Mari Bowen'},
        'clients': [
            {'id': 'a', 'reference': 'A', 'given_name': 'Agnes', 'allergies_state': 'listed',
             'allergies': 'Penicillin', 'gp_practice': 'Mill Lane'},
            {'id': 'b', 'reference': 'B', 'given_name': 'Bert'},
            {'id': 'c', 'reference': 'C', 'given_name': 'Cora', 'allergies_state': 'none_known'},
            {'id': 'd', 'reference': 'D', 'given_name': 'Dora'},
        ],
        'medications': [
            medicine('a1', 'a', 'Ramipril'), medicine('a2', 'a', 'Metformin'),
            medicine('b1', 'b', 'Bisoprolol'), medicine('b2', 'b', 'Senna', '2026-06-01'),
            medicine('b0', 'b', 'Amoxicillin', '2026-04-01', ends_on='2026-04-01'),
            medicine('c1', 'c', 'Lansoprazole'), medicine('c2', 'c', 'Sertraline'),
            medicine('d1', 'd', 'Digoxin', '2026-06-01', doses=[
                {'id': 'd1d', 'from': '2026-06-01', 'quantity': '1', 'source': 'phone',
                 'source_detail': 'Nurse Lee', 'next_test_on': '2026-06-02'}]),
            medicine('d2', 'd', 'Atenolol', '2026-06-01', low_stock_days=4),
            medicine('p', 'c', 'Paracetamol', '2026-06-01', times=[], as_needed=True,
                     dose='1-2 tablets', max_in_24h='8', min_interval_minutes=10080),
        ],
        'visits': [{'id': 'v', 'client': 'a', 'planned_start': f'{DAY}T11:00',
                    'planned_end': f'{DAY}T11:30'}],
        # A week between two doses: whatever the time is, the next one comes too soon.
        'mar_entries': [
            {'id': 'p1', 'medication': 'p', 'given_at': '2026-06-01T12:00', 'outcome': 'taken',
             'quantity': '1', 'support': 'administer', 'initials': 'MB'},
            {'id': 'b0e', 'medication': 'b0', 'due_at': '2026-04-01T12:00', 'outcome': 'omitted',
             'reason': 'H', 'initials': 'MB'},
            {'id': 'd1e', 'medication': 'd1', 'due_at': '2026-06-01T12:00', 'outcome': 'omitted',
             'reason': 'U', 'note': 'The box was empty.', 'initials': 'MB'},
            {'id': 'd2e', 'medication': 'd2', 'due_at': '2026-06-01T12:00', 'outcome': 'taken',
             'given_at': '2026-06-01T12:00', 'quantity': '1', 'support': 'administer',
             'initials': 'MB'},
        ],
        # Three after the dose of the 1st: they last to the 5th, which is three days from the 2nd.
        'stock': [{'id': 's', 'medication': 'd2', 'date': '2026-06-01', 'kind': 'counted',
                   'quantity': '3'}],
    }


def cli(folder, *arguments):
    done = subprocess.run([CLI, '--vault', folder, *arguments], check=True, capture_output=True,
                          text=True)
    return done.stdout


def patched():
    """A patch that was put on yesterday, and a visit today."""
    told = records()
    return {**{kind: told[kind] for kind in ('format', 'version', 'provider', 'clients', 'visits')},
            'medications': [medicine('a1', 'a', 'Ramipril'),
                            medicine('f', 'a', 'Buprenorphine', '2026-06-01', applied='patch',
                                     form='patches', dose='1 patch',
                                     pattern='FREQ=WEEKLY;BYDAY=MO')],
            'mar_entries': [{'id': 'fe', 'medication': 'f', 'due_at': '2026-06-01T12:00',
                             'given_at': '2026-06-01T12:00', 'outcome': 'taken', 'quantity': '1',
                             'support': 'administer', 'initials': 'MB',
                             'site': 'Left upper arm'}]}


def patched_twice():
    """The same, put on in place of last week's."""
    told = patched()
    told['medications'][1]['starts_on'] = '2026-05-25'
    told['mar_entries'][0].update(old_removed=True, old_patch='pharmacy')
    told['mar_entries'].insert(0, {**told['mar_entries'][0], 'id': 'before',
                                   'due_at': '2026-05-25T12:00', 'given_at': '2026-05-25T12:00',
                                   'old_removed': False})
    del told['mar_entries'][0]['old_patch']
    return told


def prepare(desktop, folder, told=None):
    """A vault whose key is in the keyring."""
    path = pathlib.Path(folder).with_name('in.json')
    path.write_text(json.dumps(told or records()), encoding='utf-8')
    cli(folder, 'new', '--recovery-key-out', str(pathlib.Path(folder).with_name('sheet.txt')))
    cli(folder, 'import', str(path))


def chart(folder, client):
    """What became of the doses of the day: {medicine: slot}."""
    told = json.loads(cli(folder, 'mar', '--client', client, '--from', DAY, '--days', '1', '--on',
                          DAY, '--json'))
    return {line['medication']: line['slots'] for line in told['medicines']}


class Hands:
    """Counts what is pressed."""

    def __init__(self, desktop):
        self.desktop = desktop
        self.count = 0

    def key(self, *keys):
        self.count += len(keys)
        self.desktop.key(*keys)


def people(desktop, folder):
    window = desktop.start('--vault', folder, '--on', DAY)
    window.find('label', 'Today')
    desktop.in_front('Tend')
    desktop.key('alt+4')
    window.find('list item', re.compile('^Agnes'))
    return window


def squares(window, pattern):
    return window.find('panel', 'MAR chart').all('push button', re.compile(pattern))


def focused(window, pattern):
    """Waits until a square of that name has the focus."""
    return tendui.wait(f'the focus on {pattern}', lambda: next(
        (node for node in squares(window, pattern) if node.has('focused')), None))


def said(window, pattern):
    return window.find('alert', re.compile(pattern))


def enter(desktop, window, name):
    """From the list to a person's chart, by the pointer's way of a keyboard."""
    window.find('list item', re.compile('^' + name)).click()
    window.find('label', re.compile('^ALLERGIES'))
    tendui.wait('the chart', lambda: squares(window, '^Tuesday 2 June'))


def field(window, name):
    return window.find('text', re.compile('^' + name))


def in_round(desktop, folder):
    """A letter and Enter for each dose, arrows from person to person."""
    window = people(desktop, folder)
    window.find('list item', re.compile('^Agnes')).find('label', '0 of 2 doses today are written. '
                                                        'Next at 12:00.')
    row = window.find('list item', re.compile('^Bert'))
    row.find('label', re.compile('1 gap from before'))

    hands = Hands(desktop)
    for _ in range(6):
        hands.key('Tab')
        if window.find('list item', re.compile('^Agnes')).has('focused'):
            break
    for name, first, second in (('Agnes', 'Ramipril', 'Metformin'),
                                ('Bert', 'Senna', 'Bisoprolol'),
                                ('Cora', 'Lansoprazole', 'Sertraline')):
        hands.key('Return')
        focused(window, NOON + first + ' 5 mg tablets, due, not recorded')
        hands.key('g', 'Return')
        focused(window, NOON + second)
        said(window, f'^Signed. {first} 5 mg tablets: given, 1 tablet at .*, signed MB')
        hands.key('g', 'Return')
        said(window, f'^Signed. {second} 5 mg tablets: given, 1 tablet')
        if name == 'Cora':
            break
        hands.key('alt+Up')
        tendui.wait('the list', lambda person=name: window.find(
            'list item', re.compile('^' + person)).has('focused'))
        hands.key('Down')
    assert hands.count <= MOST_KEYS, hands.count

    for client, count in (('A', 2), ('B', 2), ('C', 2)):
        given = [slots[0] for slots in chart(folder, client).values() if slots]
        assert [slot['outcome'] for slot in given] == ['taken'] * count, given
        assert all(slot['quantity'] == '1' and slot['state'] == 'recorded' for slot in given), given


def test_round():
    home = tendui.home()
    folder = vaultui.vault(home)
    tendui.play(prepare, home, folder)
    tendui.play(in_round, home, folder)


def refused(desktop, folder):
    """Why is asked for beside the note; what is not due yet cannot be drafted at all."""
    window = people(desktop, folder)
    enter(desktop, window, 'Agnes')
    window.find('label', 'ALLERGIES: PENICILLIN')
    focused(window, NOON + 'Ramipril')
    desktop.key('Down')
    focused(window, NOON + 'Metformin')
    desktop.key('r')
    said(window, r'^Draft: declined, R \(Declined\)')
    squares(window, NOON + 'Metformin 5 mg tablets, draft: declined')
    desktop.key('Escape')
    said(window, '^Nothing is written')
    assert chart(folder, 'A')['a2'][0]['state'] == 'due'

    desktop.key('r', 'Return')
    note = window.find('text', 'Note')
    tendui.wait('what is missing', lambda: note.description.startswith('This code needs'))
    tendui.wait('the focus', lambda: note.has('focused'))
    desktop.type('Said it tastes foul')
    desktop.key('ctrl+Return')
    said(window, '^Signed. Metformin 5 mg tablets: declined')
    slot = chart(folder, 'A')['a2'][0]
    assert (slot['outcome'], slot['reason']) == ('declined', 'R'), slot

    desktop.key('Right')
    focused(window, '^Wednesday 3 June 2026, 12:00, .*not due yet')
    desktop.key('g')
    said(window, '^This dose is not due yet: it can be signed from 00:00')
    assert not squares(window, 'draft')


def corrected(desktop, folder):
    """The first entry stays, struck through, with the reason."""
    window = people(desktop, folder)
    enter(desktop, window, 'Agnes')
    focused(window, NOON + 'Ramipril')
    desktop.key('g', 'Return')
    said(window, '^Signed. Ramipril')
    given = NOON + 'Ramipril 5 mg tablets, given'
    tendui.wait('the square', lambda: squares(window, given))[0].click()
    button = window.find('push button', 'Correct…')
    tendui.wait('the focus', lambda: button.has('focused'))
    desktop.key('Return')
    field(window, 'Why it is corrected')
    desktop.key('ctrl+Return')
    tendui.wait('the reason to be asked for', lambda: field(
        window, 'Why it is corrected').description.startswith('Say why'))
    field(window, 'Why it is corrected').fill('It fell on the floor')
    field(window, 'Note').fill('Dropped, and put in the bin')
    desktop.choose(window, 'Code', 'Dropped or spoilt, and destroyed')
    desktop.key('ctrl+Return')
    said(window, r'^Signed. Ramipril 5 mg tablets: not given, D \(Dropped')
    tendui.wait('the correction', lambda: squares(window, NOON + 'Ramipril .*corrected'))
    slot = chart(folder, 'A')['a1'][0]
    assert (slot['state'], slot['reason']) == ('corrected', 'D'), slot
    assert [old['outcome'] for old in slot['struck']] == ['taken'], slot

    desktop.in_front('Tend')
    desktop.key('ctrl+p')
    paper = window.front(re.compile('^MAR chart 2026-06-01'))
    tendui.wait('the reason on paper', lambda: any('It fell on the floor' in node.description
                                                   for node in paper.walk()))


def test_entries():
    home = tendui.home()
    folder = vaultui.vault(home)
    tendui.play(prepare, home, folder)
    tendui.play(refused, home, folder)
    tendui.play(corrected, home, folder)


def at_visit(desktop, folder):
    """From Today to the chart, and from a visit's record straight to the signature."""
    window = desktop.start('--vault', folder, '--on', DAY)
    window.find('label', re.compile('^Good '))
    desktop.in_front('Tend')
    due = window.find('list item', 'Agnes')
    due.find('label', '12:00 Ramipril 5 mg tablets, Metformin 5 mg tablets')
    due.click()
    focused(window, NOON + 'Ramipril')
    desktop.key('alt+1')
    window.find('list item', re.compile('^Agnes, 11:00–11:30')).click()
    visit = window.front('Visit')
    visit.find('push button', 'Given: 12:00 Metformin 5 mg tablets').click()
    visit.gone('push button', 'Given: 12:00 Metformin 5 mg tablets')
    visit.find('push button', 'Given: 12:00 Ramipril 5 mg tablets')
    visit.find('label', re.compile('^given, 1 tablet at .*, signed MB'))
    slots = chart(folder, 'A')
    assert (slots['a1'][0]['state'], slots['a2'][0]['state']) == ('due', 'recorded'), slots


def found(desktop, folder):
    """What is kept with a dose leads to its square, whatever cycle that is in."""
    window = desktop.start('--vault', folder, '--on', DAY, '--open', 'mar_entry:b0e')
    focused(window, r'^Wednesday 1 April 2026, 12:00, Amoxicillin .*H \(In hospital\)')


def crossed(desktop, folder):
    """Arrows lead out of a cycle, to the same time of the same medicine, and back.  What nobody
    has written down is named above the chart, and one press away, from another cycle too."""
    window = people(desktop, folder)
    enter(desktop, window, 'Bert')
    focused(window, NOON + 'Senna')
    window.find('label', 'Not written down: Senna 5 mg tablets, 1 Jun 2026, 12:00.')
    window.find('push button', 'Go to It').click()
    focused(window, '^Monday 1 June 2026, 12:00, Senna .*its time has passed')
    desktop.key('Right')
    focused(window, NOON + 'Senna')
    desktop.key(*['Right'] * 19)
    focused(window, '^Sunday 21 June 2026, 12:00, Senna .*not due yet')
    desktop.key('Right')
    focused(window, '^Monday 22 June 2026, 12:00, Senna')
    window.find('label', '22 Jun 2026 to 19 Jul 2026')
    desktop.key('Left')
    focused(window, '^Sunday 21 June 2026, 12:00, Senna')
    desktop.key('Right')
    focused(window, '^Monday 22 June 2026, 12:00, Senna')
    window.find('push button', 'Go to It').click()
    focused(window, '^Monday 1 June 2026, 12:00, Senna .*its time has passed')


def test_visit():
    home = tendui.home()
    folder = vaultui.vault(home)
    tendui.play(prepare, home, folder)
    tendui.play(at_visit, home, folder)
    tendui.play(found, home, folder)
    tendui.play(crossed, home, folder)


def guarded(desktop, folder):
    """Held back with the earliest time; a dose that has been taken is written all the same."""
    window = people(desktop, folder)
    enter(desktop, window, 'Cora')
    tendui.wait('the focus', lambda: squares(window, '^Tuesday 2 June 2026, Paracetamol'))
    for _ in range(6):
        if squares(window, '^Tuesday 2 June 2026, Paracetamol')[0].has('focused'):
            break
        desktop.key('Down')
    focused(window, '^Tuesday 2 June 2026, Paracetamol 5 mg tablets, no dose written')
    desktop.key('g')
    field(window, 'How much').fill('2')
    said(window, '^Not yet: there must be 168 h between two doses. The earliest time is')
    assert not window.all('label', re.compile('[Ss]afe|[Aa]llowed'))
    desktop.key('ctrl+Return')
    tendui.wait('the advice to be asked for', lambda: field(
        window, 'Who advised it').description.startswith('Held back'))

    window.find('push button', 'It Has Already Been Taken').click()
    told = window.front('Ring the pharmacist or NHS 111 now; 999 if Cora is unwell.')
    told.find('push button', 'Go On to the Incident')
    desktop.key('Return')
    incident = window.front('Incident or Concern')
    incident.find('text', re.compile('^What I saw'))
    facts = field(incident, 'What I saw and heard').text()
    assert 'Paracetamol 5 mg tablets' in facts and 'held this dose back' in facts, facts


def advised(desktop, folder):
    """On recorded advice it is written all the same, and stands on the line of the chart."""
    window = people(desktop, folder)
    enter(desktop, window, 'Cora')
    tendui.wait('the square', lambda: squares(window, '^Tuesday 2 June 2026, Paracetamol'))
    for _ in range(6):
        if squares(window, '^Tuesday 2 June 2026, Paracetamol')[0].has('focused'):
            break
        desktop.key('Down')
    desktop.key('g')
    field(window, 'How much').fill('2')
    said(window, '^Not yet: there must be 168 h between two doses')
    field(window, 'Who advised it').fill('NHS 111, call 4417')
    desktop.key('ctrl+Return')
    tendui.wait('what was advised to be asked for', lambda: field(
        window, 'What they advised').description.startswith('Say what'))
    assert not chart(folder, 'C')['p']
    field(window, 'What they advised').fill('One dose early, once')
    desktop.key('ctrl+Return')
    said(window, '^Signed. Paracetamol 5 mg tablets: given, 2 tablets')
    tendui.wait('the dose on its line', lambda: squares(
        window, '^Tuesday 2 June 2026, Paracetamol 5 mg tablets, 1 dose written: given, 2 tablets'))


def test_guard():
    for scene in (guarded, advised):
        home = tendui.home()
        folder = vaultui.vault(home)
        tendui.play(prepare, home, folder)
        tendui.play(scene, home, folder)


def prompted(desktop, folder):
    """What is to be done stands above the chart; what was done settles it, but not the stock."""
    low = 'Order more Atenolol 5 mg tablets. It lasts 3 more days.'
    window = people(desktop, folder)
    desktop.key('alt+1')
    window.find('list item', re.compile('^Dora: Order more Atenolol'))
    window.find('list item', re.compile('^Dora: Get Digoxin'))
    desktop.key('alt+4')
    enter(desktop, window, 'Dora$')
    window.find('label', low)
    done = window.find('push button', 'Done…')
    assert done.description == 'Done: Get Digoxin 5 mg tablets', done.description
    done.click()
    note = window.front('What Was Done')
    note.find('text', 'Note').fill('Rang the pharmacy: it comes at three.')
    desktop.in_front('What Was Done')
    desktop.key('ctrl+s')
    window.gone('push button', 'Done…')
    window.find('label', low)
    # On whose word the dose of a day is stands beside it; after a test nothing is taken for it.
    window.find('label', 'Ask about the dose of Digoxin 5 mg tablets. A test was due on 2 June '
                         '2026, and no dose after it is written: look in the yellow book, or ask '
                         'the clinic.')
    squares(window, NOON + 'Digoxin .*due')[0].click()
    window.find('label', re.compile(r'(?s)12:00\n1 from 1 Jun 2026\. By telephone: Nurse Lee\. .* '
                                    r'Next test on 2 Jun'))
    squares(window, '^Wednesday 3 June 2026, 12:00, Digoxin')[0].click()
    window.find('label', re.compile(r'(?s)12:00\nA test was due on 2 Jun 2026: look up the dose'))


def drafted(desktop, folder):
    """A draft that was not signed is there again in the next window, and is no more than that."""
    window = people(desktop, folder)
    enter(desktop, window, 'Dora$')
    focused(window, NOON + 'Digoxin')
    desktop.key('g')
    said(window, '^Draft: given, 1 tablet')
    # It is kept in a moment, as what is typed into a form is.
    time.sleep(1)
    desktop.stop()

    window = people(desktop, folder)
    enter(desktop, window, 'Dora$')
    said(window, '^1 dose is drafted and not signed yet')
    tendui.wait('the draft', lambda: squares(window, NOON + 'Digoxin 5 mg tablets, draft: given'))
    assert chart(folder, 'D')['d1'][0]['state'] == 'due'
    focused(window, NOON + 'Digoxin')
    desktop.key('Return')
    said(window, '^Signed. Digoxin 5 mg tablets: given')
    assert chart(folder, 'D')['d1'][0]['state'] == 'recorded'
    time.sleep(1)
    desktop.stop()

    window = people(desktop, folder)
    enter(desktop, window, 'Dora$')
    tendui.wait('the dose', lambda: squares(window, NOON + 'Digoxin 5 mg tablets, given'))
    assert not window.all('label', re.compile('not signed yet'))


def looked(desktop, folder):
    """A patch is looked for each day: Today asks, the chart settles it, the dose keeps it."""
    asked = 'See whether the patch is on: Buprenorphine 5 mg patches'
    window = people(desktop, folder)
    desktop.key('alt+1')
    window.find('list item', re.compile('^Agnes: ' + asked))
    desktop.key('alt+4')
    enter(desktop, window, 'Agnes')
    window.find('label', re.compile(f'^{asked}. Put on Mon 1 Jun: Left upper arm. Nobody has '
                                    'looked today'))
    still = window.find('push button', 'Still On')
    assert still.description == 'Still on: ' + asked, still.description
    still.click()
    window.gone('label', re.compile('^' + asked))
    # Not again today; on the dose that put it on it stands with the day and the initials.
    squares(window, '^Monday 1 June 2026, 12:00, Buprenorphine')[0].click()
    tendui.wait('the look', lambda: window.find('list', 'Is it still on?').all(
        'label', re.compile('^Tue 2 Jun, .*, MB$')))
    window.find('label', 'Still on.')

    # Whoever finds it off says what was done.
    window.find('push button', 'Has Come Off…').click()
    note = window.front('Patch Had Come Off')
    note.find('text', 'Note').fill('In the bed. Rang the pharmacist.')
    desktop.in_front('Patch Had Come Off')
    desktop.key('ctrl+s')
    window.find('label', 'In the bed. Rang the pharmacist.')
    notes = json.loads(pathlib.Path(export(folder)).read_text(encoding='utf-8'))['mar_entries'][0]
    assert [note['patch'] for note in notes['notes']] == ['on', 'off'], notes


def looked_twice(desktop, folder):
    """In the dose's own panel, too, one look a day is enough."""
    window = people(desktop, folder)
    enter(desktop, window, 'Agnes')
    squares(window, '^Monday 1 June 2026, 12:00, Buprenorphine')[0].click()
    seen = window.find('list', 'Is it still on?')
    seen.find('label', re.compile('^Nobody has looked yet'))
    still = [button for button in window.all('push button', 'Still On') if not button.description]
    assert len(still) == 1, still
    still[0].click()
    tendui.wait('the look', lambda: seen.all('label', re.compile('^Tue 2 Jun, .*, MB$')))
    tendui.wait('no more to press', lambda: not still[0].has('sensitive'))
    assert window.find('push button', 'Has Come Off…').has('sensitive')
    notes = json.loads(pathlib.Path(export(folder)).read_text(encoding='utf-8'))['mar_entries'][0]
    assert [note['patch'] for note in notes['notes']] == ['on'], notes


def replaced(desktop, folder):
    """Nobody looks for a patch that was replaced; the new one says what became of it."""
    window = people(desktop, folder)
    enter(desktop, window, 'Agnes')
    squares(window, '^Monday 25 May 2026, 12:00, Buprenorphine')[0].click()
    window.find('list', 'Was it still on?').find('label', re.compile('^No look was written down'))
    assert not [button for button in window.all('push button', 'Still On')
                if not button.description]
    squares(window, '^Monday 1 June 2026, 12:00, Buprenorphine')[0].click()
    window.find('list', 'Is it still on?')
    window.find('label', 'Folded, to go back to the pharmacy')
    assert len([button for button in window.all('push button', 'Still On')
                if not button.description]) == 1


def export(folder):
    path = str(pathlib.Path(folder).with_name('out.json'))
    cli(folder, 'export', path)
    return path


def test_patch():
    home = tendui.home()
    folder = vaultui.vault(home)
    tendui.play(patch_on, home, folder)
    tendui.play(looked, home, folder)
    home = tendui.home()
    folder = vaultui.vault(home)
    tendui.play(patch_on, home, folder)
    tendui.play(looked_twice, home, folder)
    home = tendui.home()
    folder = vaultui.vault(home)
    tendui.play(patch_on_again, home, folder)
    tendui.play(replaced, home, folder)


def patch_on(desktop, folder):
    prepare(desktop, folder, patched())


def patch_on_again(desktop, folder):
    prepare(desktop, folder, patched_twice())


def test_day():
    home = tendui.home()
    folder = vaultui.vault(home)
    tendui.play(prepare, home, folder)
    tendui.play(prompted, home, folder)
    tendui.play(drafted, home, folder)


tendui.run(test_round, test_entries, test_visit, test_guard, test_day, test_patch)

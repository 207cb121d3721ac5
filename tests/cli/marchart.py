# SPDX-License-Identifier: GPL-3.0-or-later
"""A MAR cycle with something of everything, for whoever looks at it on paper.

It has the doses of scenario S13 (182 due, three refused, two in hospital, one blank), and
beside them a changed dose, doses by day, a controlled drug, family, as needed and a cream.
"""

import datetime

DAY = datetime.timedelta(days=1)
FIRST = datetime.date(2026, 6, 1)
LONG_NAME = 'Fluticasone furoate with umeclidinium bromide and vilanterol trifenatate'

CLIENT = {
    'id': 'a', 'reference': 'A', 'given_name': 'Rosemary', 'family_name': 'Hartley',
    'date_of_birth': '1938-03-12', 'nhs_number': '943 476 5919', 'chart_from': '2026-06-01',
    'address': '14 Station Terrace\nBlackhill', 'postcode': 'ST17 4XX',
    'gp_practice': 'Moorland Surgery', 'allergies_state': 'listed',
    'allergies': 'Penicillin (rash and swelling of the face), latex',
}
# With the same initials as the carer.
SON = {'id': 'son', 'client': 'a', 'name': 'Colin Marsh', 'relation': 'family'}
PROVIDER = {'own_name': 'Christine Marsh', 'trading_name': 'Marsh Care',
            'phone': '01632 960147'}
LABEL = {'prescriber': 'Dr Amina Khan', 'pharmacy': 'Greenwood Pharmacy, Stafford',
         'source': 'label', 'source_detail': '28 May 2026', 'written_by': 'Christine Marsh',
         'written_on': '2026-05-29', 'checked_by': 'Alan Hartley, son', 'checked_on': '2026-05-30'}
ROUNDS = {'08:00': 'breakfast', '13:00': 'lunch', '18:00': 'tea', '22:00': 'bed'}


def medicine(identity, name, times, **fields):
    rows = [{'id': f'{identity}-{at}', 'at': at, 'by': 'me',
             **({'round': ROUNDS[at]} if at in ROUNDS else {})} for at in times]
    return {'id': identity, 'client': 'a', 'name': name, 'form': 'tablets', 'dose': '1 tablet',
            'route': 'by mouth', 'support': 'assist', 'times': rows, 'starts_on': '2026-06-01',
            **LABEL, **fields}


def later(at, minutes):
    moved = datetime.datetime.fromisoformat(at) + datetime.timedelta(minutes=minutes)
    return moved.isoformat(timespec='minutes')


def entry(drug, due_at, outcome='taken', **fields):
    given = {'given_at': due_at, 'quantity': '1'} if outcome == 'taken' else {}
    return {'id': f'{drug}@{due_at}', 'medication': drug, 'due_at': due_at, 'outcome': outcome,
            'support': 'assist', 'asked_by': 'self', 'initials': 'CM',
            'written_at': later(due_at, 4), **given, **fields}


def refused(drug, due_at, code, **fields):
    outcome = 'declined' if code == 'R' else 'omitted'
    return entry(drug, due_at, outcome, reason=code, **fields)


def s13_medicines():
    return [
        medicine('once', 'Amlodipine', ['08:00'], strength='5 mg', purpose='blood pressure',
                 instructions='Ankles may swell: tell the GP.', review_on='2026-12-01'),
        medicine('twice', 'Metformin', ['08:00', '20:00'], strength='500 mg',
                 purpose='diabetes', instructions='With or after food.'),
        medicine('thrice', 'Co-careldopa', ['08:00', '13:00', '20:00'], strength='25 mg/100 mg',
                 purpose='Parkinson’s', time_critical=True, window_minutes=30,
                 instructions='Half an hour before food. Never stop suddenly.'),
        medicine('weekly', 'Alendronic acid', ['09:00'], strength='70 mg',
                 pattern='FREQ=WEEKLY;BYDAY=MO', purpose='bones', checked_by=None,
                 checked_on=None, instructions='Standing or sitting upright, with a full glass '
                 'of water, half an hour before food and other medicines.'),
        medicine('patch', 'Fentanyl', ['09:00'], strength='12 micrograms an hour', form='patch',
                 dose='1 patch', route='on the skin', pattern='FREQ=HOURLY;INTERVAL=72',
                 applied='patch', reuse_days=7, purpose='pain', apply_to='upper body',
                 trained_by='Nurse Okafor', trained_on='2026-05-20'),
    ]


def s13_entries():
    apart = {
        ('twice', '2026-06-03T08:00'): ('R', {'note': 'Felt sick. GP told at 09:10.'}),
        ('twice', '2026-06-03T20:00'): ('R', {'note': 'Did not want it.'}),
        ('thrice', '2026-06-05T13:00'): ('R', {'note': 'Asleep, then would not.'}),
        ('twice', '2026-06-10T20:00'): ('H', {}),
        ('thrice', '2026-06-10T20:00'): ('H', {}),
        ('thrice', '2026-06-17T13:00'): None,
    }
    sites = ['left upper arm', 'right upper arm', 'left chest', 'right chest']
    entries = []
    for number in range(28):
        day = FIRST + number * DAY
        for drug in s13_medicines():
            if drug['id'] == 'weekly' and day.weekday() != 0:
                continue
            if drug['id'] == 'patch' and number % 3 != 0:
                continue
            for time in drug['times']:
                due_at = f'{day}T{time["at"]}'
                what = apart.get((drug['id'], due_at), ())
                if what is None:
                    continue
                if what:
                    entries.append(refused(drug['id'], due_at, what[0], **what[1]))
                elif drug['id'] == 'patch':
                    entries.append(entry('patch', due_at, old_removed=True, old_patch='pharmacy',
                                         site=sites[number // 3 % 4], support='administer'))
                elif drug['id'] == 'thrice':
                    entries.append(entry('thrice', due_at, given_at=later(due_at, number % 3)))
                else:
                    entries.append(entry(drug['id'], due_at))
    late = next(item for item in entries if item['id'] == 'thrice@2026-06-12T13:00')
    late.update(given_at='2026-06-12T13:50', written_at='2026-06-12T13:52',
                note='Back late from the hospital.')
    return entries


STOCK = [('1', 'twice', '2026-06-01', 'brought_forward', '6', None),
         ('2', 'twice', '2026-06-01', 'received', '56', 'Greenwood Pharmacy'),
         ('3', 'twice', '2026-06-03', 'destroyed', '1', 'Dropped in the sink'),
         ('4', 'twice', '2026-06-28', 'counted', '7', None),
         ('5', 'morphine', '2026-06-01', 'brought_forward', '60', None)]


def other_medicines():
    return [
        medicine('low', 'Ramipril', ['08:00'], strength='2.5 mg', form='capsules',
                 dose='1 capsule', ends_on='2026-06-14',
                 end_reason='Dose put up by Dr Khan, message from the surgery of 12 June'),
        medicine('high', 'Ramipril', ['08:00'], strength='5 mg', form='capsules',
                 dose='1 capsule', starts_on='2026-06-15', replaces='low', source='message',
                 source_detail='Moorland Surgery, 12 June 2026', checked_by=None,
                 checked_on=None),
        medicine('warfarin', 'Warfarin', ['18:00'], strength='1 mg', dose=None,
                 purpose='to thin the blood', instructions='By the yellow book.',
                 doses=[{'id': 'w1', 'from': '2026-06-01', 'quantity': '3'},
                        {'id': 'w2', 'from': '2026-06-15', 'quantity': '4', 'source': 'phone',
                         'source_detail': 'Nurse Lee, 12 June, INR 1.8',
                         'written_by': 'Christine Marsh', 'written_on': '2026-06-12',
                         'next_test_on': '2026-07-13',
                         'checked_by': 'Alan Hartley, son', 'checked_on': '2026-06-14'}]),
        medicine('morphine', 'Morphine sulfate modified-release', ['08:00', '22:00'],
                 strength='10 mg', form='capsules', dose='1 capsule', controlled=True,
                 purpose='pain', ends_on='2026-06-05', end_reason='The patch took its place'),
        {**medicine('statin', 'Atorvastatin', ['22:00'], strength='20 mg'),
         'times': [{'id': 'statin-22', 'at': '22:00', 'by': 'family', 'round': 'bed'}]},
        medicine('inhaler', LONG_NAME, ['08:00'], strength='92/55/22 micrograms a dose',
                 form='inhalation powder', dose='1 puff', route='inhaled',
                 instructions='Rinse the mouth afterwards and spit it out.'),
        medicine('half', 'Furosemide', ['08:00', '13:00'], strength='40 mg',
                 dose='½ to 1 tablet', purpose='water in the legs'),
        medicine('pain', 'Paracetamol', [], strength='500 mg', dose='1-2 tablets',
                 as_needed=True, max_in_24h='8', min_interval_minutes=240, can_ask=True,
                 purpose='pain in the knees', signs='Rubs her knees, is short with people.',
                 try_first='A warm pad, and a walk round the room.'),
        medicine('sachet', 'Macrogol', [], form='sachets', dose=None, route=None, as_needed=True,
                 checked_by=None, checked_on=None, source=None, source_detail=None),
        medicine('cream', 'Zinc and castor oil', ['08:00', '22:00'], form='cream',
                 dose='a thin layer', route='on the skin', applied='cream',
                 apply_to='sacrum, left heel', purpose='dry skin'),
    ]


def other_entries():
    entries = []
    for number in range(28):
        day = FIRST + number * DAY
        ramipril = 'low' if number < 14 else 'high'
        entries.append(entry(ramipril, f'{day}T08:00'))
        entries.append(entry('warfarin', f'{day}T18:00', quantity='3' if number < 14 else '4'))
        entries.append(entry('inhaler', f'{day}T08:00', support='prompt' if number == 8
                             else 'assist'))
        entries.append(entry('half', f'{day}T08:00', quantity='0.5' if number % 2 else '1'))
        if number != 20:
            entries.append(entry('half', f'{day}T13:00', quantity='0.5'))
        entries.append(entry('cream', f'{day}T08:00', support='administer'))
        entries.append(entry('cream', f'{day}T22:00', support='administer'))
        if number % 9 == 0:
            entries.append(entry('statin', f'{day}T22:00', by='family', reason='V', support=None,
                                 note='Told me the next morning.'))
    left = 60
    for number in range(5):
        for time in ('08:00', '22:00'):
            left -= 1
            entries.append(entry('morphine', f'{FIRST + number * DAY}T{time}',
                                 counted=str(left)))
    entries += [
        {**entry('once', '2026-06-09T08:00'), 'id': 'first-fix', 'reason': 'V', 'by': 'family',
         'support': None, 'supersedes': 'once@2026-06-09T08:00', 'written_at': '2026-06-09T18:00',
         'correction_reason': 'Her son had given it before I came.'},
        {**entry('once', '2026-06-09T08:00', given_at='2026-06-09T08:20'), 'id': 'second-fix',
         'supersedes': 'first-fix', 'written_at': '2026-06-10T08:05',
         'correction_reason': 'That was the day before: I gave it after all.'},
        {**refused('high', '2026-06-18T08:00', 'D', quantity='1', note='On the floor. Second '
                   'one not offered: the GP said to wait.'), 'id': 'dropped',
         'supersedes': 'high@2026-06-18T08:00', 'written_at': '2026-06-18T08:31',
         'correction_reason': 'Signed too soon.'},
    ]
    for item in entries:
        if item['id'] == 'warfarin@2026-06-21T18:00':
            item.update(copied=True, written_at='2026-06-22T09:00', initials='JB')
        if item['id'] == 'inhaler@2026-06-24T08:00':
            item.update(outcome='part', quantity='0.5', note='Coughed it out.')
    return entries


def taken(at, quantity, **fields):
    return {'id': f'pain@{at}', 'medication': 'pain', 'given_at': at, 'outcome': 'taken',
            'quantity': quantity, 'support': 'assist', 'asked_by': 'self', 'initials': 'CM',
            'written_at': later(at, 2), **fields}


def effect(identity, at, text):
    return {'id': identity, 'kind': 'effect', 'written_at': at, 'initials': 'CM', 'text': text}


AS_NEEDED = [
    taken('2026-06-04T10:00', '2', purpose='left knee after the stairs',
          notes=[effect('e1', '2026-06-04T11:10', 'Walked to the kitchen without wincing.')]),
    taken('2026-06-04T14:30', '1', by='family', support=None, initials=None,
          purpose='knee', note='Her son told me.'),
    taken('2026-06-11T09:15', '2', purpose='headache',
          notes=[effect('e2', '2026-06-11T10:00', 'No better. Rang the surgery at 10:05.'),
                 {'id': 'e3', 'kind': 'note', 'written_at': '2026-06-12T09:00',
                  'initials': 'CM', 'text': 'Surgery: blood pressure to be taken.'}]),
    taken('2026-06-11T12:00', '2', purpose='headache', advised_by='NHS 111, call 4417',
          advice='Once, although it is early.'),
    {'id': 'nr', 'medication': 'pain', 'given_at': '2026-06-19T10:00', 'outcome': 'omitted',
     'reason': 'NR', 'initials': 'CM', 'written_at': '2026-06-19T10:01', 'note': 'Offered.'},
    {'id': 'odd', 'medication': 'once', 'given_at': '2026-06-22T23:30', 'outcome': 'taken',
     'quantity': '1', 'support': 'assist', 'initials': 'CM', 'written_at': '2026-06-22T23:40',
     'note': 'Took one by mistake beside the one at 08:00. NHS 111 rung at 23:35.'},
]


def whole():
    """All of it, as an interchange file."""
    medicines = s13_medicines() + other_medicines()
    entries = s13_entries() + other_entries() + AS_NEEDED
    return {
        'provider': PROVIDER, 'clients': [CLIENT], 'people': [SON],
        'medications': [clean(item) for item in medicines],
        'mar_entries': [clean(item) for item in entries],
        'stock': [clean({'id': identity, 'medication': drug, 'date': date, 'kind': kind,
                         'quantity': quantity, 'note': note,
                         'initials': 'CM' if kind == 'destroyed' else None})
                  for identity, drug, date, kind, quantity, note in STOCK],
    }


def clean(item):
    return {key: value for key, value in item.items() if value is not None}

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The printed MAR chart, read by poppler: the sums of S13 and the story of each dose."""

import re
import subprocess

from marchart import CLIENT, LONG_NAME, clean, entry, medicine, whole
from tendcli import contains, equal, main

CYCLE = ('mar', '--client', 'A', '--from', '2026-06-01')


def read(vault, *words):
    """The text of each page, with one space between words."""
    vault.run(*words, '--pdf', 'out.pdf')
    done = subprocess.run(['pdftotext', '-layout', vault.path('out.pdf'), '-'],
                          capture_output=True, text=True, check=True)
    return [' '.join(page.split()) for page in done.stdout.split('\f')[:-1]]


def test_whole(vault):
    records = whole()
    vault.new().load(records)
    pages = read(vault, *CYCLE, '--on', '2026-07-01')
    text = ' '.join(pages)

    for number, page in enumerate(pages, start=1):
        # The dose was changed on the 15th, and a line ended on the 5th.
        assert page.index('ALLERGIES') < 100, page
        contains(page, '1–28 June 2026, chart 3', 'Take chart 2 away before leaving this one.',
                 'PENICILLIN (RASH AND SWELLING', 'Born 12 March 1938 NHS number 943 476 5919',
                 'GP practice Moorland Surgery', 'R Declined · N Nausea',
                 f'Page {number} of {len(pages)}', 'CM = Christine Marsh',
                 'CM (not the carer) = Colin Marsh')
    for drug in records['medications']:
        contains(text, drug['name'])
    numbers = {strength: number for number, strength
               in re.findall(r'(\d+)\. Ramipril (\S+ mg) capsules 1 capsule', text)}
    contains(text, LONG_NAME, 'CONTROLLED DRUG', 'TIME-CRITICAL ± 30 min', 'SINGLE-CHECKED',
             'each day’s dose is in its square · by mouth · Once a day',
             'From 1 Jun 2026: 3 × 1 mg tablets = 3 mg. On whose word is not written. By whom is '
             'not written. Checked by nobody else yet (single-checked).',
             'From 15 Jun 2026 until the test on 13 Jul 2026: 4 × 1 mg tablets = 4 mg. '
             'By telephone: Nurse Lee, 12 June, INR 1.8. Written by Christine Marsh on '
             '12 Jun 2026. Checked by Alan Hartley, son on 14 Jun 2026. Next test on 13 Jul 2026.',
             # One of its doses is checked, one is not.
             'Warfarin 1 mg tablets each day’s dose is in its square · by mouth · Once a day '
             'SINGLE-CHECKED',
             'Checked by Alan Hartley, son, 30 May 2026',
             f'Stopped 14 Jun 2026: Dose put up by Dr Khan, message from the surgery of 12 June; '
             f'see line {numbers["5 mg"]}',
             f'In place of line {numbers["2.5 mg"]}, Ramipril 2.5 mg capsules',
             'Copied from Moorland Surgery, 12 June 2026',
             # Of what is only a day it is said what came then.
             'Copied from The pharmacy’s label, 28 May 2026')
    assert 'Message from the GP' not in text


def test_stories(vault):
    vault.new().load(whole())
    text = ' '.join(read(vault, *CYCLE, '--on', '2026-07-01'))
    contains(
        text,
        # A gap, a refusal, a late one, one in hospital.
        'Wed 17 Jun 13:00 NOTHING WRITTEN',
        'Wed 3 Jun 08:00 R: Declined. Felt sick. GP told at 09:10. The person CM, 08:04',
        'Fri 12 Jun 13:00 13:50 Taken. Back late from the hospital. 1 Assisted Carer The '
        'person CM, 13:52',
        'Wed 10 Jun 20:00 H: In hospital',
        # Counted, copied, part taken, by a reminder alone, by family.
        'Fri 5 Jun 22:00 22:00 Taken 1 50 Assisted Carer The person CM, 22:04',
        # Who signed on paper did not write it here.
        'Taken. Copied by CM, Mon 22 Jun 09:00; not 4 Assisted Carer The person JB on paper '
        'scanned.',
        'Part taken. Coughed it out. 0.5 Assisted', '08:00 Taken 1 Reminded Carer',
        'V: Given by family or another carer. Told me the 1 Family The person CM, 22:04 next '
        'morning.',
        # Not due at all, and where a patch was.
        'Not due Mon 22 Jun 23:30 Taken 1 Assisted Carer CM, 23:40 Took one by mistake',
        'On the body: left upper arm. The old patch: Folded, to go back to the pharmacy.',
        # As needed.
        'Least time between two doses: 4 h', 'Most in 24 hours: 8 tablets',
        'Thu 4 Jun 10:00 Taken 2 left knee after the stairs', '(CM, Thu 4 Jun 11:10)',
        'Her son told me.', 'On the advice of NHS 111, call 4417: Once, although it is early.',
        'Surgery: blood pressure to be taken. (CM, Fri 12 Jun 09:00)',
        'NR: Offered, not needed (PRN)', 'Most in 24 hours: NOT WRITTEN',
    )
    # Each of two corrections of one dose: what was said, what stands, why and when.
    corrections = text[text.index('What was struck through'):]
    contains(corrections, 'Her son had given it before I came.', 'Tue 9 Jun 18:00',
             'Signed too soon.', 'D: Dropped or spoilt, and destroyed', 'Wed 10 Jun 08:05')
    # V was right for ten hours: struck through once, in its place once.
    equal(corrections.count('V: Given by family or another carer,'), 2)


def test_stock(vault):
    vault.new().load(whole())
    text = ' '.join(read(vault, *CYCLE, '--on', '2026-07-01'))
    # 6 + 56 - 53 - 1 = 8, of which 7 were counted; 60 - 10 = 50, counted at each dose.
    contains(text, 'Metformin 500 mg tablets 6 56 53 0 1 8 Sun 28 Jun 8 7 −1',
             'Wed 3 Jun: Destroyed 1, CM (Dropped in the sink)',
             'Morphine sulfate modified-release 10 mg capsules 60 0 10 0 0 50 Fri 5 Jun 50 50 0')


def test_early_count(vault):
    """A count in the middle of the cycle stands beside what was expected on its own day."""
    records = whole()
    count = next(item for item in records['stock'] if item['kind'] == 'counted')
    # Twenty days of two, less two refused and one in hospital: 37 of 6 + 56 - 1, so 24 are left.
    count.update(date='2026-06-20', quantity='23')
    vault.new().load(records)
    text = ' '.join(read(vault, *CYCLE, '--on', '2026-07-01'))
    # 16 more until the 28th: 23 - 16 = 7.
    contains(text, 'Metformin 500 mg tablets 6 56 53 0 1 −1 7 Sat 20 Jun 24 23 −1')


def test_as_at(vault):
    """Every page says when; how long the stock lasts is said while the chart runs only."""
    vault.new().load(whole())
    for on, said, lasts in (('2026-06-28', 'As at 28 Jun 2026', True),
                            ('2026-06-29', 'As at 29 Jun 2026', False)):
        pages = read(vault, *CYCLE, '--on', on)
        for page in pages:
            equal(page.count(said), 1)
        # 7 counted on the 28th, 2 a day: three days, and a half.
        equal('Stock lasts 3 days' in ' '.join(pages), lasts)
        equal('Stock lasts' in ' '.join(pages), lasts)


def squares(pages, name):
    """The rows of a medicine's squares, by their times."""
    page = next(page for page in pages if f'{name} ' in page and ' Sat Sun ' in page)
    block = page[page.index(f'{name} '):]
    return block[block.index(' 27 28 ') + len(' 27 28 '):]


def test_squares(vault):
    """Initials alone where there is no more to tell; a star where the back tells it."""
    vault.new().load(whole())
    pages = read(vault, *CYCLE, '--on', '2026-07-01')
    row = squares(pages, 'Metformin 500 mg tablets')
    assert row.startswith('08:00 CM CM R ' + 'CM ' * 25), row
    contains(row, '20:00 CM CM R ' + 'CM ' * 6 + 'H ' + 'CM ' * 18)
    row = squares(pages, LONG_NAME)
    contains(row, 'CM ' * 8 + 'CM* ' + 'CM ' * 14 + 'CM* ' + 'CM ' * 4)
    # Whose dose it is; V says so itself, and of the others no more is known.
    row = squares(pages, 'Atorvastatin 20 mg tablets').split('Codes:')[0]
    equal((row.count('V '), row.count('family')), (4, 24 + 1))
    # To the half hour: the true time of each dose, one that was to the minute too.
    row = squares(pages, 'Co-careldopa 25 mg/100 mg tablets')
    contains(row, '08:00 CM CM CM', '08:00 08:01 08:02')
    # Of the days between, only a dash is drawn.
    equal(squares(pages, 'Alendronic acid 70 mg tablets').split()[:5], ['09:00'] + ['CM'] * 4)


def test_blank(vault):
    records = whole()
    for drug in records['medications']:
        if drug['id'] in ('once', 'pain'):
            drug['support'] = 'prompt' if drug['id'] == 'once' else 'administer'
    vault.new().load(records)
    pages = read(vault, 'mar', '--client', 'A', '--from', '2026-06-29', '--blank', '--on',
                 '2026-06-28')
    text = ' '.join(pages)
    contains(text, '29 June – 26 July 2026, chart 4', 'Medicine, strength, form', 'signed ____',
             'What it did, and when I looked', 'where the patches were', 'never before')
    # What ended is not on it, nor what was written; the dose of each day is.
    for gone in ('Morphine', 'Ramipril 2.5', 'NOTHING WRITTEN', 'Coughed', 'asked for by'):
        assert gone not in text, gone
    # What the carer was asked to do with each.
    equal(text.count('Initials alone: taken after a reminder'), 1)
    contains(text, 'Initials alone: taken with help', 'What I do Give', 'What I do Assist',
             'For paper: to be filled in by hand')
    # Of warfarin until the test on 13 July, the fifteenth day; then there is room for the next.
    contains(text, ' 4' * 15, 'Told by, and when', 'one without waits for the next test')
    assert ' 4' * 16 not in text and ' ? ' not in text


def test_after_test(vault):
    """No dose is told for the days after a test whose result nobody wrote down."""
    vault.new().load(whole())
    after = 'After 13 Jul 2026: only what is told after that test; nothing is written here yet'
    first, second = (' '.join(read(vault, 'mar', '--client', 'A', '--from', day, '--blank',
                                   '--on', '2026-07-10')) for day in ('2026-06-29', '2026-07-27'))
    contains(first, 'From 15 Jun 2026 until the test on 13 Jul 2026: 4 × 1 mg tablets', after)
    contains(second, after)
    for gone in ('4 × 1 mg', '= 4 mg', ' 4 4 '):
        assert gone not in second, gone
    # On one that is filled in a mark says so: the squares of 14 to 26 July.
    pages = read(vault, 'mar', '--client', 'A', '--from', '2026-06-29', '--on', '2026-06-29')
    contains(' '.join(pages), '18:00' + ' 4' * 15 + ' ?' * 13, 'No mark: still', 'to come. “?”:')
    # A book that is to be read is named.
    for drug in (records := whole())['medications']:
        for dose in drug.get('doses', []):
            if dose['id'] == 'w2':
                dose['source'] = 'yellow_book'
    vault.another('book').load(records)
    contains(' '.join(read(vault, 'mar', '--client', 'A', '--from', '2026-07-27', '--blank',
                           '--on', '2026-07-10')),
             'After 13 Jul 2026: only what the yellow book says; nothing is written here yet')


def test_unknown(vault):
    """A line copied in haste, and nobody asked about allergies yet."""
    client = {key: CLIENT[key] for key in ('id', 'reference', 'given_name')}
    drug = {**medicine('x', 'Senna', ['22:00'], dose=None, route=None, source=None,
                       source_detail=None, checked_by=None, checked_on=None)}
    doses = [entry('x', '2026-06-01T22:00', initials=None, written_at='2026-06-02T09:00'),
             entry('x', '2026-06-02T22:00', given_at='2026-06-03T00:10', quantity='2',
                   written_at='2026-06-03T00:14'),
             entry('x', '2026-06-03T22:00', by='other', support=None)]
    vault.new().load({'clients': [client], 'medications': [clean(drug)],
                      'mar_entries': [clean(dose) for dose in doses]})
    text = ' '.join(read(vault, *CYCLE, '--on', '2026-06-10'))
    contains(text, 'NOT YET ASKED', 'Born NOT WRITTEN', 'GP practice NOT WRITTEN',
             'DOSE NOT WRITTEN · HOW IT IS TAKEN NOT WRITTEN', 'SINGLE-CHECKED',
             'nobody else yet', 'Copied from not written', '✓', 'wr 2/6', '3/6',
             'Tue 2 Jun 22:00 Wed 3 Jun 00:10 Taken 2', 'CM* ',
             'Wed 3 Jun 22:00 22:00 Taken 1 Another provider The person CM, 22:04')


def test_cycles(vault):
    """Eight weeks are two charts, each counted for itself."""
    vault.new().load({'clients': [CLIENT], 'medications': [clean(medicine('x', 'Senna',
                                                                          ['22:00']))]})
    pages = read(vault, *CYCLE, '--days', '56', '--on', '2026-06-01')
    text = ' '.join(pages)
    contains(text, '1–28 June 2026, chart 1', '29 June – 26 July 2026, chart 2',
             'Take chart 1 away before leaving this one.')
    equal(len(re.findall('page 1 of 1', text)), 2)
    equal(len(pages), 2)


def test_usage(vault):
    vault.new().load({'clients': [CLIENT]})
    contains(vault.fail(2, *CYCLE, '--blank'), '--pdf')
    vault.fail(1, *CYCLE, '--pdf', 'no/such/folder/x.pdf')
    contains(' '.join(read(vault, *CYCLE)), 'No medicines in these days.')


main(globals())

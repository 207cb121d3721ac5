#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The papers of the care record, written by the command line and read by poppler."""

import re
import subprocess

from tendcli import contains, equal, main

PAPERS = ['care-plan', 'about-me', 'risks', 'contingency', 'incident', 'equipment',
          'medicine-request', 'consent', 'contacts', 'privacy-notice', 'first-visit-pack',
          'feedback-request']
DAY = ('--on', '2026-11-24')


def read(path):
    done = subprocess.run(['pdftotext', path, '-'], capture_output=True, text=True, check=True)
    return ' '.join(done.stdout.split())


def write(vault, *words, on=DAY):
    vault.run('document', *words, '--pdf', 'out.pdf', *on)
    return read(vault.path('out.pdf'))


def test_sample(vault):
    vault.new().run('demo')
    for paper in PAPERS:
        text = write(vault, paper, '--client', 'rose')
        contains(text, 'Rose Hartley', 'Christine Marsh')
        assert 'C3141Y' not in text, f'the key safe is on the {paper}'
    contains(write(vault, 'care-plan', '--client', 'sian'),
             'Version 2', 'Agreed by Siân Ŵyn-Pritchard, with Catrin', 'Review on 1 December 2026')
    contains(write(vault, 'about-me', '--client', 'sian'),
             'Purple folder, on top of the fridge', 'Follow the original.')
    contains(write(vault, 'incident', '--client', 'sian'),
             'Body map', '12 cm by 8 cm', 'Yellow and green')
    contains(write(vault, 'incident', '--record', 'n-2026-08-05'), 'Data breach')
    contains(write(vault, 'visit-log', '--client', 'sian', '--from', '2026-10-20',
                   '--to', '2026-10-20'),
             '08:56–09:41', 'Added on 21 Oct 2026, 18:40', 'The nurse looked at the elbow')
    contains(write(vault, 'risks', '--client', 'sian'), '4 × 5 = 20, Extreme')
    # The council that concerns the person, of the two that the carer works with.
    contacts = write(vault, 'contacts', '--client', 'rose')
    contains(contacts, '01632 960318')
    assert 'Cambridgeshire' not in contacts, contacts


def test_earlier(vault):
    vault.new().load({
        'clients': [{'id': 'a', 'given_name': 'Agnes'}],
        'about_me': [{'id': f'me-{n}', 'client': 'a', 'written_on': f'2026-0{n}-07',
                      'matters': f'Chair {n}.'} for n in (5, 6)],
        'contingency_plans': [{'id': f'net-{n}', 'client': 'a', 'updated_on': f'2026-0{n}-07',
                               'carer_ill': f'Ring {n}.'} for n in (5, 6)]})
    for paper, record, words in (('about-me', 'me', 'Chair'), ('contingency', 'net', 'Ring')):
        text = write(vault, paper, '--client', 'a')
        contains(text, f'{words} 6.')
        assert 'Replaced' not in text
        contains(write(vault, paper, '--client', 'a', '--record', f'{record}-5'), f'{words} 5.',
                 'Replaced on 7 June 2026')


def test_feedback_request(vault):
    """What is asked every quarter, with where else to turn."""
    vault.new().load({
        'provider': {'own_name': 'Christine', 'complaints_to': 'CME Team, 01632 960100'},
        'clients': [{'id': 'a', 'given_name': 'Agnes', 'family_name': 'Ames'}]})
    text = write(vault, 'feedback-request', '--client', 'a')
    contains(text, 'How is it going?', 'Agnes Ames', 'October to December 2026', 'Always Mostly',
             'I feel safe when you are here.', 'What could be better?', 'Yes, without it',
             'CME Team, 01632 960100', 'ring 999')
    contains(write(vault, 'feedback-request', '--client', 'a', on=('--on', '2027-01-01')),
             'January to March 2027')


def test_signed(vault):
    """What was signed is printed as a copy; on its day it is there to sign."""
    vault.new().run('demo')
    held = 'Signed by Rose Hartley on 7 September 2026. The signed original is held.'
    contains(write(vault, 'medicine-request', '--client', 'rose'), held)
    to_sign = write(vault, 'medicine-request', '--client', 'rose', on=('--on', '2026-09-07'))
    contains(to_sign, 'The person, or who may act for them')
    assert 'held' not in to_sign, to_sign
    vault.run('contract', '--client', 'rose', '--pdf', 'out.pdf', *DAY)
    contains(read(vault.path('out.pdf')),
             'Signed by Rose Hartley on 26 February 2025. The signed original is held.',
             # The prices of April 2026, and the evenings since September 2025.
             'Changed since then: prices, 1 April 2026; the times of visits, 29 September 2025.')

    pack = write(vault, 'first-visit-pack', '--client', 'rose')
    # The agreement, the notice, About me and the medicine request; what is not signed yet is.
    equal([pack.count(words) for words in ('original is held.', 'The person, or who may act',
                                           'This is what is to happen')], [4, 0, 1])
    contains(pack, 'Changed since then: whom I may tell, 7 September 2026.')
    rows = pack[pack.index('Signed on'):pack.index('Agreement for support')]
    equal([rows.count(day) for day in ('26 Feb 2025', '7 Sep 2026', '_' * 12)], [2, 3, 2])

    # The sample's own papers are drawn with the names on their lines.
    vault.run('export', 'all.json')
    for paper, names in {'contract': ['RH', '26 February 2025'], 'privacy': ['26 February 2025'],
                         'about': ['7 Sep 2026'], 'medicines': ['7 Sep 2026'],
                         'equipment': ['Alan Hartley', '7 Sep 2026']}.items():
        text = read(vault.path(f'all.json.attachments/d-rose-{paper}.pdf'))
        contains(text, 'Christine Marsh', *names)
        assert 'held' not in text, text

    # A signed copy says it where the record does not.
    other = {'clients': [{'id': 'a', 'given_name': 'Agnes'}],
             'medicine_requests': [{'id': 'q', 'client': 'a', 'asked_on': '2026-06-01',
                                    'asked_by': 'self', 'action': 'Open the jar.'}],
             'attachments': [{'id': 's', 'subject_kind': 'medicine_request', 'subject': 'q',
                              'name': 's.pdf', 'paper': 'medicine_request',
                              'dated_on': '2026-06-02'}]}
    vault.dir = vault.path('other')
    vault.key = vault.path('other-key')
    vault.new()
    vault.path('in.json.attachments').mkdir()
    vault.path('in.json.attachments/s.pdf').write_text('a scan')
    vault.load(other)
    contains(write(vault, 'medicine-request', '--client', 'a'),
             'Signed on 2 June 2026. The signed original is held.')


def boxes(vault, *words):
    """Of each page all words with their boxes."""
    vault.run('document', *words, '--pdf', 'out.pdf', *DAY)
    done = subprocess.run(['pdftotext', '-bbox', vault.path('out.pdf'), '-'],
                          capture_output=True, text=True, check=True)
    pattern = re.compile('<word ' + ' '.join(f'{name}="([0-9.]+)"' for name in (
        'xMin', 'yMin', 'xMax', 'yMax')) + '>(.*)</word>')
    return [[(*map(float, found[:4]), found[4]) for found in pattern.findall(page)]
            for page in done.stdout.split('<page ')[1:]]


def height(pages, word):
    return next(box[3] - box[1] for page in pages for box in page if box[4] == word)


def check_boxes(pages, paper):
    """Within the margins of A4, and nothing over anything else."""
    for number, page in enumerate(pages, 1):
        assert page, f'{paper} has nothing on page {number}'
        for index, (left, top, right, bottom, word) in enumerate(page):
            assert left > 50 and right < 546 and bottom < 842, (paper, number, word)
            for other in page[:index]:
                # Lines may touch, by the room that a font leaves round its letters.
                across = min(right, other[2]) - max(left, other[0])
                down = min(bottom, other[3]) - max(top, other[1])
                assert across < 1 or down < 0.5 * (bottom - top), (paper, number, word, other)


def test_large(vault):
    """Rose asked for large print: 18 points are twice what others read."""
    vault.new().run('demo')
    large = boxes(vault, 'about-me', '--client', 'rose')
    assert 18 < height(large, 'Radio') < 24, height(large, 'Radio')
    usual = boxes(vault, 'about-me', '--client', 'sian')
    assert 9.5 < height(usual, 'Chapel') < 13, height(usual, 'Chapel')
    # All that is printed of her she may read.
    week = ('--from', '2026-11-16', '--to', '2026-11-22')
    for paper, days in (('contingency', ()), ('risks', ()), ('incident', ()), ('visit-log', week)):
        hers = boxes(vault, paper, '--client', 'rose', *days)
        assert 18 < height(hers, 'Leek') < 24, (paper, height(hers, 'Leek'))
        check_boxes(hers, paper)

    for client in ('rose', 'sian'):
        for paper in PAPERS:
            large = boxes(vault, paper, '--client', client, '--large')
            check_boxes(large, paper)
            # Letters are at most twice as high and as wide.
            if client == 'sian':
                usual = boxes(vault, paper, '--client', client)
                assert len(large) <= 4 * len(usual) + 1, (paper, len(usual), len(large))


def test_together(vault):
    """In large print an entry stands on one page, and nobody signs an empty one."""
    vault.new().run('demo')
    for paper, inner in (('contacts', ('Who', 'Phone', 'Note')),
                         ('incident', ('Who', 'Name', 'How', 'Their'))):
        for number, page in enumerate(boxes(vault, paper, '--client', 'rose')[1:], 2):
            first, second = (box[4] for box in sorted(page, key=lambda box: box[1::-1])[:2])
            # The heading "Who was told" begins with the word of a label below it.
            assert first not in inner or second == 'was', (paper, number, first)
    # A day stands above its visits.
    for number, page in enumerate(boxes(vault, 'visit-log', '--client', 'rose',
                                        '--from', '2026-11-16', '--to', '2026-11-22'), 1):
        words = [box[4] for box in page if box[1] < 760]
        assert words[-3:][1:] != ['November', '2026'] or number == 1, (number, words)


def test_redacted(vault):
    vault.new().run('demo')
    text = write(vault, 'incident', '--client', 'joan', '--redacted')
    contains(text, 'J.B.', 'F.B. in the workshop', 'thumb side')
    for name in ('Joan', 'Booth', 'Helen', 'Frank'):
        assert name not in text, name
    contains(write(vault, 'contacts', '--client', 'rose'), 'over the road')
    contacts = write(vault, 'contacts', '--client', 'rose', '--redacted')
    contains(contacts, 'D.P.')
    assert 'over the road' not in contacts, contacts
    # Who signed a directive keeps the role and gives up the name.
    about = write(vault, 'about-me', '--client', 'sian', '--redacted')
    contains(about, 'Signed by Dr K., at the hospital')
    assert 'Khan' not in about, about
    contains(vault.fail(1, 'document', 'privacy-notice', '--client', 'joan', '--redacted',
                        '--pdf', 'out.pdf'), 'signed')


def test_wrong(vault):
    vault.new().load({'clients': [{'id': 'a', 'given_name': 'Agnes'},
                                  {'id': 'b', 'given_name': 'Bea'}],
                      'care_plans': [{'id': 'p', 'client': 'b', 'status': 'agreed',
                                      'agreed_on': '2026-01-01', 'agreed_by': 'Bea'}]})
    contains(vault.fail(2, 'document', 'passport', '--client', 'a', '--pdf', 'x'),
             '“passport”', 'about-me')
    contains(vault.fail(2, 'document', 'risks', '--pdf', 'x'), '--client')
    contains(vault.fail(2, 'document', 'risks', '--client', 'a'), '--pdf')
    contains(vault.fail(2, 'document', 'visit-log', '--client', 'a', '--pdf', 'x'), '--from')
    contains(vault.fail(2, 'document'), 'document PAPER')
    contains(vault.fail(1, 'document', 'care-plan', '--client', 'a', '--pdf', 'x'), 'Agree one')
    contains(vault.fail(1, 'document', 'incident', '--record', 'none', '--pdf', 'x'), 'none')
    contains(vault.fail(1, 'document', 'care-plan', '--client', 'a', '--record', 'no-plan',
                        '--pdf', 'x'), '“no-plan” (Care plan)')
    contains(vault.fail(1, 'document', 'care-plan', '--client', 'a', '--record', 'p',
                        '--pdf', 'x'), 'somebody else’s')
    equal(vault.path('x').exists(), False)


def test_help(vault):
    contains(vault.run('--help', key=False), 'document   write a policy')
    contains(vault.run('document', '--help', key=False), 'document PAPER', '--redacted')


if __name__ == '__main__':
    main(globals())

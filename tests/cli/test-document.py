#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The papers of the care record, written by the command line and read by poppler."""

import subprocess

from tendcli import contains, equal, main

PAPERS = ['care-plan', 'about-me', 'risks', 'contingency', 'incident', 'equipment',
          'medicine-request', 'consent', 'contacts', 'privacy-notice', 'first-visit-pack']
DAY = ('--on', '2026-11-24')


def write(vault, *words):
    vault.run('document', *words, '--pdf', 'out.pdf', *DAY)
    done = subprocess.run(['pdftotext', vault.path('out.pdf'), '-'], capture_output=True,
                          text=True, check=True)
    return ' '.join(done.stdout.split())


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


def test_redacted(vault):
    vault.new().run('demo')
    text = write(vault, 'incident', '--client', 'joan', '--redacted')
    contains(text, 'J.B.', 'F.B. in the workshop', 'thumb side')
    for name in ('Joan', 'Booth', 'Helen', 'Frank'):
        assert name not in text, name
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
    contains(vault.run('--help', key=False), 'document   write a paper')
    contains(vault.run('document', '--help', key=False), 'document PAPER', '--redacted')


if __name__ == '__main__':
    main(globals())

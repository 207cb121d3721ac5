#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The portfolio, written by the command line and opened by other programs."""

import json
import os
import re
import resource
import signal
import subprocess
import time
import zipfile

from portfolio import JPEG, PNG, jpeg, load, outline, page_words, pages, pdf, text, tool, unpack
from tendcli import PROGRAM, contains, equal, main

DAY = ('--on', '2026-11-24')
PROVIDER = {'own_name': 'Christine Marsh', 'address': '7 Weaver Close\nLeek',
            'postcode': 'ST13 9ZZ', 'utr': '12345 67890', 'schemes': ['staffordshire']}
DBS = {'id': 'd', 'kind': 'dbs', 'title': 'Enhanced, adult workforce', 'issued_on': '2025-03-11',
       'reference': '001234567890'}
COVER = {'id': 'i', 'kind': 'public_liability', 'title': 'Policy', 'issued_on': '2026-02-01',
         'expires_on': '2027-01-20', 'cover_pence': 500000000, 'note': 'Rose asked for it.'}
CLIENTS = [{'id': 'rose', 'given_name': 'Rose', 'family_name': 'Hartley', 'status': 'active'},
           {'id': 'edna', 'given_name': 'Edna', 'family_name': 'Booth', 'status': 'active'}]
PLANS = [{'id': f'p-{who}', 'client': who, 'status': 'agreed', 'agreed_on': '2026-01-01',
          'agreed_by': name, 'needs': f'{name} wants help on the stairs.'}
         for who, name in (('rose', 'Rose Hartley'), ('edna', 'Edna Booth'))]


def consent(who, council):
    return {'id': f'c-{who}', 'client': who, 'kind': 'sharing', 'sharing_with': council,
            'given_on': '2026-01-02', 'how': 'written', 'given_by': 'self'}


def basic(vault, **more):
    vault.new()
    records = {'provider': PROVIDER, 'clients': CLIENTS, 'credentials': [DBS, COVER],
               'care_plans': PLANS, **more}
    load(vault, records, [('credential', 'd', pdf('Front of the DBS', 'Back'), 'application/pdf'),
                          ('credential', 'i', JPEG, 'image/jpeg'),
                          ('credential', 'i', PNG, 'image/png')])


def items(answer):
    return {item['item'] or item['title']: (item['state'], item['extent'])
            for item in answer['items']}


def test_council(vault):
    basic(vault)
    answer = vault.json('portfolio', 'a.zip', '--pdf', 'a.pdf', *DAY)
    equal((answer['scheme'], answer['purpose'], answer['clients'], answer['locked']),
          ('staffordshire', 'council', 'left_out', False))
    equal(items(answer)['dbs'], ('in_order', 'whole'))
    equal(items(answer)['insurance'], ('due', 'whole'))     # 57 days; from 60 on (domain.md 5)

    tool(vault, '7z', 't', 'a.zip')
    equal(unpack(vault, 'a.zip'),       # the newest scan first
          ['SHA256SUMS', 'dbs/dbs-1.pdf', 'how-to-open-this.txt', 'insurance/insurance-1.png',
           'insurance/insurance-2.jpg', 'portfolio.pdf'])
    tool(vault, 'sh', '-c', 'cd out && sha256sum -c SHA256SUMS')
    equal(vault.path('out/insurance/insurance-2.jpg').read_bytes(), JPEG)
    equal(vault.path('out/insurance/insurance-1.png').read_bytes(), PNG)
    assert JPEG in vault.path('out/portfolio.pdf').read_bytes(), 'the photograph was altered'
    equal(vault.path('out/portfolio.pdf').read_bytes(), vault.path('a.pdf').read_bytes())
    equal(tool(vault, 'sha256sum', 'a.zip').split()[0], answer['sha256'])

    tool(vault, 'qpdf', '--check', 'a.pdf')
    words = text(vault, 'a.pdf')
    count = pages(vault, 'a.pdf')
    contains(words, 'Prepared by the carer; not verified by the council.', 'Front of the DBS',
             '12345 67890', '7 Weaver Close', f'page {count} of {count}', '001234567890')
    for name in ('Rose', 'Hartley', 'Edna', 'Booth'):
        assert name not in words, name
    contains(words, 'R.H. asked for it.')


def test_schemes(vault):
    """The clock of each scheme (S05): three years in Staffordshire, two in Cambridgeshire."""
    basic(vault)
    day = ('--on', '2027-03-12')
    states = {scheme: items(vault.json('portfolio', 'a.zip', '--scheme', scheme, '--pdf', 'a.pdf',
                                       *day)) for scheme in ('cambridgeshire', 'staffordshire')}
    equal(states['staffordshire']['dbs'][0], 'in_order')
    contains(text(vault, 'a.pdf'), 'DBS certificate: its last good day is 11 March 2028',
             'Local Help My Way', 'Staffordshire County Council',
             'Asked for, and not there', 'Safeguarding: Missing',
             'Training: Safeguarding adults, Level 2: Missing',
             'Public liability insurance: Policy')
    vault.run('portfolio', 'a.zip', '--scheme', 'worcestershire', '--pdf', 'a.pdf', *day)
    contains(text(vault, 'a.pdf'),
             'DBS certificate: its last good day, by an interval of my own, is 11 March 2028')
    equal(states['cambridgeshire']['dbs'][0], 'expired')
    for item in ('standards', 'policies', 'training'):
        equal(states['staffordshire'][item], ('missing', 'line'))
    equal(states['staffordshire']['insurance'][0], 'expired')
    contains(vault.fail(1, 'portfolio', 'b.zip', '--scheme', 'rutland', *day), 'rutland')


def test_policies(vault):
    basic(vault, policies=[
        {'id': 'old', 'kind': 'complaints', 'starts_on': '2025-01-01', 'text': 'The old way.'},
        {'id': 'new', 'kind': 'complaints', 'starts_on': '2026-01-01',
         'text': '# How to complain\n\nRing {{provider.name}}, {{provider.address}}.'}])
    vault.run('portfolio', 'a.zip', '--pdf', 'a.pdf', *DAY)
    words = text(vault, 'a.pdf')
    contains(words, 'Ring Christine Marsh, 7 Weaver Close')
    assert 'The old way' not in words
    vault.run('portfolio', 'b.zip', '--pdf', 'b.pdf', '--purpose', 'new_client', *DAY)
    contains(text(vault, 'b.pdf'), 'Ring Christine Marsh, .')


def test_reading_again(vault):
    """A policy does not go off; a course took its time; the number is beside its proof."""
    basic(vault, policies=[{'id': 'p', 'kind': 'complaints', 'starts_on': '2025-01-01',
                            'review_on': '2026-11-23', 'text': 'Ring me.'}])
    load(vault, {'credentials': [
        {'id': 't', 'kind': 'training', 'title': 'Hoists', 'issued_on': '2026-01-02',
         'minutes': 840},
        {'id': 's', 'kind': 'self_employment', 'title': 'CEST', 'issued_on': '2026-01-02'}]}, [])

    def words(*more):
        vault.run('portfolio', 'a.zip', '--pdf', 'a.pdf', *more)
        return text(vault, 'a.pdf')

    last, before = words('--on', '2026-11-24'), words('--on', '2026-11-23')
    contains(last, 'Complaints and compliments: was to be read through again by 23 November 2026',
             'it took 14 h', 'Tax reference (UTR) 12345 67890')
    contains(before, 'Complaints and compliments: to be read through again by 23 November 2026')
    assert 'last good day is 23' not in before and 'last good day was 23' not in last
    client = words('--on', '2026-11-24', '--purpose', 'new_client', '--with', 'self-employment')
    assert '12345 67890' not in client
    assert '12345 67890' not in words('--on', '2026-11-24', '--without', 'utr')


def test_declared(vault):
    """What was declared is said in full, and what was signed has its name."""
    basic(vault)
    load(vault, {'credentials': [
        {'id': 'n', 'kind': 'declaration', 'issued_on': '2026-03-02', 'scheme': 'cambridgeshire'},
        {'id': 'm', 'kind': 'standards', 'issued_on': '2026-03-02', 'scheme': 'cambridgeshire'},
        {'id': 's', 'kind': 'standards', 'issued_on': '2026-03-02'}]}, [])

    def words(scheme):
        vault.run('portfolio', 'a.zip', '--pdf', 'a.pdf', '--scheme', scheme, '--without',
                  'standard', *DAY)
        return text(vault, 'a.pdf')

    sentence = 'I was never disciplined, and no contract of mine was ended for poor practice.'
    contains(words('cambridgeshire'), 'What is declared: ' + sentence,
             'Memorandum of understanding, signed', 'The scheme’s standards, signed')
    said = words('staffordshire')
    for other in ('never disciplined', 'Memorandum'):
        assert other not in said, other


def test_copies(vault):
    """Of each paper where its copy is; a folder of papers is not in order without them."""
    basic(vault)
    load(vault, {'credentials': [
        {'id': 't', 'kind': 'training', 'title': 'Hoists', 'issued_on': '2026-01-02'},
        {'id': 'o', 'kind': 'ico', 'title': 'Fee paid', 'issued_on': '2026-01-02',
         'expires_on': '2027-10-02'}]}, [])
    answer = vault.json('portfolio', 'a.zip', '--pdf', 'a.pdf', '--without', 'standard',
                        '--scheme', 'flintshire', *DAY)
    states = {item: state for item, (state, _) in items(answer).items()}
    equal((states['dbs'], states['registrations']), ('in_order', 'in_order'))
    words = page_words(vault, 'a.pdf')
    front = [n for n, page in enumerate(words, 1) if 'Front of the DBS' in page]
    equal(len(front), 1)
    contains(words[front[0] - 2], f'copy on page {front[0]}')
    contains(' '.join(words), 'Hoists: no copy of it is kept', 'no copy is in it')
    assert 'Fee paid: no copy' not in ' '.join(words)

    # Nothing else is wrong with it.
    load(vault, {'credentials': [
        {'id': 'r', 'kind': 'conduct', 'issued_on': '2026-01-02'},
        {'id': 'c', 'kind': 'self_employment', 'title': 'CEST', 'issued_on': '2026-01-02'}]}, [])
    state = items(vault.json('portfolio', 'a.zip', '--scheme', 'cambridgeshire', *DAY))
    equal(state['self-employment'], ('no_copy', 'whole'))


COURSES = {'t1': ('Hoists', 'Level 2'), 't2': ('First aid', 'Level 3'), 't3': ('Fire', None)}


def papers(vault):
    """Three courses, two of them with a scan, and two policies, one of them the carer's own."""
    vault.new()
    load(vault, {'provider': PROVIDER, 'policies': [
        {'id': 'c', 'kind': 'complaints', 'starts_on': '2025-01-01', 'text': 'Ring me first.'},
        {'id': 'g', 'kind': 'safeguarding', 'starts_on': '2025-01-01'},
        {'id': 'r', 'kind': 'privacy', 'starts_on': '2025-01-01', 'text': 'Kept to myself.'}],
        'credentials': [
            {'id': key, 'kind': 'training', 'title': title, 'issued_on': '2026-01-02',
             **({'level': level} if level else {})} for key, (title, level) in COURSES.items()]},
         [('credential', 't1', pdf('Scan of hoists', 'and its back'), 'application/pdf'),
          ('credential', 't2', pdf('Scan of first aid'), 'application/pdf'),
          ('policy', 'g', pdf('Scan of safeguarding'), 'application/pdf')])


def test_each_paper(vault):
    """Each scan and each policy has its page at its own line, there and in the outline."""
    papers(vault)
    vault.run('portfolio', 'a.zip', '--pdf', 'a.pdf', *DAY)
    words = page_words(vault, 'a.pdf')
    at = {says: next(n for n, page in enumerate(words, 1) if page and says in page)
          for says in ('Scan of hoists', 'Scan of first aid', 'Scan of safeguarding',
                       'Ring me first.', 'Kept to myself.')}
    contents = tool(vault, 'pdftotext', '-layout', '-f', 2, '-l', 3, 'a.pdf', '-')
    for line, says in (('Hoists, Level 2, issued', 'Scan of hoists'),
                       ('First aid, Level 3, issued', 'Scan of first aid'),
                       ('Safeguarding, in force', 'Scan of safeguarding'),
                       ('Complaints and compliments, in force', 'Ring me first.'),
                       ('Privacy and data protection, in force', 'Kept to myself.')):
        assert re.search(rf'{line}.* {at[says]}\n', contents), (line, contents)
    assert re.search(r'Fire, issued 2 January 2026\n', contents), contents

    kept = {title: (page, below) for title, page, below in outline(vault, 'a.pdf')}
    equal(kept['Training'][1], [('Hoists, Level 2', at['Scan of hoists'], []),
                                ('First aid, Level 3', at['Scan of first aid'], [])])
    equal([page for _, page, _ in kept['Policies'][1]],
          [at['Ring me first.'], at['Kept to myself.'], at['Scan of safeguarding']])

    # The table leads there as well as the contents.
    tree = json.loads(tool(vault, 'qpdf', '--json', '--json-key=qpdf', '--json-key=pages',
                           'a.pdf'))
    objects = {key[4:]: thing.get('value', {}) for key, thing in tree['qpdf'][1].items()
               if key.startswith('obj:')}
    for page in (2, kept['Training'][0]):
        places = objects[tree['pages'][page - 1]['object']]['/Annots']
        places = objects[places] if isinstance(places, str) else places
        led = {objects[place]['/Dest'].removeprefix('u:page-') for place in places}
        contains(led, str(at['Scan of hoists']), str(at['Scan of first aid']))


def test_what_each_file_is(vault):
    """Said beside the files, unless their titles are to be read with the passphrase alone."""
    papers(vault)
    vault.path('phrase').write_text('correct horse battery staple\n')
    vault.run('portfolio', 'a.zip', '--pdf', 'a.pdf', *DAY)
    page = next(n for n, words in enumerate(page_words(vault, 'a.pdf'), 1)
                if 'Scan of hoists' in words)
    line = f'training/training-1.pdf: Hoists, Level 2, page {page}\n'
    assert 'what-each-file-is.txt' not in unpack(vault, 'a.zip')
    contains(vault.path('out/how-to-open-this.txt').read_text(), line)

    vault.run('portfolio', 'b.zip', '--zip-passphrase-file', 'phrase', *DAY)
    with zipfile.ZipFile(vault.path('b.zip')) as locked:
        help_text = locked.read('how-to-open-this.txt').decode()
        equal(locked.getinfo('what-each-file-is.txt').flag_bits & 1, 1)
    contains(help_text, 'what-each-file-is.txt')
    for title in ('Hoists', 'First aid', 'training-1'):
        assert title not in help_text, title
    unpack(vault, 'b.zip', '-pcorrect horse battery staple')
    contains(vault.path('out/what-each-file-is.txt').read_text(), line)
    tool(vault, 'sh', '-c', 'cd out && sha256sum -c SHA256SUMS')


def test_terms(vault):
    """With nobody's name on them, and no more prices than hold for everybody."""
    basic(vault, services=[{'id': 'night', 'name': 'Sleep-in night', 'kind': 'sleep_in'},
                           {'id': 'care', 'name': 'Help with washing', 'kind': 'personal_care'}],
          rates=[{'id': 'all', 'service': 'night', 'applies': 'any', 'unit': 'night',
                  'amount_pence': 8472, 'valid_from': '2025-01-01'},
                 {'id': 'hers', 'client': 'rose', 'service': 'care', 'applies': 'any',
                  'unit': 'hour', 'amount_pence': 2345, 'valid_from': '2025-01-01'}])
    vault.run('portfolio', 'a.zip', '--pdf', 'a.pdf', '--without', 'standard', '--without',
              'business', *DAY)
    words = text(vault, 'a.pdf')
    contains(words, 'Sleep-in night', 'Help with washing', '£84.72', 'What has no price here')
    assert '23.45' not in words and 'Rose' not in words


def test_terms_as_agreed(vault):
    """What is not agreed alike with everybody is nobody's terms."""
    late = {'cancellation_hours': 24, 'mileage_charge': True, 'billing': 'week'}
    basic(vault, rates=[{'id': 'mile', 'applies': 'any', 'unit': 'mile', 'amount_pence': 45,
                         'valid_from': '2025-01-01'}],
          agreements=[{'id': 'a', 'client': 'rose', 'starts_on': '2025-01-01',
                       'ends_on': '2025-12-31'},
                      {'id': 'b', 'client': 'rose', 'starts_on': '2026-01-01', 'version': 2,
                       'ends_on': '2026-06-30', 'cancellation_percent': 100, **late},
                      {'id': 'c', 'client': 'edna', 'starts_on': '2026-01-01',
                       'cancellation_hours': 24, 'cancellation_percent': 50}])

    def terms(day):
        vault.run('portfolio', 'a.zip', '--pdf', 'a.pdf', '--on', day)
        return text(vault, 'a.pdf')

    free, priced = 'You pay nothing for a visit that you cancel.', 'per cent of its price'
    words = terms('2025-12-31')
    contains(words, free, 'I do not charge for travel', 'The agreement was made on')
    made_on = words.split('The agreement was made on')[1].split('My name')[0]
    assert '2025' not in made_on, made_on

    for day in ('2026-01-01', '2026-06-30'):
        words = terms(day)
        contains(words, 'We agree what you pay for a visit that you cancel late',
                 'I charge £0.45, or what we agree, for each mile',
                 'I send an invoice as we agree it.')
        assert free not in words and priced not in words
        assert 'I do not charge for travel' not in words

    words = terms('2026-07-01')
    contains(words, 'at least 24 hours before it', f'50 {priced}', 'I do not charge for travel')


def test_council_of_the_bundle(vault):
    """Whose complaints route and whose cover, whatever the carer's first scheme is."""
    basic(vault, policies=[
        {'id': 'p', 'kind': 'complaints', 'starts_on': '2026-01-01'}],
        provider={**PROVIDER, 'complaints_to': 'Local Help My Way, Staffordshire County Council'})
    chosen = 'I do not arrange cover or send anyone in my place'
    agreed = 'cover is agreed before I start'
    cases = (('staffordshire', None, chosen, agreed),
             ('cambridgeshire', 'Cambridgeshire County Council: the CME Development Team', chosen,
              agreed),
             ('worcestershire', 'Worcestershire County Council', chosen, agreed),
             ('flintshire', 'Flintshire County Council: your social worker', agreed, chosen))
    for scheme, route, there, absent in cases:
        vault.run('portfolio', 'a.zip', '--pdf', 'a.pdf', '--scheme', scheme, *DAY)
        words = text(vault, 'a.pdf')
        contains(words, there)
        assert absent not in words, absent
        if route is None:
            assert 'County Council: ' not in words
        else:
            equal(words.count(route) >= 2, True)    # in the contract and in the policy


def test_links(vault):
    """Of the contents; those of the standard are counted where that is looked at."""
    basic(vault)
    vault.run('portfolio', 'a.zip', '--pdf', 'a.pdf', '--without', 'standard', *DAY)
    tree = json.loads(tool(vault, 'qpdf', '--json', '--json-key=qpdf', '--json-key=pages',
                           '--json-key=outlines', 'a.pdf'))
    outline = {entry['title']: entry['destpageposfrom1'] for entry in tree['outlines']}
    words = page_words(vault, 'a.pdf')
    contains(words[outline['DBS certificate'] - 1], 'Enhanced, adult workforce')
    contains(words[outline['DBS certificate']], 'Front of the DBS')
    contains(words[outline['DBS certificate'] + 1], 'Back')
    for part in ('Contract and terms', 'DBS certificate', 'Insurance'):
        contains(words[1], f'{part} ')
        assert str(outline[part]) in words[1].split(), f'{part}: {outline[part]}'
    objects = json.dumps(tree['qpdf'])
    links = objects.count('"/Subtype": "/Link"')
    # To all but the cover, and to two copies from the contents and from the tables.
    equal(links, len(outline) - 1 + 2 * 2)


def test_new_client(vault):
    basic(vault)
    vault.run('portfolio', 'a.zip', '--purpose', 'new_client', *DAY)
    equal(unpack(vault, 'a.zip'), ['SHA256SUMS', 'how-to-open-this.txt', 'portfolio.pdf'])
    words = text(vault, 'out/portfolio.pdf')
    contains(words, 'Enhanced, adult workforce, issued 11 March 2025', 'Agreement for support',
             'certutil -hashfile portfolio.pdf SHA256')
    # What is due has its reason; what is missing is not theirs to know.
    contains(words, 'Due soon', 'Policy: its last good day is 20 January 2027')
    for fault in ('Missing', 'Not in order', 'No copy', 'is kept'):
        assert fault not in words, fault
    # No folder is spoken of where none is there.
    help = vault.path('out/how-to-open-this.txt').read_text()
    contains(help, 'certutil -hashfile portfolio.pdf SHA256')
    assert 'folders' not in help and 'in folders' not in words
    for secret in ('12345 67890', '1234567890', '001234567890', 'Weaver Close', 'ST13 9ZZ',
                   'Front of the DBS'):
        assert secret not in words, secret
    vault.run('portfolio', 'b.zip', '--purpose', 'new_client', '--with', 'address', '--with', 'dbs',
              *DAY)
    contains(' '.join(unpack(vault, 'b.zip')), 'dbs/dbs-1.pdf')
    contains(text(vault, 'out/portfolio.pdf'), '7 Weaver Close', 'Front of the DBS', 'in folders')
    contains(vault.path('out/how-to-open-this.txt').read_text(), 'folders with the scans')


def test_usual_print(vault):
    """Large print is for whom a paper is about; whoever gets a portfolio reads usual print."""
    council = 'Staffordshire County Council'
    basic(vault, consents=[consent('rose', council), consent('edna', council)], about_me=[
        {'id': 'a-rose', 'client': 'rose', 'written_on': '2026-01-03',
         'communication_format': 'large_print'}])
    vault.run('portfolio', 'a.zip', '--pdf', 'a.pdf', '--clients', 'included', *DAY)
    words = re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">stairs', tool(
        vault, 'pdftotext', '-bbox', 'a.pdf', '-'))
    equal(len(words), 2)
    rose, edna = [round(float(low) - float(high), 1) for high, low in words]
    equal(rose, edna)


def test_scans_of_others(vault):
    """What a referee wrote, and the carer's own wording, may tell where they live."""
    vault.new()
    load(vault, {'provider': PROVIDER, 'clients': CLIENTS, 'credentials': [
        {'id': 'r', 'kind': 'reference', 'title': 'Reference by Dr Amin',
         'issued_on': '2026-01-02'}],
        'policies': [{'id': 'own', 'kind': 'complaints', 'starts_on': '2026-01-01'}],
        'feedback': [{'id': 'f', 'client': 'edna', 'kind': 'testimonial', 'words': 'Edna is glad.',
                      'received_on': '2026-01-03', 'may_quote': True, 'quote_as': 'A daughter',
                      'consent_on': '2026-01-04'}]},
         [('credential', 'r', pdf('From Flat 2'), 'application/pdf'),
          ('policy', 'own', pdf('My own way, at 7 Weaver Close'), 'application/pdf')])
    answer = vault.json('portfolio', 'a.zip', '--pdf', 'a.pdf', '--purpose', 'new_client', *DAY)
    equal((items(answer)['references'][1], items(answer)['policies'][1]), ('pages', 'pages'))
    words = text(vault, 'a.pdf')
    contains(words, 'Reference by Dr Amin', 'A daughter', 'E.B. is glad.', 'a paper of my own',
             'Nothing about the people I support is in it, beside what was agreed to be quoted.')
    for secret in ('From Flat 2', 'My own way', 'How to tell me', 'Weaver Close'):
        assert secret not in words, secret
    equal(unpack(vault, 'a.zip'), ['SHA256SUMS', 'how-to-open-this.txt', 'portfolio.pdf'])
    vault.run('portfolio', 'b.zip', '--pdf', 'b.pdf', '--purpose', 'new_client', '--with',
              'references', '--with', 'policies', *DAY)
    contains(text(vault, 'b.pdf'), 'From Flat 2', 'My own way')
    vault.run('portfolio', 'c.zip', '--pdf', 'c.pdf', '--without', 'references', *DAY)
    contains(text(vault, 'c.pdf'), 'in lists; their records are not in it. Prepared', 'My own way')


def test_names_in_papers(vault):
    """Clients are left out of the titles and wording of papers; the carer's name stays."""
    basic(vault, policies=[{'id': 'p', 'kind': 'other', 'title': 'Keys of Edna', 'starts_on':
                            '2026-01-01', 'text': 'Edna Booth’s key hangs with Christine Marsh.'}],
          team=[{'id': 'jo', 'name': 'Jo Booth', 'role': 'Nights at Rose’s'}])
    load(vault, {'credentials': [
        {'id': 'r', 'kind': 'reference', 'title': 'Reference by Rose Hartley', 'level':
         'Friend of Edna', 'issuer': 'Edna Booth', 'issued_on': '2026-01-02'},
        {'id': 't', 'kind': 'training', 'title': 'First aid', 'member': 'jo',
         'issued_on': '2026-01-03'}]}, [])
    for purpose in ('council', 'new_client'):
        vault.run('portfolio', f'{purpose}.zip', '--pdf', 'a.pdf', '--purpose', purpose, *DAY)
        words = text(vault, 'a.pdf')
        contains(words, 'Reference by R.H.', 'Friend of E.B.', 'Keys of E.B.',
                 'E.B.’s key hangs with Christine Marsh')
        for name in ('Rose', 'Hartley', 'Edna'):
            assert name not in words, name
        if purpose == 'council':
            contains(words, 'Jo Booth', 'Nights at R.H.’s')


def test_names_that_are_words(vault):
    """In a line that is Tend's own a name cannot be meant; in one that was typed it can."""
    own = 'they are; if you think that I did, please say so. Everybody I support gets this'
    basic(vault, policies=[{'id': 'p', 'kind': 'complaints', 'starts_on': '2026-01-01',
                            'text': f'Treated\n{own}\npolicy. Everybody may Ring.'}])
    load(vault, {'clients': [{'id': 'every', 'given_name': 'Everybody', 'family_name': 'Ring',
                              'status': 'active'}]}, [])
    vault.run('portfolio', 'a.zip', '--pdf', 'a.pdf', *DAY)
    contains(text(vault, 'a.pdf'), f'{own} policy. E.R. may R.')


def test_locked(vault):
    basic(vault)
    vault.path('word').write_text('three wet ducks\n')
    answer = vault.json('portfolio', 'a.zip', '--zip-passphrase-file', 'word', *DAY)
    equal(answer['locked'], True)
    contains(tool(vault, '7z', 'l', '-slt', '-pthree wet ducks', 'a.zip'), 'AES-256')
    tool(vault, '7z', 't', '-pthree wet ducks', 'a.zip')
    tool(vault, '7z', 't', '-pthree wet geese', 'a.zip', status=2)
    # How to open it is there for whoever does not know the passphrase yet.
    with zipfile.ZipFile(vault.path('a.zip')) as locked:
        equal([(file.filename, file.flag_bits & 1) for file in locked.infolist()],
              [('how-to-open-this.txt', 0), ('portfolio.pdf', 1),
               ('what-each-file-is.txt', 1), ('dbs/dbs-1.pdf', 1),
               ('insurance/insurance-1.png', 1), ('insurance/insurance-2.jpg', 1),
               ('SHA256SUMS', 1)])
        contains(locked.read('how-to-open-this.txt').decode(), 'locked with a passphrase')
    unpack(vault, 'a.zip', '-pthree wet ducks')
    tool(vault, 'sh', '-c', 'cd out && sha256sum -c SHA256SUMS')
    assert b'Enhanced' not in vault.path('a.zip').read_bytes()
    vault.path('empty').write_text('\n')
    contains(vault.fail(1, 'portfolio', 'b.zip', '--zip-passphrase-file', 'empty', *DAY), 'empty')
    equal(sorted(file.name for file in vault.folder.glob('*.zip*')), ['a.zip'])


def test_clients(vault):
    council = 'Staffordshire County Council'
    basic(vault, consents=[consent('rose', council), consent('edna', 'Moorland Surgery')])
    to = ('--clients', 'included', '--given-to', council)
    said = vault.fail(1, 'portfolio', 'a.zip', *to, *DAY)
    contains(said, 'Edna Booth', council)
    assert 'Rose' not in said
    equal(vault.path('a.zip').exists(), False)
    vault.run('portfolio', 'a.zip', *to, '--client', 'rose', *DAY)
    unpack(vault, 'a.zip')
    words = text(vault, 'out/portfolio.pdf')
    contains(words, 'Records of Rose Hartley', 'Agreed on 2 January 2026', 'on the stairs')
    assert 'Edna' not in words
    # A consent is to whole names, not to a part of one.
    for part in ('County', 'Shire', 'C', 'Staffordshire'):
        contains(vault.fail(1, 'portfolio', 'e.zip', '--clients', 'included', '--given-to', part,
                            '--client', 'rose', *DAY), 'Rose Hartley')

    # Who did not agree is in nothing else that is handed over.
    load(vault, {'cpd': [
        {'id': 'l', 'kind': 'reading', 'title': 'Strokes, for Edna Booth', 'done_on': '2026-03-01',
         'learnt': 'Edna tires soon. Rose does not.'}],
        'credentials': [{'id': 't', 'kind': 'training', 'title': 'Hoist, at Edna’s',
                         'issued_on': '2026-03-02'}]}, [])
    vault.run('portfolio', 'd.zip', *to, '--client', 'rose', '--pdf', 'd.pdf', *DAY)
    words = text(vault, 'd.pdf')
    contains(words, 'Strokes, for E.B.', 'E.B. tires soon. Rose does not.', 'Hoist, at E.B.’s')
    assert 'Edna' not in words

    vault.run('portfolio', 'b.zip', '--clients', 'redacted', *DAY)
    unpack(vault, 'b.zip')
    words = text(vault, 'out/portfolio.pdf')
    contains(words, 'Records of R.H.', 'Records of E.B.', 'R.H. wants help on the stairs')
    for name in ('Rose', 'Hartley', 'Edna', 'Booth'):
        assert name not in words, name
    contains(vault.fail(1, 'portfolio', 'c.zip', '--clients', 'included', '--purpose', 'inspection',
                        *DAY), 'whom')


def test_signed_contract(vault):
    """As it was signed, of who agreed to it; not where names are hidden."""
    council = 'Staffordshire County Council'
    basic(vault, consents=[consent('rose', council), consent('edna', council)], agreements=[
        {'id': f'a-{who}', 'client': who, 'starts_on': '2026-01-01'} for who in ('rose', 'edna')])
    folder = vault.path('in.json.attachments')
    (folder / 'signed.pdf').write_bytes(pdf('Signed by Rose'))
    vault.load({'attachments': [
        {'id': 'signed', 'subject_kind': 'agreement', 'subject': 'a-rose', 'name': 'signed.pdf',
         'media_type': 'application/pdf', 'paper': 'contract'}]})
    vault.run('portfolio', 'a.zip', '--pdf', 'a.pdf', '--clients', 'included', *DAY)
    contains(text(vault, 'a.pdf'), 'Signed by Rose')
    scans = [name for name in unpack(vault, 'a.zip') if 'contract' in name]
    equal([name.startswith('contracts/contract-') for name in scans], [True])
    for how in ('redacted', 'left_out'):
        vault.run('portfolio', f'{how}.zip', '--pdf', f'{how}.pdf', '--clients', how, *DAY)
        assert 'Signed by' not in text(vault, f'{how}.pdf')


def test_kept(vault):
    basic(vault)
    answer = vault.json('portfolio', 'a.zip', '--given-to', 'Mrs Platt', *DAY)
    kept = json.loads(vault.export())['portfolios']
    equal(len(kept), 1)
    equal((kept[0]['made_on'], kept[0]['given_to'], kept[0]['given_on'], kept[0]['sha256'],
           kept[0]['id']),
          ('2026-11-24', 'Mrs Platt', '2026-11-24', answer['sha256'], answer['portfolio']))
    contains(kept[0]['contents'], 'DBS certificate')


def test_faults(vault):
    vault.new()
    vault.path('plain.pdf').write_bytes(pdf('Secret'))
    tool(vault, 'qpdf', '--encrypt', 'u', 'o', '256', '--', 'plain.pdf', 'locked.pdf')
    load(vault, {'provider': PROVIDER, 'credentials': [DBS, COVER]},
         [('credential', 'd', vault.path('locked.pdf').read_bytes(), 'application/pdf'),
          ('credential', 'd', pdf('Half')[:120], 'application/pdf'),
          ('credential', 'i', JPEG[:200], 'image/jpeg'),
          ('credential', 'i', b'', 'application/pdf'),
          ('credential', 'i', b'hello', 'image/png')])
    before = vault.export()
    said = vault.fail(1, 'portfolio', 'a.zip', '--pdf', 'a.pdf', *DAY)
    contains(said, 'DBS certificate, “s0.pdf”: This PDF is locked with a password', '“s1.pdf”',
             'Insurance, “s2.jpeg”: This picture', '“s3.pdf”: The file is empty', '“s4.png”')
    equal(list(vault.folder.glob('a.*')), [])
    equal(vault.export(), before)
    vault.run('portfolio', 'a.zip', '--without', 'dbs', '--without', 'insurance', *DAY)
    tool(vault, '7z', 't', 'a.zip')


def test_wrong(vault):
    vault.new().load({'provider': {'own_name': 'Christine Marsh'}})
    contains(vault.fail(1, 'portfolio', 'a.zip'), '--scheme')
    contains(vault.fail(2, 'portfolio', 'a.zip', '--purpose', 'friend'), '“friend”')
    contains(vault.fail(2, 'portfolio', 'a.zip', '--clients', 'some'), '“some”')
    contains(vault.fail(2, 'portfolio', 'a.zip', '--purpose', 'insurer', '--with', 'hat'), '“hat”')
    contains(vault.fail(2, 'portfolio', 'a.zip', '--pdf', './a.zip'), 'a.zip')
    contains(vault.fail(1, 'portfolio', 'no/a.zip', '--purpose', 'insurer'), 'no/a.zip')
    contains(vault.fail(1, 'portfolio', vault.dir / 'a.zip', '--purpose', 'insurer'),
             'folder of the records')
    contains(vault.fail(2, 'portfolio'), 'portfolio FILE.zip')
    equal(list(vault.folder.glob('a.*')), [])


def start(vault, *words, **options):
    return subprocess.Popen([PROGRAM, '--vault', vault.dir, '--recovery-key-file', vault.key,
                             'portfolio', *words, *DAY], env=vault.environment(),
                            cwd=vault.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                            **options)


def photographs(vault, count, size):
    vault.new()
    courses = [{'id': f't{i}', 'kind': 'training', 'title': f'Course {i}',
                'issued_on': '2026-01-02'} for i in range(count)]
    load(vault, {'provider': PROVIDER, 'credentials': courses},
         [('credential', f't{i}', lambda: jpeg(size), 'image/jpeg') for i in range(count)])


def test_full_disk(vault):
    """A file that may grow no further stands for a disk that is full."""
    photographs(vault, 8, 3000000)
    before = vault.export()
    small = 20000000

    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (small, small))

    for words in (('a.zip',), ('a.zip', '--pdf', 'a.pdf')):
        process = start(vault, *words, preexec_fn=limit)
        said = process.communicate(timeout=120)[1].decode()
        equal(process.returncode, 1)
        contains(said, 'a.')
        equal(list(vault.folder.glob('a.*')), [])
    equal(vault.export(), before)


def test_interrupted(vault):
    photographs(vault, 30, 3000000)
    process = start(vault, 'a.zip', '--pdf', 'a.pdf')
    end = time.monotonic() + 60
    while not any(os.path.getsize(file) > 1000000 for file in vault.folder.glob('a.pdf.*')):
        assert time.monotonic() < end and process.poll() is None, 'it was too quick, or stuck'
        time.sleep(0.005)
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    equal(process.returncode, 1)
    equal(list(vault.folder.glob('a.*')), [])
    vault.run('verify')


def test_large(vault):
    """A hundred documents, 300 MB: in under 200 MB of memory.  What is measured counts this
    program too, which must not hold them all at once itself."""
    photographs(vault, 100, 3000000)
    process = start(vault, 'a.zip')
    process.stdout.read()
    usage = os.wait4(process.pid, 0)
    equal(usage[1], 0)
    assert usage[2].ru_maxrss < 200000, f'{usage[2].ru_maxrss} kB'
    assert vault.path('a.zip').stat().st_size > 600000000


if __name__ == '__main__':
    main(globals())

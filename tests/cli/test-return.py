#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The quarterly return, and that it is about numbers and nobody.  Figures are worked by hand."""

import csv
import datetime
import io
import json
import subprocess

from tendcli import contains, equal, main

BORN = ['1938-03-12', '1941-06-30', '1941-07-01', '1950-11-22', '1962-01-05', '1985-09-17',
        '2004-02-29']
HOURS = [84, 65, 52, 45.5, 39, 19.5, 13.5]
NAMES = ['Wilhelmina Featherstonehaugh', 'Bartholomew Quigley', 'Ŵynne Ffrangcon-Davies',
         'Mehetabel Oxenbridge', 'Zebedee Plantagenet', 'Ottoline Wriothesley',
         'Peregrine Lukashenka']
BANDS = ['18-24', '25-34', '35-44', '45-54', '55-64', '65-74', '75-84', '85+']
FIRST = ('--scheme', 'cambridgeshire', '--quarter', '2026-Q1')


def client(number, **fields):
    given, family = NAMES[number].split(' ')
    return {'id': f'person-{number}-xq', 'reference': f'REFXQ{number}', 'given_name': given,
            'family_name': family, 'date_of_birth': BORN[number],
            'address': f'{number + 1} Gamlingay Drove', 'postcode': f'CB23 {number + 1}XQ',
            'funding': 'self' if number < 4 else 'direct_payment', **fields}


def visits(number, first='2026-04-01', hours=None, services=None):
    """Visits of an hour, and a half one at the end where the hours ask for it."""
    day = datetime.date.fromisoformat(first)
    minutes = round((HOURS[number] if hours is None else hours) * 60)
    services = services or ([['care', 'home'], ['home', 'care'], ['care']][number]
                            if number < 3 else ['home'])
    made = []
    while minutes > 0:
        length = min(minutes, 60)
        made.append({'id': f'v-{number}-{day}', 'client': f'person-{number}-xq',
                     'service': services[len(made) % len(services)], 'status': 'done',
                     'planned_start': f'{day}T{8 + number:02}:00',
                     'planned_end': f'{day}T{8 + number + length // 60:02}:{length % 60:02}'})
        minutes -= length
        day += datetime.timedelta(days=1)
    return made


def s08(**more):
    return {
        'provider': {'own_name': 'Christine Marlow', 'weekly_capacity_minutes': 2400,
                     'schemes': ['cambridgeshire']},
        'clients': [client(number) for number in range(7)],
        'services': [{'id': 'care', 'name': 'Morning care', 'kind': 'personal_care'},
                     {'id': 'home', 'name': 'Help at home', 'kind': 'support'},
                     {'id': 'night', 'name': 'Sleeping in', 'kind': 'sleep_in'}],
        'visits': [visit for number in range(7) for visit in visits(number)],
        **more,
    }


def pdf_text(path):
    return subprocess.run(['pdftotext', '-layout', str(path), '-'], capture_output=True,
                          check=True).stdout.decode()


def test_s08(vault):
    vault.new().load(s08())
    answer = vault.json('return', *FIRST)
    wanted = {'scheme': 'cambridgeshire', 'quarter': '2026-Q1', 'from': '2026-04-01',
              'to': '2026-06-30', 'due_on': '2026-07-05', 'average_hours_per_week': 24.5,
              'capacity_hours_per_week': 40, 'people': 7, 'self_funders': 4, 'personal_care': 3,
              'home_support': 6,
              'age_bands': dict(zip(BANDS, [1, 0, 1, 0, 1, 0, 2, 2]))}
    equal({key: answer[key] for key in wanted}, wanted)
    equal(list(answer)[:len(wanted)], list(wanted))
    equal(answer['delivered_minutes'], 19110)
    equal(answer['days'], 91)
    equal(answer['capacity_hours_per_quarter'], 520)
    # 24.5 is written as short as it can be.
    contains(vault.run('return', *FIRST, '--json'), '"average_hours_per_week": 24.5,',
             '"capacity_hours_per_week": 40,')


def test_s08_behind_the_figures(vault):
    vault.new().load(s08())
    behind = vault.json('return', *FIRST, '--people')['people_behind']
    by_id = {person['client']: person for person in behind}
    equal([by_id[f'person-{number}-xq']['age'] for number in range(7)],
          [88, 85, 84, 75, 64, 40, 22])
    equal([by_id[f'person-{number}-xq']['minutes'] for number in range(7)],
          [round(hours * 60) for hours in HOURS])
    equal(sum(person['minutes'] for person in behind), 19110)
    equal([(person['personal_care'], person['home_support']) for person in
           (by_id[f'person-{number}-xq'] for number in range(7))],
          [(True, True), (True, True), (True, False)] + [(False, True)] * 4)
    contains(vault.run('return', *FIRST, '--people'), 'Wilhelmina Featherstonehaugh')


def test_nobody_is_named(vault):
    records = s08()
    vault.new().load(records)
    outputs = {'json': vault.run('return', *FIRST, '--json'), 'shown': vault.run('return', *FIRST)}
    vault.run('return', *FIRST, '--csv', 'r.csv', '--pdf', 'r.pdf', '--text', 'r.txt')
    outputs['csv'] = vault.path('r.csv').read_text(encoding='utf-8')
    outputs['text'] = vault.path('r.txt').read_text(encoding='utf-8')
    outputs['pdf'] = pdf_text(vault.path('r.pdf'))
    outputs['pdf info'] = subprocess.run(['pdfinfo', str(vault.path('r.pdf'))],
                                         capture_output=True, check=True).stdout.decode()
    secrets = []
    for record in records['clients']:
        year, month, day = record['date_of_birth'].split('-')
        secrets += [record['id'], record['reference'], record['given_name'], record['family_name'],
                    record['postcode'], 'Gamlingay', record['date_of_birth'],
                    f'{day}/{month}/{year}', f' {year}']
    for name, output in outputs.items():
        for secret in secrets:
            assert secret not in output, f'{secret!r} is in the {name}'
    for name in ('text', 'pdf', 'shown'):
        contains(outputs[name], 'Quarterly return', '24.5', 'Christine Marlow', '85 and over')
    contains(outputs['pdf'], 'Cambridgeshire Care', '1 April – 30 June 2026', '5 July 2026',
             '318.5 hours, divided by 91 days', 'last day of its last month')
    rows = dict(csv.reader(io.StringIO(outputs['csv'])))
    equal(rows['average_hours_per_week'], '24.5')
    equal(rows['due_on'], '2026-07-05')
    equal((rows['quarter'], rows['quarter_title']), ('2026-Q1', 'Quarter 1, April to June 2026'))
    equal([rows['age_' + band] for band in BANDS], ['1', '0', '1', '0', '1', '0', '2', '2'])


def test_quarters_and_their_last_days(vault):
    """In each quarter one hour on its first day and one on its last."""
    days = ['2026-04-01', '2026-06-30', '2026-07-01', '2026-09-30', '2026-10-01', '2026-12-30',
            '2026-12-31', '2027-01-01', '2027-03-30', '2027-03-31', '2027-04-01']
    records = s08(visits=[visit for day in days for visit in visits(0, day, 1)])
    vault.new().load(records, '--on', '2027-04-01')

    def quarter(name):
        answer = vault.json('return', '--scheme', 'cambridgeshire', '--quarter', name)
        return (answer['from'], answer['to'], answer['due_on'], answer['days'],
                answer['delivered_minutes'], answer['average_hours_per_week'],
                answer['quarter_ends'])

    # 2 h / 13 weeks; 2 h / (92 / 7); 3 h / (92 / 7); 3 h / (90 / 7).
    equal(quarter('2026-Q1'),
          ('2026-04-01', '2026-06-30', '2026-07-05', 91, 120, 0.15, 'calendar'))
    equal(quarter('2026-Q2'),
          ('2026-07-01', '2026-09-30', '2026-10-05', 92, 120, 0.15, 'calendar'))
    equal(quarter('2026-Q3'),
          ('2026-10-01', '2026-12-31', '2027-01-05', 92, 180, 0.23, 'calendar'))
    equal(quarter('2026-Q4'),
          ('2027-01-01', '2027-03-31', '2027-04-05', 90, 180, 0.23, 'calendar'))
    equal(vault.json('return', '--scheme', 'cambridgeshire', '--quarter', '2027-Q4')['days'], 91)


def test_literal_quarters(vault):
    days = ['2026-12-30', '2026-12-31', '2027-03-30', '2027-03-31']
    records = s08(visits=[visit for day in days for visit in visits(0, day, 1)])
    records['provider']['quarter_ends'] = 'literal'
    vault.new().load(records, '--on', '2027-03-31')
    found = {}
    for name in ('2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4', '2027-Q1'):
        answer = vault.json('return', '--scheme', 'cambridgeshire', '--quarter', name)
        equal(answer['quarter_ends'], 'literal')
        found[name] = (answer['to'], answer['days'], answer['delivered_minutes'])
    equal(found, {'2026-Q1': ('2026-06-30', 91, 0), '2026-Q2': ('2026-09-30', 92, 0),
                  '2026-Q3': ('2026-12-30', 91, 60), '2026-Q4': ('2027-03-30', 89, 60),
                  '2027-Q1': ('2027-06-30', 91, 0)})
    vault.run('return', '--scheme', 'cambridgeshire', '--quarter', '2026-Q3', '--pdf', 'r.pdf')
    contains(pdf_text(vault.path('r.pdf')), '1 October – 30 December 2026', 'the memorandum names')


def test_what_counts(vault):
    """Only visits done, by the times they had; a night over the clock change is what it was."""
    def one(identity, start, end, number=0, status='done', **fields):
        return {'id': identity, 'client': f'person-{number}-xq', 'planned_start': start,
                'planned_end': end, 'status': status, **fields}
    vault.new().load(s08(visits=[
        one('missed', '2026-06-01T08:00', '2026-06-01T09:00', 1, 'missed'),
        one('cancelled', '2026-06-02T08:00', '2026-06-02T09:00', 1, 'cancelled'),
        one('planned', '2026-06-03T08:00', '2026-06-03T09:00', 1, 'planned'),
        # Longer than planned: 75 minutes; with no finish as planned: 30.
        one('longer', '2026-06-04T08:00', '2026-06-04T09:00', actual_start='2026-06-04T08:05',
            actual_end='2026-06-04T09:20'),
        one('no-end', '2026-06-05T08:00', '2026-06-05T08:30', actual_start='2026-06-05T08:20'),
        # Begun before midnight on the last day: all of it, 480 minutes; and the other way.
        one('over', '2026-06-30T22:00', '2026-07-01T06:00'),
        one('late', '2026-06-30T23:50', '2026-07-01T00:20', actual_start='2026-07-01T00:05',
            actual_end='2026-07-01T00:35'),
        # 22:00 to 07:00 when the clocks go back: 600 minutes.
        one('back', '2026-10-24T22:00', '2026-10-25T07:00'),
    ]))
    equal(vault.json('return', *FIRST)['delivered_minutes'], 75 + 30 + 480)
    equal(vault.json('return', *FIRST)['people'], 1)
    equal([vault.json('return', '--quarter', name)['delivered_minutes']
           for name in ('2026-Q2', '2026-Q3')], [30, 600])


def test_personal_care_and_home_support(vault):
    """By visit, by agreement, by plan; a night is neither; no kind is home support."""
    def agreement(identity, number, service, starts, **fields):
        return {'id': identity, 'client': f'person-{number}-xq', 'service': service,
                'starts_on': starts, **fields}
    done = [visit for number in range(6)
            for visit in visits(number, '2026-05-01', 1, ['night'])]
    plain = {key: value for key, value in visits(6, '2026-05-01', 1)[0].items()
             if key != 'service'}
    vault.new().load(s08(visits=done + [plain], agreements=[
        agreement('ends', 0, 'care', '2025-01-01', ends_on='2026-04-01'),
        agreement('ended', 1, 'care', '2025-01-01', ends_on='2026-03-31'),
        agreement('starts', 2, 'home', '2026-06-30'),
        agreement('later', 3, 'home', '2026-07-01'),
        # Somebody with two contracts, one of them in its second version.
        agreement('other', 0, 'home', '2025-06-01', version=2),
        # The second version took the place of the first, and ended before the quarter.
        agreement('first', 4, 'care', '2025-01-01'),
        agreement('second', 4, 'care', '2025-06-01', version=2, ends_on='2026-03-31'),
        agreement('besides', 4, 'home', '2026-04-01'),
    ], care_plans=[
        {'id': 'plan', 'client': 'person-5-xq', 'status': 'agreed', 'agreed_on': '2026-06-30',
         'agreed_by': 'Herself', 'tasks': [{'id': 'wash', 'title': 'Wash', 'personal_care': True}]},
        {'id': 'draft', 'client': 'person-1-xq', 'status': 'draft',
         'tasks': [{'id': 'bath', 'title': 'Bath', 'personal_care': True}]},
    ]))
    found = {person['client'][7]: (person['personal_care'], person['home_support'])
             for person in vault.json('return', *FIRST, '--people')['people_behind']}
    equal(found, {'0': (True, True), '1': (False, False), '2': (False, True),
                  '3': (False, False), '4': (False, True), '5': (True, False),
                  '6': (False, True)})


def test_a_visit_of_no_kind_is_what_was_agreed(vault):
    plain = [{key: value for key, value in visit.items() if key != 'service'}
             for number in (0, 1) for visit in visits(number, '2026-05-01', 1)]
    vault.new().load(s08(visits=plain, agreements=[
        {'id': 'a', 'client': 'person-0-xq', 'service': 'care', 'starts_on': '2026-01-01'}]))
    answer = vault.json('return', *FIRST)
    equal((answer['people'], answer['personal_care'], answer['home_support']), (2, 1, 1))


def test_ages(vault):
    """By the calendar on the last day; who is a child or of no known age has a key then alone."""
    born = ['2008-06-30', '2008-07-01', None, '2001-06-30', '2001-07-01', '1941-06-30',
            '2008-02-29']
    people = [client(number) for number in range(7)]
    for person, date in zip(people, born):
        person['date_of_birth'] = date
        if date is None:
            del person['date_of_birth']
    vault.new().load(s08(clients=people, visits=[visit for number in range(7)
                                                 for visit in visits(number, '2026-05-01', 1)]))
    equal(vault.json('return', *FIRST)['age_bands'],
          {'under_18': 1, '18-24': 3, '25-34': 1, '35-44': 0, '45-54': 0, '55-64': 0, '65-74': 0,
           '75-84': 0, '85+': 1, 'unknown': 1})


def test_the_team_can_work_more(vault):
    team = [{'id': 'me', 'name': 'Christine Marlow', 'fte': '1', 'weekly_minutes': 2250},
            {'id': 'jo', 'name': 'Jo Ames', 'fte': '0.5', 'weekly_minutes': 1125,
             'starts_on': '2026-06-30'},
            {'id': 'al', 'name': 'Al Wray', 'weekly_minutes': 600, 'ends_on': '2026-06-29'}]
    vault.new().load(s08(team=team))
    # 37.5 + 18.75; who has left by the last day, or is not there yet, does not count.
    equal(vault.json('return', *FIRST)['capacity_hours_per_week'], 56.25)
    equal(vault.json('return', '--quarter', '2025-Q4')['capacity_hours_per_week'], 47.5)
    # Where the carer is not on the list their own 40 hours count beside it.
    vault.another('helper').load(s08(team=team[1:2]))
    equal(vault.json('return', *FIRST)['capacity_hours_per_week'], 58.75)


def test_whose_return(vault):
    """Who is under another scheme is not counted; who is under none in particular is."""
    people = [client(0), client(1, schemes=['staffordshire']),
              client(2, schemes=['staffordshire', 'cambridgeshire'])]
    vault.new().load(s08(clients=people, visits=[
        visit for number in range(3) for visit in visits(number, '2026-05-01', 1)]))
    answer = vault.json('return', *FIRST, '--people')
    equal((answer['people'], answer['delivered_minutes']), (2, 120))
    equal([person['client'] for person in answer['people_under_other_schemes']], ['person-1-xq'])
    contains(vault.run('return', *FIRST), '1 person under another scheme is not counted.')
    other = vault.json('return', '--scheme', 'staffordshire', '--quarter', '2026-Q1')
    # Who is under none lives in Cambridgeshire.
    equal((other['people'], other['left_out'], other['due_on']), (2, 1, None))
    everybody = vault.json('return', '--quarter', '2026-Q1')
    equal((everybody['scheme'], everybody['people'], everybody['due_on']), (None, 3, None))
    contains(vault.run('return', '--quarter', '2026-Q1'), 'Impact summary')


def test_who_lives_elsewhere_is_left_out(vault):
    """By the postcode, unless there is none or the scheme is named; the summary of all has them."""
    people = [client(0, postcode='PE29 3TN'), client(1, postcode='ST16 2LH'), client(2),
              client(3, postcode='ST16 2LH', schemes=['cambridgeshire'])]
    del people[2]['postcode']
    vault.new().load(s08(clients=people, visits=[
        visit for number in range(4) for visit in visits(number, '2026-05-01', 1)]))
    answer = vault.json('return', *FIRST, '--people')
    equal((answer['people'], answer['left_out'], answer['delivered_minutes']), (3, 1, 180))
    equal([person['client'] for person in answer['people_left_out']], ['person-1-xq'])
    contains(vault.run('return', *FIRST), '1 person who lives elsewhere is not counted.')
    equal(vault.json('return', '--quarter', '2026-Q1')['people'], 4)


def test_nobody_of_the_scheme(vault):
    """The paper and the answer say why nobody is counted, and where that is decided."""
    why = ('Nobody is counted', 'helped under this scheme', '“Under which schemes”', 'postcode')
    people = [client(0, schemes=['staffordshire']), client(1, postcode='ST16 2LH')]
    vault.new().load(s08(clients=people, visits=[
        visit for number in range(2) for visit in visits(number, '2026-05-01', 1)]))
    equal(vault.json('return', *FIRST)['people'], 0)
    contains(vault.run('return', *FIRST), *why)
    vault.run('return', *FIRST, '--pdf', 'r.pdf', '--text', 'r.txt')
    contains(vault.path('r.txt').read_text(encoding='utf-8'), *why)
    contains(' '.join(pdf_text(vault.path('r.pdf')).split()), *why)
    # One person is enough, and a summary for no council has no scheme to be under.
    for answer in (vault.run('return', '--scheme', 'staffordshire', '--quarter', '2026-Q1'),
                   vault.run('return', '--quarter', '2025-Q1')):
        assert 'Nobody is counted' not in answer, answer


def test_nothing_to_count(vault):
    vault.new().load({'provider': {'own_name': 'Christine Marlow'}})
    answer = vault.json('return', *FIRST)
    equal((answer['people'], answer['average_hours_per_week'], answer['capacity_hours_per_week']),
          (0, 0, None))
    equal(list(answer['age_bands']), BANDS)
    # The last quarter that is over, where none is named.
    equal([vault.json('return', '--on', day)['quarter']
           for day in ('2026-06-30', '2026-07-01', '2027-01-05')],
          ['2025-Q4', '2026-Q1', '2026-Q3'])


def test_what_was_sent_stays(vault):
    vault.new().load(s08())
    equal(vault.json('return', *FIRST)['sent_on'], None)
    vault.run('return', *FIRST, '--sent', '2026-07-03', '--how', 'By email')
    # A visit written down afterwards changes the figures and not what was sent.
    vault.load({'visits': visits(0, '2026-06-29', 1)})
    answer = vault.json('return', *FIRST)
    equal((answer['sent_on'], answer['delivered_minutes']), ('2026-07-03', 19170))
    kept = json.loads(vault.export())['returns']
    equal([(record['quarter'], record['sent_on'], record['sent_how']) for record in kept],
          [('2026-Q1', '2026-07-03', 'By email')])
    figures = json.loads(kept[0]['figures'])
    equal((figures['delivered_minutes'], figures['average_hours_per_week']), (19110, 24.5))
    contains(vault.run('return', *FIRST), 'Sent on 3 July 2026.')


def test_wrong_use(vault):
    vault.new()
    for quarter in ('2026', '2026-Q5', 'Q1', '2026-06'):
        contains(vault.fail(2, 'return', '--quarter', quarter), '2026-Q1', quarter)
    vault.fail(2, 'return', '--quarter', '2026-Q1', '--sent', '2026-07-01')
    vault.fail(2, 'return', *FIRST, '--how', 'By email')
    contains(vault.fail(1, 'return', '--scheme', 'rutland'), 'no scheme called “rutland”')
    vault.fail(2, 'return', *FIRST, '--sent', 'soon')
    vault.run('return', *FIRST, '--sent', '2026-07-05', '--on', '2026-07-05')
    contains(vault.fail(2, 'return', *FIRST, '--sent', '2026-07-06', '--on', '2026-07-05'),
             'still to come')
    # No return is sent before its quarter is over.
    contains(vault.fail(3, 'return', *FIRST, '--sent', '2026-06-29', '--on', '2026-07-05'),
             'was not over yet')
    vault.run('return', *FIRST, '--sent', '2026-06-30', '--on', '2026-07-05')
    equal(list(vault.faults({'returns': [{'id': 'early', 'scheme': 'cambridgeshire',
                                          'quarter': '2026-Q1', 'sent_on': '2026-06-29'}]})),
          ['returns[0].sent_on'])
    equal(list(vault.faults({'returns': [{'id': 'ahead', 'scheme': 'cambridgeshire',
                                          'quarter': '2026-Q1', 'sent_on': '2130-01-01'}]})),
          ['returns[0].sent_on'])


if __name__ == '__main__':
    main(globals())

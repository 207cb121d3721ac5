#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the sample year agrees with itself, as somebody who inspects a file would read it."""

import datetime
import json
import re

import sample
from sample import DEMO, WEEKDAYS, of

PARTS = (('night', 5), ('morning', 11), ('midday', 14), ('afternoon', 17), ('evening', 24))
CHEERFUL = re.compile(r'\b(singing|sang|laugh(ed|ing)?|cheerful|delighted|in good form|pleased)\b',
                      re.I)
LOW = re.compile(r'\b(slept badly|tearful|cried|upset|giddy|shaken|coughing|fireworks until)\b',
                 re.I)
# What a note says was left out, and the task it was.
LEFT_OUT = {'No exercises': 'Exercises', 'No walk': 'A short walk', 'Shower left out': 'Shower',
            'Catrin will take her': 'A short walk'}
# Longer than this is no turn of phrase that comes again by itself.
OFTEN = 9


def minutes(text):
    return datetime.datetime.fromisoformat(text)


def check_incidents(year):
    """In its visit, written and told after it happened, and not while with somebody else."""
    for incident in year.records['incidents']:
        name, client, at = incident['id'], incident.get('client'), incident['happened_at']
        visit = year.visits.get(incident.get('visit'))
        if visit is not None and visit['status'] == 'done' \
                and not visit['actual_start'] <= at <= visit['actual_end']:
            yield f'{name}: happened at {at}, outside {visit["id"]}'
        if incident['written_at'] < at:
            yield f'{name}: written before it happened'
        moments = [('written', incident['written_at'])]
        moments += [('told', report['told_at']) for report in incident.get('told', ())]
        for what, moment in moments:
            if moment < at:
                yield f'{name}: {what} at {moment}, before it happened'
            if year.elsewhere(moment, client) is not None:
                yield f'{name}: {what} at {moment}, during {year.elsewhere(moment, client)}'
        for clock in re.findall(r'\b\d\d:\d\d\b', incident['facts'] + incident.get('action', '')):
            if incident['written_at'][:10] == at[:10] and clock > incident['written_at'][11:]:
                yield f'{name}: tells of {clock}, and was written at {incident["written_at"]}'
        for what, moment in moments[1:]:
            if moment[:10] == at[:10] and moment > incident['written_at']:
                yield f'{name}: {what} at {moment}, and written down before'
        if 'closed_on' in incident:
            followed = incident.get('followed_up_on', '' if 'follow_up' not in incident else '9999')
            if 'outcome' not in incident or followed > incident['closed_on']:
                yield f'{name}: closed, and not said what came of it'


def check_visits(year):
    """She is in one place at a time: with two people only where they share the visit."""
    for day in year.by_day.values():
        day.sort(key=lambda visit: visit['actual_start'])
        for before, after in zip(day, day[1:]):
            shared = before['billing'] == after['billing'] == 'shared'
            if not shared and after['actual_start'] < before['actual_end']:
                yield f'{after["id"]}: began before {before["id"]} was over'


def check_times(year):
    """Written up after it, not while with somebody else, and of nothing still to come."""
    for visit in year.done:
        at = visit.get('recorded_at', '')
        if at < visit['actual_end']:
            yield f'{visit["id"]}: written up before it was over'
        if year.elsewhere(at, visit['client']) is not None:
            yield f'{visit["id"]}: written up during {year.elsewhere(at, visit["client"])}'
        for clock in re.findall(r'\b\d\d:\d\d\b', visit.get('note', '') +
                                visit.get('concern', '')):
            if clock > at[11:]:
                yield f'{visit["id"]}: tells of {clock}, and was written at {at}'
        for later in visit.get('addenda', ()):
            if later['written_at'] <= at:
                yield f'{visit["id"]}: added to before it was written'


def check_consents(year):
    """Agreed to care before it began, and to help with medicines before the first of them."""
    for client in sorted(year.seen):
        given = [consent for consent in year.of('consents', client)
                 if consent.get('answer', 'given') == 'given']
        first = year.clients[client]['started_on']
        if not any(one['kind'] == 'care' and one['given_on'] <= first for one in given):
            yield f'{client}: no consent to care by {first}'
        for medication in year.of('medications', client):
            begun = medication['starts_on']
            if not any(one['kind'] == 'medicines' and one['given_on'] <= begun for one in given):
                yield f'{medication["id"]}: no consent to help with medicines by {begun}'
            if not any(one.get('signed_on', '9999') <= begun <= one.get('ends_on', '9999')
                       for one in year.of('medicine_requests', client)):
                yield f'{medication["id"]}: no signed request in force on {begun}'
            for kind in ('training', 'public_liability'):
                if not any(one['kind'] == kind and 'medicines' in one.get('covers', ())
                           and one['issued_on'] <= begun <= one['expires_on']
                           for one in year.records['credentials']):
                    yield f'{medication["id"]}: no {kind} for medicines on {begun}'


def check_tasks(year):
    """At each visit the tasks that the plan in force then has for it, and no others."""
    for visit in year.done:
        day, hour = visit['planned_start'][:10], int(visit['planned_start'][11:13])
        plan = year.plan(visit['client'], day)
        part = next(name for name, until in PARTS if hour < until)
        weekday = WEEKDAYS[datetime.date.fromisoformat(day).weekday()]
        wanted = {task['id'] for task in (plan or {'tasks': ()})['tasks']
                  if task.get('part_of_day', 'any') in ('any', part)
                  and weekday in (task.get('weekdays') or WEEKDAYS)
                  and task.get('service', visit['service']) == visit['service']
                  and not task.get('when_needed')}
        written = {task.get('plan_task') for task in visit.get('tasks', ())}
        for words, title in LEFT_OUT.items():
            if words in visit['note'] and any(task['title'] == title and task['done']
                                              for task in visit['tasks']):
                yield f'{visit["id"]}: “{words}”, and it is ticked'
        if wanted != written:
            yield f'{visit["id"]}: tasks {sorted(map(str, written))}, not {sorted(wanted)}'


def check_reviews(year):
    """Nothing in force is past its review, and nothing was replaced long after it."""
    today = '2026-11-24'
    for array in ('care_plans', 'about_me'):
        for record in year.of(array, 'rose') + year.of(array, 'sian'):
            until = record.get('superseded_on') or next(
                (other['written_on'] for other in year.of('about_me', record['client'])
                 if array == 'about_me' and other['written_on'] > record['written_on']), today)
            if record.get('review_on', record.get('check_on', '9999')) < until:
                yield f'{record["id"]}: its review was due before {until}'


def check_words(year):
    """Every visit says something; what is special is said once, and fits the mood."""
    often = {}
    blocks = json.loads((DEMO / 'diary.json').read_text('utf-8'))['sample']
    once = {entry[1]: entry[0] for parts in blocks.values() for block in parts
            for entry in block.get('once', ())}
    for visit in year.done:
        note, mood = visit.get('note', ''), visit.get('mood')
        if not note or mood is None:
            yield f'{visit["id"]}: nothing but times'
        often.setdefault((visit['client'], note), []).append(visit['id'])
        if CHEERFUL.search(note) and mood in ('low', 'unwell', 'anxious'):
            yield f'{visit["id"]}: {mood}, and “{note}”'
        if LOW.search(note) and mood == 'bright':
            yield f'{visit["id"]}: {mood}, and “{note}”'
        if once.get(note, mood) != mood:
            yield f'{visit["id"]}: {mood}, where “{note}” is {once[note]}'
    for (_, note), visits in often.items():
        if len(visits) > (1 if note in once else OFTEN) and ' ' in note:
            yield f'{len(visits)} times “{note}”: {", ".join(visits[:3])}…'


def check_plan_kept(year):
    """What the plan asks to be written down of Rose is written, from its first day on."""
    begun = max(plan['agreed_on'] for plan in year.of('care_plans', 'rose'))
    for visit in year.done:
        if visit['client'] != 'rose' or visit['planned_start'] < begun:
            continue
        wanted = ('intake', 'skin') if visit['pattern'] == 'rose-am' else ('intake', 'observations')
        for field in wanted:
            if field not in visit and 'note' in visit:
                yield f'{visit["id"]}: no {field}'
    for visit in year.done:
        if 'money_given_pence' in visit and visit['money_given_pence'] != \
                visit['money_spent_pence'] + visit['money_returned_pence']:
            yield f'{visit["id"]}: the money does not add up'


def check_doses(year):
    """Signed while she was there, in the life of the line, and counted downwards."""
    lines = {line['id']: line for line in year.records['medications']}
    corrected = {entry.get('supersedes') for entry in year.records['mar_entries']}
    sites = {}
    for entry in sorted(year.records['mar_entries'], key=lambda entry: entry['written_at']):
        line, at = lines[entry['medication']], entry.get('given_at')
        day = entry.get('due_at', at)[:10]
        if not line['starts_on'] <= day <= line.get('ends_on', '9999'):
            yield f'{entry["id"]}: {day} is not in the life of the line'
        if entry.get('reason') == 'H' and year.there(entry['due_at'], line['client']):
            yield f'{entry["id"]}: in hospital, and visited at home'
        if entry['outcome'] != 'taken' and 'quantity' in entry and entry['reason'] != 'D':
            yield f'{entry["id"]}: {entry["outcome"]}, and so much of it taken'
        if at is not None and entry['written_at'] < at:
            yield f'{entry["id"]}: written before it was given'
        unwritten = day in ('2026-11-20', '2026-11-24')  # visits that are still to be written up
        if entry['by'] == 'me' and at is not None and not unwritten \
                and not year.there(at, line['client']):
            yield f'{entry["id"]}: given at {at}, when she was not there'
        if 'purpose' in entry and entry['by'] == 'me' and at[11:] not in year.note_at(
                at, line['client']):
            yield f'{entry["id"]}: the visit says nothing of it'
        for clock in re.findall(r'\b\d\d:\d\d\b', entry.get('note', '')):
            if clock > entry['written_at'][11:]:
                yield f'{entry["id"]}: tells of {clock}, and was written before'
        for note in entry.get('notes', ()):
            effect = note.get('kind', 'effect') == 'effect'
            if effect and not year.there(note['written_at'], line['client']):
                yield f'{entry["id"]}: its effect was seen when she was not there'
            if note['written_at'] < entry['written_at']:
                yield f'{entry["id"]}: added to before it was written'
        if 'purpose' in entry and 'notes' not in entry:
            yield f'{entry["id"]}: nobody asked what it did'
        if entry.get('reason') == 'H' and not year.there(entry['written_at'], line['client']):
            yield f'{entry["id"]}: written at the house while nobody was there'
        if 'site' in entry and entry['id'] not in corrected:
            last = sites.get((line['id'], entry['site']))
            today = datetime.date.fromisoformat(day)
            if last is not None and (today - last).days < line['reuse_days']:
                yield f'{entry["id"]}: the same place after {(today - last).days} days'
            sites[line['id'], entry['site']] = today


def check_allergies(year):
    """Nothing is on a chart that its person is allergic to: of those that the sample has."""
    for line in year.records['medications']:
        allergies = year.clients[line['client']].get('allergies', '').lower()
        if 'penicillin' in allergies and line['ingredient'].endswith('cillin'):
            yield f'{line["id"]}: {allergies}'


def check_phones(year):
    """Numbers that nobody has."""
    for number in re.findall(r'"phone":"([^"]*)"',
                             json.dumps(year.records, separators=(',', ':'))):
        if not number.startswith('01632 960'):
            yield f'{number} is not one of Ofcom’s for drama'


SPOILT = (
    (check_incidents, lambda r: of(r, 'incidents', 'n-2026-07-08')['told'][1].update(
        told_at='2026-07-08T10:20')),
    (check_incidents, lambda r: of(r, 'incidents', 'n-2026-07-08').update(
        happened_at='2026-07-08T09:10')),
    (check_incidents, lambda r: of(r, 'incidents', 'n-2026-07-08').update(
        action='Rang 101 at 12:40.')),
    (check_visits, lambda r: of(r, 'visits', 'rose-am-2026-07-08').update(
        actual_end='2026-07-08T09:30')),
    (check_incidents, lambda r: of(r, 'incidents', 'n-2026-07-08').pop('outcome')),
    (check_times, lambda r: of(r, 'visits', 'rose-am-2026-10-06').update(
        recorded_at='2026-10-06T08:40')),
    (check_times, lambda r: of(r, 'visits', 'rose-am-2026-11-23').update(
        recorded_at='2026-11-23T09:10')),
    (check_consents, lambda r: of(r, 'consents', 'c-rose-care-1').update(given_on='2026-09-07')),
    (check_consents, lambda r: of(r, 'medicine_requests', 'q-rose-0').pop('signed_on')),
    (check_consents, lambda r: of(r, 'credentials', 'cr-medicines').update(
        issued_on='2026-08-01')),
    (check_tasks, lambda r: of(r, 'visits', 'rose-am-2026-11-23')['tasks'][0].update(
        title='Shower') or of(r, 'visits', 'rose-am-2026-11-23').update(note='Shower left out.')),
    (check_tasks, lambda r: of(r, 'visits', 'rose-am-2026-11-23')['tasks'].pop()),
    (check_reviews, lambda r: of(r, 'care_plans', 'cp-rose-1').update(review_on='2026-02-26')),
    (check_words, lambda r: of(r, 'visits', 'rose-pm-2026-11-20').update(
        note='Carol singers at half past five. We opened the window and they did her three.')),
    (check_words, lambda r: of(r, 'visits', 'rose-am-2026-11-21').update(
        note='Singing when I came in.', mood='low')),
    (check_words, lambda r: of(r, 'visits', 'rose-am-2026-11-21').pop('note')),
    (check_plan_kept, lambda r: of(r, 'visits', 'rose-am-2026-11-21').pop('skin')),
    (check_plan_kept, lambda r: of(r, 'visits', 'mabel-2026-11-23').update(
        money_returned_pence=600)),
    (check_doses, lambda r: of(r, 'mar_entries', 'rose-folic-2026-11-21-0800').update(
        given_at='2026-11-21T09:30')),
    (check_doses, lambda r: of(r, 'mar_entries', 'rose-buprenorphine-2026-11-23-0800').update(
        site='Right upper chest')),
    (check_doses, lambda r: of(r, 'mar_entries', 'rose-urea-2026-09-14-0800').update(
        quantity='1')),
    (check_doses, lambda r: of(r, 'mar_entries', 'rose-bisoprolol-1-2026-10-06-0800').update(
        note='Giddy again. Dr Amin rung at 09:55.')),
    (check_doses, lambda r: of(r, 'mar_entries', 'rose-bisoprolol-1-2026-10-06-0800')['notes'][
        0].update(written_at='2026-10-06T08:10')),
    (check_doses, lambda r: of(r, 'mar_entries', 'rose-paracetamol-2026-08-30').pop('notes')),
    (check_doses, lambda r: of(r, 'mar_entries', 'sian-ramipril-2026-10-14-0900').update(
        written_at='2026-10-14T09:05')),
    (check_incidents, lambda r: of(r, 'incidents', 'n-2026-09-16').update(
        written_at='2026-09-16T12:50')),
    (check_allergies, lambda r: of(r, 'medications', 'rose-folic').update(
        ingredient='amoxicillin')),
    (check_phones, lambda r: of(r, 'clients', 'rose').update(phone='020 7946 0000')),
)


sample.finish(SPOILT)

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the sample's charts and papers agree, as a pharmacist who reads them all would."""

import datetime
import json
import re

import sample
from sample import TODAY, WEEKDAYS, of


def check_late(year):
    """What was signed after the visit was written up says so, and why the visit could be."""
    lines = {line['id']: line for line in year.records['medications']}
    for entry in year.records['mar_entries']:
        if entry['by'] != 'me' or 'given_at' not in entry:
            continue
        visit = next((visit for visit in year.by_day.get(entry['given_at'][:10], ())
                      if visit['client'] == lines[entry['medication']]['client']
                      and visit['actual_start'] <= entry['given_at'] <= visit['actual_end']), None)
        if visit is not None and entry['written_at'] > visit['recorded_at']:
            note = entry.get('note', '')
            if not note.startswith('Late entry: ') or 'laptop' in note:
                yield f'{entry["id"]}: written at {entry["written_at"]}, after its visit: “{note}”'


def check_own_doses(year):
    """Whoever sees to a dose alone is asked when she is there; what was ticked has no clock."""
    written = {(entry['medication'], entry.get('due_at')) for entry in
               year.records['mar_entries']}
    for entry in year.records['mar_entries']:
        if entry.get('reason') == 'T' and 'given_at' in entry:
            yield f'{entry["id"]}: nobody saw at what time'
    for line in year.records['medications']:
        for visit in year.done:
            day = visit['actual_start'][:10]
            if visit['client'] != line['client'] or line.get('as_needed') \
                    or not line['starts_on'] <= day <= line.get('ends_on', '9999'):
                continue
            weekday = WEEKDAYS[datetime.date.fromisoformat(day).weekday()]
            for time in line.get('times', ()):
                due = f'{day}T{time["at"]}'
                if time['by'] == 'person' and weekday in (time.get('weekdays') or WEEKDAYS) \
                        and visit['planned_start'] <= due < visit['planned_end'] \
                        and (line['id'], due) not in written:
                    yield f'{line["id"]}: nothing written at {due}, when she was there'


def check_hospital(year):
    """The first dose at home says who looked at the medicines after the hospital."""
    for line in year.records['medications']:
        entries = sorted((entry for entry in year.records['mar_entries']
                          if entry['medication'] == line['id'] and entry['by'] == 'me'),
                         key=lambda entry: entry.get('due_at', entry.get('given_at')))
        for before, after in zip(entries, entries[1:]):
            if before.get('reason') == 'H' and after.get('reason') != 'H' \
                    and 'letter' not in after.get('note', ''):
                yield f'{after["id"]}: after hospital, and nobody looked whether it is still right'


def check_returns(year):
    """What went back was not destroyed, and how many is with the stock; patches are looked at."""
    stock = year.records['stock']
    for entry in year.records['mar_entries']:
        if entry.get('reason') == 'D' and re.search('van|return|sen[dt] back', entry['note']):
            yield f'{entry["id"]}: destroyed, and sent back'
    for line in year.records['medications']:
        told = re.search(r'(\d+) tablets, went back', line.get('end_reason', ''))
        if told and not any(move['medication'] == line['id'] and move['kind'] == 'returned'
                            and move['quantity'] == told[1] for move in stock):
            yield f'{line["id"]}: {told[1]} went back, and the stock does not say so'
        if line.get('applied') == 'patch':
            yield from check_patches(year, line)


def check_patches(year, line):
    entries = sorted((entry for entry in year.records['mar_entries']
                      if entry['medication'] == line['id']), key=lambda entry: entry['given_at'])
    changed = {entry['given_at'][:10] for entry in entries}
    seen = {note['written_at'][:10] for entry in entries for note in entry['notes']
            if 'patch' in note}
    begun = entries[0]['given_at']
    days = {visit['actual_start'][:10] for visit in year.done
            if visit['client'] == line['client'] and visit['actual_start'] >= begun}
    for day in sorted(days - changed - seen):
        yield f'{line["id"]}: nobody looked at it on {day}'
    for entry in entries[1:]:
        if entry.get('old_patch') not in ('pharmacy', 'waste'):
            yield f'{entry["id"]}: what became of the old one?'


def check_requests(year):
    """Done as it was asked for: by the clock, and by a task of the plan."""
    for line in year.records['medications']:
        request = next((one for one in reversed(year.of('medicine_requests', line['client']))
                        if 'ends_on' not in one), {'action': ''})
        late = [entry['id'] for entry in year.records['mar_entries']
                if entry['medication'] == line['id'] and entry['by'] == 'me'
                and entry.get('given_at', '') > entry.get('due_at', '9999')]
        if 'not later' in request['action'] and late:
            yield f'{late[0]}: given later, and “not later” is what was asked for'
        plan = year.plan(line['client'], TODAY)
        if any(time['by'] == 'me' for time in line.get('times', ())) and 'ends_on' not in line \
                and not any('medicines' in task.get('involves', ()) for task in plan['tasks']):
            yield f'{line["id"]}: no task of {plan["id"]} is about it'
    for plan in year.records['care_plans']:
        for task in plan['tasks']:
            if task.get('personal_care') and re.search('tablet|patch|kettle|[Ss]ettle',
                                                       task['title']):
                yield f'{task["id"]}: “{task["title"]}” is no personal care'


def check_told(year):
    """Nobody is told without consent, and everybody who may have to be has a number."""
    shared = {client: ' '.join(consent['sharing_with'] for consent in
                               year.of('consents', client) if consent['kind'] == 'sharing')
              for client in year.clients}
    for request in year.records['medicine_requests']:
        client = year.clients[request['client']]
        if client['gp_practice'] not in shared[client['id']]:
            yield f'{request["id"]}: the surgery was told, and no consent says so'
    for incident in year.records['incidents']:
        client = incident.get('client')
        for report in incident.get('told', ()):
            words = re.findall(r'[A-Z]\w{3,}', report['name'])
            words += {'gp': [year.clients[client].get('gp_practice', '-')],
                      'other': ['Pharmacy']}.get(report['role'], [])
            if report['role'] not in ('council', 'police') \
                    and not any(word in shared[client] for word in words):
                yield f'{report["id"]}: {report["name"]} was told, and no consent says so'
    for client in sorted(year.seen):
        practice = year.clients[client].get('gp_practice')
        if practice and year.clients[client]['status'] == 'active' and not any(
                person.get('organisation') == practice and 'phone' in person
                for person in year.of('people', client)):
            yield f'{client}: no number of {practice}'
    people = {person['id']: person for person in year.records['people']}
    for plan in year.records['contingency_plans']:
        for contact in plan['contacts']:
            person = people.get(contact.get('person'), {'relation': 'gp'})
            if person['relation'] in ('family', 'neighbour', 'emergency') \
                    and person['name'].split()[0] not in shared[plan['client']]:
                yield f'{plan["id"]}: {person["name"]} is rung, and no consent says so'
        if re.search(r'\bAs for\b', json.dumps(plan)):
            yield f'{plan["id"]}: sends the reader to another sheet'


def check_people(year):
    """One name for one person, what may kill them on every paper, and how they came."""
    for client in year.clients.values():
        name = ' '.join(client[key] for key in ('given_name', 'family_name') if key in client)
        names = [name] + [person['name'] for person in year.of('people', client['id'])]
        for array, key in (('care_plans', 'agreed_by'), ('agreements', 'signed_by')):
            for record in year.of(array, client['id']):
                if key in record and not any(record[key].startswith(one) for one in names):
                    yield f'{record["id"]}: {record[key]} is not {name}'
        if client['id'] not in year.seen:
            continue
        about = year.of('about_me', client['id'])[-1:]
        if 'origin' not in client or not about or 'communication_format' not in about[0]:
            yield f'{client["id"]}: how they came, or how they are best told'
        for shown in year.of('equipment_training', client['id']):
            if 'pen' in shown['equipment'].split() and (
                    shown['trainer'] != 'professional' or 'pen' not in client['allergies']):
                yield f'{shown["id"]}: not by a professional, or not on the sheets'
        hazards = ' '.join(risk['hazard'] for risk in year.of('risks', client['id'])
                           if 'closed_on' not in risk)
        if 'Choking' in hazards and 'choke' not in json.dumps(about):
            yield f'{client["id"]}: About me says nothing of choking'
        if any(incident.get('what') == 'fall' for incident in
               year.of('incidents', client['id'])) and 'fall' not in hazards:
            yield f'{client["id"]}: fell, and no risk says so'
    for charge in year.records['charges']:
        if charge['kind'] == 'retainer':
            yield f'{charge["id"]}: no agreement has a retainer'


SPOILT = (
    (check_late, lambda r: of(r, 'mar_entries', 'sian-ramipril-2026-09-29-0900').update(
        note='Late entry: the laptop had stayed at home.')),
    (check_own_doses, lambda r: r['mar_entries'].remove(
        of(r, 'mar_entries', 'sian-ramipril-2026-11-15-0900'))),
    (check_own_doses, lambda r: of(r, 'mar_entries', 'sian-ramipril-2026-08-17-0900').update(
        given_at='2026-08-17T09:00')),
    (check_hospital, lambda r: of(r, 'mar_entries', 'sian-ramipril-2026-10-19-0900').pop('note')),
    (check_returns, lambda r: of(r, 'mar_entries', 'rose-folic-2026-09-22-0800').update(
        reason='D')),
    (check_returns, lambda r: of(r, 'medications', 'george-cocareldopa-1').update(
        end_reason='What was left of these, 11 tablets, went back.')),
    (check_returns, lambda r: of(r, 'mar_entries', 'rose-buprenorphine-2026-09-14-0800')[
        'notes'].pop()),
    (check_returns, lambda r: of(r, 'mar_entries', 'rose-buprenorphine-2026-09-14-0800').pop(
        'old_patch')),
    (check_requests, lambda r: of(r, 'medicine_requests', 'q-rose').update(
        action='“At eight and not later.”')),
    (check_requests, lambda r: [task.pop('involves') for task in of(
        r, 'care_plans', 'cp-sian-2')['tasks'] if 'kettle' in task['title']]),
    (check_requests, lambda r: of(r, 'care_plans', 'cp-rose-2')['tasks'][2].update(
        personal_care=True)),
    (check_told, lambda r: r['consents'].remove(of(r, 'consents', 'c-george-health'))),
    (check_told, lambda r: r['consents'].remove(of(r, 'consents', 'c-mabel-sharing')) or
     of(r, 'incidents', 'n-2026-04-15').update(told=[{'id': 't', 'role': 'family', 'name': 'Ivy',
                                                      'told_at': '2026-04-15T11:10'}])),
    (check_told, lambda r: r['people'].remove(of(r, 'people', 'mabel-gp'))),
    (check_told, lambda r: of(r, 'contingency_plans', 'k-joan').update(no_reply='As for Frank.')),
    (check_told, lambda r: of(r, 'consents', 'c-rose-gp').update(sharing_with='Moorland Surgery')),
    (check_people, lambda r: of(r, 'care_plans', 'cp-frank').update(agreed_by='Frank Booth')),
    (check_people, lambda r: of(r, 'clients', 'rose').pop('origin')),
    (check_people, lambda r: of(r, 'clients', 'priya').update(allergies='Nuts')),
    (check_people, lambda r: r['about_me'].remove(of(r, 'about_me', 'am-george-2'))),
    (check_people, lambda r: r['risks'].remove(of(r, 'risks', 'r-mabel-3'))),
    (check_people, lambda r: r['charges'].append({'id': 'c', 'kind': 'retainer'})),
)

sample.finish(SPOILT)

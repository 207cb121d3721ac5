#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the sample vaults, sample.json and flintshire.json, out of cast.json and care.json.

    meson compile -C build sample          (or: make-sample.py TEND-CLI FOLDER)

cast.json says who there is, when they are visited, how they pay and what went
otherwise than planned; care.json is their care record.  This program writes down
what became of it, day by day, and lets tend-cli issue the invoices, so that their
figures are Tend's own.  The same cast gives the same files; they are committed, and
only ever changed so.
"""

import datetime
import json
import pathlib
import random
import subprocess
import sys
import tempfile

DAY = datetime.timedelta(days=1)
WEEKDAYS = ('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')
# Longer between two visits than this and she goes home first.
LONGEST_WAIT = 100
AWAY = {'holiday': 'I am on holiday', 'sick': 'I was unwell', 'training': 'I am on a course'}


def date(text):
    return datetime.date.fromisoformat(text)


def at(day, minutes):
    """A local time as the interchange file writes it."""
    day += DAY * (minutes // 1440)
    return f'{day}T{minutes % 1440 // 60:02}:{minutes % 60:02}'


def clock(text):
    hours, minutes = text[-5:].split(':')
    return int(hours) * 60 + int(minutes)


def falls_on(pattern, day):
    """Whether it has a visit that day: of RRULE, what the cast uses."""
    rule = dict(part.split('=') for part in pattern['rrule'].split(';'))
    start = date(pattern['starts_on'])
    if not pattern['starts_on'] <= str(day) <= pattern.get('ends_on', '9999'):
        return False
    if rule['FREQ'] == 'DAILY':
        return True
    weeks = (day - DAY * day.weekday() - (start - DAY * start.weekday())).days // 7
    return WEEKDAYS[day.weekday()] in rule['BYDAY'].split(',') \
        and weeks % int(rule['INTERVAL']) == 0


class Decks:
    """Draws from lists so that nothing comes again before all has been."""

    def __init__(self, chance, lists):
        self.chance, self.lists, self.left = chance, lists, {}

    def draw(self, *keys):
        key = next((key for key in keys if key in self.lists), None)
        if key is None:
            return None
        if not self.left.get(key):
            self.left[key] = self.chance.sample(self.lists[key], len(self.lists[key]))
        return self.left[key].pop()


class Year:
    """What became of one cast's plans."""

    def __init__(self, cast):
        self.cast, self.records = cast, cast['records']
        self.chance = random.Random(cast['seed'])
        self.notes = Decks(self.chance, cast.get('notes', {}))
        self.moods = Decks(self.chance, cast.get('moods', {}))
        self.appetites = Decks(self.chance, cast.get('appetites', {}))
        self.outings = cast['travel'].get('outings', {'client': None, 'choices': []})
        self.choices = {choice['to']: choice for choice in self.outings['choices']}
        self.places = Decks(self.chance, {'any': sorted(self.choices)})
        self.outing_notes = Decks(self.chance, {to: choice['notes'] for to, choice
                                                in self.choices.items()})
        self.went_to = {}  # visit: choice
        self.plan_tasks = {(plan['client'], task['title']): task['id']
                           for plan in self.records['care_plans'] if plan['status'] == 'agreed'
                           for task in plan['tasks']}

    def visits(self):
        day, visits = date(self.cast['first']), []
        while day <= date(self.cast['last']):
            visits += [self.visit(pattern, day) for pattern in self.records['patterns']
                       if falls_on(pattern, day)]
            day += DAY
        unrecorded = self.cast.get('unrecorded', ())
        return [visit for visit in visits if visit['id'] not in unrecorded] \
            + self.cast.get('visits', [])

    def visit(self, pattern, day):
        start = clock(pattern['starts_at'])
        visit = {'id': f"{pattern['id']}-{day}", 'client': pattern['client'],
                 'service': pattern['service'], 'pattern': pattern['id'],
                 'pattern_date': str(day), 'planned_start': at(day, start),
                 'planned_end': at(day, start + pattern['minutes']), 'status': 'done'}
        if 'billing' in pattern:
            visit['billing'] = pattern['billing']
        changes = self.cast.get('changes', {}).get(visit['id'], {})
        reason = self.reason_away(visit['client'], str(day))
        if reason is not None:
            visit.update(status='cancelled', cancel_reason=reason)
        elif changes.get('status', 'done') == 'done':
            self.record(visit, pattern, day, start)
        visit.update(changes)
        return visit

    def reason_away(self, client, day):
        for away in self.cast.get('away', ()):
            if away['client'] == client and away['from'] <= day <= away['to']:
                return away['reason']
        for off in self.records.get('time_off', ()):
            if off['starts_on'] <= day <= off['ends_on']:
                return AWAY[off['kind']]
        return None

    def record(self, visit, pattern, day, start):
        keys = pattern['id'], pattern['client']
        if visit['client'] == self.outings['client']:
            self.go_out(visit)
        begun = start + self.chance.choice((0, 0, 0, 1, 2, 4, 6))
        ended = begun + pattern['minutes'] + self.chance.choice((0, 0, 0, 0, 2, 5, -1))
        visit.update(actual_start=at(day, begun), actual_end=at(day, ended))
        if self.chance.random() < 0.55:
            said = {'note': self.notes.draw(*keys), 'mood': self.moods.draw(*keys),
                    'appetite': self.appetites.draw(*keys)}
            visit.update((key, value) for key, value in said.items() if value)
        if 'tasks' in pattern and str(day) >= self.cast.get('tasks_from', '9999'):
            visit['tasks'] = [self.task(visit['client'], title) for title in pattern['tasks']]

    def go_out(self, visit):
        there = self.outings['on'].get(visit['pattern_date']) or self.places.draw('any')
        self.went_to[visit['id']] = self.choices[there]
        visit['note'] = self.outing_notes.draw(there)

    def task(self, client, title):
        task = {'title': title, 'done': True}
        if (client, title) in self.plan_tasks:
            task['plan_task'] = self.plan_tasks[client, title]
        reason = self.cast['not_done'].get(title)
        if reason is not None and self.chance.random() < 0.12:
            task.update(done=False, reason=reason)
        return task

    def trips(self, visits):
        """Each day's round: from home, from one to the next, and home again."""
        places, days, trips = self.cast['travel']['places'], {}, []
        for visit in visits:
            if visit['status'] == 'done':
                days.setdefault(visit['planned_start'][:10], []).append(visit)
        for day in sorted(days):
            driver = Driver(self.cast['travel'], day)
            for visit in sorted(days[day], key=lambda visit: visit['planned_start']):
                if visit['client'] not in places:
                    driver.stop(visit, None)
                    continue
                driver.stop(visit, visit['client'])
                self.outing(driver, visit)
            driver.go(None)
            trips += driver.trips
        return trips

    def outing(self, driver, visit):
        choice = self.went_to.get(visit['id'])
        if choice is not None:
            driver.add('with_client', self.outings['from'], choice['to'], choice['miles_tenths'],
                       purpose=choice['purpose'], client=visit['client'], visit=visit['id'],
                       chargeable=True)


class Driver:
    """Where the car is on one day.  Who has no place in the cast is walked to."""

    def __init__(self, travel, day):
        self.travel, self.day = travel, day
        self.trips, self.here, self.free = [], None, 0

    def stop(self, visit, place):
        if clock(visit['planned_start']) - self.free > LONGEST_WAIT or place is None:
            self.go(None)
        self.go(place)
        self.free = clock(visit['planned_end'])

    def go(self, place):
        if place == self.here:
            return
        kind = 'home_to_client' if self.here is None else \
            'client_to_home' if place is None else 'between_clients'
        self.add(kind, self.name(self.here), self.name(place), self.miles(self.here, place))
        self.here = place

    def name(self, place):
        return self.travel['home'] if place is None else self.travel['places'][place]['name']

    def miles(self, start, end):
        if start is None or end is None:
            return self.travel['places'][start or end]['miles_tenths']
        return self.travel['between'][' '.join(sorted((start, end)))]

    def add(self, kind, start, to, miles_tenths, **more):
        self.trips.append({'id': f't-{self.day}-{len(self.trips) + 1}', 'date': self.day,
                           'kind': kind, 'from': start, 'to': to, **more,
                           'miles_tenths': miles_tenths, 'vehicle': self.travel['vehicle']})


class Vault:
    """A vault that tend-cli works on."""

    def __init__(self, program, folder):
        self.program, self.folder = program, pathlib.Path(folder)
        self.key = self.folder / 'key'
        self.run('new', '--no-keyring', '--recovery-key-out', self.key)

    def run(self, *words):
        command = [self.program, '--vault', self.folder / 'vault', *words]
        if words[0] != 'new':
            command += ['--recovery-key-file', self.key]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            sys.exit(f"{' '.join(map(str, words))}: {done.stdout}{done.stderr}")
        return done.stdout

    def load(self, records):
        path = self.folder / 'in.json'
        path.write_text(json.dumps({'format': 'tend', 'version': 1, **records}), 'utf-8')
        self.run('import', path)

    def records(self):
        path = self.folder / 'out.json'
        path.unlink(missing_ok=True)
        self.run('export', path)
        return json.loads(path.read_text('utf-8'))

    def issue(self, client, start, end, on):
        return json.loads(self.run('invoice', 'issue', '--client', client, '--from', str(start),
                                   '--to', str(end), '--on', str(on), '--json'))


def periods(cast, agreement, client):
    """(first day, last day) of what is billed together, as far as it was sent."""
    start, today = date(cast['first']), date(cast['today'])
    over = date(client['ended_on']) if 'ended_on' in client else today
    kept = [sent['from'] for sent in cast.get('not_sent', ()) if sent['client'] == client['id']]
    while start <= over:
        if agreement['billing'] == 'month':
            end = (start.replace(day=1) + DAY * 31).replace(day=1) - DAY
        else:
            end = start + DAY * 27
        end = min(end, over)
        if end >= today or str(start) in kept:
            return
        yield start, end
        start = end + DAY


def bills(cast, visits):
    """(day, client, first day, last day) of every invoice, in the order of issue."""
    clients = {client['id']: client for client in cast['records']['clients']}
    worked = {(v['client'], v['planned_start'][:10]) for v in visits if v['status'] == 'done'}
    first = {agreement['client']: agreement for agreement in
             reversed(cast['records']['agreements'])}
    for name, agreement in first.items():
        for start, end in periods(cast, agreement, clients[name]):
            if any(client == name and str(start) <= day <= str(end) for client, day in worked):
                yield end + DAY, name, start, end


def pay(cast, answer, on, start):
    """What came in for an invoice until today, if anything did."""
    client = answer['client']
    habit = cast['pays'].get(client)
    if habit is None or on + DAY * habit['after_days'] > date(cast['today']):
        return []
    amount = answer['total_pence']
    for owed in cast.get('owes', ()):
        if (owed['client'], owed['from']) == (client, str(start)):
            amount = owed['paid_pence']
    payment = {'id': f"p-{answer['number']}", 'client': client, 'invoice': answer['number'],
               'received_on': str(on + DAY * habit['after_days']), 'amount_pence': amount,
               'method': habit['method']}
    if habit['method'] == 'cash':
        payment['receipt_number'] = f"R{answer['number'][1:]}"
    return [payment] if amount else []


def next_number(number):
    return number[:1] + str(int(number[1:]) + 1)


def credit(vault, note, number):
    """Corrects an invoice with a note of the next number; tend-cli has no word for it."""
    invoices = vault.records()['invoices']
    wrong = next(invoice for invoice in invoices if invoice['number'] == number)
    same = ('client', 'seller', 'bill_to', 'payment_details', 'payer', 'care_for')
    lines = [dict(line, id=f'credit-{index}', amount_pence=-line['amount_pence'])
             for index, line in enumerate(wrong['lines'], 1)]
    last = max(invoices, key=lambda invoice: (invoice['issued_on'], invoice['number']))
    vault.load({**note['then'], 'invoices': [
        {'id': 'credit', 'number': next_number(last['number']), 'issued_on': note['on'],
         'due_on': note['on'], 'credits': wrong['id'], 'note': note['reason'],
         'total_pence': -wrong['total_pence'], 'lines': lines,
         **{key: wrong[key] for key in same if key in wrong}}]})


def bill(vault, cast, visits):
    """Issues everything, and corrects what the cast says was wrong."""
    payments, wrong, due = [], {}, list(bills(cast, visits))
    notes = {(note['client'], date(note['from'])): note for note in cast.get('credits', ())}
    due += [(date(notes[entry[1:3]]['on']), *entry[1:]) for entry in due if entry[1:3] in notes]
    for on, client, start, end in sorted(due):
        note = notes.get((client, start))
        if (client, start) in wrong:
            credit(vault, note, wrong[client, start])
        answer = vault.issue(client, start, end, on)
        if note is not None and (client, start) not in wrong:
            wrong[client, start] = answer['number']
        else:
            payments += pay(cast, answer, on, start)
    ids = {invoice['number']: invoice['id'] for invoice in vault.records().get('invoices', ())}
    for payment in payments:
        payment['invoice'] = ids[payment['invoice']]
    vault.load({'payments': payments + cast.get('on_account', [])})


def rename(records):
    """Gives what Tend made a random id for one that is the same each time."""
    invoices = records.get('invoices', [])
    names = {invoice['id']: f"i-{invoice['number']}" for invoice in invoices}
    for invoice in invoices:
        invoice['id'] = names[invoice['id']]
        if 'credits' in invoice:
            invoice['credits'] = names[invoice['credits']]
        for index, line in enumerate(invoice['lines'], 1):
            line['id'] = f"{invoice['number']}-{index}"
    for payment in records.get('payments', ()):
        if 'invoice' in payment:
            payment['invoice'] = names[payment['invoice']]
    for visit in records['visits']:
        for index, task in enumerate(visit.get('tasks', ()), 1):
            task['id'] = f"{visit['id']}-{index}"


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(',', ':'))


def write(path, records):
    """One record on a line, so that a change shows as one line."""
    parts = []
    for key, value in records.items():
        if isinstance(value, list):
            value = sorted(value, key=lambda record: record['id'])
            text = '[\n' + ',\n'.join(map(compact, value)) + ']'
        else:
            text = compact(value)
        parts.append(f'{compact(key)}:{text}')
    path.write_text('{' + ',\n'.join(parts) + '}\n', 'utf-8')


def make(program, cast, path):
    year = Year(cast)
    visits = year.visits()
    trips = cast['records'].get('trips', []) + year.trips(visits)
    with tempfile.TemporaryDirectory() as folder:
        vault = Vault(program, folder)
        vault.load({**cast['records'], 'visits': visits, 'trips': trips})
        bill(vault, cast, visits)
        records = vault.records()
        rename(records)
        write(path, records)
        vault.run('verify')
    print(f'{path.name}:', ', '.join(f'{len(value)} {key}' for key, value in records.items()
                                     if isinstance(value, list)))


def main():
    program, folder = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    casts = json.loads((folder / 'cast.json').read_text('utf-8'))
    care = json.loads((folder / 'care.json').read_text('utf-8'))
    for name, cast in casts.items():
        cast['records'].update(care[name])
        make(program, cast, folder / f'{name}.json')


if __name__ == '__main__':
    main()

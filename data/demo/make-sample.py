#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the sample vaults, sample.json and flintshire.json, out of cast.json and care.json.

    meson compile -C build sample          (or: make-sample.py TEND-CLI FOLDER)

cast.json says who there is, when they are visited, how they pay and what went
otherwise than planned; care.json is their care record, diary.json what is written of
visits, medicines.json what is taken, schemes.json what councils ask of the carer.  This
program writes down what became of it, day by day, and lets tend-cli issue the invoices, so
that their figures are Tend's own.  The same files give the same samples; those are
committed, and only ever changed so.  tests/lint/check-sample.py and
check-papers.py say what has to agree.
"""

import datetime
import json
import pathlib
import random
import subprocess
import sys
import tempfile

import diary
import medicines

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


class Plans:
    """Which tasks the care plan in force has for a visit (tend-care-plan.c)."""

    PARTS = (('night', 5), ('morning', 11), ('midday', 14), ('afternoon', 17), ('evening', 24))

    def __init__(self, plans):
        self.plans = [plan for plan in plans if plan['status'] != 'draft']

    def on(self, client, day):
        return next((plan for plan in self.plans if plan['client'] == client
                     and plan['agreed_on'] <= day < plan.get('superseded_on', '9999')), None)

    def tasks(self, visit):
        day, hour = visit['planned_start'][:10], int(visit['planned_start'][11:13])
        plan = self.on(visit['client'], day)
        part = next(name for name, until in self.PARTS if hour < until)
        weekday = WEEKDAYS[date(day).weekday()]
        return [task for task in (plan or {'tasks': ()})['tasks']
                if task.get('part_of_day', 'any') in ('any', part)
                and weekday in task.get('weekdays', WEEKDAYS)
                and task.get('service', visit['service']) == visit['service']
                and not task.get('when_needed')]


class Year:
    """What became of one cast's plans."""

    def __init__(self, cast, blocks, charts):
        self.cast, self.records = cast, cast['records']
        self.chance = random.Random(cast['seed'])
        self.diary = diary.Diary(cast['seed'], blocks)
        self.plans = Plans(self.records['care_plans'])
        self.outings = cast['travel'].get('outings', {'client': None, 'choices': [], 'went': ''})
        self.choices = {choice['letter']: choice for choice in self.outings['choices']}
        self.went_to = {}  # visit: choice
        self.first_words = medicines.first_words(charts)

    def visits(self):
        day, visits = date(self.cast['first']), []
        while day <= date(self.cast['last']):
            visits += [self.visit(pattern, day) for pattern in self.records['patterns']
                       if falls_on(pattern, day)]
            day += DAY
        unrecorded = self.cast.get('unrecorded', ())
        visits = [visit for visit in visits if visit['id'] not in unrecorded] \
            + self.cast.get('visits', [])
        for visit in visits:
            visit['sunday'] = date(visit['planned_start'][:10]).weekday() == 6
            if visit['status'] == 'done' and 'tasks' not in visit:
                visit['tasks'] = [self.task(visit, task) for task in self.plans.tasks(visit)]
            words = [said for client, at, said in self.first_words if client == visit['client']
                     and visit.get('actual_start', '9999') <= at < visit['actual_end']]
            if words:
                visit['first'] = words[0]
        self.go_out(visits)
        self.diary.write(visits, self.keys)
        for visit in visits:
            del visit['sunday']
            if 'actual_end' in visit:
                visit.setdefault('recorded_at', self.written_up(visit))
            if not visit.get('tasks'):
                visit.pop('tasks', None)
        return visits

    def presences(self, visits):
        """(client, start, end) of when she was there, whether it is written up yet or not."""
        by_id = {visit['id']: visit for visit in visits}
        day = date(self.cast['first'])
        while day <= date(self.cast['today']):
            for pattern in self.records['patterns']:
                if falls_on(pattern, day):
                    start = clock(pattern['starts_at'])
                    visit = by_id.get(f"{pattern['id']}-{day}", {
                        'actual_start': at(day, start),
                        'actual_end': at(day, start + pattern['minutes'])})
                    if 'actual_start' in visit:
                        yield pattern['client'], visit['actual_start'], visit['actual_end']
            day += DAY

    def written_up(self, visit):
        """In the car, before she drives on."""
        end = visit['actual_end']
        return at(date(end[:10]), clock(end) + random.Random(visit['id']).randint(1, 4))

    def keys(self, visit):
        if visit['id'] in self.went_to:
            return ['outing ' + self.went_to[visit['id']]['to']]
        pattern = visit.get('pattern', '')
        return [pattern, pattern.replace('-sunday', '-am'), visit['client']]

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
            begun = start + self.chance.choice((0, 0, 0, 1, 2, 4, 6))
            ended = begun + pattern['minutes'] + self.chance.choice((0, 0, 0, 0, 2, 5, -1))
            visit.update(actual_start=at(day, begun), actual_end=at(day, ended))
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

    def task(self, visit, planned):
        """Left undone now and then, but not on a day whose note is written by hand."""
        task = {'title': planned['title'], 'done': True, 'plan_task': planned['id']}
        known = self.cast.get('left_undone', {}).get(visit['id'], {}).get(planned['title'])
        if known is not None:
            return dict(task, done=False, reason=known)
        reasons = self.cast['not_done'].get(planned['title'])
        if reasons is not None and 'note' not in visit and self.chance.random() < 0.08:
            task.update(done=False, reason=self.chance.choice(reasons))
        return task

    def go_out(self, visits):
        """The cast says where she went, a letter a visit: the miles must not change by chance."""
        made = [visit for visit in visits if visit['client'] == self.outings['client']
                and visit['status'] == 'done']
        assert len(made) == len(self.outings['went'])
        for visit, letter in zip(made, self.outings['went']):
            self.went_to[visit['id']] = self.choices[letter]

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

    def bury(self, day, client):
        """The same records in a vault of its own, and with a death: imports change nothing."""
        records = self.records()
        next(record for record in records['clients'] if record['id'] == client)['died_on'] = day
        folder = self.folder / client
        folder.mkdir()
        vault = Vault(self.program, folder)
        vault.load(records)
        return vault

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
    """Issues everything, and corrects what the cast says was wrong.

    A death is told when it comes, since invoices go to somebody else from then on.  Returns the
    vault that they are in.
    """
    payments, wrong, due = [], {}, list(bills(cast, visits))
    deaths = sorted((client['died_on'], client['id']) for client in cast['records']['clients']
                    if 'died_on' in client)
    notes = {(note['client'], date(note['from'])): note for note in cast.get('credits', ())}
    due += [(date(notes[entry[1:3]]['on']), *entry[1:]) for entry in due if entry[1:3] in notes]
    for on, client, start, end in sorted(due):
        while deaths and date(deaths[0][0]) < on:
            vault = vault.bury(*deaths.pop(0))
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
    return vault


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


def make(program, cast, blocks, charts, papers, path):
    year = Year(cast, blocks, charts)
    visits = year.visits()
    trips = cast['records'].get('trips', []) + year.trips(visits)
    with tempfile.TemporaryDirectory() as folder:
        vault = Vault(program, folder)
        living = [{key: value for key, value in client.items() if key != 'died_on'}
                  for client in cast['records']['clients']]
        vault.load({**cast['records'], 'clients': living, 'visits': visits, 'trips': trips})
        vault = bill(vault, cast, visits)
        if charts is not None:
            presences = sorted(year.presences(visits), key=lambda presence: presence[1])
            vault.load(medicines.Charts(charts, presences).records())
        vault.load(papers)
        records = vault.records()
        rename(records)
        write(path, records)
        vault.run('verify')
    print(f'{path.name}:', ', '.join(f'{len(value)} {key}' for key, value in records.items()
                                     if isinstance(value, list)))


def main():
    program, folder = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    casts, care, blocks, charts, papers = (json.loads((folder / f'{name}.json').read_text('utf-8'))
                                   for name in ('cast', 'care', 'diary', 'medicines', 'schemes'))
    for name, cast in casts.items():
        cast['records'].update(care[name])
        make(program, cast, blocks[name], charts.get(name), papers[name], folder / f'{name}.json')


if __name__ == '__main__':
    main()

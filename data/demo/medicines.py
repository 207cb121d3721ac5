# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample's MAR charts, out of medicines.json: what became of each dose, and the stock.

Whose a dose is to see to is in the medicine's times.  The carer signs hers while she is there;
when she is not, and for the times that are the family's, she copies the sheet that the family
has signed at her next visit.  What somebody sees to alone has no entry, unless she is there and
is told of it.
"""

import datetime
import random
import re

DAY = datetime.timedelta(days=1)
MINUTE = datetime.timedelta(minutes=1)
WEEKDAYS = ('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')
# How long after she comes in, and how much later what goes on the skin.
AFTER = {'rose': (5, 12), 'sian': (8, 18), 'george': (3, 8)}
ON_SKIN = 7
SATURDAY = 5
# What leaves the box and is taken by nobody.
LOST = ('returned', 'destroyed')
# What is only for this program.
OURS = ('pack', 'sites', 'looks', 'received', 'brought_forward', 'refill', 'counted', *LOST)


def moment(text):
    return datetime.datetime.fromisoformat(text)


def say(at):
    return at.isoformat(timespec='minutes')


def is_due(medication, day):
    days = re.search('BYDAY=([A-Z,]+)', medication.get('pattern', ''))
    return days is None or WEEKDAYS[day.weekday()] in days[1].split(',')


def text(number):
    return str(number)


def first_words(data):
    """(client, when, words) for the visits at which something was asked for."""
    if data is None:
        return []
    plan, said = data['as_needed'], []
    for at, quantity, purpose, _, _, *giver in plan['doses']:
        if not giver:
            how_many = ('One', 'Two')[quantity - 1]
            said.append((plan['client'], at, f'{purpose}. {how_many} paracetamol at {at[11:]}, as '
                                             'she asked; it is on the chart.'))
    return said + [(plan['client'], at, note) for at, note in plan['not_needed']]


class Charts:
    def __init__(self, data, presences):
        """presences: (client, start, end) of every visit that was made, by time."""
        self.data, self.last = data, moment(data['last'])
        self.presences = {}
        for client, start, end in presences:
            self.presences.setdefault(client, []).append((moment(start), moment(end)))

    def records(self):
        entries, stock = [], []
        for medication in self.data['medications']:
            own = self.as_needed(medication) if medication.get('as_needed') \
                else self.of_times(medication)
            stock += Shelf(self.data, medication, self.last).keep(own)
            entries += own
        return {'credentials': self.data['credentials'],
                'medications': [self.line(one) for one in self.data['medications']],
                'mar_entries': entries, 'stock': stock}

    def line(self, medication):
        line = {key: value for key, value in medication.items() if key not in OURS}
        line['times'] = [dict(time, id=f"{line['id']}-{time['at'].replace(':', '')}" +
                              (time['weekdays'][0].lower() if 'weekdays' in time else ''))
                         for time in line['times']]
        line['doses'] = [dict(dose, id=f"{line['id']}-from-{dose['from']}",
                              quantity=text(dose['quantity'])) for dose in line.get('doses', ())]
        if 'max_in_24h' in line:
            line['max_in_24h'] = text(line['max_in_24h'])
        return line

    def days(self, medication):
        day = datetime.date.fromisoformat(medication['starts_on'])
        end = datetime.date.fromisoformat(medication.get('ends_on', self.data['last'][:10]))
        while day <= end:
            if is_due(medication, day):
                yield day
            day += DAY

    def of_times(self, medication):
        entries = []
        for day in self.days(medication):
            for time in medication['times']:
                if WEEKDAYS[day.weekday()] not in time.get('weekdays', WEEKDAYS):
                    continue
                key = f"{medication['id']}-{day}-{time['at'].replace(':', '')}"
                due = moment(f"{day}T{time['at']}")
                if key not in self.data['left_out'] and (
                        time['by'] != 'person' or self.is_known(medication['client'], due)):
                    entries += self.dose(medication, key, due, time['by'])
        if 'sites' in medication:
            self.stick(medication, entries)
        return entries

    def stick(self, medication, entries):
        """Each patch in a place of its own, and looked at until the next one is on."""
        sites, looks = medication['sites'], medication['looks']
        for number, (entry, after) in enumerate(zip(entries, entries[1:] + [None])):
            entry.update(site=sites[number % len(sites)], old_removed=number > 0)
            if number > 0:
                entry['old_patch'] = looks['removed']
            until = self.data['last'] if after is None else after['given_at'][:10]
            entry['notes'] = list(self.looks(medication, entry, until))

    def looks(self, medication, entry, until):
        days = {}
        for start, _ in self.presences[medication['client']]:
            at = say(start + 6 * MINUTE)
            if entry['given_at'][:10] < at[:10] and at < until:
                days.setdefault(at[:10], at)
        for day, at in days.items():
            note = {'id': f"{entry['id']}-{day}", 'kind': 'note', 'written_at': at,
                    'initials': self.data['initials']}
            yield dict(note, patch='on', text=medication['looks']['text'])
            if day in medication['looks']['returned']:
                yield dict(note, id=note['id'] + '-returned',
                           text=medication['looks']['returned'][day])

    def dose(self, medication, key, due, giver):
        """The entry of a dose, with the one it corrects; none for one that is still to come."""
        client = medication['client']
        entry = {'id': key, 'medication': medication['id'], 'due_at': say(due), 'by': giver}
        away = self.away(client, due)
        visit = self.visit(client, due)
        if away is not None:
            self.not_there(entry, client, due, away['fields'])
        elif giver == 'person':
            entry.update(outcome='taken', reason='T', note=self.data['tells'][client],
                         initials=self.data['initials'], written_at=say(visit[0] + 12 * MINUTE))
        elif giver == 'me' and visit is not None:
            self.sign(entry, medication, visit)
        else:
            self.copy(entry, client, due)
        if entry['written_at'] > self.data['last']:
            return []
        entry.update(self.data['instead'].get(key, {}))
        if entry['outcome'] == 'taken':
            self.measure(entry, medication, due.date())
        else:
            for field in ('given_at', 'support'):
                entry.pop(field, None)
        return self.correct(entry)

    def away(self, client, due):
        return next((away for away in self.data['away'] if away['client'] == client
                     and away['from'] <= say(due) <= away['to']), None)

    def is_known(self, client, due):
        """Whether there is something to write of a dose that is the person's own."""
        away = self.away(client, due)
        if away is not None:
            return away['fields']['reason'] == 'H'
        visit = self.visit(client, due)
        return client in self.data['tells'] and visit is not None \
            and due < visit[0] + 15 * MINUTE

    def visit(self, client, due):
        """The one at which it is due, to the hour."""
        return next((visit for visit in self.presences[client]
                     if visit[0] - 15 * MINUTE <= due <= visit[1]), None)

    def sign(self, entry, medication, visit):
        client = medication['client']
        chance = random.Random(f"{client} {entry['due_at']}")
        given = visit[0] + chance.randint(*AFTER[client]) * MINUTE
        if medication.get('applied') == 'cream':
            given += ON_SKIN * MINUTE
        written = min(given + 2 * MINUTE, visit[1])
        entry.update(outcome='taken', given_at=say(given), support=medication['support'],
                     written_at=say(written), initials=self.data['initials'])
        late = self.data['late']
        if (client, str(given.date())) == (late['client'], late['date']):
            entry.update(written_at=late['written_at'], note=late['note'])

    def copy(self, entry, client, due):
        chance = random.Random(f"{client} {entry['due_at']} family")
        given = due + chance.randint(0, 12) * MINUTE
        entry.update(outcome='taken', given_at=say(given), by='family', reason='V', copied=True,
                     initials=self.data['covers'][client],
                     written_at=self.next_visit(client, given))

    def not_there(self, entry, client, due, fields):
        """Nobody writes on a chart at the house meanwhile: it waits for the next visit."""
        entry.update(fields, initials=self.data['initials'],
                     written_at=self.next_visit(client, due))

    def next_visit(self, client, after):
        start = next((start for start, _ in self.presences[client] if start > after), None)
        return '9999' if start is None else say(start + 8 * MINUTE)

    def measure(self, entry, medication, day):
        begun = [dose for dose in medication.get('doses', ()) if dose['from'] <= str(day)]
        number = re.match(r'\d+', medication['dose'])
        if begun:
            entry['quantity'] = text(begun[-1]['quantity'])
        elif number is not None:
            entry['quantity'] = number[0]

    def correct(self, entry):
        wrong = self.data['corrected'].get(entry['id'])
        if wrong is None:
            return [entry]
        written = moment(entry['written_at']) + wrong['minutes'] * MINUTE
        return [dict(entry, **wrong['first']),
                dict(entry, id=entry['id'] + '-again', supersedes=entry['id'],
                     written_at=say(written), correction_reason=wrong['correction_reason'])]

    def as_needed(self, medication):
        plan, entries = self.data['as_needed'], []
        for given, quantity, purpose, seen, effect, *giver in plan['doses']:
            entry = {'id': f"{medication['id']}-{given[:10]}", 'medication': medication['id'],
                     'given_at': given, 'outcome': 'taken', 'quantity': text(quantity),
                     'purpose': purpose, 'asked_by': 'self', 'by': 'me', 'support': 'assist',
                     'initials': self.data['initials'],
                     'written_at': say(moment(given) + 2 * MINUTE)}
            if giver:
                entry.update(by=giver[0], reason='V', copied=True,
                             initials=self.data['covers'][medication['client']],
                             written_at=self.next_visit(medication['client'], moment(given)))
                del entry['support']
            if effect:
                entry['notes'] = [{'id': f"{entry['id']}-effect", 'kind': 'effect',
                                   'written_at': seen, 'initials': self.data['initials'],
                                   'text': effect}]
            entries.append(entry)
        for at, note in plan['not_needed']:
            entries.append({'id': f"{medication['id']}-{at[:10]}", 'medication': medication['id'],
                            'given_at': at, 'outcome': 'omitted', 'reason': 'NR', 'note': note,
                            'by': 'me', 'initials': self.data['initials'],
                            'written_at': say(moment(at) + 2 * MINUTE)})
        return entries


class Shelf:
    """What there is of a medicine, day by day: it fills up, and writes in what is counted."""

    def __init__(self, data, medication, last):
        self.data, self.medication, self.last = data, medication, last.date()
        self.left, self.moves = 0, []

    def keep(self, entries):
        medication = self.medication
        if not any(key in medication for key in OURS):
            return []
        by_day = {}
        struck = {entry.get('supersedes') for entry in entries}
        for entry in entries:
            if entry['id'] not in struck:
                at = entry.get('given_at') or entry['due_at']
                by_day.setdefault(at[:10], []).append((at, entry))
        day = datetime.date.fromisoformat(medication['starts_on'])
        end = min(datetime.date.fromisoformat(medication.get('ends_on', '9999-12-31')), self.last)
        self.move(day, 'brought_forward', medication.get('brought_forward', 0))
        while day <= end:
            self.deliver(day)
            for _, entry in sorted(by_day.get(str(day), ()), key=lambda pair: pair[0]):
                self.use(entry)
            for kind in LOST:
                for lost in medication.get(kind, ()):
                    if lost['date'] == str(day):
                        self.move(day, kind, lost['quantity'], note=lost['note'])
            self.count(day)
            day += DAY
        if 'ends_on' in medication:
            self.move(end, 'returned', self.left, note='To the pharmacy, in the envelope.')
        return self.moves

    def move(self, day, kind, quantity, **more):
        if quantity:
            self.left += -quantity if kind in ('returned', 'destroyed') else quantity
            self.moves.append({'id': f"{self.medication['id']}-{day}-{kind}", 'date': str(day),
                               'medication': self.medication['id'], 'kind': kind,
                               'quantity': text(quantity),
                               'initials': self.data['initials'], **more})

    def deliver(self, day):
        medication = self.medication
        self.move(day, 'received', medication.get('received', {}).get(str(day), 0))
        refill = medication.get('refill')
        if refill is not None and day.weekday() == refill['weekday'] \
                and self.left < refill['below']:
            self.move(day, 'received', refill['pack'])
        if 'pack' in medication:
            self.deliver_pack(day)

    def deliver_pack(self, day):
        """The pharmacy's weekly pack comes on Saturdays, for the days from Sunday on."""
        first = str(day) == self.medication['starts_on']
        if first:
            self.move(day, 'received' if 'replaces' in self.medication else 'brought_forward',
                      (SATURDAY - day.weekday()) % 7 + 1)
        elif day.weekday() == SATURDAY:
            self.move(day, 'received', 7)

    def use(self, entry):
        if entry['outcome'] == 'taken' or entry.get('reason') == 'D':
            self.left -= int(entry.get('quantity', 0))
        if self.medication.get('controlled') and entry['by'] == 'me' \
                and entry['outcome'] == 'taken':
            entry['counted'] = text(self.left)

    def count(self, day):
        counted = self.medication.get('counted', {}).get(str(day))
        if counted is None:
            return
        more = {key: value for key, value in counted.items() if key != 'missing'}
        self.left -= counted['missing']
        self.moves.append({'id': f"{self.medication['id']}-{day}-counted", 'date': str(day),
                           'medication': self.medication['id'], 'kind': 'counted',
                           'quantity': text(self.left), 'initials': self.data['initials'],
                           **more})

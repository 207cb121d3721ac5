# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample year as the checks of it read it.

Each rule is tried on a spoilt copy first: one that finds nothing there would find nothing
anywhere.
"""

import copy
import json

import tree

DEMO = tree.TOP / 'data/demo'
TODAY = '2026-11-24'
WEEKDAYS = ('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')


class Sample:
    def __init__(self, records):
        self.records = records
        self.visits = {visit['id']: visit for visit in records['visits']}
        self.done = [visit for visit in records['visits'] if visit['status'] == 'done']
        self.clients = {client['id']: client for client in records['clients']}
        self.seen = {visit['client'] for visit in self.done}
        self.by_day = {}
        for visit in self.done:
            self.by_day.setdefault(visit['actual_start'][:10], []).append(visit)

    def of(self, array, client):
        return [record for record in self.records[array] if record.get('client') == client]

    def elsewhere(self, at, client):
        """The visit to somebody who lives elsewhere that this moment lies in."""
        home = self.clients[client].get('address') if client is not None else None
        return next((visit['id'] for visit in self.by_day.get(at[:10], ())
                     if self.clients[visit['client']].get('address') != home
                     and visit['actual_start'] <= at < visit['actual_end']), None)

    def there(self, at, client):
        return any(visit['client'] == client and visit['actual_start'] <= at <= visit['actual_end']
                   for visit in self.by_day.get(at[:10], ()))

    def note_at(self, at, client):
        return ' '.join(visit['note'] for visit in self.by_day[at[:10]]
                        if visit['client'] == client and visit['actual_start'] <= at)

    def plan(self, client, day):
        return next((plan for plan in self.of('care_plans', client) if plan['status'] != 'draft'
                     and plan['agreed_on'] <= day < plan.get('superseded_on', '9999')), None)


def of(records, array, identity):
    return next(record for record in records[array] if record['id'] == identity)


def finish(spoilt_rules):
    """Tries every rule of (rule, what spoils it) on the sample, and ends the program."""
    records = json.loads((DEMO / 'sample.json').read_text('utf-8'))
    faults = []
    for rule, spoil in spoilt_rules:
        spoilt = copy.deepcopy({key: value for key, value in records.items()
                                if key not in ('invoices', 'trips', 'payments')})
        before = len(list(rule(Sample(spoilt))))
        spoil(spoilt)
        if len(list(rule(Sample(spoilt)))) <= before:
            faults.append(f'{rule.__name__} does not see what is spoilt')
    year = Sample(records)
    for rule in dict.fromkeys(rule for rule, _ in spoilt_rules):
        faults += rule(year)
    tree.finish(faults, 1)

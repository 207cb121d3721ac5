#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The care record in and out: what lies in a record, what is refused, what one person has."""

import json
import subprocess

from tendcli import contains, equal, main, visit

# Tasks before outcomes, unlike the order in which they are written.
PLAN = {'id': 'p', 'client': 'a', 'status': 'agreed', 'agreed_on': '2026-06-01',
        'agreed_by': 'Agnes',
        'tasks': [{'title': 'Wash', 'part_of_day': 'morning', 'weekdays': ['MO', 'FR']},
                  {'title': 'Tea'}],
        'outcomes': [{'outcome': 'To garden again'}]}
CARE = {
    'clients': [{'id': 'a', 'given_name': 'Agnes'}, {'id': 'b', 'given_name': 'Bert'}],
    'care_plans': [PLAN, {**PLAN, 'id': 'q', 'client': 'b'}],
    'visits': [visit('v', '2026-06-02T08:00', '2026-06-02T08:30',
                     tasks=[{'title': 'Wash', 'done': True, 'plan_task': 'p-1'}],
                     addenda=[{'written_at': '2026-06-04T09:00', 'text': 'The heel has healed.'}])],
    'incidents': [{'id': 'i', 'client': 'a', 'kind': 'safeguarding', 'abuse': ['financial'],
                   'happened_at': '2026-06-02T08:10', 'facts': 'A card on the table.',
                   'told': [{'role': 'council', 'told_at': '2026-06-02T09:00'}]}],
    'body_maps': [{'id': 'm', 'client': 'a', 'incident': 'i', 'seen_at': '2026-06-02T08:10',
                   'marks': [{'side': 'back', 'x_thousandths': 0, 'y_thousandths': 1000,
                              'kind': 'bruise'}]}],
    'risk_bands': [{'id': 'low', 'name': 'Low', 'from': 1}],
}


def test_round_trip(vault):
    vault.new()
    equal(vault.load(CARE), {'dry_run': False, 'added': 18, 'present': 0})
    equal(vault.load(CARE), {'dry_run': False, 'added': 0, 'present': 18})
    first = vault.export('first.json')
    plan = json.loads(first)['care_plans'][0]
    equal([line['id'] for line in plan['outcomes'] + plan['tasks']], ['p-1', 'p-1', 'p-2'])
    equal(plan['tasks'][0]['weekdays'], ['MO', 'FR'])
    vault.dir, vault.key = vault.path('other'), vault.path('other-key')
    vault.new().load(json.loads(first))
    equal(vault.export('second.json'), first)


def test_refused(vault):
    vault.new()
    records = json.loads(json.dumps(CARE))
    records['care_plans'][0]['tasks'][1].update(service='gone')
    records['care_plans'][0]['outcomes'].append({'steps': 'None'})
    records['care_plans'][1].update(review_on='2026-05-31')
    records['body_maps'][0]['marks'][0].update(x_thousandths=1001)
    records['incidents'][0].update(abuse=['financial', 'rude'])
    records['visits'][0]['addenda'][0].pop('text')
    faults = vault.faults(records)
    equal(sorted(faults), [
        'body_maps[0].marks[0].x_thousandths', 'care_plans[0].outcomes[1].outcome',
        'care_plans[0].tasks[1].service', 'care_plans[1].review_on', 'incidents[0].abuse',
        'visits[0].addenda[0].text'])
    contains(faults['incidents[0].abuse'], '“rude”')


def test_still_to_come(vault):
    """What has been has a day that has been; what is to come may lie ahead."""
    vault.new()
    records = json.loads(json.dumps(CARE))
    plan, incident = records['care_plans'][0], records['incidents'][0]
    plan.update(agreed_on='2026-06-02', review_on='2999-06-02')
    incident.update(happened_at='2026-06-02T23:59', follow_up_on='2026-07-01')
    vault.json('import', vault.write(records), '--dry-run', '--on', '2026-06-02')
    plan.update(agreed_on='2026-06-03')
    incident.update(happened_at='2026-06-03T00:00')
    faults = vault.faults(records, '--on', '2026-06-02')
    equal(sorted(faults), ['care_plans[0].agreed_on', 'incidents[0].happened_at'])
    contains(faults['care_plans[0].agreed_on'], 'still to come')

    # Without a day it is the computer's, and the day of the sample where that is earlier.
    plan.update(agreed_on='2999-06-01')
    equal(sorted(vault.faults(records)), ['care_plans[0].agreed_on'])
    plan.update(agreed_on='2026-11-24')
    vault.load(records)


def test_one_person(vault):
    vault.new().load(CARE)
    exported = json.loads(vault.export('b.json', '--client', 'b'))
    equal({key: len(value) for key, value in exported.items() if isinstance(value, list)},
          {'clients': 1, 'care_plans': 1})


def test_one_file(vault):
    """The copy to read is not written over the other, by whatever name it is called."""
    vault.new().load(CARE)
    vault.path('there.json').write_text('{}')
    vault.path('link.json').symlink_to('there.json')
    for first, second in (('x', 'x'), ('x', './x'), ('x', vault.path('x')),
                          ('there.json', 'link.json')):
        contains(vault.fail(2, 'export', first, '--client', 'a', '--pdf', second), str(first))
    equal(vault.path('x').exists(), False)
    equal(vault.path('there.json').read_text(), '{}')


def test_vehicle(vault):
    """A journey says in which car; its plate is nobody's business but the carer's."""
    records = json.loads(json.dumps(CARE))
    records['vehicles'] = [{'id': 'w', 'name': 'Blue hatchback', 'registration': 'AB12 CDE'}]
    records['trips'] = [{'id': 't', 'client': 'a', 'date': '2026-06-02', 'kind': 'with_client',
                         'vehicle': 'w', 'miles_tenths': 40}]
    vault.new().load(records)
    contains(vault.export('all.json'), 'Blue hatchback', 'AB12 CDE')
    text = vault.export('a.json', '--client', 'a', '--history', '--with-others')
    contains(text, 'Blue hatchback')
    assert 'AB12 CDE' not in text, text


def test_left_out(vault):
    """A copy for the person has no codes, and what is about others only when asked for."""
    records = json.loads(json.dumps(CARE))
    records['clients'][0]['access'] = 'Key safe by the door'
    records['people'] = [{'id': 'n', 'client': 'a', 'name': 'Nell', 'relation': 'family',
                          'phone': '01632 960001', 'note': 'Quarrels with her brother'}]
    records['secrets'] = [{'id': 's', 'client': 'a', 'kind': 'key_safe', 'code': 'C4321'}]
    records['feedback'] = [
        {'id': 'f', 'client': 'a', 'kind': 'complaint', 'received_on': '2026-06-03',
         'relation': 'neighbour', 'words': 'They shout at night.'},
        {'id': 'g', 'client': 'a', 'kind': 'compliment', 'received_on': '2026-06-03',
         'relation': 'self', 'words': 'Thank you for the tea.'}]
    records['visits'][0]['concern'] = 'A bruise that nobody explains.'
    records['visits'].append(visit('w', '2026-06-03T08:00', '2026-06-03T08:30', note='She sang.'))
    records['incidents'].append({
        'id': 'soup', 'client': 'a', 'kind': 'near_miss', 'facts': 'The soup was too hot.',
        'happened_at': '2026-06-02T12:00', 'told': [
            {'id': 'soup-n', 'role': 'family', 'name': 'Nell', 'told_at': '2026-06-02T13:00',
             'answer': 'She has always been careless.'}]})
    vault.new().load(records)

    hidden = {'access': 'Key safe', 'code': 'C4321'}
    # What was written of the visit that it happened at tells of it, too.
    safeguarding = {'incident': 'A card on the table', 'map': 'bruise"', 'concern': 'A bruise',
                    'added': 'The heel has healed'}
    others = {'phone': '01632 960001', 'note': 'Quarrels', 'words': 'They shout',
              'answer': 'always been careless'}
    for words, shown in (((), {}), (('--with-safeguarding',), safeguarding),
                         (('--with-others',), others),
                         (('--with-safeguarding', '--with-others'), {**safeguarding, **others})):
        text = vault.export('a.json', '--client', 'a', '--history', '--pdf', 'a.pdf', *words)
        read = ' '.join(subprocess.run(['pdftotext', vault.path('a.pdf'), '-'], check=True,
                                       capture_output=True, text=True).stdout.split())
        for copy, parts in ((text, {**hidden, **safeguarding, **others}),
                            (read, {**hidden, **safeguarding, **others, 'map': 'Bruise'})):
            equal({name for name, part in parts.items() if part in copy}, set(shown))
            contains(copy, 'Nell', 'Thank you for the tea', 'She sang', 'too hot')

    text = vault.export('all.json')
    contains(text, *hidden.values(), *safeguarding.values(), *others.values())
    vault.fail(2, 'export', 'all.json', '--with-others')


if __name__ == '__main__':
    main(globals())

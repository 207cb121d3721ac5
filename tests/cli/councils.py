# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the councils' rules share: a carer and people with whom all is in order on
10 June 2026, so that a case says the one thing that is not."""

import datetime

TODAY = '2026-06-10'
EVERY_COVER = ['medicines', 'mobility_aids', 'personal_care', 'support', 'wellbeing', 'nights']


def later(date, days):
    return str(datetime.date.fromisoformat(date) + datetime.timedelta(days=days))


def carer(scheme, postcode):
    return {'own_name': 'Christine Marsh', 'utr': '1234567890', 'schemes': [scheme],
            'postcode': postcode, 'profile_updated_on': '2026-06-01'}


def paper(identity, kind, **fields):
    return {'id': identity, 'kind': kind, 'issued_on': '2026-01-01', **fields}


def course(covers, **fields):
    return paper(fields.pop('id', covers), 'training', covers=[covers],
                 expires_on='2029-01-01', **fields)


def papers(**changes):
    """All that any council asks for; a change by id, None to leave one out."""
    everything = [
        paper('dbs', 'dbs', issued_on='2025-12-01', level='Enhanced with adults’ barred list',
              named_employer='Christine Marsh'),
        paper('insurance', 'public_liability', expires_on='2026-12-31', cover_pence=500000000,
              covers=EVERY_COVER),
        paper('standards', 'standards', version_on='2025-09-01'),
        paper('conduct', 'conduct'), paper('reference', 'reference'),
        paper('declaration', 'declaration'), paper('cqc', 'cqc', level='Exempt'),
        paper('status', 'self_employment'),
        course('safeguarding', level='Level 2'),
        *(course(covers) for covers in (
            'safeguarding_children', 'first_aid', 'data_protection', 'equality', 'health_safety',
            'risk_management', 'medicines', 'moving_handling', 'quality_framework')),
    ]
    return [dict(one, **changes.get(one['id'], {})) for one in everything
            if changes.get(one['id'], {}) is not None]


def policies(*without):
    return [{'id': kind, 'kind': kind, 'starts_on': '2026-01-01', 'review_on': '2027-01-01'}
            for kind in ('privacy', 'safeguarding', 'complaints', 'risk_safety', 'assessing_needs',
                         'contingency') if kind not in without]


class Records(dict):
    """An interchange file in the making."""

    def add(self, **lists):
        for name, records in lists.items():
            self.setdefault(name, []).extend(records)
        return self

    def person(self, identity, **changes):
        """Somebody with a signed contract, a plan and all, visited on a day of the last four
        weeks; a record is changed by its kind's name, and left out where that is None."""
        day = later('2026-05-14', len(self.setdefault('clients', [])) % 27)
        made = {
            'client': {'reference': identity, 'given_name': identity.title(),
                       'postcode': self['provider']['postcode'], 'started_on': '2026-01-05',
                       'complaints_told_on': '2026-01-02', 'date_of_birth': '1940-03-12'},
            'agreement': {'starts_on': '2026-01-05', 'signed_on': '2026-01-02',
                          'notice_days': 14, 'service': 'home'},
            'plan': {'status': 'agreed', 'agreed_on': '2026-01-02', 'agreed_by': 'Herself',
                     'needs': 'Help', 'preferences': 'Tea', 'boundaries': 'Two steps',
                     'review_on': '2026-12-01', 'tasks': [{'title': 'Lunch'}],
                     'outcomes': [{'outcome': 'Stay at home'}]},
            'contingency': {'updated_on': '2026-01-02', 'carer_ill': 'Her niece comes',
                            'agreed_on': '2026-01-02', 'contacts': [{'name': 'Jo'}]},
            'about': {'written_on': '2026-01-02', 'communication_format': 'large_print'},
            'risk': {'hazard': 'Steps', 'assessed_on': '2026-01-02'},
            'visit': {'planned_start': f'{day}T08:00', 'planned_end': f'{day}T08:30',
                      'status': 'done', 'note': 'All well', 'service': 'home'},
            'trip': {'date': day, 'kind': 'home_to_client', 'miles_tenths': 10},
        }
        names = {'client': 'clients', 'agreement': 'agreements', 'plan': 'care_plans',
                 'contingency': 'contingency_plans', 'about': 'about_me', 'risk': 'risks',
                 'visit': 'visits', 'trip': 'trips'}
        for name, fields in made.items():
            if name in changes and changes[name] is None:
                continue
            fields = dict(fields, **changes.get(name, {}))
            if name != 'client':
                fields = {'client': identity, **fields}
            fields['id'] = identity if name == 'client' else f'{identity}-{name}'
            self.add(**{names[name]: [fields]})
        return self


def in_order(scheme, postcode, **changes):
    """The carer alone, with every paper."""
    return Records(provider={**carer(scheme, postcode), **changes.pop('provider', {})},
                   credentials=papers(**changes.pop('papers', {})), policies=policies(),
                   services=[{'id': 'home', 'name': 'Help at home', 'kind': 'support'},
                             {'id': 'care', 'name': 'Morning care', 'kind': 'personal_care'}],
                   rates=[{'id': 'usual', 'amount_pence': 2000}])


def check(vault, on=TODAY, *rules, scheme=None):
    """What it finds of the rules, all of them where none is named: "ST02 warn client/ann".
    Nothing is left to be filled in, and every sentence is one."""
    words = ('--scheme', scheme) if scheme else ()
    findings = vault.json('check', '--on', on, *words)['findings']
    for finding in findings:
        message = finding['message']
        assert '{' not in message and '  ' not in message and ' .' not in message, message
        assert message[-1] == '.' and message[0].isupper() or message[0] in '“£0123456789', message
    return sorted(' '.join((finding['rule'], finding['severity'], finding['subject']))
                  for finding in findings if not rules or finding['rule'] in rules)


def messages(vault, rule, on=TODAY, scheme=None):
    words = ('--scheme', scheme) if scheme else ()
    return [finding['message'] for finding in vault.json('check', '--on', on, *words)['findings']
            if finding['rule'] == rule]

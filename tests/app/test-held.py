#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An invoice that the network's rules hold back: said why, left, put right, tried without a
reason, and issued with one, which is kept."""

import datetime
import json
import os
import re
import subprocess

import vaultui
from vaultui import tendui

DAY = datetime.date.today() - datetime.timedelta(days=1)
REASON = 'The network agreed by telephone'
RECORDS = {
    'provider': {'own_name': 'Mari Bowen', 'schemes': ['staffordshire']},
    'clients': [{'id': 'agnes', 'given_name': 'Agnes', 'family_name': 'Tilley'}],
    'rates': [{'id': 'hour', 'amount_pence': 2000},
              {'id': 'mile', 'unit': 'mile', 'amount_pence': 45}],
    'agreements': [{'id': 'a', 'client': 'agnes', 'starts_on': '2025-01-01',
                    'signed_on': '2025-01-01', 'mileage_charge': True}],
    'visits': [{'id': 'v', 'client': 'agnes', 'status': 'done', 'planned_start': f'{DAY}T09:00',
                'planned_end': f'{DAY}T10:00'}],
    'trips': [{'id': 't', 'date': str(DAY), 'kind': 'home_to_client', 'from': 'Home',
               'to': 'Agnes', 'miles_tenths': 40, 'client': 'agnes', 'chargeable': True}],
}


def issue(window):
    window.front('Draft invoice').find('push button', 'Issue Invoice…').click()
    window.front('Issue This Invoice?').find('push button', 'Issue Invoice').click()


def held(window):
    question = window.front('Not Yet')
    said = re.compile('^Local Help My Way: This network does not let you charge')
    assert said.search(question.description), question.description
    question.find('label', said)
    return question


def findings(folder, sheet):
    said = subprocess.run([os.environ['TEND_CLI'], '--vault', folder, '--recovery-key-file', sheet,
                           'check', '--json'], check=True, capture_output=True).stdout
    return [f for f in json.loads(said)['findings'] if f['rule'] == 'ST14']


def scene(desktop, folder, sheet):
    window = vaultui.unlock(desktop, folder, sheet)
    window.find('list item', 'Money').click()
    window.find('list item', 'Agnes Tilley').click()

    issue(window)
    held(window)
    desktop.key('Escape')
    desktop.in_front('Draft invoice')

    issue(window)
    held(window).find('push button', 'Put It Right…').click()
    window.front('Journey')
    desktop.key('Escape')
    window.gone('push button', 'Put It Right…')

    window.find('list item', 'Money').click()
    window.find('list item', 'Agnes Tilley').click()
    issue(window)
    question = held(window)
    reason = question.find('text', 'Why you go on')
    tendui.wait('the focus', lambda: reason.entry().has('focused'))
    question.find('push button', 'Go On All the Same').click()
    question.find('label', 'Say why you go on: it is kept with the rule.')
    tendui.wait('the focus', lambda: reason.entry().has('focused'))
    reason.fill(REASON)
    question.gone('label', 'Say why you go on: it is kept with the rule.')
    question.find('push button', 'Go On All the Same').click()
    # An hour, and 4.0 miles at 45p.
    window.front(re.compile('^Invoice ')).find('label', re.compile('£21.80'))
    assert [f.get('override') for f in findings(folder, sheet)] == [REASON]


def test_held():
    home = tendui.home()
    tendui.play(scene, home, *vaultui.make(home, RECORDS))


tendui.run(test_held)

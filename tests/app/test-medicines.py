#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A line of the MAR chart, by keyboard alone: refused while papers are missing, put on the
round, changed from a day on, counted.  The carer is in two schemes: Staffordshire asks for
the signed request and training, Cambridgeshire for the GP and the question about training.
"""

import json
import os
import pathlib
import re
import subprocess

import vaultui
from vaultui import tendui

RECORDS = {
    'format': 'tend', 'version': 1,
    'provider': {'own_name': 'Mari Bowen', 'schemes': ['staffordshire', 'cambridgeshire']},
    'clients': [{'id': 'agnes', 'reference': 'A', 'given_name': 'Agnes', 'family_name': 'Tilley',
                 'status': 'active'}],
    # The family's, since last year, and a dose that is set day by day.
    'medications': [
        {'id': 'ramipril', 'client': 'agnes', 'name': 'Ramipril', 'form': 'capsules',
         'strength': '5 mg', 'dose': '1 capsule', 'support': 'prompt', 'starts_on': '2025-01-01',
         'times': [{'id': 'r8', 'at': '08:00', 'by': 'family'}]},
        {'id': 'warfarin', 'client': 'agnes', 'name': 'Warfarin', 'form': 'tablets',
         'strength': '1 mg', 'dose': 'As in the yellow book', 'support': 'prompt',
         'starts_on': '2025-01-01', 'times': [{'id': 'w8', 'at': '18:00', 'by': 'family'}],
         'doses': [{'id': 'w', 'from': '2025-01-01', 'quantity': '3'}]},
    ],
    'stock': [{'id': 's', 'medication': 'ramipril', 'date': '2025-01-01', 'kind': 'counted',
               'quantity': '20'}],
}
NEW = 'Add a Medicine'
REFUSED = 'Not on Your Round Yet'
NEEDED = 'Furosemide 40 mg tablets'


def head(window, does):
    """The button at the head of a list, by what it does in full."""
    return tendui.wait(does, lambda: next(
        (button for button in window.all('push button') if button.description == does), None))


def row(window, group, name, description=''):
    """A row of a list, once it stands as it should."""
    return tendui.wait(f'{name}: {description}', lambda: next(
        (item for item in window.find('list', group).all('list item', re.compile(name))
         if re.search(description, item.description)), None))


def value(window, group, name, text):
    """A row that says something, once it says that."""
    tendui.wait(f'{name}: {text}', lambda: any(
        re.search(text, label.name) for item in window.find('list', group).children()
        if any(label.name == name for label in item.all('label'))
        for label in item.all('label')))


def open_by_keys(desktop, window, target, title):
    desktop.enter(window, target)
    desktop.in_front(title)
    return desktop.application(desktop.started[-1]).front(title)


def add_time(desktop, window, form, by_round):
    """A round fills in its usual time."""
    line = open_by_keys(desktop, form, head(form, 'Add a Time'), 'Add a Time')
    desktop.choose(line, 'Round', by_round, by_keys=True)
    clock = line.find('text', 'At').text()
    desktop.key('ctrl+s')
    return clock


def refuse_twice(desktop, form):
    """Two doses of a line that are due at once are one: said beside the time, by its name."""
    line = open_by_keys(desktop, form, head(form, 'Add a Time'), 'Add a Time')
    desktop.choose(line, 'Round', 'Breakfast', by_keys=True)
    desktop.key('ctrl+s')
    clock = line.find('text', 'At')
    tendui.wait('the fault of the time',
                lambda: '08:00 is there already (Breakfast, Me)' in clock.description)
    desktop.key('Escape')
    desktop.in_front(NEW)


def write_medicine(desktop, window, tab):
    """What is wrong is said beside its field; what Tend understood is read back."""
    form = open_by_keys(desktop, window, head(tab, NEW), NEW)
    desktop.write(form, form.find('text', 'Medicine'), 'Furosemide')
    desktop.write(form, form.find('text', 'Strength'), '40 mg')
    desktop.write(form, form.find('text', 'Form'), 'tablets')
    desktop.key('ctrl+s')
    dose = form.find('text', 'Dose')
    tendui.wait('the fault of the dose', lambda: 'how much' in dose.description)
    desktop.write(form, dose, '1 tablet')
    desktop.key('ctrl+s')
    form.find('alert', re.compile('^Add the times of day'))
    assert add_time(desktop, window, form, 'Breakfast') == '08:00'
    row(form, 'Times of Day', '^08:00$', 'Me')
    refuse_twice(desktop, form)
    form.find('label', re.compile(r'^1 tablet\. Once a day: 08:00\. From '))
    return form


def days_of_the_week(desktop, form):
    """A plain choice, and never a rule: alternate days, then every day again."""
    desktop.choose(form, 'On which days', 'Alternate days', by_keys=True)
    form.find('label', re.compile(r'^1 tablet\. Every 2 days: 08:00\. '))
    combo = form.find('combo box', re.compile('^On which days'))
    desktop.tab_to(form, combo)
    desktop.key('space', 'Up', 'Return')
    form.find('label', re.compile(r'^1 tablet\. Once a day: 08:00\. '))


def missing(refusal):
    """What the refusal names, in its order."""
    return [button.description.removeprefix('Write it: ')
            for button in refusal.all('push button', 'Write It…')]


def write_request(desktop, window, refusal):
    form = open_by_keys(desktop, refusal,
                        head(refusal, 'Write it: Written Request'),
                        'Add a Medicine Request')
    assert form.find('text', 'Medicine').text() == 'Furosemide'
    desktop.write(form, form.find('text', re.compile('^What I am asked to do')),
                  'Give me the water tablet with breakfast')
    desktop.key('ctrl+s')
    desktop.in_front(REFUSED)


def sign_request(desktop, window, refusal, today):
    form = open_by_keys(desktop, refusal,
                        head(refusal, 'Write it: Signature on the Request'),
                        'Medicine Request')
    for field in ('Signed on', 'GP told on', 'Asked whether special training is needed, on'):
        desktop.write(form, form.find('text', field), today)
    desktop.key('ctrl+s')
    desktop.in_front(REFUSED)


def write_training(desktop, window, refusal):
    title = 'Add Training or Insurance'
    form = open_by_keys(desktop, refusal,
                        head(refusal, 'Write it: Training in Medicines'), title)
    desktop.write(form, form.find('text', 'Title'), 'Medicines, level 2')
    desktop.key('ctrl+s')
    desktop.in_front(REFUSED)


def wait_missing(refusal, *titles):
    tendui.wait(f'{titles} to be missing, not {missing(refusal)}',
                lambda: missing(refusal) == list(titles))


def refuse(desktop, window, form):
    """Refused by name; once all that stops it is there it goes on the round."""
    today = form.find('text', 'First day').text()
    desktop.in_front(NEW)
    desktop.key('ctrl+s')
    desktop.in_front(REFUSED)
    refusal = window.front(REFUSED)
    wait_missing(refusal, 'Written Request', 'Training in Medicines', 'GP Told',
                 'Asked about Special Training', 'Insurance That Covers Medicines')
    # Two schemes ask for the same paper: what each of them says is to be read.
    refusal.find('label', re.compile(r'(?s)^Local Help My Way asks for written.*Cambridgeshire'))
    put_on = refusal.find('push button', 'Put It on My Round')
    assert not put_on.has('sensitive')

    write_request(desktop, window, refusal)
    wait_missing(refusal, 'Signature on the Request', 'Training in Medicines', 'GP Told',
                 'Asked about Special Training', 'Insurance That Covers Medicines')
    sign_request(desktop, window, refusal, today)
    wait_missing(refusal, 'Training in Medicines', 'Insurance That Covers Medicines')
    assert not put_on.has('sensitive')
    write_training(desktop, window, refusal)
    # Insurance is worth knowing, and does not stop it.
    wait_missing(refusal, 'Insurance That Covers Medicines')
    tendui.wait('the button', lambda: put_on.has('sensitive'))
    desktop.enter(refusal, put_on)


def keep_off(desktop, window, tab):
    """An injection needs more than is there: it is kept off the round for now."""
    form = open_by_keys(desktop, window, head(tab, NEW), NEW)
    desktop.write(form, form.find('text', 'Medicine'), 'Insulin glargine')
    desktop.write(form, form.find('text', 'Dose'), '10 units')
    desktop.write(form, form.find('text', 'How it is taken'), 'by injection')
    assert add_time(desktop, window, form, 'Bed') == '22:00'
    row(form, 'Times of Day', '^22:00$', 'Me')
    desktop.key('ctrl+s')
    desktop.in_front(REFUSED)
    refusal = window.front(REFUSED)
    wait_missing(refusal, 'Written Request', 'Trained and Approved by a Health Professional',
                 'GP Told', 'Asked about Special Training', 'Insurance That Covers Medicines')
    # What is written with the medicine itself is one press away as well.
    desktop.enter(refusal, head(
        refusal, 'Write it: Trained and Approved by a Health Professional'))
    desktop.in_front(NEW)
    trained = form.find('text', re.compile('^Health professional who trained'))
    tendui.wait('the focus on who trained', lambda: trained.has('focused'))
    desktop.type('Nurse Jones')
    desktop.key('ctrl+s')
    desktop.in_front(REFUSED)
    refusal = window.front(REFUSED)
    desktop.enter(refusal, refusal.find('push button', 'Keep It off My Round for Now…'))
    answer = window.find('push button', 'Family')
    tendui.wait('the focus on an answer', lambda: any(
        button.has('focused') for button in window.all('push button', 'The person')))
    desktop.key('Tab', 'Return')
    assert answer
    row(tab, 'Medicines', '^Insulin glargine', 'Family')


def end_medicine(desktop, window, tab):
    """Checked by a second person; then ended, with a reason, and folded away."""
    name, end = 'Insulin glargine', 'End This Medicine'
    seen = open_by_keys(desktop, window, row(tab, 'Medicines', f'^{name}$', 'Single-checked'),
                        name)
    form = open_by_keys(desktop, seen, row(seen, 'What to Do', '^Second Check…'), 'Second Check')
    desktop.write(form, form.find('text', 'Checked by a second person'), 'The pharmacist')
    desktop.key('ctrl+s')
    desktop.in_front(name)
    value(seen, 'As It Is Written', 'Checked by a second person', 'The pharmacist')
    form = open_by_keys(desktop, seen, row(seen, 'What to Do', f'^{end}'), end)
    desktop.key('ctrl+s')
    reason = form.find('text', re.compile('^Why it stopped'))
    tendui.wait('the fault of the reason', lambda: 'who said so' in reason.description)
    # The day before it began it cannot end; today it can, and is over tomorrow.
    first = form.find('text', 'Last day').text()
    desktop.write(form, form.find('text', 'Last day'), '1 Jan 2020')
    desktop.key('ctrl+s')
    tendui.wait('the fault of the day', lambda: 'before it starts' in form.find(
        'text', 'Last day').description)
    desktop.write(form, form.find('text', 'Last day'), first)
    desktop.write(form, reason, 'The nurse comes for it')
    desktop.key('ctrl+s')
    desktop.in_front(name)
    desktop.key('Escape')
    ended = row(tab, 'Medicines', f'^{name}$', 'Last day')
    assert 'Single-checked' not in ended.description, ended.description


def change_dose(desktop, window, tab):
    """A new line from tomorrow on, with who said so; the old one keeps its words."""
    seen = open_by_keys(desktop, window, row(tab, 'Medicines', f'^{NEEDED}$'), NEEDED)
    change = 'Change the Medicine'
    form = open_by_keys(desktop, seen,
                        row(seen, 'What to Do', '^Change the Dose'), change)
    desktop.write(form, form.find('text', 'Dose'), '2 tablets')
    desktop.key('ctrl+s')
    form.find('alert', re.compile('^Write who said'))
    desktop.write(form, form.find('text', re.compile('^Why it stopped')),
                  'Dr Shah rang at noon: two from tomorrow')
    desktop.key('ctrl+s')
    desktop.in_front(NEEDED)
    value(seen, 'As It Is Written', 'Why it stopped, and who said so', 'Dr Shah rang')
    desktop.key('Escape')
    row(tab, 'Medicines', f'^{NEEDED}$', '1 tablet .*Last day')
    row(tab, 'Medicines', f'^{NEEDED}$', '2 tablets .*From')


def move(desktop, window, stock, does, quantity, kind=None):
    form = open_by_keys(desktop, stock, head(stock, does), does)
    if kind:
        desktop.choose(form, 'What happened', kind, by_keys=True)
    desktop.write(form, form.find('text', 'How much'), quantity)
    desktop.key('ctrl+s')


def count_stock(desktop, window, tab):
    """Two boxes of 28 and 27 counted: one short, and an incident of it."""
    seen = open_by_keys(desktop, window, row(tab, 'Medicines', f'^{NEEDED}$', '1 tablet'), NEEDED)
    stock = open_by_keys(desktop, seen, row(seen, 'What to Do', '^Stock…'),
                         f'Stock: {NEEDED}')
    move(desktop, window, stock, 'Add to the Stock', '28')
    desktop.in_front(f'Stock: {NEEDED}')
    row(stock, 'What Came and Went', '^Received: 28$')
    value(stock, 'What There Should Be', 'There Should Be Now', '^28, enough for ')
    move(desktop, window, stock, 'Count It', '27')
    answer = window.find('push button', 'Record This as an Incident')
    window.find('label', re.compile('there should be 28, and 27 were counted'))
    tendui.wait('the focus on the answer', lambda: answer.has('focused'))
    desktop.key('Return')
    incident = 'Add an Incident or Concern'
    desktop.in_front(incident)
    facts = window.front(incident).find('text', re.compile('^What I saw and heard'))
    assert '27 were counted' in facts.text(), facts.text()
    desktop.key('ctrl+s')
    desktop.in_front(f'Stock: {NEEDED}')
    row(stock, 'What Came and Went', '^Counted: 27$', 'Incident written')


def carry_stock(desktop, window, tab):
    """The box goes on with the line that changes today."""
    name, change = 'Ramipril 5 mg capsules', 'Change the Medicine'
    seen = open_by_keys(desktop, window, row(tab, 'Medicines', f'^{name}$', '1 capsule'), name)
    form = open_by_keys(desktop, seen, row(seen, 'What to Do', '^Change the Dose'), change)
    desktop.write(form, form.find('text', 'Dose'), '2 capsules')
    desktop.write(form, form.find('text', re.compile('^Why it stopped')), 'Dr Shah: two from today')
    desktop.key('ctrl+s')
    desktop.in_front(name)
    desktop.key('Escape')
    seen = open_by_keys(desktop, window, row(tab, 'Medicines', f'^{name}$', '2 capsules'), name)
    stock = open_by_keys(desktop, seen, row(seen, 'What to Do', '^Stock…'),
                         f'Stock: {name}')
    value(stock, 'What There Should Be', 'Brought Forward', '^20$')
    row(stock, 'What Came and Went', '^Brought forward: 20$', 'MB')
    desktop.key('Escape')
    desktop.in_front(name)
    desktop.key('Escape')
    desktop.in_front('Tend')


def set_dose(desktop, window, tab):
    """The next dose of the yellow book, on whose word; the one before stays to be read."""
    name, add = 'Warfarin 1 mg tablets', 'Add a Dose by Day'
    seen = open_by_keys(desktop, window, row(tab, 'Medicines', f'^{name}$'), name)
    doses = open_by_keys(desktop, seen, row(seen, 'What to Do', '^Dose by Day…', '^Now 3$'),
                         'Dose by Day')
    value(doses, 'What Was Set', 'From 1 Jan 2025: 3', '^On whose word is not written')
    form = open_by_keys(desktop, doses, head(doses, add), add)
    desktop.write(form, form.find('text', 'How much'), '4')
    desktop.key('ctrl+s')
    detail = form.find('text', re.compile('^Whose word'))
    tendui.wait('the fault of whose word', lambda: 'who said so' in detail.description)
    desktop.choose(form, 'Told by', 'By telephone', by_keys=True)
    desktop.write(form, detail, 'Nurse Lee, INR 1.8')
    desktop.key('ctrl+s')
    desktop.in_front('Dose by Day')
    tendui.wait('the new dose', lambda: any(
        re.match('By telephone: Nurse Lee, INR 1.8. Written by Mari Bowen on ', label.name)
        for label in doses.all('label')))
    value(doses, 'What Was Set', 'From 1 Jan 2025: 3', '^On whose word is not written')
    desktop.key('Escape')
    row(seen, 'What to Do', '^Dose by Day…', '^Now 4$')
    desktop.key('Escape')
    desktop.in_front('Tend')


def come_back(desktop, window, tab):
    """What was typed of a medicine is there again, with its time of day."""
    form = open_by_keys(desktop, window, head(tab, NEW), NEW)
    desktop.write(form, form.find('text', 'Medicine'), 'Senna')
    add_time(desktop, window, form, 'Bed')
    row(form, 'Times of Day', '^22:00$', 'Me')
    desktop.in_front(NEW)
    desktop.key('Escape')
    desktop.in_front('Tend')
    form = open_by_keys(desktop, window, head(tab, NEW), NEW)
    form.find('label', re.compile('^We kept what you had typed'))
    assert form.find('text', 'Medicine').text() == 'Senna'
    row(form, 'Times of Day', '^22:00$', 'Me')
    desktop.enter(form, form.find('push button', 'Start over'))
    tendui.wait('an empty form', lambda: form.find('text', 'Medicine').text() == '')
    desktop.key('Escape')
    desktop.in_front('Tend')


def make(home):
    """A vault with one person; its folder, and the key that opens it."""
    folder, sheet = vaultui.vault(home), pathlib.Path(home) / 'sheet.txt'
    records = pathlib.Path(home) / 'in.json'
    records.write_text(json.dumps(RECORDS), encoding='utf-8')
    vault = [os.environ['TEND_CLI'], '--vault', folder]
    subprocess.run([*vault, 'new', '--no-keyring', '--recovery-key-out', sheet], check=True,
                   stdout=subprocess.DEVNULL)
    subprocess.run([*vault, '--recovery-key-file', sheet, 'import', records], check=True,
                   stdout=subprocess.DEVNULL)
    return folder, sheet.read_text(encoding='utf-8').strip()


def medicines(desktop, folder, key):
    window = desktop.start('--vault', folder)
    window.find('text', 'Recovery key').fill(key)
    window.find('push button', 'Open').click()
    window.find(*vaultui.PLACES)
    window.find('list item', 'Clients').click()
    window.find('list item', re.compile('^Agnes Tilley')).click()
    window.find('label', 'Agnes Tilley')
    window.find('page tab', 'Medicines').click()
    desktop.in_front('Tend')
    tab = window

    carry_stock(desktop, window, tab)
    set_dose(desktop, window, tab)
    come_back(desktop, window, tab)
    form = write_medicine(desktop, window, tab)
    days_of_the_week(desktop, form)
    refuse(desktop, window, form)
    row(tab, 'Medicines', f'^{NEEDED}$', '1 tablet · Once a day · Me · Assist.*Single-checked')
    row(tab, 'My Training and Insurance', '^Training, Medicines, level 2$')
    # Not what the rules of medicines do not ask for.
    assert not tab.all('list item', re.compile('Care Certificate|self-employment|^Driving'))
    keep_off(desktop, window, tab)
    end_medicine(desktop, window, tab)
    change_dose(desktop, window, tab)
    count_stock(desktop, window, tab)


def main():
    home = tendui.home()
    tendui.play(medicines, home, *make(home))


tendui.run(main)

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Clients, what was agreed with them, and what it costs."""

import pathlib
import re
import signal
import stat
import subprocess

import vaultui
from vaultui import tendui


def wait_focus(window, role, name):
    tendui.wait(f'the focus on “{name}”', lambda: window.find(role, name).has('focused'))


def set_up(desktop, folder):
    """A vault of one's own, with the list of clients on view."""
    vaultui.set_up(desktop, folder)
    window = desktop.application(desktop.started[-1])
    window.find('list item', 'Clients').click()
    window.find('push button', re.compile('Add the First Person'))
    return window


def person(desktop, name):
    """Somebody's page in the sample."""
    window = desktop.start('--demo')
    window.find('list item', 'Clients').click()
    window.find('list item', re.compile(f'^{name}, ')).click()
    window.find('label', name)
    return window


def tab(window, name):
    window.find('page tab', name).click()


def new_client_by_keyboard(desktop, folder):
    """From an empty list to somebody with a price, and not once the pointer."""
    window = set_up(desktop, folder)
    desktop.key('alt+a')
    wait_focus(window, 'text', 'First name')

    # It does not go on without a name, and says so beside it.
    desktop.key('Return')
    row = window.find('text', 'First name')
    tendui.wait('the fault', lambda: row.description != '')
    desktop.type('Rose')
    tendui.wait('the fault to go', lambda: row.description == '')
    desktop.key('Tab')
    desktop.type("O'Neill-Hartley")
    desktop.key('Return')

    # A price without a service to go with it is asked about; so is one that cannot be read.
    wait_focus(window, 'text', 'Service')
    desktop.key('Tab', 'Tab')
    wait_focus(window, 'text', 'Price')
    desktop.type('20.5')
    desktop.key('ctrl+s')
    wait_focus(window, 'text', 'Service')
    desktop.type('Personal care')
    desktop.key('Tab', 'Tab')
    wait_focus(window, 'text', 'Price')
    desktop.key('ctrl+a')
    desktop.type('twenty')
    desktop.key('ctrl+s')
    price = window.find('text', 'Price')
    tendui.wait('the fault', lambda: 'pounds' in price.description)
    desktop.key('ctrl+a')
    desktop.type('20.5')
    desktop.key('ctrl+s')
    window.find('label', 'Rose O\'Neill-Hartley Is in Your Records')
    desktop.key('alt+c')
    window.find('list item', "Rose O'Neill-Hartley, No visit planned")
    tab(window, 'Agreement')
    window.find('list item', '£20.50 an hour')


def kept_through_a_crash(desktop, folder):
    """What was typed is there again, though the program was killed."""
    window = set_up(desktop, folder)
    window.find('push button', re.compile('Add the First Person')).click()
    window.find('text', 'First name').fill('Mabel')
    window.find('text', 'Phone').fill('01632 960000')
    tendui.time.sleep(2.5)
    desktop.stop(how=signal.SIGKILL)


def offered_again(desktop, folder):
    window = desktop.start('--vault', folder)
    window.find('list item', 'Clients').click()
    window.find('push button', re.compile('Add the First Person')).click()
    window.find('label', 'We kept what you had typed.')
    assert window.find('text', 'First name').text() == 'Mabel'
    assert window.find('text', 'Phone').text() == '01632 960000'
    window.find('push button', 'Start over').click()
    tendui.wait('an empty form', lambda: window.find('text', 'First name').text() == '')


def menu(window, label):
    window.find('push button', 'More about this person').click()
    window.find(None, label).click()


def prices(desktop):
    """A price of one's own, and another from a day on."""
    window = person(desktop, 'Rose Hartley')
    tab(window, 'Agreement')
    window.find('push button', 'Add a Price…').click()
    window.find('text', 'Price').fill('22.5')
    window.find('push button', 'Save').click()
    window.find('list item', '£22.50 an hour')

    group = window.find('list', 'Their Own Prices')
    group.find('push button', 'New Price…').click()
    window.find('text', 'Price').fill('23.5')
    window.find('text', 'From').fill('1/1/2027')
    window.find('push button', 'Save').click()
    new = window.find('list item', '£23.50 an hour')
    assert 'from 1 Jan 2027' in new.description, new.description
    old = window.find('list item', '£22.50 an hour')
    assert 'until 31 Dec 2026' in old.description, old.description


def schemes(desktop):
    """Whose rules somebody's care is under, and what those rules ask of each person."""
    window = person(desktop, 'Rose Hartley')
    menu(window, 'Edit Details…')
    form = window.front('Edit Details')
    assert not form.find('check box', 'Doing It Right').has('checked')
    form.find('check box', 'Doing It Right').click()
    form.find('text', 'Told how to complain on').fill('3/3/2025')
    desktop.in_front('Edit Details')
    desktop.key('ctrl+s')
    tendui.wait('the window to close', lambda: len(list(window.children())) == 1)
    menu(window, 'Edit Details…')
    form = window.front('Edit Details')
    assert form.find('check box', 'Doing It Right').has('checked')
    assert not form.find('check box', 'Flintshire Micro-care').has('checked')
    assert form.find('text', 'Told how to complain on').text() == '3 Mar 2025'


def save(desktop, window, path):
    window.find('push button', 'Save as PDF…').click()
    window.find('label', re.compile('The copy is not locked'))
    window.find('push button', 'Choose Where…').click()
    vaultui.choose_file(desktop, window, 'Save as PDF', path)


def contract(desktop, path):
    """The contract as it prints, and a copy of it outside Tend."""
    window = person(desktop, 'Rose Hartley')
    tab(window, 'Agreement')
    window.find('list item', 'Look at the Contract').click()
    page = window.find('image', re.compile(r'^Page 1 of \d$'))
    assert 'Rose Hartley' in page.description, page.description

    save(desktop, window, '/proc/Agreed & signed.pdf')
    window.find('label', re.compile('Agreed & signed'))
    save(desktop, window, path)
    tendui.wait('the file', pathlib.Path(path).exists)
    window.find('label', 'Saved as a PDF.')
    assert stat.S_IMODE(pathlib.Path(path).stat().st_mode) == 0o600
    text = subprocess.run(['pdftotext', path, '-'], capture_output=True, text=True,
                          check=True).stdout
    assert 'Rose Hartley' in text and 'Agreement for support at home' in text, text[:500]


def wording(desktop):
    """A fault in the wording is named; the carer's own wording is in the contract."""
    window = person(desktop, 'Rose Hartley')
    tab(window, 'Agreement')
    window.find('list item', 'Wording').click()
    editor = window.find('text', 'Wording of the contract')
    editor.fill('# Ours\n\n{{nobody}} and {{client.name}}')
    window.find(None, re.compile('“{{nobody}}”'))
    assert not window.find('push button', 'Save').has('sensitive')
    editor.fill('# Ours\n\nBetween {{client.name}} and me.')
    save = window.find('push button', 'Save')
    tendui.wait('the wording to be right', lambda: save.has('sensitive'))
    save.click()
    window.gone('push button', 'Save')
    row = window.find('list item', 'Wording')
    tendui.wait('the wording to be theirs', lambda: window.find('list item', 'Wording').description
                == 'Your own')
    assert row
    window.find('list item', 'Look at the Contract').click()
    page = window.find('image', re.compile(r'^Page 1 of 1$'))
    assert 'Between Rose Hartley and me.' in page.description, page.description


def death(desktop):
    """One quiet window says what comes of it and does it; a mistake is taken back."""
    window = person(desktop, 'Priya Raman')
    menu(window, 'Record a Death…')
    desktop.in_front('Record a Death')
    form = window.front('Record a Death')
    day = form.find('text', 'Died on')
    desktop.key('ctrl+s')
    tendui.wait('the fault', lambda: 'which day' in day.description)
    day.fill('25/11/2026')
    tendui.wait('the fault', lambda: 'still to come' in day.description)

    day.fill('24/11/2026')
    time = form.find('text', 'Time of death, if you know it')
    time.fill('23:30')
    tendui.wait('the fault', lambda: 'still to come' in time.description)
    time.fill('')
    day.fill('23/11/2026')
    tendui.wait('what it does', lambda: re.match(
        r'\d+ (planned|repeating) visit', form.find('list item', 'Visits').description))
    bills = form.find('list item', 'Invoices').description
    assert 'The personal representatives of Priya Raman' in bills, bills
    assert 'the coroner' in form.find('list item', 'Medicines').description
    desktop.key('ctrl+s')
    window.find('label', 'Died on 23 November 2026')
    window.find('label', 'Nothing is planned in the next four weeks.')

    # At once by the button at the foot, and later by the menu.
    window.find('push button', 'Undo').click()
    window.find('label', re.compile('^Active, '))
    menu(window, 'Record a Death…')
    form = window.front('Record a Death')
    form.find('text', 'Died on').fill('23/11/2026')
    form.find('push button', 'Record').click()
    window.find('label', 'Died on 23 November 2026')
    menu(window, 'Take Back the Death…')
    window.find('push button', 'Take It Back').click()
    window.find('label', re.compile('^Active, '))
    window.gone('label', 'Nothing is planned in the next four weeks.')


def told(desktop):
    """A death is written up as an incident, and who was told is in that one place."""
    window = person(desktop, 'Frank Booth')
    window.find('page tab', 'Care').click()
    window.find('list item', 'Print the First-Visit Pack…')
    window.find('label', 'Look at it again')
    menu(window, 'Record a Death…')
    form = window.front('Record a Death')
    form.find('text', 'Died on').fill('23/11/2026')
    form.find('text', 'Time of death, if you know it').fill('22:10')
    form.find('check box', 'Record this as an incident').click()
    form.find('push button', 'Record').click()

    incident = window.front('Add an Incident or Concern')
    desktop.in_front('Add an Incident or Concern')
    incident.find('combo box', re.compile('^What it was')).find('label', 'Death')
    assert incident.find('text', 'When it happened, or was seen').text() == '23 Nov 2026 22:10'
    incident.find('text', 'What I saw and heard').fill('He died in his sleep.')
    desktop.key('ctrl+s')
    window.find('label', 'Died on 23 November 2026')
    # Nothing falls due about him any more, and nobody signs.
    window.gone('list item', 'Print the First-Visit Pack…')
    window.gone('label', 'Look at it again')

    # The same one from the menu, to write down whom was told since.
    menu(window, 'Who Was Told of the Death…')
    incident = window.front('Incident or Concern')
    assert incident.find('text', 'What I saw and heard').text() == 'He died in his sleep.'


def finding(desktop):
    """Whoever is looked for is found, whatever is shown otherwise."""
    window = person(desktop, 'Rose Hartley')
    assert not window.all('list item', re.compile('^Edna'))
    window.find('entry', 'Search clients').fill('edna')
    window.find('list item', re.compile('^Edna Clowes'))
    window.gone('list item', re.compile('^Rose Hartley'))
    window.find('entry', 'Search clients').fill('nobody at all')
    window.find('label', 'Nobody Here')


def whole_number(desktop):
    """Somebody's number is not cut in two by the end of a line."""
    window = person(desktop, 'Rose Hartley')
    petra = window.find('list item', 'Petra Wilkes')
    assert petra.description.endswith(', Staffordshire County Council · 01632\u00a0960310'), \
        petra.description


def overdue(desktop):
    """Overdue in the list is what is late, not all that is owed: as in “tend-cli owed”."""
    window = desktop.start('--demo')
    window.find('list item', 'Clients').click()
    # George and Mabel have a second invoice that is not due yet, Frank has only that.
    for name, says in (('George O’Neill', '£231.00 overdue'), ('Joan Booth', '£66.00 overdue'),
                       ('Mabel Finch', '£337.44 overdue'), ('Frank Booth', '£126.00 owed')):
        window.find('list item', re.compile(f'^{name}, .*, {says}$'))


def test_keyboard():
    home = tendui.home()
    tendui.play(new_client_by_keyboard, home, vaultui.vault(home))


def test_draft():
    home = tendui.home()
    tendui.play(kept_through_a_crash, home, vaultui.vault(home))
    tendui.play(offered_again, home, vaultui.vault(home))


def test_prices():
    tendui.play(prices, tendui.home())


def test_schemes():
    tendui.play(schemes, tendui.home(), keyring='none')


def test_contract():
    home = tendui.home()
    tendui.play(contract, home, str(pathlib.Path(home) / 'agreed.pdf'))


def test_wording():
    tendui.play(wording, tendui.home())


def test_told():
    tendui.play(told, tendui.home())


def test_death():
    tendui.play(death, tendui.home())


def test_finding():
    tendui.play(finding, tendui.home())


def test_whole_number():
    tendui.play(whole_number, tendui.home(), keyring='none')


def test_overdue():
    tendui.play(overdue, tendui.home())


tendui.run(test_keyboard, test_draft, test_prices, test_schemes, test_contract, test_wording,
           test_death, test_told, test_finding, test_whole_number, test_overdue)

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Data protection: who asks, what went wrong, how long a record is kept, destroying one."""

import json
import os
import pathlib
import re
import stat
import subprocess

import vaultui
from vaultui import tendui


def privacy(desktop, window):
    """From the menu, as the sample's day has it."""
    window.find('push button', 'Main menu').click()
    window.find('menu item', 'Privacy').click()
    shown = window.front('Privacy')
    shown.find('label', 'Requests for Information')
    desktop.in_front('Privacy')
    return shown


def add(shown, what):
    """By the button at the head of a list, which says what it adds."""
    next(button for button in shown.all('push button', 'Add…')
         if button.description == what).click()


def request_and_breach(desktop):
    """Both by keyboard: the day for the answer, the hours for the ICO, and why not to tell it."""
    window = desktop.start('--demo')
    window.find('label', re.compile('^Good '))
    shown = privacy(desktop, window)
    shown.find('label', 'Nobody has asked yet.')

    # The sample's clock stands at 11:20 on Tuesday 24 November 2026; 24 December is a Thursday.
    add(shown, 'Write Down a Request')
    dialog = window.front('Request for Information')
    tendui.wait('the focus', lambda: dialog.find('text', 'Who asks').has('focused'))
    desktop.type('Alan Hartley')
    desktop.key('ctrl+s')
    row = shown.find('list item', re.compile('^Alan Hartley'))
    row.find('label', 'By 24 December 2026')
    desktop.in_front('Privacy')

    # 30 days after Tuesday 24 November 2026; it needs no client, and tomorrow has not been.
    add(shown, 'Write Down a Complaint')
    dialog = window.front('Complaint about Information')
    tendui.wait('the focus', lambda: dialog.find('text', 'From').has('focused'))
    desktop.type('Mrs Pugh')
    dialog.find('text', 'What they said').fill('You told my sister that I fell.')
    came = dialog.find('text', 'Received on')
    came.fill('25 November 2026')
    desktop.in_front('Complaint about Information')
    desktop.key('ctrl+s')
    tendui.wait('the fault', lambda: 'still to come' in came.description)
    came.fill('24 November 2026')
    desktop.key('ctrl+s')
    row = shown.find('list item', re.compile('^Mrs Pugh'))
    row.find('label', re.compile('You told my sister.*by 24 December 2026 that it has come', re.S))
    desktop.in_front('Privacy')
    row.click()
    dialog = window.front('Complaint about Information')
    dialog.find('text', 'Acknowledged on').fill('24 November 2026')
    desktop.in_front('Complaint about Information')
    desktop.key('ctrl+s')
    # The row is another then.
    shown.find('label', re.compile('Look into it, and tell them what came of it'))
    desktop.in_front('Privacy')

    add(shown, 'Write Down a Breach')
    dialog = window.front('Data Breach')
    tendui.wait('the focus', lambda: dialog.find('text', 'What happened').has('focused'))
    desktop.type('The notebook was left on the bus.')
    desktop.key('ctrl+s')
    row = shown.find('list item', re.compile('^The notebook'))
    row.find('label', re.compile(r'Decide whether the ICO must hear of it\. '
                                 r'72 hours left until Friday 11:20'))
    desktop.in_front('Privacy')

    # That it need not be told wants a reason.
    row.click()
    dialog = window.front('Data Breach')
    desktop.choose(dialog, 'Could it harm somebody?', 'Unlikely to harm anyone')
    desktop.key('ctrl+s')
    why = dialog.find('text', 'Why I think so')
    tendui.wait('the fault', lambda: 'reason why the ICO' in why.description)
    why.fill('Only initials, and it was found within the hour.')
    desktop.key('ctrl+s')
    shown.find('label', re.compile('The ICO need not hear of it'))
    desktop.in_front('Privacy')
    desktop.key('Escape')
    window.find('list item', re.compile('^Answer Alan Hartley'))


def incident_and_breach(desktop):
    """One leads to the other; what is about nobody has a list, a window and a paper."""
    window = desktop.start('--demo')
    window.find('label', re.compile('^Good '))
    shown = privacy(desktop, window)
    shown.find('list item', re.compile('^The printed rota, with initials')).click()
    dialog = window.front('Data Breach')
    dialog.find('list item', 'The Incident It Was…').click()
    report = window.front('Incident or Concern')
    report.find('list item', 'Its Entry in the Breach Log').click()
    # Where one comes from is not led to once more.
    tendui.wait('the entry again', lambda: sorted(
        len(node.all('list item', 'The Incident It Was…'))
        for node in window.children() if node.name == 'Data Breach') == [0, 1])
    for name in ('Data Breach', 'Incident or Concern', 'Data Breach'):
        desktop.in_front(name)
        desktop.key('Escape')
    desktop.in_front('Privacy')

    shown.find('push button', re.compile('^Preview and print: Near miss, Data breach')).click()
    paper = window.front('Incident report')
    assert 'Left the printed rota' in paper.find('image', re.compile('^Page 1 of')).description
    desktop.in_front('Incident report')
    desktop.key('Escape')
    desktop.in_front('Privacy')

    # Written from an incident that is not saved yet, the entry knows it once it is.
    add(shown, 'Write Down an Incident')
    report = window.front('Add an Incident or Concern')
    desktop.choose(report, 'Kind', 'Incident')
    desktop.choose(report, 'What it was', 'Data breach')
    report.find('text', 'What I saw and heard').fill('Left the notebook on the bus.')
    report.find('list item', 'Add It to the Breach Log…').click()
    window.front('Data Breach')
    desktop.in_front('Data Breach')
    desktop.key('ctrl+s')
    report.find('list item', 'Its Entry in the Breach Log')
    desktop.in_front('Add an Incident or Concern')
    desktop.key('ctrl+s')
    shown.find('list item', re.compile('^Incident, Data breach'))
    desktop.in_front('Privacy')
    shown.find('list item', re.compile('^Left the notebook on the bus')).click()
    window.front('Data Breach').find('list item', 'The Incident It Was…')


OTHER = b'A file of the same name'


def again(desktop, window, path):
    """The same request, which waits in the log with all that was written."""
    desktop.in_front('Tend')
    window.find('push button', 'More about this person').click()
    window.find('menu item', 'Everything about This Person…').click()
    window.front('Everything about One Person')
    desktop.in_front('Everything about One Person')
    desktop.key('ctrl+s')
    window.front('Save Everything about This Person?').find('push button', 'Choose Where…').click()
    vaultui.choose_file(desktop, window, 'Save the Copies', path)


def everything(desktop, path):
    """Who asks comes first; then both copies, and the log says that it is answered."""
    window = desktop.start('--demo')
    window.find('list item', 'Clients').click()
    window.find('list item', re.compile('^Rose Hartley, ')).click()
    window.find('label', re.compile('^14 Station Terrace'))
    desktop.in_front('Tend')
    window.find('push button', 'More about this person').click()
    window.find('menu item', 'Everything about This Person…').click()
    dialog = window.front('Everything about One Person')
    dialog.find('label', re.compile('could giving this harm someone, or is the asker named'))
    dialog.find('text', 'Who asks').fill('Rose Hartley')
    assert not dialog.find(None, 'Put in safeguarding entries').has('checked')
    desktop.key('ctrl+s')
    known = dialog.find('text', 'How I know who they are')
    tendui.wait('the fault', lambda: 'how you know' in known.description)
    known.fill('I have visited her for two years')
    desktop.choose(dialog, 'Why they may ask', 'They ask about themselves')
    desktop.key('ctrl+s')
    asked = window.front('Save Everything about This Person?')
    asked.find('label', re.compile('about Rose Hartley, .*not locked'))
    asked.find('push button', 'Choose Where…').click()
    # The copy to read would take the place of a file that nobody has asked about.
    vaultui.choose_file(desktop, window, 'Save the Copies', path)
    asked = window.front('Replace the File Beside It?')
    asked.find('label', re.compile('“rose.pdf”'))
    asked.find('push button', 'Cancel').click()
    window.gone('dialog', 'Replace the File Beside It?')
    assert pathlib.Path(path).with_suffix('.pdf').read_bytes() == OTHER
    assert not pathlib.Path(path).exists()
    again(desktop, window, path)
    window.front('Replace the File Beside It?').find('push button', 'Replace It').click()

    # Her people can be reached, which is not hers to have: the log offers the truth.
    told = window.front('The Copies Are Saved')
    told.find('label', re.compile('done in part.*rose.pdf', re.S))
    assert told.find('text', 'Why something was left out or refused').text() == \
        'What other people said, and how to reach them, unless they agreed. ' \
        'What could put somebody at risk if it were given.'
    desktop.in_front('The Copies Are Saved')
    desktop.key('ctrl+s')

    shown = privacy(desktop, window)
    row = shown.find('list item', re.compile('^Rose Hartley'))
    row.find('label', 'Answered 24 November 2026')


def wording(desktop):
    """The notice in one's own words: a fault is named, Tend's can be had again, nothing is lost."""
    window = desktop.start('--demo')
    window.find('label', re.compile('^Good '))
    shown = privacy(desktop, window)
    shown.find('list item', 'Wording').click()
    editor = window.front('Wording of the Privacy Notice')
    text = editor.find('text', 'Wording of the privacy notice')
    standard = text.text()
    assert '# How I look after what I know about you' in standard, standard
    text.fill('# Ours\n\n{{rates}}')
    editor.find(None, re.compile('“{{rates}}”'))
    assert not editor.find('push button', 'Save').has('sensitive')

    # What is typed with a fault in it is kept when the window closes.
    desktop.in_front('Wording of the Privacy Notice')
    desktop.key('Escape')
    window.gone('text', 'Wording of the privacy notice')
    desktop.in_front('Privacy')
    shown.find('list item', 'Wording').click()
    editor = window.front('Wording of the Privacy Notice')
    editor.find('label', 'We kept what you had typed.')
    text = editor.find('text', 'Wording of the privacy notice')
    assert text.text() == '# Ours\n\n{{rates}}'
    text.fill('# Ours\n\nThis is from {{provider.name}}.')
    save = editor.find('push button', 'Save')
    tendui.wait('the wording to be right', lambda: save.has('sensitive'))
    editor.find('page tab', 'As It Prints').click()
    page = editor.find('image', 'Page 1 of 1')
    assert 'This is from Christine Marsh.' in page.description, page.description
    desktop.in_front('Wording of the Privacy Notice')
    desktop.key('ctrl+s')
    window.gone('push button', 'Save')
    tendui.wait('the wording to be theirs',
                lambda: shown.find('list item', 'Wording').description == 'Your own')

    # And back to Tend's.
    desktop.in_front('Privacy')
    shown.find('list item', 'Wording').click()
    editor = window.front('Wording of the Privacy Notice')
    editor.find('push button', 'Go Back to Tend’s Wording').click()
    text = editor.find('text', 'Wording of the privacy notice')
    tendui.wait('Tend’s wording', lambda: text.text() == standard)
    editor.find('push button', 'Save').click()
    tendui.wait('the wording to be Tend’s',
                lambda: shown.find('list item', 'Wording').description.startswith('Tend’s'))


# Her care ended on the day, and she was not seen after it: kept until 31 March 2023.
CISSIE = {'format': 'tend', 'version': 1,
          'clients': [{'id': 'c', 'given_name': 'Cissie', 'family_name': 'Ford', 'status': 'ended',
                       'ended_on': '2015-03-31'}],
          'agreements': [{'id': 'a', 'client': 'c', 'version': 1, 'starts_on': '2014-01-06',
                          'ends_on': '2015-03-31'}]}


def destroyed(desktop, folder):
    """Its time over, one person's record goes for good, and a note of it stays."""
    vaultui.set_up(desktop, folder)
    window = desktop.application(desktop.started[-1])
    path = pathlib.Path(folder).with_name('in.json')
    path.write_text(json.dumps(CISSIE), encoding='utf-8')
    subprocess.run([os.environ['TEND_CLI'], '--vault', folder, 'import', path], check=True,
                   capture_output=True)
    window.find('list item', re.compile('^Look at records you need not keep')).click()
    shown = window.front('Privacy')
    desktop.in_front('Privacy')
    row = shown.find('list item', re.compile('^Cissie Ford'))
    row.find('label', 'Its time is over')
    row.click()
    window.find('push button', 'Destroy It…').click()
    dialog = window.front('Destroy a Record')
    dialog.find('label', re.compile('It cannot be undone'))
    dialog.find('text', 'Why').fill('Eight years are over')
    dialog.find('text', 'Decided by').fill('Mari Bowen')
    dialog.find('push button', 'Destroy').click()
    vaultui.leave(desktop, window, 'The Record Is Destroyed')
    shown.find('label', 'Eight years are over')
    shown.gone('list item', re.compile('^Cissie Ford'))


def test_destroyed():
    home = tendui.home()
    folder = vaultui.vault(home)
    tendui.play(destroyed, home, folder)
    assert [name.name.rsplit('-', 1)[1] for name in (pathlib.Path(folder) / 'snapshots').iterdir()
            if name.name[0] != '.'] == ['erasure']


def test_log():
    tendui.play(request_and_breach, tendui.home(), keyring='none')


def test_incident_and_breach():
    tendui.play(incident_and_breach, tendui.home(), keyring='none')


def test_wording():
    tendui.play(wording, tendui.home(), keyring='none')


def test_everything():
    home = tendui.home()
    path = pathlib.Path(home) / 'rose.json'
    path.with_suffix('.pdf').write_bytes(OTHER)
    tendui.play(everything, home, str(path), keyring='none')
    assert {stat.S_IMODE(copy.stat().st_mode) for copy in (path, path.with_suffix('.pdf'))} == \
        {0o600}
    told = json.loads(path.read_text(encoding='utf-8'))
    assert [client['family_name'] for client in told['clients']] == ['Hartley']
    assert 'access' not in told['clients'][0] and 'secrets' not in told
    assert not [i for i in told.get('incidents', ()) if i['kind'] == 'safeguarding']
    assert not [p for p in told['people'] if 'phone' in p]
    assert {record['client'] for record in told['visits']} == {told['clients'][0]['id']}
    assert told['history']
    text = subprocess.run(['pdftotext', path.with_suffix('.pdf'), '-'], capture_output=True,
                          text=True, check=True).stdout
    assert 'Everything I keep about' in text and '14 Station Terrace' in text, text[:500]
    assert 'How I look after what I know about you' in text
    # The desktop's list of recent files, which every program can read, does not name it.
    assert not [found for found in pathlib.Path(home).glob('**/recently-used.xbel')
                if 'rose' in found.read_text(encoding='utf-8')]


tendui.run(test_log, test_incident_and_breach, test_wording, test_everything, test_destroyed)

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The papers of a person's care: previewed, without names, printed and saved; and which of
the first-visit pack have come back signed.

The sample's day is Tuesday 24 November 2026.
"""

import json
import os
import pathlib
import re
import subprocess

import vaultui
from vaultui import tendui


def care(desktop, name):
    """The care of somebody in the sample."""
    window = desktop.start('--demo')
    window.find('list item', 'Clients').click()
    window.find('list item', re.compile(f'^{name}, ')).click()
    window.find('label', name)
    window.find('page tab', 'Care').click()
    window.find('list', 'Care Plan')
    desktop.in_front('Tend')
    return window


def go(desktop, window, role, name, description=''):
    """Presses Tab until it is reached."""
    window.find(role, name)
    for _ in range(60):
        if any(description in node.description
               for node in window.all(role, name, 'focused')):
            return
        desktop.key('Tab')
        tendui.time.sleep(0.05)
    raise AssertionError(f'Tab does not come to “{getattr(name, "pattern", name)}”')


def preview(desktop, window, name):
    """The preview of that name, in front; and all that is written on its pages."""
    shown = window.front(name)
    desktop.in_front(name)
    pages = int(shown.find('image', re.compile('^Page 1 of ')).name.split()[-1])
    return shown, '\n'.join(shown.find('image', f'Page {page} of {pages}').description
                            for page in range(1, pages + 1))


def leave(desktop, window, name):
    desktop.in_front(name)
    desktop.key('Escape')
    tendui.wait(f'“{name}” to close',
                lambda: name not in [node.name for node in window.children()])


def pack(desktop):
    """One press, by keyboard alone: seven papers in one document, none without its names."""
    window = care(desktop, 'Rose Hartley')
    go(desktop, window, 'list item', 'Print the First-Visit Pack…')
    assert 'Unsigned: two of seven\nIf something goes wrong, Who to contact' in window.find(
        'list item', 'Print the First-Visit Pack…').description
    desktop.key('Return')
    shown, text = preview(desktop, window, 'First-visit pack')
    for paper in ('Agreement for support at home', 'Cancellation form', 'Privacy notice',
                  'About me', 'Medicine request', 'Equipment training',
                  'If something goes wrong', 'Who to contact'):
        assert paper in text, paper
    assert text.count('Rose Hartley') > 7

    # Rose asked for large print, which can be turned off; nobody signs under initials.
    assert [box.name for box in shown.all('check box')] == ['Large print']
    large = shown.find('check box', 'Large print')
    assert large.has('checked')
    n_pages = len(shown.all('image', re.compile('^Page ')))
    go(desktop, shown, 'check box', 'Large print')
    desktop.key('space')
    tendui.wait('the usual letters', lambda: 0 < len(
        shown.all('image', re.compile('^Page '))) < n_pages)

    desktop.key('ctrl+p')
    window.front('Print').find('label', 'Print to File')
    desktop.in_front('Print')
    desktop.key('Escape')
    leave(desktop, window, 'First-visit pack')
    tendui.wait('the focus back on the row', lambda: window.find(
        'list item', 'Print the First-Visit Pack…').has('focused'))


def without_names(desktop, path):
    """What is saved is what is on view: with the switch on, nobody is named."""
    window = care(desktop, 'Rose Hartley')
    go(desktop, window, 'push button', 'Print…', 'Preview and print: Risk assessment')
    desktop.key('space')
    shown, text = preview(desktop, window, 'Risk assessment')
    assert 'Rose Hartley' in text and '14 Station Terrace' in text
    go(desktop, shown, 'check box', 'Leave out names')
    desktop.key('space')
    shown.find('label', re.compile('^Read it through before you hand it on'))
    shown, text = preview(desktop, window, 'Risk assessment without names')
    assert 'R.H.' in text
    for name in ('Rose', 'Hartley', 'Alan', 'Station Terrace'):
        assert name not in text, name

    desktop.key('ctrl+s')
    asked = window.front('Save a copy outside Tend?')
    asked.find('label', re.compile('with initials instead of names'))
    asked.find('push button', 'Choose Where…').click()
    vaultui.choose_file(desktop, window, 'Save as PDF', path)
    shown.find('label', 'Saved as a PDF.')
    saved = subprocess.run(['pdftotext', path, '-'], capture_output=True, text=True,
                           check=True).stdout
    assert 'R.H.' in saved and 'Hartley' not in saved

    shown.find('check box', 'Leave out names').click()
    _, text = preview(desktop, window, 'Risk assessment')
    assert 'Rose Hartley' in text and 'R.H.' not in text


def versions(desktop):
    """A plan prints as it was: version 1 as replaced today, as in force on its own day."""
    window = care(desktop, 'Rose Hartley')
    window.find('push button', 'Preview and print: Version 1').click()
    _, text = preview(desktop, window, 'Care plan')
    assert 'Version 1' in text and 'Agreed by Rose Hartley' in text, text
    assert '7 September 2026' in text, text
    leave(desktop, window, 'Care plan')

    # Three months back from the sample's day, by the calendar's keys.
    go(desktop, window, 'push button', 'Choose from a calendar: Plan on Another Day')
    desktop.key('space')
    window.find('push button', 'Today')
    desktop.key('ctrl+Left', 'ctrl+Left', 'ctrl+Left', 'Return')
    reader = window.front('Care Plan, Version 1')
    desktop.in_front('Care Plan, Version 1')
    go(desktop, reader, 'push button', 'Print…')
    desktop.key('space')
    _, text = preview(desktop, window, 'Care plan')
    assert 'Version 1' in text and '7 September 2026' not in text, text


def earlier(desktop):
    """What Rose said of herself before prints by itself, and says that it was replaced."""
    window = care(desktop, 'Rose Hartley')
    # The one in use, by the head of the list and by its row.
    for name in (['Print…', 'Preview and print: About me'],
                 ['Preview and print: About Me, Written on 7 Sep 2026']):
        go(desktop, window, 'push button', *name)
        desktop.key('Return')
        _, text = preview(desktop, window, 'About me')
        assert 'Radio 2' in text and 'Replaced' not in text, text
        leave(desktop, window, 'About me')

    go(desktop, window, 'push button', 'Preview and print: About Me, Written on 26 Feb 2025')
    desktop.key('Return')
    _, text = preview(desktop, window, 'About me')
    assert 'Ring the bell and call out.' in text, text
    assert 'Replaced on 7 September 2026' in text, text


def others(desktop):
    """An incident's own report, and the visits of a period."""
    window = care(desktop, 'Rose Hartley')
    window.find('push button', re.compile('^Preview and print: Incident, Missed visit')).click()
    _, text = preview(desktop, window, 'Incident report')
    assert 'Missed visit' in text and 'Safeguarding' not in text
    leave(desktop, window, 'Incident report')

    window.find('list item', 'Visit Log…').click()
    desktop.in_front('Visit Log')
    form = window.front('Visit Log')
    first, last = form.find('text', 'First day'), form.find('text', 'Last day')
    assert (first.text(), last.text()) == ('25 Oct 2026', '24 Nov 2026')
    first.fill('3/11/2026')
    last.fill('2/11/2026')
    desktop.key('ctrl+s')
    tendui.wait('the fault', lambda: 'before the first' in last.description)
    last.fill('3/11/2026')
    desktop.key('ctrl+s')
    _, text = preview(desktop, window, 'Visit log')
    assert 'Tuesday 3 November 2026' in text, text
    assert '2 November 2026\n' not in text.replace('Tuesday 3 November 2026', ''), text


def scans(folder, name, papers):
    """An interchange file of one person with these signed copies; its path."""
    path = pathlib.Path(folder) / f'{name}.json'
    files = path.with_name(path.name + '.attachments')
    files.mkdir()
    for paper in papers:
        (files / f'{paper}.pdf').write_text(paper, encoding='utf-8')
    path.write_text(json.dumps({
        'format': 'tend', 'version': 1,
        'clients': [{'id': 'a', 'given_name': 'Agnes'}],
        'attachments': [{'id': paper, 'subject_kind': 'client', 'subject': 'a',
                         'name': f'{paper}.pdf', 'paper': paper} for paper in papers],
    }), encoding='utf-8')
    return path


def take_in(folder, key, path):
    key_file = pathlib.Path(folder) / 'key'
    key_file.write_text(vaultui.joined(key), encoding='utf-8')
    subprocess.run([os.environ['TEND_CLI'], '--vault', vaultui.vault(folder),
                    '--recovery-key-file', key_file, 'import', path], check=True,
                   stdout=subprocess.DEVNULL)


def signed(desktop, folder):
    """Five are back, so two are missing; once they come the line goes."""
    key = vaultui.set_up(desktop, vaultui.vault(folder))
    desktop.stop()
    take_in(folder, key, scans(folder, 'five', (
        'contract', 'privacy_notice', 'about_me', 'equipment', 'contingency')))
    window = desktop.start('--vault', vaultui.vault(folder))
    window.find('list item', 'Clients').click()
    window.find('list item', re.compile('^Agnes')).click()
    window.find('page tab', 'Care').click()
    row = window.find('list item', 'Print the First-Visit Pack…')
    assert row.description == 'Unsigned: two of seven\nMedicine request, Who to contact', \
        row.description

    # Nothing is agreed yet, and it says what to do first.
    row.click()
    window.find('label', re.compile('^There is no agreement with this person yet'))

    take_in(folder, key, scans(folder, 'two', ('medicine_request', 'contacts')))
    tendui.wait('the line to go', lambda: 'Unsigned' not in window.find(
        'list item', 'Print the First-Visit Pack…').description)


def test_pack():
    tendui.play(pack, tendui.home())


def test_without_names():
    home = tendui.home()
    tendui.play(without_names, home, str(pathlib.Path(home) / 'risks.pdf'))


def test_versions():
    tendui.play(versions, tendui.home())


def test_earlier():
    tendui.play(earlier, tendui.home())


def test_others():
    tendui.play(others, tendui.home())


def test_signed():
    home = tendui.home()
    tendui.play(signed, home, home)


if __name__ == '__main__':
    tendui.run(test_pack, test_without_names, test_versions, test_earlier, test_others,
               test_signed)

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole main job by keyboard alone: from an empty vault to a paid invoice.

The accessibility tree is only read, to know when the next key can be pressed and what
has come of the last; nothing in it is clicked or filled in.  The keys are counted, a
letter as one.
"""

import os
import pathlib
import re
import subprocess

import vaultui
from vaultui import tendui


class Keyboard:
    """Somebody at the keyboard of one window after the other."""

    def __init__(self, desktop, folder):
        self.desktop = desktop
        self.tend = desktop.start('--vault', folder)
        self.window = self.tend
        self.count = 0

    def press(self, *keys):
        self.desktop.key(*keys)
        self.count += len(keys)

    def type(self, text):
        self.desktop.type(text)
        self.count += len(text)

    def at(self, title):
        """From now on it is about the window of this title, which has come to the front."""
        self.window = self.tend.front(title)
        tendui.wait(f'“{title}” to be in front', lambda: self.window.has('active'))
        return self.window

    def sees(self, role, name):
        return self.window.find(role, name)

    def is_on(self, role, name):
        """Whether something of this name, or a part of it, has the focus."""
        return any(node.all(state='focused') for node in self.window.all(role, name))

    def waits_for_focus(self, role, name):
        tendui.wait(f'the focus on “{getattr(name, "pattern", name)}”',
                    lambda: self.is_on(role, name))

    def go(self, role, name, key='Tab', most=40):
        """Presses a key until that is reached."""
        self.sees(role, name)
        for _ in range(most):
            if self.is_on(role, name):
                return
            self.press(key)
            tendui.time.sleep(0.05)
        raise AssertionError(f'{key} does not come to “{getattr(name, "pattern", name)}”')


def main_job(desktop, folder, home):
    os.chdir(home)          # where the printer that is a file leaves its paper
    me = Keyboard(desktop, folder)
    me.sees(*vaultui.PLACES)
    me.at('Tend')
    tendui.wait('the vault', lambda: me.sees('push button', 'Search').has('sensitive'))

    # A client, and what an hour costs.
    me.press('alt+3')
    me.sees('push button', re.compile('Add the First Person'))
    me.press('alt+a')
    me.at('New Client')
    me.waits_for_focus('text', 'First name')
    me.type('Rose')
    me.press('Tab')
    me.type('Hartley')
    me.press('Return')
    me.waits_for_focus('text', 'Service')
    me.type('Personal care')
    me.press('Tab', 'Tab')
    me.waits_for_focus('text', 'Price')
    me.type('20')
    me.press('ctrl+s')

    # The agreement, and the contract as it prints.
    me.sees('label', 'Rose Hartley Is in Your Records')
    me.press('alt+m')
    me.at('What Is Agreed')
    me.press('ctrl+s')
    me.at('Contract')
    me.waits_for_focus('image', re.compile(r'^Page 1 of \d$'))
    contract = prints(me, home)
    assert 'Rose Hartley' in contract and '£20.00 an hour' in contract, contract
    me.at('Contract')
    me.press('Escape')
    me.at('Tend')

    # A visit every week, from this morning.
    me.press('alt+2')
    me.sees('panel', 'The week')
    me.press('n')
    me.at('New Visit')
    me.go('combo box', re.compile('^Client'))
    me.press('space', 'Down', 'Return')
    me.go('text', re.compile('^Starts at'))     # today, and the one service there is
    me.type('0:00')
    me.press('Tab')
    me.press('ctrl+a')
    me.type('1 h')
    me.go('check box', 'Repeats')
    me.press('space')
    me.sees('label', re.compile('^Every week on '))
    me.press('ctrl+s')
    me.at('Tend')
    me.sees('label', re.compile('^Repeating visit planned'))

    # It happened.
    visit = re.compile(' 00:00–01:00, Rose Hartley')
    me.waits_for_focus('push button', visit)
    me.press('Return')
    me.at('Visit')
    me.press('alt+h', 'ctrl+Return')
    me.at('Tend')
    me.sees('label', re.compile('^Visit recorded'))

    # The way there.
    me.press('alt+5')
    me.sees('label', 'No Journeys Yet')
    me.press('n')
    me.at('Log a Journey')
    me.go('text', 'From')
    me.type('Home')
    me.press('Tab')
    me.go('text', 'To')
    me.type('Leek')
    me.press('Tab')
    me.go('text', 'Miles')
    me.type('4.5')
    me.press('ctrl+s')
    me.at('Tend')
    me.sees('list item', 'Home to Leek')
    me.sees(None, re.compile('^Business miles: 4[.]5'))

    # The invoice: looked at, issued, printed, paid.
    me.press('alt+6')
    me.sees('label', 'Ready to Invoice')
    me.press('n')
    me.at('New Invoice')
    me.go('combo box', re.compile('^Client'))
    me.press('space', 'Down', 'Return')
    day = re.compile('^From')
    tendui.wait('the days', lambda: me.sees('text', day).text() != '')
    me.press('ctrl+s')
    me.at('Draft invoice')
    assert '£20.00' in me.sees('image', 'Page 1 of 1').description
    me.press('alt+i')
    me.window = me.tend.front('Issue This Invoice?')
    me.waits_for_focus('push button', 'Issue Invoice')
    me.press('Return')
    me.at(re.compile('^Invoice [A-Z0-9]+$'))
    me.sees('label', re.compile('^Issued on '))
    invoice = me.window.name
    me.press('ctrl+p')
    me.tend.find('image', 'Page 1 of 1')
    me.window = me.tend
    me.waits_for_focus('image', 'Page 1 of 1')
    paper = prints(me, home)
    assert 'Rose Hartley' in paper and '£20.00' in paper, paper
    me.window = me.tend
    me.waits_for_focus('image', 'Page 1 of 1')
    me.press('Escape')
    me.at(invoice)
    tendui.wait('one window of that name',
                lambda: [node.name for node in me.tend.children()].count(invoice) == 1)
    me.press('alt+p')
    me.sees('label', re.compile('and paid[.]$'))
    me.press('Escape')
    me.at('Tend')
    me.sees(None, re.compile('^Owed to you: £0[.]00'))
    return me.count


def prints(me, home):
    """Through the desktop's print dialogue, to its printer that is a file; gives its text."""
    me.press('ctrl+p')
    me.window = me.tend.front('Print')
    me.desktop.in_front('Print')        # GTK does not say that its own dialogue is active
    me.sees('label', 'Print to File')
    me.press('Down', 'space')
    button = me.sees('push button', 'Print')
    tendui.wait('a printer', lambda: button.has('sensitive'))
    me.press('alt+p')
    paper = tendui.wait('the paper', lambda: next(
        (path for path in pathlib.Path(home).glob('output.pdf')
         if path.read_bytes().rstrip().endswith(b'%%EOF')), None))
    text = subprocess.run(['pdftotext', '-layout', str(paper), '-'], capture_output=True,
                          text=True, check=True).stdout
    paper.unlink()
    return text


def made(desktop, folder):
    return vaultui.set_up(desktop, folder)


def test_main_job():
    home = tendui.home()
    settings = pathlib.Path(home) / '.config' / 'gtk-4.0' / 'settings.ini'
    settings.parent.mkdir(parents=True)
    settings.write_text('[Settings]\ngtk-print-backends=file\n', encoding='utf-8')
    tendui.play(made, home, vaultui.vault(home))
    began = tendui.time.monotonic()
    keys = tendui.play(main_job, home, vaultui.vault(home), home)
    print(f'# {keys} keys, {tendui.time.monotonic() - began:.0f} seconds', flush=True)


tendui.run(test_main_job)

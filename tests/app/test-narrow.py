#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page fits a narrow window, with large text too: GTK warns when one does not, and
G_DEBUG makes the warning fatal."""

import os

import tour
from tour import tendui

PLACES = ('today', 'rota', 'clients', 'medicines', 'mar-chart', 'mileage', 'money',
          'earnings')
# What a page may ask for, with three buttons in the window's corner.
WIDEST = {1.0: 400, 1.5: 430}


def fits(desktop, width, text):
    for name, trouble in tour.stops(desktop, f'{width}x800', False, text):
        assert desktop.started[-1].poll() is None, f'{name}: the program ended'
        assert trouble is None, f'{name}: {trouble}'
        if name in PLACES:
            wide = desktop.geometry()[2]
            assert width <= wide <= WIDEST[text], f'{name} is {wide} pixels wide'


def at(width, text):
    def play():
        with tendui.display(f'{width}x800'):
            tendui.play(fits, tendui.home(), width, text, keyring='none')
    play.__name__ = f'at_{width}_and_{int(text * 100)}_percent'
    return play


# The narrowest with the largest text, of the walks that take a minute each.
LOOKS = [at(360, 1.5)]
if os.environ.get('TEND_TEST_LONG'):
    LOOKS += [at(360, 1.0), at(400, 1.0), at(400, 1.5)]
tendui.run(*LOOKS)

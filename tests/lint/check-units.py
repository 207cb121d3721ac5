#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The user's units of systemd are read by systemd itself, with the program where they name it.

check-units.py DATA PROGRAM: the folder of the units, and tend-cli
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

SKIPPED = 77


def main(data, program):
    if shutil.which('systemd-analyze') is None:
        print('systemd-analyze is not installed')
        return SKIPPED

    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder)
        service = place / 'tend-reminders.service'
        timer = place / 'tend-reminders.timer'
        text = (data / 'tend-reminders.service.in').read_text(encoding='utf-8')
        service.write_text(text.replace('@bindir@', str(program.parent)), encoding='utf-8')
        shutil.copy(data / timer.name, timer)
        done = subprocess.run(['systemd-analyze', '--user', '--man=no', 'verify', timer, service],
                              env={**os.environ, 'XDG_RUNTIME_DIR': folder, 'HOME': folder},
                              capture_output=True, text=True, check=False)

    said = done.stdout + done.stderr
    print(said, end='')
    return 1 if done.returncode != 0 or said else 0


sys.exit(main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])))

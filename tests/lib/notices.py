# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop that receives notices: dunst, a real notification daemon, on the bus and the
display that the test has for itself."""

import json
import pathlib
import shutil
import subprocess
import tempfile
import time

# Nothing goes away by itself, and equal ones are two.
SETTINGS = '''[global]
    monitor = 0
    follow = none
    idle_threshold = 0
    history_length = 100
    notification_limit = 0
    stack_duplicates = false
[urgency_low]
    timeout = 0
[urgency_normal]
    timeout = 0
[urgency_critical]
    timeout = 0
'''


def until(true, what, seconds=20):
    """Waits for it with a deadline, and says what did not come."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, f'not within {seconds} s: {what}'
        time.sleep(0.05)


class Notices:
    """The notices on view; all that were received are kept."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='tend-notices-'))
        settings = self.folder / 'dunstrc'
        settings.write_text(SETTINGS)
        self.daemon = subprocess.Popen(['dunst', '-conf', str(settings)], stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL)
        until(self.is_there, 'the notification daemon')

    @staticmethod
    def is_there():
        return b'true' in subprocess.run(
            ['gdbus', 'call', '--session', '-d', 'org.freedesktop.DBus', '-o',
             '/org/freedesktop/DBus', '-m', 'org.freedesktop.DBus.NameHasOwner',
             'org.freedesktop.Notifications'], capture_output=True, check=False).stdout

    @staticmethod
    def control(*words):
        done = subprocess.run(['dunstctl', *words], capture_output=True, text=True, timeout=20,
                              check=True)
        return done.stdout.strip()

    def count(self):
        return int(self.control('count', 'displayed')) + int(self.control('count', 'waiting'))

    def press(self):
        """Opens the one on top, which was shown first."""
        self.control('action', '0')

    def take(self):
        """Closes those on view: (title, body) of each, the first first."""
        before = len(self.history())
        n = self.count()
        self.control('close-all')
        until(lambda: self.count() == 0 and len(self.history()) == before + n, 'all are closed')
        received = self.history()[:n]
        return [(one['summary']['data'], one['body']['data']) for one in reversed(received)]

    def history(self):
        return json.loads(self.control('history'))['data'][0]

    def end(self):
        self.daemon.terminate()
        self.daemon.wait()
        shutil.rmtree(self.folder)

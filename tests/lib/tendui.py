# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real program as a person would: on a display without a screen, a session
bus of its own with a real keyring, through the accessibility tree and the keyboard.

A test is a file of scenes.  A scene is a function that gets a Desktop; it runs in a
process and a session of its own, since a keyring and a bus belong to a session:

    import tendui

    def opens(desktop):
        window = desktop.start('--demo')
        window.find('list item', 'Rota').click()
        window.find('label', 'Week')

    def main():
        home = tendui.home()            # kept from scene to scene
        tendui.play(opens, home)
        tendui.play(opens, home, keyring='locked')

    tendui.run(main)

Names are looked for as a screen reader speaks them, so what a test cannot find, a
screen reader cannot either: mend the widget, not the test.  Every wait has an end,
and when it comes the picture and the tree are kept in TEND_TEST_OUT (default: a
temporary folder, named in the message).

TEND_PROGRAM is the program (default: build/src/app/tend).  TEND_TEST_WRAPPER is put
before it: a command that becomes the program, such as “strace -D”.
"""

import atexit
import collections
import ctypes
import contextlib
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback

TOP = pathlib.Path(__file__).resolve().parents[2]
LIB = TOP / 'tests' / 'lib'

# Fatal warnings and poisoned memory are for the program, not for the desktop around it.
FOR_THE_PROGRAM = {name: os.environ.pop(name) for name in
                   ('G_DEBUG', 'MALLOC_CHECK_', 'MALLOC_PERTURB_')
                   if name in os.environ and sys.argv[1:2] == ['--scene']}
import gi                               # noqa: E402  (GLib reads G_DEBUG when it is loaded)
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib      # noqa: E402

ACTION = 'org.a11y.atspi.Action'
EDITABLE = 'org.a11y.atspi.EditableText'
TEXT = 'org.a11y.atspi.Text'

PATIENCE = float(os.environ.get('TEND_TEST_PATIENCE', '20'))


def program():
    return pathlib.Path(os.environ.get('TEND_PROGRAM', TOP / 'build' / 'src' / 'app' / 'tend'))


def build():
    return program().parents[2]


def home():
    """A new home folder that lives as long as the test."""
    path = tempfile.mkdtemp(prefix='tend-home-')
    atexit.register(shutil.rmtree, path, ignore_errors=True)
    return path


def wait(what, condition, seconds=None):
    """Waits until the condition gives something true and gives it back."""
    end = time.monotonic() + (PATIENCE if seconds is None else seconds)
    while True:
        began = time.monotonic()
        try:
            found = condition()
        except GLib.Error:
            found = None        # what it looked at has just gone
        now = time.monotonic()
        if found:
            return found
        if now > end:
            raise AssertionError(f'waited in vain for {what}')
        # Who is asked all the time comes to nothing else.
        time.sleep(min(max(now - began, 0.03), 0.15))


def set_text_size(scale):
    """Makes the text of all programs started from now on so much larger.

    Without a settings daemon GTK takes the dots to an inch from the X server's
    resources, and from there alone.
    """
    x11 = ctypes.CDLL('libX11.so.6')
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XDefaultRootWindow.restype = x11.XInternAtom.restype = ctypes.c_ulong
    server = ctypes.c_void_p(x11.XOpenDisplay(None))
    text = f'Xft.dpi:\t{int(96 * scale)}\n'.encode()
    root = ctypes.c_ulong(x11.XDefaultRootWindow(server))
    resources = ctypes.c_ulong(x11.XInternAtom(server, b'RESOURCE_MANAGER', 0))
    of_text = ctypes.c_ulong(x11.XInternAtom(server, b'STRING', 0))
    x11.XChangeProperty(server, root, resources, of_text, 8, 0, text, len(text))
    x11.XCloseDisplay(server)


# The scene's side: inside a session.

class Bus:
    """The accessibility bus.  Questions go out together and their answers are waited for
    together: a search asks some hundred, and would else wait for each.  What a widget is
    does not change, so that is asked only once."""

    ACCESSIBLE = 'org.a11y.atspi.Accessible'
    PROPERTIES = 'org.freedesktop.DBus.Properties'

    # Many, and with nothing in them.
    LEAVES = ('image', 'label', 'separator')

    def __init__(self):
        self.known = {}         # the roles of all widgets met
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress',
                                    None, None, Gio.DBusCallFlags.NONE, -1, None).unpack()[0]
        self.connection = Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)

    def ask(self, place, interface, method, arguments=None):
        """One question; a GLib.Error where the widget has gone or knows no such thing."""
        return self.connection.call_sync(*place, interface, method, arguments, None,
                                         Gio.DBusCallFlags.NONE, int(PATIENCE * 1000),
                                         None).unpack()

    def ask_all(self, questions):
        """The answers to questions of ask(), in order; None from what has just gone."""
        answers = [None] * len(questions)
        left = len(questions)

        def done(connection, result, index):
            nonlocal left
            left -= 1
            with contextlib.suppress(GLib.Error):
                answers[index] = connection.call_finish(result).unpack()

        for index, (place, interface, method, arguments) in enumerate(questions):
            self.connection.call(*place, interface, method, arguments, None,
                                 Gio.DBusCallFlags.NONE, int(PATIENCE * 1000), None, done, index)
        while left:
            GLib.MainContext.default().iteration(True)
        return answers

    @staticmethod
    def named(name, interface=ACCESSIBLE):
        return GLib.Variant('(ss)', (interface, name))

    def get(self, place, name, interface=ACCESSIBLE):
        return self.ask(place, self.PROPERTIES, 'Get', self.named(name, interface))[0]

    def names(self, places):
        answers = self.ask_all([(place, self.PROPERTIES, 'Get', self.named('Name'))
                                for place in places])
        return [answer and answer[0] for answer in answers]

    def have(self, places, state):
        """Which of them are 'showing', 'sensitive', 'checked', 'focused', 'selected' …"""
        bit = int(getattr(Atspi.StateType, state.upper()))
        answers = self.ask_all([(place, self.ACCESSIBLE, 'GetState', None) for place in places])
        return [bool(answer and answer[0][bit // 32] >> bit % 32 & 1) for answer in answers]

    def role(self, place):
        if place not in self.known:
            self.learn(place, self.ask(place, self.ACCESSIBLE, 'GetRole'))
        return self.known[place]

    def learn(self, place, answer):
        if answer is not None:
            self.known[place] = Atspi.role_get_name(Atspi.Role(answer[0]))

    def contents(self, places):
        """What lies in each of them."""
        new = [place for place in places if place not in self.known]
        open_ones = [place for place in places if self.known.get(place) not in self.LEAVES]
        answers = self.ask_all([(place, self.ACCESSIBLE, 'GetRole', None) for place in new]
                               + [(place, self.ACCESSIBLE, 'GetChildren', None)
                                  for place in open_ones])
        for place, answer in zip(new, answers):
            self.learn(place, answer)
        inside = {place: [tuple(child) for child in answer[0]] if answer else []
                  for place, answer in zip(open_ones, answers[len(new):])}
        return [inside.get(place, []) for place in places]

    def applications(self):
        return self.ask(('org.a11y.atspi.Registry', '/org/a11y/atspi/accessible/root'),
                        self.ACCESSIBLE, 'GetChildren')[0]

    def process(self, place):
        return self.ask(('org.freedesktop.DBus', '/org/freedesktop/DBus'), 'org.freedesktop.DBus',
                        'GetConnectionUnixProcessID', GLib.Variant('(s)', (place[0],)))[0]


Box = collections.namedtuple('Box', 'x y width height')


class Node:
    """One widget, as assistive technology sees it."""

    def __init__(self, desktop, place):
        self.desktop = desktop
        self.bus = desktop.bus
        self.place = tuple(place)       # the program's name on the bus, and the widget's path

    def __eq__(self, other):
        return isinstance(other, Node) and self.place == other.place

    def __hash__(self):
        return hash(self.place)

    @property
    def name(self):
        return self.bus.get(self.place, 'Name')

    @property
    def description(self):
        return self.bus.get(self.place, 'Description')

    @property
    def role(self):
        return self.bus.role(self.place)

    def has(self, state):
        """As of Bus.have(); a GLib.Error where it has gone."""
        bit = int(getattr(Atspi.StateType, state.upper()))
        states = self.bus.ask(self.place, Bus.ACCESSIBLE, 'GetState')[0]
        return bool(states[bit // 32] >> bit % 32 & 1)

    def offers(self, interface):
        return interface in self.bus.ask(self.place, Bus.ACCESSIBLE, 'GetInterfaces')[0]

    def is_usable(self):
        """A widget in an insensitive one does not say that it is insensitive too."""
        node = self
        while node.role != 'application':
            if not node.has('sensitive'):
                return False
            node = Node(self.desktop, self.bus.get(node.place, 'Parent'))
        return True

    def children(self):
        return [Node(self.desktop, place) for place in
                self.bus.ask(self.place, Bus.ACCESSIBLE, 'GetChildren')[0]]

    def walk(self):
        """Itself and everything in it that is on view, from the top."""
        below = {}
        level = [self.place]
        while level:
            below.update(zip(level, self.bus.contents(level)))
            level = [child for place in level for child in below[place] if child not in below]

        stack = [self.place]
        while stack:
            place = stack.pop()
            yield Node(self.desktop, place)
            stack += reversed(below[place])

    def all(self, role=None, name=None, state=None):
        """Every widget on view with that role, that name (text, or a compiled pattern) and
        that state."""
        nodes = list(self.walk())
        if role is not None:
            nodes = [node for node in nodes if self.bus.known.get(node.place) == role]
        if name is not None:
            names = self.bus.names([node.place for node in nodes])
            nodes = [node for node, its in zip(nodes, names)
                     if its is not None and matches(name, its)]
        if state is not None:
            have = self.bus.have([node.place for node in nodes], state)
            nodes = [node for node, has in zip(nodes, have) if has]
        return nodes

    def find(self, role=None, name=None, seconds=None):
        """The first such widget, as soon as there is one."""
        return wait(f'{role or "widget"} “{getattr(name, "pattern", name)}”',
                    lambda: next(iter(self.all(role, name)), None), seconds)

    def front(self, title):
        """The application's window with this title; searching it alone is quick."""
        return wait(f'the window “{getattr(title, "pattern", title)}”', lambda: next(
            (node for node in self.children() if matches(title, node.name)), None))

    def gone(self, role=None, name=None, seconds=None):
        wait(f'{role} “{name}” to go', lambda: not self.all(role, name), seconds)

    def click(self):
        """What activating it does: the widget's own action, else the pointer."""
        wait(f'“{self.name}” to become usable', lambda: self.has('sensitive'))
        try:
            done = self.bus.get(self.place, 'NActions', ACTION) > 0 and \
                self.bus.ask(self.place, ACTION, 'DoAction', GLib.Variant('(i)', (0,)))[0]
        except GLib.Error:
            done = False                # it has no actions
        if not done:
            self.press()

    def press(self):
        """Presses the pointer's button in its middle, as deep down as it may lie.

        Without xdotool's --sync, which waits seconds for a pointer that is there to move.
        """
        box = wait(f'“{self.name}” to come into view', self.box_in_view)
        x, y, *_ = self.desktop.geometry()
        xdotool('mousemove', str(x + box.x + box.width // 2),
                str(y + box.y + box.height // 2), 'click', '1')

    def box_in_view(self):
        """Where it is; with the wheel, when it lies beyond the window's foot."""
        box = self.resting_box()
        x, y, width, height = self.desktop.geometry()
        beyond = box.y + box.height - height if box else 0
        if beyond > 0:
            xdotool('mousemove', str(x + box.x + box.width // 2),
                    str(y + height * 2 // 3),
                    'click', '--repeat', str(2 + beyond // 80), '--delay', '10', '5')
            return None
        return box

    def resting_box(self):
        """Where it is once that no longer changes: pages slide in."""
        before = self.box()
        time.sleep(0.1)
        after = self.box()
        same = before and after and (before.x, before.y) == (after.x, after.y)
        return after if same else None

    def box(self):
        try:
            told = self.bus.ask(self.place, 'org.a11y.atspi.Component', 'GetExtents',
                                GLib.Variant('(u)', (int(Atspi.CoordType.WINDOW),)))[0]
        except GLib.Error:
            return None
        box = Box(*told)
        return box if box.width > 0 else None

    def text(self):
        """What stands in an entry."""
        place = self.entry().place
        length = self.bus.get(place, 'CharacterCount', TEXT)
        return self.bus.ask(place, TEXT, 'GetText', GLib.Variant('(ii)', (0, length)))[0]

    def entry(self):
        """An entry row's text lies inside the row."""
        for node in self.walk():
            if node.offers(EDITABLE):
                return node
        raise AssertionError(f'“{self.name}” is no entry')

    def fill(self, text):
        """Puts text into an entry in place of what is there."""
        entry = self.entry()
        self.bus.ask(entry.place, EDITABLE, 'SetTextContents', GLib.Variant('(s)', (text,)))
        wait(f'“{self.name}” to hold “{text}”', lambda: self.text() == text)

    def set_value(self, number):
        """Of what holds a number."""
        self.bus.ask(self.place, Bus.PROPERTIES, 'Set',
                     GLib.Variant('(ssv)', ('org.a11y.atspi.Value', 'CurrentValue',
                                            GLib.Variant('d', number))))

    def tree(self, depth=0):
        """The widgets on view, an indented line each, to find one's way."""
        lines = [f'{"  " * depth}{self.role} “{self.name}”'
                 + (f' ({self.description})' if self.description else '')]
        for child in self.children():
            lines += child.tree(depth + 1)
        return lines


def matches(pattern, name):
    if pattern is None:
        return True
    if isinstance(pattern, re.Pattern):
        return pattern.search(name) is not None
    return pattern == name


def xdotool(*arguments):
    subprocess.run(['xdotool', *arguments], check=True, stdout=subprocess.DEVNULL)


class Desktop:
    """The display, the bus and the programs started on it."""

    def __init__(self):
        self.started = []
        self.nodes = []             # of the programs started, each with its process
        self.keys_went_to = None
        self.helpers = [
            self.spawn('openbox'),
            self.spawn('/usr/libexec/at-spi-bus-launcher', '--launch-immediately'),
        ]
        wait('the accessibility bus', self.has_accessibility_bus)
        self.bus = Bus()
        # A window that comes before it may never be shown.
        wait('the window manager', self.has_window_manager)

    def spawn(self, *command, **options):
        return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                **options)

    @staticmethod
    def has_accessibility_bus():
        done = subprocess.run(['gdbus', 'call', '--session', '--dest', 'org.a11y.Bus',
                               '--object-path', '/org/a11y/bus', '--method',
                               'org.a11y.Bus.GetAddress'], capture_output=True, check=False)
        return done.returncode == 0

    @staticmethod
    def has_window_manager():
        return subprocess.run(['xdotool', 'get_desktop'], capture_output=True,
                              check=False).returncode == 0

    def start(self, *arguments, environment=None):
        """Starts Tend and gives its application node, once its window is there."""
        env = {**os.environ, **FOR_THE_PROGRAM, 'GTK_A11Y': 'atspi',
               'GSETTINGS_SCHEMA_DIR': str(build() / 'data'),
               'XDG_DATA_DIRS': f'{TOP}:' + os.environ.get('XDG_DATA_DIRS',
                                                           '/usr/local/share:/usr/share'),
               **(environment or {})}
        env.setdefault('GSETTINGS_BACKEND', 'keyfile')
        wrapper = os.environ.get('TEND_TEST_WRAPPER', '').split()
        process = subprocess.Popen([*wrapper, str(program()), *arguments], env=env)
        self.started.append(process)
        window = self.application(process)
        # Keys go to the window in front: this one, unless a prompt came before it.
        with contextlib.suppress(AssertionError):
            wait('the window to be in front',
                 lambda: any(child.has('active') for child in window.children()), 3)
        return window

    def application(self, process):
        def find():
            if process.poll() is not None:
                raise AssertionError(f'the program ended with {process.returncode}')
            for place in self.bus.applications():
                if self.bus.process(place) == process.pid:
                    node = Node(self, place)
                    return node if node.children() else None
            return None

        node = wait('the window', find)
        node.process = process
        self.nodes.append(node)
        return node

    def stop(self, process=None, how=signal.SIGTERM):
        """Ends the program and waits for its end; SIGKILL is a crash."""
        process = process or self.started[-1]
        process.send_signal(how)
        process.wait(PATIENCE)
        return process.returncode

    def geometry(self):
        """Where the active window's own corner lies on the display, and its size."""
        told = subprocess.run(['xdotool', 'getactivewindow', 'getwindowgeometry', '--shell'],
                              capture_output=True, text=True, check=True).stdout
        place = dict(line.split('=') for line in told.split())
        return tuple(int(place[name]) for name in ('X', 'Y', 'WIDTH', 'HEIGHT'))

    def newest(self):
        """The newest window of a program if it gets the keys, and whether one of them does."""
        any_active = False
        for node in self.nodes:
            shown = [] if node.process.poll() is not None else \
                [window for window in node.children() if window.has('showing')]
            active = [window for window in shown if window.has('active')]
            if active and active[-1] == shown[-1]:
                return active[-1], True
            any_active = any_active or bool(active)
        return None, any_active

    def settle(self):
        """A window that has just come gets the keys once the window manager says so, and
        nobody is quicker than the eye.

        Where another program is in front on purpose, such as a prompt, they go there.
        """
        end = time.monotonic() + 2
        nobody_until = time.monotonic() + 0.3
        while time.monotonic() < end:
            with contextlib.suppress(GLib.Error):       # one may just be going
                window, any_active = self.newest()
                if window is not None:
                    if window != self.keys_went_to:
                        time.sleep(0.2)
                    self.keys_went_to = window
                    return
                if not any_active and time.monotonic() > nobody_until:
                    return
                if any_active:
                    nobody_until = time.monotonic() + 0.3
            time.sleep(0.03)

    def key(self, *keys):
        """Presses keys one after the other: 'ctrl+k', 'Tab', 'Return' …"""
        self.settle()
        xdotool('key', '--clearmodifiers', *keys)

    def type(self, text):
        self.settle()
        xdotool('type', '--delay', '5', text)

    def tab_to(self, window, target):
        """Goes to a widget of the window by Tab alone, the shorter way."""
        stops = window.all(state='focusable')
        places = [node.place for node in stops]
        goal = stops.index(target)

        def where(among):
            have = self.bus.have([places[i] for i in among], 'focused')
            return next((i for i, has in zip(among, have) if has), -1)

        at = where(range(len(stops)))
        key = 'shift+Tab' if goal < at else 'Tab'
        for _ in stops:
            if at == goal:
                return
            self.key(key)
            others = [*range(at + 1, len(stops)), *range(at)]
            if key != 'Tab':
                others.reverse()
            at = wait('Tab to go on', lambda: where(others) + 1) - 1
        raise AssertionError(f'Tab does not come to “{target.name}”')

    def enter(self, window, target):
        """Does by keys what a press would do."""
        self.tab_to(window, target)
        self.key('Return')

    def write(self, window, row, text):
        """Types into a row in place of what is there."""
        self.tab_to(window, row.entry())
        self.key('ctrl+a')
        self.type(text)
        wait(f'“{row.name}” to hold “{text}”', lambda: row.text() == text)

    def choose(self, window, row, name, by_keys=False):
        """Chooses in a combo row by its list, with the keyboard."""
        combo = window.find('combo box', re.compile('^' + row))
        if by_keys:
            self.tab_to(window, combo)
            self.key('space')
        else:
            combo.press()
        names = wait(f'“{name}” in the list', lambda: next(
            (found for found in [[label.name for label in combo.find('scroll pane').all('label')]]
             if name in found), None))
        self.key(*['Down'] * names.index(name), 'Return')
        wait(f'“{name}”', lambda: name in [label.name for label in combo.all('label')])

    def in_front(self, title):
        """Waits until the window of that title is the one that gets the keys."""
        wait(f'“{title}” to be in front', lambda: subprocess.run(
            ['xdotool', 'getactivewindow', 'getwindowname'], capture_output=True, text=True,
            check=False).stdout.strip() == title)

    def size(self, width, height):
        """Makes the active window so large."""
        xdotool('getactivewindow', 'windowsize', '--sync', str(width), str(height))

    def picture(self, path):
        subprocess.run(['import', '-window', 'root', str(path)], check=True)

    def close(self):
        for process in self.started:
            if process.poll() is None:
                process.terminate()
                try:
                    process.wait(5)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
        for process in self.helpers:
            process.terminate()
            process.wait()


def keep_evidence(desktop, name):
    """A picture and the tree of what went wrong."""
    folder = pathlib.Path(os.environ.get('TEND_TEST_OUT') or tempfile.mkdtemp(prefix='tend-ui-'))
    folder.mkdir(parents=True, exist_ok=True)
    desktop.picture(folder / f'{name}.png')
    lines = []
    for process in desktop.started:
        if process.poll() is None:
            lines += desktop.application(process).tree()
    (folder / f'{name}.txt').write_text('\n'.join(lines) + '\n', encoding='utf-8')
    print(f'# picture and tree are in {folder}', file=sys.stderr)


def perform(scene, answer, arguments):
    """Runs one scene in this session."""
    desktop = Desktop()
    try:
        told = scene(desktop, *arguments)
        pathlib.Path(answer).write_text(json.dumps(told), encoding='utf-8')
        status = 0
    except Exception:
        traceback.print_exc()
        try:
            keep_evidence(desktop, scene.__name__)
        except Exception as error:
            print(f'# no picture: {error}', file=sys.stderr)
        status = 1
    desktop.close()
    return status


# The test's side: it starts a session for each scene.

class Failed(Exception):
    """A scene went wrong; what, has been printed."""


@contextlib.contextmanager
def display(size='1280x900'):
    """A display without a screen, for what is played meanwhile."""
    read, write = os.pipe()
    server = subprocess.Popen(['Xvfb', '-displayfd', str(write), '-screen', '0', f'{size}x24',
                               '-nolisten', 'tcp', '-noreset'], pass_fds=[write],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as told:
        number = told.readline().strip()
    os.environ['DISPLAY'] = ':' + number
    os.environ['TEND_TEST_DISPLAY'] = number
    os.environ.pop('WAYLAND_DISPLAY', None)
    os.environ['GDK_BACKEND'] = 'x11'
    try:
        yield
    finally:
        del os.environ['TEND_TEST_DISPLAY']
        server.terminate()
        server.wait()


def start_display():
    """A display for all scenes of this test, unless there is one."""
    if not os.environ.get('TEND_TEST_DISPLAY'):
        one = display()
        one.__enter__()
        atexit.register(one.__exit__, None, None, None)


def session(keyring):
    """The command that starts a session: with a keyring that is 'unlocked', 'locked', or 'none'."""
    if keyring == 'none':
        return ['sh', str(LIB / 'without-keyring.sh')]
    return ['sh', str(LIB / 'with-keyring.sh')] + (['--locked'] if keyring == 'locked' else [])


def play(scene, home_folder, *arguments, keyring='unlocked'):
    """Plays a scene in a new session and gives back what it returned."""
    start_display()
    with tempfile.NamedTemporaryFile() as answer:
        environment = {**os.environ, 'TEND_TEST_HOME': home_folder}
        done = subprocess.run([*session(keyring), sys.executable, '-B', sys.argv[0], '--scene',
                               scene.__name__, answer.name, json.dumps(arguments)],
                              env=environment, check=False, stdout=sys.stderr)
        if done.returncode != 0:
            raise Failed(scene.__name__)
        return json.loads(pathlib.Path(answer.name).read_text(encoding='utf-8'))


def run(*tests):
    """Runs the tests, in TAP; or, inside a session, the one scene it was started for."""
    if sys.argv[1:2] == ['--scene']:
        scene = getattr(sys.modules['__main__'], sys.argv[2])
        sys.exit(perform(scene, sys.argv[3], json.loads(sys.argv[4])))

    print(f'1..{len(tests)}', flush=True)
    failed = 0
    for number, test in enumerate(tests, start=1):
        try:
            test()
            print(f'ok {number} {test.__name__}', flush=True)
        except Failed as scene:
            failed += 1
            print(f'not ok {number} {test.__name__}: scene {scene}', flush=True)
        except Exception:
            failed += 1
            traceback.print_exc()
            print(f'not ok {number} {test.__name__}', flush=True)
    sys.exit(1 if failed else 0)

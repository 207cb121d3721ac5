#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The layer rule, as far as the compiler cannot see it.

Each layer's dependencies in src/*/meson.build keep a forbidden header out of reach.
What is left are headers that lie in /usr/include for everybody, headers that come
along with an allowed library, and SQL, which is only text.
"""

import re

import tree

# What a layer may use besides itself.
MAY_USE = {
    'core': (),
    'vault': ('core',),
    'records': ('core', 'vault'),
    'schemes': ('core', 'records'),
    'documents': ('core',),
    'exchange': ('core', 'vault', 'records', 'schemes', 'documents'),
    'reminders': ('core', 'records', 'schemes'),
    'app': ('core', 'vault', 'records', 'schemes', 'documents', 'exchange', 'reminders'),
    'cli': ('core', 'vault', 'records', 'schemes', 'documents', 'exchange', 'reminders'),
}

# (what it is, how it looks, the layers or files where it belongs)
BELONGS = (
    ('GTK', r'#\s*include\s*<(gtk|gdk(?!-pixbuf)|gsk|adwaita)\b', ('src/app/',)),
    ('sqlite3.h', r'#\s*include\s*[<"](sqlcipher/)?sqlite3\.h', ('src/vault/', 'src/records/')),
    ('SQL',
     r'"\s*(SELECT|INSERT (OR \w+ )?INTO|UPDATE \w+ SET|DELETE FROM|REPLACE INTO'
     r'|CREATE (TABLE|INDEX|VIEW|TRIGGER)|ALTER TABLE|DROP TABLE|PRAGMA) ',
     ('src/vault/', 'src/records/')),
    ('a look at the version of GTK or libadwaita', r'\b(GTK|ADW)_CHECK_VERSION\b',
     ('src/app/shell/tend-compat.c',)),
    ('a network socket',
     r'#\s*include\s*<(sys/socket|netinet/|netdb|arpa/|libsoup|curl/|gio/gnetworking)'
     r'|\bg_(socket|network|resolver|tls|inet)_\w+\s*\(|\bsoup_\w+\s*\(', ()),
)

INCLUDE = re.compile(r'#\s*include\s*"([^"]+)"')


def layer_of(path):
    return path.relative_to(tree.TOP / 'src').parts[0]


def generated(layer):
    """Names of the headers that the layer's build makes of packed files."""
    build = (tree.TOP / 'src' / layer / 'meson.build').read_text(encoding='utf-8')
    return {f'{name}.h' for name in re.findall(r"compile_resources\('([^']+)'", build)}


def check_includes(path, homes, faults):
    layer = layer_of(path)
    own = generated(layer)
    for number, line in tree.lines(path):
        found = INCLUDE.match(line)
        header = found and found[1].rsplit('/', 1)[-1]
        home = homes.get(header)
        if home is None or home == layer or header in own:
            continue
        place = f'{tree.name(path)}:{number}: '
        if home not in MAY_USE[layer]:
            faults.append(f'{place}{layer} may not use {home} ({header})')
        elif header.endswith('-private.h'):
            faults.append(f'{place}{header} is private to {home}')


def check_belongings(path, faults):
    place = tree.name(path)
    for what, pattern, homes in BELONGS:
        if place.startswith(homes or ('nowhere',)):
            continue
        for number, line in tree.lines(path):
            if re.search(pattern, line):
                where = ' or '.join(homes) or 'nowhere in Tend'
                faults.append(f'{place}:{number}: {what} belongs in {where}')


def main():
    faults = []
    sources = [path for path in tree.files('src', suffixes=('.c', '.h'))]
    homes = {path.name: layer_of(path) for path in sources if path.suffix == '.h'}

    for path in sources:
        if layer_of(path) not in MAY_USE:
            faults.append(f'{tree.name(path)}: {layer_of(path)} is no layer that this test knows')
            continue
        check_includes(path, homes, faults)
        check_belongings(path, faults)
    tree.finish(faults, len(sources))


if __name__ == '__main__':
    main()

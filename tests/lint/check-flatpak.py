#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Flatpak manifest, as flatpak-builder itself reads it, asks for no more than Tend needs."""

import configparser
import json
import re
import subprocess
import sys

import tree

# A window, its drawing, and the keyring.  No network, no files, no session bus.
ALLOWED = {
    '--share=ipc',
    '--socket=fallback-x11',
    '--socket=wayland',
    '--device=dri',
    '--talk-name=org.freedesktop.secrets',
}


def read_back(manifest):
    """What flatpak-builder makes of the manifest, and what it complains of."""
    done = subprocess.run(['flatpak-builder', '--show-manifest', str(manifest)],
                          capture_output=True, text=True, check=False)
    faults = [line for line in done.stderr.splitlines()
              if re.search('unknown property|error', line, re.I)]
    if done.returncode:
        faults.append(f'flatpak-builder ends with {done.returncode}')
        return {}, faults
    return json.loads(done.stdout), faults


def texts(value):
    """Every piece of text anywhere in the manifest."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from texts(part)
    elif isinstance(value, str):
        yield value


def check_permissions(manifest):
    args = set(manifest.get('finish-args', []))
    yield from (f'{arg} is more than Tend needs' for arg in sorted(args - ALLOWED))
    yield from (f'{arg} is missing' for arg in sorted(ALLOWED - args))
    yield from (f'{text} opens the network to the build' for text in texts(manifest.get('modules'))
                if 'share=network' in text)


def check_sources(manifest):
    """Everything fetched is pinned, and SQLCipher is the release that the wrap names."""
    wrap = configparser.ConfigParser(interpolation=None)
    wrap.read(tree.TOP / 'subprojects' / 'sqlcipher.wrap')
    seen = False

    for module in manifest.get('modules', []):
        for source in module.get('sources', []):
            if 'url' in source and not re.fullmatch('[0-9a-f]{64}', source.get('sha256', '')):
                yield f"{module['name']} is fetched without a SHA-256"
        if module['name'] == 'sqlcipher':
            seen = True
            source = module['sources'][0]
            if (source['url'], source['sha256']) != (wrap['wrap-file']['source_url'],
                                                     wrap['wrap-file']['source_hash']):
                yield 'sqlcipher is not the release of subprojects/sqlcipher.wrap'
    if not seen:
        yield 'there is no sqlcipher module'


def main():
    path = tree.TOP / 'flatpak' / f'{sys.argv[1]}.json'
    manifest, faults = read_back(path)

    if manifest.get('id', manifest.get('app-id')) != sys.argv[1]:
        faults.append(f'the manifest is not of {sys.argv[1]}')
    faults += check_permissions(manifest)
    faults += check_sources(manifest)
    tree.finish(faults, 1)


if __name__ == '__main__':
    main()

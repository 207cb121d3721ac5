#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What of the project's style a program can judge (HACKING.md has the rest)."""

import ast
import re

import tree

TEXT = ('.build', '.c', '.css', '.h', '.in', '.json', '.md', '.po', '.py', '.sh', '.sql', '.supp',
        '.svg', '.txt', '.ui', '.wrap', '.xml', '')
CODE = ('.c', '.h', '.py', '.sh', '')
COLUMNS = 100
SPDX = 'SPDX-License-Identifier: GPL-3.0-or-later'

# Left as one piece, so that this file does not find itself.
UNFINISHED = re.compile(r'\b(TO' r'DO|FIX' r'ME|XX' r'X)\b')
UNSAFE = re.compile(r'\b(strcpy|strcat|sprintf|vsprintf|gets|system|popen|tmpnam|mktemp) \(')
LINE_COMMENT = re.compile(r'(^|\s)//')
STRING = re.compile(r'"(\\.|[^"\\])*"')


def check_text(path, text):
    if '\r' in text:
        yield 1, 'has carriage returns'
    if text and not text.endswith('\n'):
        yield text.count('\n') + 1, 'does not end with a line break'
    for number, line in enumerate(text.splitlines(), start=1):
        if line != line.rstrip():
            yield number, 'ends with blanks'
        if '\t' in line:
            yield number, 'has a tab'
        if UNFINISHED.search(line):
            yield number, 'says that it is not finished'
        if path.suffix in CODE and len(line) > COLUMNS:
            yield number, f'is longer than {COLUMNS} columns'


def check_code(path, text):
    if not any(SPDX in line for line in text.splitlines()[:2]):
        yield 1, f'does not say {SPDX}'
    if path.suffix == '.h' and '\n#pragma once\n' not in text:
        yield 1, 'has no #pragma once'
    if path.suffix in ('.c', '.h'):
        for number, line in enumerate(text.splitlines(), start=1):
            bare = STRING.sub('""', line)
            if LINE_COMMENT.search(bare):
                yield number, 'has a // comment'
            if UNSAFE.search(bare):
                yield number, 'calls a function that cannot be used safely'
    if path.suffix == '.py':
        try:
            ast.parse(text)
        except SyntaxError as error:
            yield error.lineno, f'is not Python: {error.msg}'


def main():
    faults = []
    paths = [path for path in tree.files() if path.suffix in TEXT and path.name != 'LINGUAS']

    for path in paths:
        try:
            text = path.read_text(encoding='utf-8')
        except UnicodeDecodeError:
            faults.append(f'{tree.name(path)}: is not UTF-8')
            continue
        found = list(check_text(path, text))
        if path.suffix in CODE and path.name != 'POTFILES':
            found += check_code(path, text)
        faults += [f'{tree.name(path)}:{number}: {what}' for number, what in found]
    tree.finish(faults, len(paths))


if __name__ == '__main__':
    main()

#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# amalgamate.sh SOURCE OUTPUT: makes sqlite3.c and sqlite3.h from SQLCipher's sources.
# The makefile litters the folder it runs in, so that is a temporary one.

set -eu
source=$1
output=$(cd "$2" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cd "$work"
if ! { "$source/configure" --disable-tcl --enable-tempstore=yes \
         CFLAGS=-DSQLITE_HAS_CODEC LDFLAGS=-lcrypto && make sqlite3.c; } >log 2>&1; then
  cat log >&2
  exit 1
fi
cp sqlite3.c sqlite3.h "$output"

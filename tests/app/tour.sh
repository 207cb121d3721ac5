#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# tour.sh FOLDER: walks through the program on the sample records under a virtual
# display and leaves a picture of every page, and the printed documents as PDF with
# a picture of each page.  What is shown is listed in tour.py.

set -eu
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
mkdir -p "$1"
out=$(cd "$1" && pwd)
rm -f "$out"/*.png "$out"/*.pdf

export TEND_PROGRAM="${TEND_PROGRAM:-$top/build/src/app/tend}"
export TEND_CLI="${TEND_CLI:-$top/build/src/cli/tend-cli}"
export TEND_TOUR="$out" TEND_TEST_OUT="$out/trouble" LC_ALL=C.UTF-8
/usr/bin/python3 -B "$here/tour.py"

echo
echo "The pictures and the printed documents are in $out:"
ls "$out"

#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# tests/bench/run.sh BUILD: measures Tend built in the folder BUILD, on the heavy load,
# and prints one table.  `make bench` calls it through .ci/uninstalled.
#
# The load is made once and kept in ${XDG_CACHE_HOME:-~/.cache}/tend-bench; it is made
# anew when its maker or the schema has changed, and once a week, so that it ends today.
# The windows are shown on a display of their own, in a session of their own with a real
# keyring, one after the other by turns.  TEND_BENCH_RUNS says how often (7).

set -eu
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
runs=${TEND_BENCH_RUNS:-7}
# How long a window stands before its memory is looked at.
seconds=5

# In the session with the keyring: which window, then what measure-start prints.  Tend
# draws with Cairo, which starts sooner than GTK's own choice; so that this alone does
# not make it look quick, the empty window is shown with either.
starts ()
{
  "$build/tests/bench/make-load" --remember "$load"
  round=0
  while [ "$round" -le "$runs" ]; do
    # The first one of each fills the caches and is not counted.
    for name in empty cairo tend; do
      case $name in
        empty) set -- "$build/tests/bench/empty-window" ;;
        cairo) set -- env GSK_RENDERER=cairo "$build/tests/bench/empty-window" ;;
        tend) set -- "$build/src/app/tend" --vault "$load/vault" ;;
      esac
      line=$("$build/tests/bench/measure-start" "$seconds" "$@" 2>"$work/$name.log") || {
        cat "$work/$name.log" >&2
        return 1
      }
      if [ "$round" -gt 0 ]; then
        printf '%s\t%s\n' "$name" "$line"
      fi
    done
    round=$((round + 1))
  done
}

if [ "$1" = --starts ]; then
  build=$2 load=$3 work=$4
  starts
  exit
fi

build=$(cd "$1" && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/tend-bench
load=$cache/load
work=$(mktemp -d)
xvfb=
trap '[ -z "$xvfb" ] || kill "$xvfb"; rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

make_load ()
{
  made_by=$(cat "$here"/load*.[ch] "$here/measure-mar.c" "$top"/data/schema/*.sql | cksum)
  stamp="$made_by $(date +%G-W%V)"
  if [ "$(cat "$cache/stamp" 2>/dev/null)" = "$stamp" ]; then
    return
  fi
  echo "Making fifteen years of records in $cache; this takes minutes, once a week."
  rm -rf "$cache"
  mkdir -p "$cache"
  "$build/tests/bench/make-load" "$load"
  echo "$stamp" >"$cache/stamp"
}

start_display ()
{
  Xvfb -displayfd 3 -screen 0 1280x900x24 -nolisten tcp -noreset \
    3>"$work/display" 2>"$work/xvfb.log" &
  xvfb=$!
  tries=0
  until [ -s "$work/display" ]; do
    tries=$((tries + 1))
    [ "$tries" -le 200 ] || { cat "$work/xvfb.log" >&2; exit 1; }
    sleep 0.05
  done
  DISPLAY=:$(tr -d '\n' <"$work/display")
  export DISPLAY
}

export GSETTINGS_BACKEND=memory LC_ALL=C.UTF-8
make_load
"$build/tests/bench/measure-work" "$load" >"$work/work"
"$build/tests/bench/measure-check" "$load" >>"$work/work"
"$build/tests/bench/measure-mar" "$cache/doses" >>"$work/work"
"$build/tests/bench/measure-chart" >>"$work/work"

if [ -x "$build/tests/bench/measure-start" ]; then
  start_display
  "$top/tests/lib/with-keyring.sh" "$here/run.sh" --starts "$build" "$load" "$work" \
    >"$work/starts" 2>"$work/session.log" || { cat "$work/session.log" >&2; exit 1; }
  awk -F '\t' -f "$here/starts.awk" "$work/starts" >"$work/rows"
else
  echo "Starting is not measured: the headers of libX11 and libXdamage are not here."
fi

cat "$work/work" >>"$work/rows"
echo
awk -F '\t' -f "$here/table.awk" "$work/rows"

# Another program on the same processors shows in every figure.
if [ "$(awk '{ printf "%d", $1 + 0.5 }' /proc/loadavg)" -gt 1 ]; then
  echo
  echo "The machine is busy (load $(cut -d ' ' -f 1 /proc/loadavg) on $(nproc) processors):" \
    "the figures are worse than Tend’s own."
fi

#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# with-keyring.sh [--locked] [--no-display] COMMAND...
#
# Runs COMMAND in a session of its own: a session bus, a real gnome-keyring whose
# login keyring is unlocked, and a private home and runtime folder, all gone
# afterwards.  --locked leaves the keyring as a session without a login would:
# there, and locked.  --no-display keeps prompts from being shown.
#
# TEND_TEST_HOME, when set, is used as the home and kept, so that a second run
# finds what the first has stored.

set -eu

locked=
while :; do
  case "${1-}" in
    --locked) locked=1 ;;
    --no-display) unset DISPLAY WAYLAND_DISPLAY ;;
    *) break ;;
  esac
  shift
done

top=$(mktemp -d)
trap 'rm -rf "$top"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

HOME=${TEND_TEST_HOME:-$top/home}
XDG_RUNTIME_DIR=$top/run
export HOME XDG_RUNTIME_DIR
mkdir -p "$HOME"
mkdir -m 700 "$XDG_RUNTIME_DIR"
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME XDG_STATE_HOME SECRET_BACKEND \
  DBUS_SESSION_BUS_ADDRESS GNOME_KEYRING_CONTROL 2>/dev/null || :

# The password of every keyring that the tests make.
TEND_TEST_KEYRING_PASSWORD=tend-test
TEND_TEST_LOCKED=$locked
export TEND_TEST_KEYRING_PASSWORD TEND_TEST_LOCKED

# Fatal warnings are for the program under test, not for the desktop around it.
TEND_TEST_G_DEBUG=${G_DEBUG-}
export TEND_TEST_G_DEBUG
unset G_DEBUG MALLOC_CHECK_ MALLOC_PERTURB_ 2>/dev/null || :

dbus-run-session -- sh -c '
  unlock () {
    printf %s "$TEND_TEST_KEYRING_PASSWORD" |
      gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
  }

  has_owner () {
    gdbus call --session --dest org.freedesktop.DBus --object-path /org/freedesktop/DBus \
      --method org.freedesktop.DBus.NameHasOwner org.freedesktop.secrets | grep -q true
  }

  if [ -z "$TEND_TEST_LOCKED" ]; then
    unlock
    tries=0
    until has_owner; do
      tries=$((tries + 1))
      if [ $tries -gt 200 ]; then
        echo "gnome-keyring did not start" >&2
        exit 99
      fi
      sleep 0.05
    done
  fi
  if [ -n "$TEND_TEST_G_DEBUG" ]; then
    G_DEBUG=$TEND_TEST_G_DEBUG
    export G_DEBUG
  fi
  exec "$@"
' sh "$@"

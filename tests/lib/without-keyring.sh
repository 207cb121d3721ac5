#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# without-keyring.sh COMMAND...
#
# Runs COMMAND in a session with a bus on which nothing can be started: no keyring,
# no Secret Service.  TEND_TEST_HOME as in with-keyring.sh.

set -eu

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

cat > "$top/bus.conf" <<END
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=$top/run</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
END

dbus-run-session --config-file="$top/bus.conf" -- "$@"

#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Puts SQLCipher's release where Meson looks for it before it asks the network:
# subprojects/packagecache.  Only needed where the system's own SQLCipher is too
# old.  Debian's archive holds the same file, byte for byte, so the mirror that
# this system already installs from will do where the upstream site is out of reach.
# Whatever the source, only the file with the hash in sqlcipher.wrap is taken.

set -eu
cd "$(dirname "$0")"

wrap ()
{
  sed -n "s/^$1 = //p" sqlcipher.wrap
}

name=$(wrap source_filename)
hash=$(wrap source_hash)
version=${name#sqlcipher-}
version=${version%.tar.gz}
file=packagecache/$name
cache=${XDG_CACHE_HOME:-$HOME/.cache}/tend

# Is file $1 there, whole and the right one?
genuine ()
{
  [ -f "$1" ] && echo "$hash  $1" | sha256sum --check --status
}

# The roots of the archives this system installs from, as apt itself resolves them.
mirrors ()
{
  command -v apt-get >/dev/null || return 0
  apt-get update --print-uris 2>/dev/null | sed -n "s#^'\(.*\)/dists/.*#\1#p" | sort -u
}

# download URL FILE, with what there is; apt's own helper knows apt's proxies and passwords.
download ()
{
  rm -f "$2"
  if [ -x /usr/lib/apt/apt-helper ]; then
    /usr/lib/apt/apt-helper -qq -o APT::Sandbox::User=root -o Acquire::Retries=1 \
      -o Acquire::http::Timeout=20 -o Acquire::https::Timeout=20 \
      download-file "$1" "$2" "SHA256:$hash"
  elif command -v curl >/dev/null; then
    curl -fsSL --connect-timeout 20 -o "$2" "$1"
  elif command -v wget >/dev/null; then
    wget -q --timeout=20 --tries=1 -O "$2" "$1"
  fi
}

fetch ()
{
  mkdir -p packagecache
  echo "Tend needs SQLCipher $version to encrypt its records; the system's own is too old."
  if genuine "$cache/$name"; then
    echo "Taking it from $cache"
    cp "$cache/$name" "$file"
    return
  fi
  for url in $(mirrors | sed "s#\$#/pool/main/s/sqlcipher/sqlcipher_$version.orig.tar.gz#") \
             "$(wrap source_url)"; do
    echo "Fetching it from $url"
    if download "$url" "$file.part" 2>/dev/null && genuine "$file.part"; then
      mv "$file.part" "$file"
      # A courtesy to the next clone; a home that cannot be written to is no fault.
      { mkdir -p "$cache" && cp "$file" "$cache/"; } 2>/dev/null || true
      return
    fi
  done
  rm -f "$file.part"
  echo "SQLCipher could not be fetched. Please put $name into subprojects/packagecache/." >&2
  return 1
}

if pkg-config --exists 'sqlcipher >= 3.40' 2>/dev/null || genuine "$file"; then
  exit 0
fi
fetch

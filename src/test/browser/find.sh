#!/usr/bin/env bash
# Prints where the browser is that tests look at pages with, and where its driver is, a line each. Progress goes to stderr.
#
# Looked up in this order:
#   1. $CHROMIUM and $CHROMEDRIVER
#   2. Chromium or Chrome on the PATH, with chromedriver beside it
#   3. on Debian, as root: installed from the packages chromium and chromium-driver
set -euo pipefail

say() {
  echo "browser: $*" >&2
}

first_of() {
  local name
  for name in "$@"; do
    if [ -n "$name" ] && command -v "$name"; then return; fi
  done
  return 1
}

browser() {
  first_of "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" /Applications/Chromium.app/Contents/MacOS/Chromium
}

driver() {
  first_of "${CHROMEDRIVER:-}" chromedriver /usr/lib/chromium/chromedriver /usr/lib/chromium-browser/chromedriver
}

both() {
  browser >/dev/null && driver >/dev/null
}

install() {
  say "no Chromium with chromedriver on this machine, installing Debian's (about 100 MB, once per machine)"
  export DEBIAN_FRONTEND=noninteractive
  # An index that is there and current saves the update; one that is too old makes the install fail.
  apt-get install -y -qq --no-install-recommends chromium chromium-driver fonts-dejavu-core >/dev/null 2>&1 && return
  apt-get update -qq >&2 && apt-get install -y -qq --no-install-recommends chromium chromium-driver fonts-dejavu-core >/dev/null
}

if ! both && [ "$(id -u)" = 0 ] && grep -qs '^ID=debian' /etc/os-release; then
  install || true
fi
if ! both; then
  cat >&2 <<'MESSAGE'

The tests look at the report in a real browser, and none was found. One of these helps: install Chromium and its driver
('apt install chromium chromium-driver', 'dnf install chromium chromedriver', 'brew install --cask chromium chromedriver'),
or set CHROMIUM and CHROMEDRIVER to the two programs; they must be of the same version.
MESSAGE
  exit 1
fi
browser
driver

#!/usr/bin/env bash
# Prints the folder with the programs that the audit log is brought to in tests: versitygw, an S3-compatible object store, and an
# OpenTelemetry collector. Builds them where the cache outside the checkout has none for these versions. Progress goes to stderr.
set -euo pipefail
cd "$(dirname "$0")"
PATH=$PATH:/usr/local/go/bin:/opt/homebrew/bin:/snap/bin

say() {
  echo "sink-test: $*" >&2
}

content_hash() {
  if command -v sha256sum >/dev/null; then sha256sum; else shasum -a 256; fi | cut -c 1-16
}

folder=${XDG_CACHE_HOME:-$HOME/.cache}/openrouter-operator/sinks/$(cat go.mod go.sum collector/main.go programs.sh | content_hash)-$(uname -s)-$(uname -m)
if [ -x "$folder/versitygw" ] && [ -x "$folder/collector" ]; then
  echo "$folder"
  exit
fi
command -v go >/dev/null || { say "needs Go 1.26 or newer ('apt install golang', or go.dev/dl)"; exit 1; }

# The user's own settings (vendoring, workspaces, cross compilation) must not leak into this build.
unset GOOS GOARCH GOEXPERIMENT
export GOFLAGS='' GOWORK=off CGO_ENABLED=0
making=$folder.making.$$
trap 'rm -rf "$making"' EXIT
mkdir -p "$making"
for package in github.com/versity/versitygw/cmd/versitygw ./collector; do
  start=$SECONDS
  say "fetching and building $package (one to three minutes, once)"
  if ! go build -trimpath -buildvcs=false -ldflags '-s -w' -o "$making/" "$package" 2>"$making/build.log"; then
    tail -n 30 "$making/build.log" >&2
    say "failed: go build $package"
    exit 1
  fi
  say "built $package ($((SECONDS - start)) s)"
done
# Whoever is faster has built the same.
rm -rf "$folder"
mv "$making" "$folder"
echo "$folder"

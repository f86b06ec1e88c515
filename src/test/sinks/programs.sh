#!/usr/bin/env bash
# Prints the folder with the programs that the audit log is brought to in tests: versitygw, an S3-compatible object store, and an
# OpenTelemetry collector. Builds them where the cache outside the checkout has none for these versions. Progress goes to stderr.
set -euo pipefail
cd "$(dirname "$0")"
source ../go-programs.sh

say() {
  echo "sink-test: $*" >&2
}

make_into() {
  go_build "$1" github.com/versity/versitygw/cmd/versitygw
  go_build "$1" ./collector
}

cached sinks go.mod go.sum collector/main.go programs.sh

#!/usr/bin/env bash
# Evaluates the chart's alert rules with Prometheus' own engine, a Go module. Builds once, into Go's cache.
set -euo pipefail
cd "$(dirname "$0")"
PATH=$PATH:/usr/local/go/bin:/opt/homebrew/bin:/snap/bin
command -v go >/dev/null || { echo "alert-test: needs Go 1.26 or newer ('apt install golang', or go.dev/dl)" >&2; exit 1; }

# The user's own settings (vendoring, workspaces) must not leak into this build.
export GOFLAGS='' GOWORK=off CGO_ENABLED=0
echo "alert-test: the first run fetches and builds Prometheus' engine, which takes some minutes" >&2
# The rules lie outside of this module, so Go's cache does not notice when they change.
go test -count=1 ./...

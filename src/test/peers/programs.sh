#!/usr/bin/env bash
# Prints the folder with the admission controllers of Gatekeeper and Kyverno, their charts and Kyverno's definitions of kinds (the chart of
# Gatekeeper has its own). Builds them where the cache outside the checkout has none for these versions. Progress goes to stderr.
set -euo pipefail
cd "$(dirname "$0")"
source ../go-programs.sh

say() {
  echo "peers: $*" >&2
}

folder_of() {
  "$go" list -m -f '{{.Dir}}' "$1"
}

make_into() {
  local gatekeeper=github.com/open-policy-agent/gatekeeper/v3 kyverno=github.com/kyverno/kyverno sources
  say "fetching two modules and what they need (a minute, once)"
  "$go" mod download
  mkdir "$1/charts"

  sources=$(folder_of $gatekeeper)
  go_build "$1" $gatekeeper "$sources"
  cp -R "$sources/charts/gatekeeper" "$1/charts/"

  sources=$(folder_of $kyverno)
  go_build "$1" $kyverno/cmd/kyverno "$sources"
  cp -R "$sources/charts/kyverno" "$1/charts/"
  cp -R "$sources/config/crds" "$1/kyverno-crds"

  # Modules are kept without the right to write.
  chmod -R u+w "$1"
  # Its other charts are published elsewhere, and hold only kinds that the folder above has.
  sed -i.bak '/^dependencies:/,$d' "$1/charts/kyverno/Chart.yaml"
  rm -R "$1/charts/kyverno/charts" "$1/charts/kyverno/Chart.lock" "$1/charts/kyverno/Chart.yaml.bak"
}

cached peers go.mod go.sum programs.sh

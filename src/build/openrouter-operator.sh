#!/usr/bin/env bash
# The command line of the operator: openrouter-operator lint | explain | audit | …
# Called as kubectl-openrouter (a link of that name on the PATH) it is the kubectl plugin `kubectl openrouter`.
set -euo pipefail
home=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
exec "$home/runtime/bin/java" @"$home/app/command.flags" \
  -cp "$home/app/app/*:$home/app/lib/main/*:$home/app/lib/boot/*" io.openrouteroperator.wiring.CommandLineMain "$@"

#!/usr/bin/env bash
# Starts a simulated OpenRouter and runs the two official SDKs against it. Their packages go into a cache outside of the checkout, named
# by the pinned versions. Closing line: "sdk-check: N passed, N failed"; exit code 0 only if both SDKs ran and nothing failed.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here/../../.."

for tool in "node:nodejs" "npm:npm" "python3:python3"; do
  if ! command -v "${tool%%:*}" >/dev/null; then
    echo "${tool%%:*} is missing: 'apt install ${tool##*:}' (Debian), 'dnf install ${tool##*:}' (Fedora), 'brew install ${tool##*:}' (macOS)." >&2
    exit 2
  fi
done

pins=$(cat "$here/package.json" "$here/requirements.txt" | cksum | cut -d' ' -f1)
cache="${XDG_CACHE_HOME:-$HOME/.cache}/openrouter-operator/sdk-check-$pins"
if [ ! -e "$cache/complete" ]; then
  echo "sdk-check: installing the official SDKs into $cache"
  rm -rf "$cache" && mkdir -p "$cache"
  cp "$here/package.json" "$cache/"
  npm install --prefix "$cache" --no-package-lock --no-audit --no-fund --ignore-scripts --silent
  python3 -m venv "$cache/python"
  "$cache/python/bin/pip" install --quiet --disable-pip-version-check --no-deps --requirement "$here/requirements.txt"
  touch "$cache/complete"
fi

work=$(mktemp -d)
simulator=""
stop() {
  if [ -n "$simulator" ]; then
    kill "$simulator" 2>/dev/null || true
    wait "$simulator" 2>/dev/null || true
  fi
  rm -rf "$work"
}
trap stop EXIT

echo "sdk-check: starting the simulated OpenRouter"
src/build/run-test-main.sh io.openrouteroperator.simulator.SimulatorMain \
  --management-key-file "$work/management-key" >"$work/simulator.log" 2>"$work/simulator.err" &
simulator=$!
for _ in $(seq 3000); do
  base_url=$(sed -n 's/^simulated OpenRouter: *//p' "$work/simulator.log")
  if [ -n "$base_url" ] && [ -s "$work/management-key" ]; then break; fi
  if ! kill -0 "$simulator" 2>/dev/null; then break; fi
  sleep 0.1
done
if [ -z "$base_url" ]; then
  cat "$work/simulator.log" "$work/simulator.err" >&2
  echo "sdk-check: the simulator did not start" >&2
  exit 2
fi

outcome=0
SDK_CACHE="$cache" node "$here/check.mjs" "$base_url" "$work/management-key" | tee "$work/typescript" || outcome=1
PYTHONDONTWRITEBYTECODE=1 "$cache/python/bin/python" "$here/check.py" "$base_url" "$work/management-key" | tee "$work/python" || outcome=1

passed=$(cat "$work/typescript" "$work/python" | grep -c '^passed ' || true)
failed=$(cat "$work/typescript" "$work/python" | grep -c '^FAILED ' || true)
for sdk in typescript python; do
  if ! grep -q "^$sdk: " "$work/$sdk"; then
    echo "sdk-check: the $sdk checks did not run to their end" >&2
    outcome=1
  fi
done
echo "sdk-check: $passed passed, $failed failed"
exit "$outcome"

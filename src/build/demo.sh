#!/usr/bin/env bash
# Runs the demo: demo.sh [--keep]. What is missing, or older than its sources, is built first.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

src/test/control-plane/assets.sh >/dev/null

built=target/demo-built
if [ ! -e "$built" ] || [ ! -x target/dist/run ] \
    || [ -n "$(find pom.xml Makefile src/main src/build -newer "$built" -print -quit)" ]; then
  echo "demo: building the operator, once; later only after a change" >&2
  mkdir -p target
  touch target/demo-building
  trap 'rm -f target/demo-building' EXIT
  make -s dist
  touch -r target/demo-building "$built"
  touch -r target/demo-building target/test-main-compiled
  rm -f target/demo-building
fi

flags=("$@")
if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then flags+=(--colour); fi
# Libraries of the harness use what newer JDKs warn about.
export JAVA_ARGUMENTS="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED ${JAVA_ARGUMENTS:-}"
exec src/build/run-test-main.sh io.openrouteroperator.demo.Demo "${flags[@]}"

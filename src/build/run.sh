#!/usr/bin/env bash
# Starts the operator of this folder; further JVM flags in OPERATOR_JVM_FLAGS. It becomes the java process itself, and
# starts in its own folder, because the AOT cache knows its jars by their relative paths.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/app"
cache=()
if [ -f app.aot ]; then cache=(-XX:AOTCache=app.aot); fi
read -r -a more <<<"${OPERATOR_JVM_FLAGS:-}"
exec ../runtime/bin/java @jvm.flags "${cache[@]}" "${more[@]}" -jar quarkus-run.jar "$@"

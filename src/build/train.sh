#!/usr/bin/env bash
# Trains the AOT cache of target/dist by real reviews and reconciles: train.sh [CLASSPATH]
# Nothing to do while the application is the one that the cache was trained with. Maven passes the tests' class path.
set -euo pipefail
cd "$(dirname "$0")/../.."
source src/build/toolchain.sh

cache=target/dist/app/app.aot
if [ -f "$cache" ]; then
  exit
fi
echo "train: the operator works through keys and reviews, its JVM takes notes (half a minute, once per change)"
training="$PWD/target/app.aot"
main=(io.openrouteroperator.startup.CacheTraining "$training")
if [ $# -gt 0 ]; then
  java -XX:+UseSerialGC -cp "$1" "${main[@]}" >target/train.log 2>&1 || { tail -60 target/train.log >&2; exit 1; }
else
  src/build/run-test-main.sh "${main[@]}" >target/train.log 2>&1 || { tail -60 target/train.log >&2; exit 1; }
fi
touch -d '1970-01-01T00:00:01Z' "$training"
mv "$training" "$cache"

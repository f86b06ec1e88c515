#!/usr/bin/env bash
# Assembles what ships in target/dist, from the packaged application in target/quarkus-app:
#   runtime/   the Java runtime, cut down by jlink (or a link to the JDK where jlink cannot make one)
#   app/       the application as aot-jar, with jvm.flags and, once trained (train.sh), app.aot
#   run        starts it; image, demo, tests and bench all start it this way
set -euo pipefail
cd "$(dirname "$0")/../.."
source src/build/toolchain.sh

dist=target/dist
modules=java.base,java.logging,java.management,java.naming,java.net.http,java.security.jgss,java.sql,java.xml
modules=$modules,jdk.crypto.ec,jdk.jfr,jdk.management,jdk.net,jdk.unsupported,jdk.zipfs

make_runtime() {
  rm -rf "$dist/runtime"
  if ! jlink --add-modules "$modules" --no-header-files --no-man-pages --output "$dist/runtime" >"$dist/jlink.log" 2>&1; then
    echo "dist: jlink made no runtime ($(tail -1 "$dist/jlink.log")), using $JAVA_HOME" >&2
    rm -rf "$dist/runtime"
    ln -s "$JAVA_HOME" "$dist/runtime"
  fi
  "$JAVA_HOME/bin/java" -version 2>"$dist/runtime.version"
}

mkdir -p "$dist"
if [ ! -x "$dist/runtime/bin/java" ] || ! "$JAVA_HOME/bin/java" -version 2>&1 | cmp -s - "$dist/runtime.version"; then
  make_runtime
fi
rm -rf "$dist/app"
cp -R target/quarkus-app "$dist/app"
cp src/build/jvm.flags "$dist/app/jvm.flags"
cp src/build/run.sh "$dist/run"
# The cache knows jars by their modification time, and Jib gives every file of an image this one: one second past 1970.
find "$dist/app" -exec touch -h -d @1 {} +
[ -L "$dist/runtime" ] || find "$dist/runtime" -exec touch -h -d @1 {} +

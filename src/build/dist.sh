#!/usr/bin/env bash
# Assembles what ships in target/dist, from the packaged application in target/quarkus-app:
#   runtime/   the Java runtime, cut down by jlink (or a link to the JDK where jlink cannot make one)
#   app/       the application as aot-jar, with jvm.flags and, once trained (train.sh), app.aot
#   run        starts it; image, demo, tests and bench all start it this way
#   openrouter-operator  the command line
# An application that was assembled from the same classes is kept, and its trained cache with it.
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

# The JVM leaves classes of signed jars out of the cache and checks their digests at each start. OpenJDK asks no provider for
# a signature, so the copies that ship go without, and without the manifest's section for each file: 7,000 digests that every
# process would hold.
unsign() {
  local unpacked=$dist/unsigned
  rm -rf "$unpacked"
  mkdir -p "$unpacked"
  (cd "$unpacked" && jar --extract --file "$1" && rm -f META-INF/*.SF META-INF/*.DSA META-INF/*.RSA META-INF/*.EC)
  sed '/^[[:space:]]*$/,$d' "$unpacked/META-INF/MANIFEST.MF" >"$unpacked.manifest"
  rm "$unpacked/META-INF/MANIFEST.MF"
  jar --create --file "$1" --manifest "$unpacked.manifest" --date 2026-01-01T00:00:00Z -C "$unpacked" .
  rm -rf "$unpacked" "$unpacked.manifest"
}

# Quarkus names its generated classes anew in each build, so the jars themselves cannot tell whether anything changed.
inputs() {
  find target/classes -type f -exec cksum {} + | sort
  find target/quarkus-app/lib -type f | sort
  cksum pom.xml src/build/*.flags src/build/run.sh src/build/openrouter-operator.sh src/build/dist.sh "$dist/runtime.version"
}

if [ ! -f target/quarkus-app/quarkus-run.jar ]; then
  echo "dist: target/quarkus-app is missing: run 'make dist'" >&2
  exit 1
fi
if [ -n "$(find target/classes -type f -newer target/quarkus-app/quarkus-run.jar -print -quit)" ]; then
  echo "dist: target/quarkus-app is older than target/classes, its build failed or was not run: run 'make dist'" >&2
  exit 1
fi
mkdir -p "$dist"
if [ ! -x "$dist/runtime/bin/java" ] || ! "$JAVA_HOME/bin/java" -version 2>&1 | cmp -s - "$dist/runtime.version"; then
  make_runtime
  # The cache knows files by their modification time, and Jib gives every file of an image this one: one second past 1970.
  [ -L "$dist/runtime" ] || find "$dist/runtime" -exec touch -h -d '1970-01-01T00:00:01Z' {} +
fi
if inputs | cmp -s - "$dist/inputs"; then
  exit
fi
rm -rf "$dist/app"
cp -R target/quarkus-app "$dist/app"
cp src/build/jvm.flags src/build/command.flags "$dist/app/"
cp src/build/run.sh "$dist/run"
cp src/build/openrouter-operator.sh "$dist/openrouter-operator"
for jar in "$PWD/$dist"/app/lib/*/org.bouncycastle.*.jar; do
  unsign "$jar"
done
find "$dist/app" -exec touch -h -d '1970-01-01T00:00:01Z' {} +
inputs >"$dist/inputs"

#!/usr/bin/env bash
# Runs a main class from the test classes: src/build/run-test-main.sh CLASS [ARGUMENT...]
# Compiles first if a source is newer than the last compilation; the class path is kept in target/ until pom.xml changes.
# JAVA_ARGUMENTS holds extra arguments for the JVM.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source src/build/toolchain.sh

# Maven's own libraries make JDK 25 print warnings that are not ours.
export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow"
class_path_file=target/test-class-path.txt
compiled=target/test-main-compiled

if [ ! -s "$class_path_file" ] || [ pom.xml -nt "$class_path_file" ]; then
  echo "Resolving the test class path ..." >&2
  mkdir -p target
  mvn -B -ntp -q -Dstyle.color=never dependency:build-classpath -DincludeScope=test -Dmdep.outputFile="$class_path_file" >&2
  touch "$class_path_file"
fi
if [ ! -e "$compiled" ] || [ pom.xml -nt "$compiled" ] \
    || [ -n "$(find src/main src/test/java src/test/resources src/simulator -newer "$compiled" -print -quit 2>/dev/null)" ]; then
  echo "Compiling ..." >&2
  mvn -B -ntp -q -Dstyle.color=never test-compile >&2
  touch "$compiled"
fi

class_path=target/test-classes:target/classes:$(cat "$class_path_file")
# shellcheck disable=SC2086 # several arguments on purpose
exec java -XX:+UseSerialGC --sun-misc-unsafe-memory-access=allow -Djava.util.logging.manager=org.jboss.logmanager.LogManager ${JAVA_ARGUMENTS:-} \
  -cp "$class_path" "$@"

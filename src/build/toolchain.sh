# Sourced by the Makefile: finds JDK 25 and Maven >= 3.8 for this shell only, or says in one line what to install.

jdk_major() {
  "$1/bin/java" -version 2>&1 | sed -n '1s/.*version "\([0-9]*\).*/\1/p'
}

find_jdk() {
  local candidate
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* /usr/local/lib/jvm/* /opt/*jdk* /opt/java/* \
      "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
      /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if [ -x "$candidate/bin/javac" ] && [ "$(jdk_major "$candidate")" -ge 25 ] 2>/dev/null; then
      printf '%s\n' "$candidate"
      return
    fi
  done
  if command -v javac >/dev/null; then
    candidate=$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.home = //p')
    if [ "$(jdk_major "$candidate")" -ge 25 ] 2>/dev/null; then
      printf '%s\n' "$candidate"
    fi
  fi
}

JAVA_HOME=$(find_jdk)
export JAVA_HOME
if [ -z "$JAVA_HOME" ]; then
  echo "JDK 25 is missing: 'apt install openjdk-25-jdk' or Temurin's 'temurin-25-jdk' (Debian), 'dnf install java-25-openjdk-devel' (Fedora), 'brew install openjdk@25' (macOS)." >&2
  exit 1
fi
export PATH="$JAVA_HOME/bin:$PATH"

maven_version=$(mvn -v 2>/dev/null | sed 's/\x1b\[[0-9;]*m//g' | sed -n '1s/^Apache Maven \([0-9]*\)\.\([0-9]*\).*/\1 \2/p')
read -r maven_major maven_minor <<<"${maven_version:-0 0}"
if [ "$maven_major" -lt 3 ] || { [ "$maven_major" -eq 3 ] && [ "$maven_minor" -lt 8 ]; }; then
  echo "Maven 3.8 or newer is missing: 'apt install maven' (Debian), 'dnf install maven' (Fedora), 'brew install maven' (macOS)." >&2
  exit 1
fi

# Maven's own libraries make newer JDKs warn; that is no news to its user.
export MAVEN_OPTS="-Djansi.noreset=true --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED ${MAVEN_OPTS:-}"

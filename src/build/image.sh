#!/usr/bin/env bash
# Writes the container image to target/image/openrouter-operator.tar from target/dist, and a CycloneDX list of its parts
# beside it. No registry and no container runtime is needed.
#   IMAGE_BASE  what to build on: any glibc image that a registry within reach has, or tar:///path/of/a/saved/image.
#               Default: nothing at all (scratch); then the C library of this machine goes into the image.
#   IMAGE_NAME  the name in the tar; with IMAGE_PUSH=yes the registry to push to, with Docker's stored credentials.
set -euo pipefail
cd "$(dirname "$0")/../.."
source src/build/toolchain.sh

base=${IMAGE_BASE:-scratch}
version=$(sed -n 's:^  <version>\(.*\)</version>:\1:p' pom.xml | head -1)
name=${IMAGE_NAME:-openrouter-operator:$version}
root=target/image/root
case $(uname -m) in x86_64) platform=amd64 ;; aarch64 | arm64) platform=arm64 ;; *) platform=$(uname -m) ;; esac

if [ -L target/dist/runtime ] || [ ! -f target/dist/app/app.aot ]; then
  echo "image: target/dist is not complete: it needs a runtime made by jlink and a trained cache ('make dist')" >&2
  exit 1
fi

# The libraries that the runtime loads, each at its own path, loader included.
c_library() {
  find target/dist/runtime -name '*.so' -o -path '*/bin/java' | xargs ldd 2>/dev/null |
    sed -n -e 's/.*=> \(\/[^ ]*\) .*/\1/p' -e 's/^\s*\(\/[^ ]*\) (0x.*/\1/p' | grep -v "$PWD" | sort -u
}

rm -rf target/image
mkdir -p "$root/etc" "$root/tmp" target/image/classes
echo 'nonroot:x:65532:65532:nonroot:/:/sbin/nologin' >"$root/etc/passwd"
echo 'nonroot:x:65532:' >"$root/etc/group"
echo 'hosts: files dns' >"$root/etc/nsswitch.conf"
if [ "$base" = scratch ]; then
  c_library | while read -r library; do
    mkdir -p "$root$(dirname "$library")"
    cp -L "$library" "$root$library"
  done
fi

goal=buildTar
if [ "${IMAGE_PUSH:-no}" = yes ]; then goal=build; fi
echo "image: layers from target/dist on $base"
mvn -B -ntp -q -f src/build/image/pom.xml "jib:$goal" "-Dimage.base=$base" "-Dimage.name=$name" "-Dimage.platform=$platform"
echo "image: list of parts (CycloneDX)"
mvn -B -ntp -q org.cyclonedx:cyclonedx-maven-plugin:2.9.1:makeBom -DschemaVersion=1.6 -DincludeTestScope=false \
  -DoutputDirectory=target/image -DoutputName=openrouter-operator.cdx -DoutputFormat=json
ls -l target/image/*.tar target/image/*.json | awk '{ printf "image: %s %.1f MB\n", $NF, $5 / 1048576 }'

#!/usr/bin/env bash
# Builds the named programs (all when none is named) and kwok's stages into a folder: build.sh FOLDER [PROGRAM...]
# Versions come from go.mod alone. Progress goes to stderr. GO names the go command.
set -euo pipefail
cd "$(dirname "$0")"
out=$1
shift
go=${GO:-go}

# The user's own settings (vendoring, workspaces, cross compilation) must not leak into this build.
unset GOOS GOARCH GOEXPERIMENT
export CGO_ENABLED=0 GOFLAGS='' GOWORK=off

all=(kube-apiserver etcd kube-controller-manager kube-scheduler kubectl kwok helm)

package_of() {
  case $1 in
    etcd) echo go.etcd.io/etcd/server/v3 ;;
    kwok) echo sigs.k8s.io/kwok/cmd/kwok ;;
    helm) echo helm.sh/helm/v4/cmd/helm ;;
    *) echo "k8s.io/kubernetes/cmd/$1" ;;
  esac
}

version_of() {
  "$go" list -m -f '{{.Version}}' "$1"
}

say() {
  echo "control plane: $*" >&2
}

# Runs a quiet command; shows what it wrote only when it fails.
quietly() {
  if ! "$@" >"$out/build.log" 2>&1; then
    tail -n 30 "$out/build.log" >&2
    say "failed: $*"
    return 1
  fi
  rm -f "$out/build.log"
}

mkdir -p "$out"
[ $# -gt 0 ] || set -- "${all[@]}"

start=$SECONDS
say "fetching Go modules (once per machine)"
quietly "$go" mod download
say "Go modules are there ($((SECONDS - start)) s)"

# Without a version stamped in, the API server says v0.0.0-master, and clients that compare versions refuse it.
kubernetes=$(version_of k8s.io/kubernetes)
minor=${kubernetes#v1.}
minor=${minor%%.*}
flags="-s -w -X helm.sh/helm/v4/internal/version.version=$(version_of helm.sh/helm/v4)"
for package in k8s.io/component-base/version k8s.io/client-go/pkg/version; do
  flags="$flags -X $package.gitVersion=$kubernetes -X $package.gitMajor=1 -X $package.gitMinor=$minor"
  flags="$flags -X $package.gitTreeState=clean"
done

number=0
for program in "$@"; do
  number=$((number + 1))
  say "building $program ($number of $#)"
  start=$SECONDS
  quietly "$go" build -trimpath -buildvcs=false -ldflags "$flags" -o "$out/$program" "$(package_of "$program")"
  say "built $program ($((SECONDS - start)) s)"
done

# kwok does nothing without its stages; they are taken from its own module, so they always fit its version.
stages=$("$go" list -m -f '{{.Dir}}' sigs.k8s.io/kwok)/kustomize/stage
for stage in node/fast/node-initialize node/heartbeat-with-lease/node-heartbeat-with-lease \
  pod/fast/pod-ready pod/fast/pod-complete pod/fast/pod-delete; do
  echo '---'
  cat "$stages/$stage.yaml"
done >"$out/kwok-stages.yaml"

#!/usr/bin/env bash
# Prints the folder that holds the control plane's programs, making it first where needed. Progress goes to stderr.
#
# Looked up in this order:
#   1. $KUBEBUILDER_ASSETS, if it holds kube-apiserver and etcd; what it lacks comes from the next three
#   2. the cache outside the checkout, named by the content of this folder
#   3. a Go build (build.sh), five to ten minutes on two cores the first time
#   4. a download of the released programs (download.sh), Linux only, for machines without Go
set -euo pipefail
cd "$(dirname "$0")"
source ../go-programs.sh

programs="kube-apiserver etcd kube-controller-manager kube-scheduler kubectl kwok helm"
cache=${XDG_CACHE_HOME:-$HOME/.cache}/openrouter-operator/control-plane

say() {
  echo "control plane: $*" >&2
}

complete() {
  local program
  for program in $programs; do
    [ -x "$1/$program" ] || return 1
  done
  [ -f "$1/kwok-stages.yaml" ]
}

# Fills the folder by the first way that works.
make_into() {
  local go
  if go=$(find_go); then
    say "no cached programs for these versions, building them with $go (five to ten minutes, once)"
    GO=$go ./build.sh "$1" && return
  else
    say "no Go that can build $(grep '^go ' go.mod) was found"
  fi
  rm -rf "$1"
  ./download.sh "$1"
}

give_up() {
  cat >&2 <<'MESSAGE'

The tests and the demo need a real Kubernetes control plane, and none could be had here. One of these helps:
install Go 1.26 or newer ('apt install golang', 'dnf install golang', 'brew install go', or go.dev/dl) so that it
can be built from source, which needs a Go module proxy (GOPROXY); or allow this machine to reach dl.k8s.io,
github.com and get.helm.sh (Linux only); or set KUBEBUILDER_ASSETS to a folder with kube-apiserver, etcd,
kube-controller-manager, kube-scheduler, kubectl, kwok and helm. The lines above say what was tried.
MESSAGE
  exit 1
}

# A lock whose owner is dead, or that stayed without an owner's number for a minute.
abandoned() {
  if [ -n "$2" ]; then
    ! kill -0 "$2" 2>/dev/null
  else
    [ -n "$(find "$1" -maxdepth 0 -mmin +1 2>/dev/null)" ]
  fi
}

# The lock only saves a second caller the work: the rename is what makes the result whole or absent.
lock() {
  local owner told=
  until mkdir "$1" 2>/dev/null; do
    owner=$(cat "$1/pid" 2>/dev/null || true)
    if abandoned "$1" "$owner"; then
      mv "$1" "$1.dead.$$" 2>/dev/null && rm -rf "$1.dead.$$"
    else
      [ -n "$told" ] || say "another process (${owner:-starting}) is making the programs, waiting for it"
      told=yes
      sleep 1
    fi
  done
  echo $$ >"$1/pid"
}

# Makes the cached folder whole, or fails.
fill() {
  complete "$folder" && return
  mkdir -p "$cache"
  lock "$folder.lock"
  trap 'rm -rf "$folder.lock" "$folder.making.$$"' EXIT
  trap 'exit 130' INT TERM HUP
  complete "$folder" && return
  make_into "$folder.making.$$" || give_up
  complete "$folder.making.$$" || { say "the folder made is not complete"; give_up; }
  rm -rf "$folder"
  mv "$folder.making.$$" "$folder"
}

# Links the given programs over the ones that the cache has for the rest, unless nothing is missing.
with_given() {
  local given=$1 merged program
  if complete "$given"; then
    echo "$given"
    return
  fi
  say "taking what $given has, and the rest from $folder (its kube-apiserver should not be older than $release)"
  fill
  merged=$folder-with-$(printf '%s' "$given" | content_hash)
  if ! complete "$merged"; then
    rm -rf "$merged" "$merged.making.$$"
    mkdir -p "$merged.making.$$"
    for program in $programs kwok-stages.yaml; do
      if [ -e "$given/$program" ]; then
        ln -s "$given/$program" "$merged.making.$$/$program"
      else
        ln -s "$folder/$program" "$merged.making.$$/$program"
      fi
    done
    mv "$merged.making.$$" "$merged"
  fi
  echo "$merged"
}

release=$(awk '$1 == "k8s.io/kubernetes" { print $2 }' go.mod)
folder=$cache/$release-$(cat go.mod go.sum build.sh | content_hash)-$(uname -s)-$(uname -m)

if [ -n "${KUBEBUILDER_ASSETS:-}" ]; then
  if [ -x "$KUBEBUILDER_ASSETS/kube-apiserver" ] && [ -x "$KUBEBUILDER_ASSETS/etcd" ]; then
    with_given "$KUBEBUILDER_ASSETS"
    exit
  fi
  say "KUBEBUILDER_ASSETS is $KUBEBUILDER_ASSETS, which lacks kube-apiserver or etcd: not used"
fi
fill
echo "$folder"

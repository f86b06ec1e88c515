#!/usr/bin/env bash
# The way for a machine without Go: fetches the released programs named in go.mod into a folder: download.sh FOLDER
# Linux only, since the controllers and the scheduler are released for no other system. Progress goes to stderr.
set -euo pipefail
cd "$(dirname "$0")"
out=$1

say() {
  echo "control plane: $*" >&2
}

version_of() {
  awk -v module="$1" '$1 == module && $2 ~ /^v/ { print $2; exit }' go.mod
}

fetch() {
  say "downloading $1"
  curl --fail --silent --show-error --location --connect-timeout 10 --retry 2 --output "$2" "$1"
}

[ "$(uname -s)" = Linux ] || { say "no download for $(uname -s): not all parts are released for it"; exit 1; }
command -v curl >/dev/null || { say "no download: curl is missing"; exit 1; }
case $(uname -m) in
  x86_64) arch=amd64 ;;
  aarch64 | arm64) arch=arm64 ;;
  *) say "no download: nothing is released for $(uname -m)"; exit 1 ;;
esac

kubernetes=$(version_of k8s.io/kubernetes)
etcd=$(version_of go.etcd.io/etcd/server/v3)
kwok=$(version_of sigs.k8s.io/kwok)
helm=$(version_of helm.sh/helm/v4)
releases=https://github.com

mkdir -p "$out"
for program in kube-apiserver kube-controller-manager kube-scheduler kubectl; do
  source=https://dl.k8s.io/release/$kubernetes/bin/linux/$arch/$program
  fetch "$source" "$out/$program"
  fetch "$source.sha256" "$out/$program.sha256"
  echo "$(cat "$out/$program.sha256")  $out/$program" | sha256sum --check --quiet >&2
  rm "$out/$program.sha256"
done
fetch "$releases/etcd-io/etcd/releases/download/$etcd/etcd-$etcd-linux-$arch.tar.gz" "$out/etcd.tar.gz"
tar -xzf "$out/etcd.tar.gz" -C "$out" --strip-components=1 "etcd-$etcd-linux-$arch/etcd"
fetch "https://get.helm.sh/helm-$helm-linux-$arch.tar.gz" "$out/helm.tar.gz"
tar -xzf "$out/helm.tar.gz" -C "$out" --strip-components=1 "linux-$arch/helm"
fetch "$releases/kubernetes-sigs/kwok/releases/download/$kwok/kwok-linux-$arch" "$out/kwok"
fetch "$releases/kubernetes-sigs/kwok/releases/download/$kwok/stage-fast.yaml" "$out/kwok-stages.yaml"
rm "$out"/*.tar.gz
chmod +x "$out"/*

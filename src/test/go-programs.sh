# shellcheck shell=bash
# Sourced by the scripts here that build programs from Go modules and keep them outside the checkout; each defines say.

content_hash() {
  if command -v sha256sum >/dev/null; then sha256sum; else shasum -a 256; fi | cut -c 1-16
}

# Succeeds with the path of a go command that can build the module of this folder.
find_go() {
  local candidate
  for candidate in "$(command -v go || true)" "${GOROOT:-/nowhere}/bin/go" /usr/local/go/bin/go /usr/lib/go*/bin/go \
    /opt/homebrew/bin/go /snap/bin/go "$HOME"/sdk/go*/bin/go "$HOME"/.local/go/bin/go; do
    # Inside the module, "go version" also fails when this Go is too old and may not fetch a newer one.
    if [ -x "$candidate" ] && "$candidate" version >/dev/null 2>&1; then
      echo "$candidate"
      return
    fi
  done
  return 1
}

# Prints the cached folder of programs, after "make_into FOLDER" where there is none: cached NAME FILE... where the files, and this one,
# are all that decides what is built.
cached() {
  local name=$1 folder making
  shift
  folder=${XDG_CACHE_HOME:-$HOME/.cache}/openrouter-operator/$name/$(cat "$@" ../go-programs.sh | content_hash)-$(uname -s)-$(uname -m)
  if [ ! -d "$folder" ]; then
    go=$(find_go) || { say "needs Go 1.26 or newer ('apt install golang', or go.dev/dl)"; exit 1; }
    # The user's own settings (vendoring, workspaces, cross compilation) must not leak into this build.
    unset GOOS GOARCH GOEXPERIMENT
    export GOFLAGS='' GOWORK=off CGO_ENABLED=0
    making=$folder.making.$$
    # shellcheck disable=SC2064 # the folder of now is meant
    trap "rm -rf '$making'" EXIT
    mkdir -p "$making"
    make_into "$making"
    # Whoever is faster has built the same.
    rm -rf "$folder"
    mv "$making" "$folder"
  fi
  echo "$folder"
}

# Builds one package into a folder, saying so: go_build FOLDER PACKAGE [MODULE_FOLDER]
go_build() {
  local start=$SECONDS
  say "building $2 (minutes, once)"
  if ! (cd "${3:-.}" && "$go" build -trimpath -buildvcs=false -ldflags '-s -w' -o "$1/" "$2") >"$1/build.log" 2>&1; then
    tail -n 30 "$1/build.log" >&2
    say "failed: go build $2"
    exit 1
  fi
  rm "$1/build.log"
  say "built $2 ($((SECONDS - start)) s)"
}

#!/usr/bin/env bash
# Puts the release programs and the data where `evalharness` alone finds them, or removes them.
#
# usage: scripts/install.sh install|uninstall PREFIX
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

action=${1:?"install or uninstall"}
prefix=${2:?"a prefix, such as /usr/local"}
program=$prefix/bin/evalharness
helpers=$prefix/libexec/evalharness
data=$prefix/share/evalharness
data_folders=(tasks references runners models gates abuse)

# The newest build in this checkout: with sudo, that of the user who built.
newest_build() {
    local found="" folder
    for folder in "$root"/.build/release "$root"/.build-*/release; do
        [ -x "$folder/evalharness" ] || continue
        if [ -z "$found" ] || [ "$folder/evalharness" -nt "$found/evalharness" ]; then found=$folder; fi
    done
    printf '%s' "$found"
}

# Only what an install owns: its own two folders and its one program.
remove() { rm -rf -- "$helpers" "$data" "$program"; }

case $action in
install)
    built=$(newest_build)
    [ -n "$built" ] || stop "nothing is built yet" "Give this command first: make build"
    mkdir -p "$prefix" 2>/dev/null && [ -w "$prefix" ] ||
        stop "$prefix cannot be written" "Give this command: sudo make install PREFIX=$prefix" \
            "or choose a folder of your own: make install PREFIX=\$HOME/.local"
    remove
    install -D -m 755 "$built/evalharness" "$program"
    install -D -m 755 "$built/sandbox-launcher" "$helpers/sandbox-launcher"
    install -D -m 755 "$built/libsandbox-guest.so" "$helpers/libsandbox-guest.so"
    for folder in "${data_folders[@]}"; do
        (cd "$root" && find "$folder" -type f ! -name '*.pyc' -exec install -D -m 644 {} "$data/{}" \;)
    done
    note "installed $program"
    ;;
uninstall)
    remove
    note "removed evalharness from $prefix"
    ;;
*) stop "unknown action $action" "usage: scripts/install.sh install|uninstall PREFIX" ;;
esac

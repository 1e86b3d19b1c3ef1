#!/usr/bin/env bash
# Runs swift with the settings of this project: the right toolchain, the right build folder, strict imports.
#
# usage: scripts/swift.sh build|test|format|bin-path [ARGUMENT…]
#        bin-path CONFIGURATION prints the folder that the programs are built into
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
cd "$root"
action=${1:?"usage: scripts/swift.sh build|test|format|bin-path [ARGUMENT…]"}
shift
[ "$action" = bin-path ] || find_swift
case $action in
build | test)
    find_scratch
    exec "$swift" "$action" --scratch-path "$scratch" --explicit-target-dependency-import-check error "$@"
    ;;
bin-path)
    find_scratch
    printf '%s\n' "$scratch/${1:?"a configuration: debug or release"}"
    ;;
*)
    exec "$swift" "$action" "$@"
    ;;
esac

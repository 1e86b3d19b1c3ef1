#!/usr/bin/env bash
# Builds the launcher with AddressSanitizer and UndefinedBehaviorSanitizer and lets the abuse suite loose on it.
#
# usage: scripts/sanitize.sh EVALHARNESS [ARGUMENT…]     the arguments go to `evalharness doctor --abuse`
#
# Each level that this user can have; a report of a sanitizer ends it with a code other than 0.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
cd "$root"

program=${1:?"the evalharness program"}
shift
[ $# -gt 0 ] || set -- --every-case
find_tools
find_scratch
built=$(dirname "$program")
work=$scratch/sanitized
mkdir -p "$work"

note "building the launcher with sanitizers"
"$tools/clang" -g -O1 -std=c17 -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all \
    -I Sources/CLauncher/include -I Sources/SandboxConfinement/include \
    -o "$work/sandbox-launcher" Sources/sandbox-launcher/*.c Sources/SandboxConfinement/*.c -lseccomp
# In the box there is no room for a sanitizer's shadow: the probe is the ordinary program, and so is the guest.
cp --force "$built/sandbox-launcher" "$work/sandbox-probe"
cp --force "$built/libsandbox-guest.so" "$work/"

status=0
for level in full namespaces fence; do
    note "attacking $level"
    log=$work/$level.log
    code=0
    EVALHARNESS_LAUNCHER=$work/sandbox-launcher "$program" doctor --abuse --attack-level "$level" "$@" \
        >"$work/$level.txt" 2>"$log" || code=$?
    if grep -qE 'AddressSanitizer|runtime error:|LeakSanitizer' "$log"; then
        grep -E -A 25 'AddressSanitizer|runtime error:|LeakSanitizer' "$log" >&2
        status=1
    fi
    if [ "$code" -eq 69 ] && [ "$(id -u)" -ne 0 ]; then
        note "note: $level is not to be had here"
        continue
    fi
    [ "$code" -eq 0 ] || { status=1; cat "$log" >&2; }
    grep -E '^✘|^isolation' "$work/$level.txt" || true
done
exit "$status"

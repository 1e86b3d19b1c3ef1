#!/usr/bin/env bash
# Makes every system call that the sandbox launcher makes fail in turn, at each level that this user can have.
#
# usage: scripts/faults.sh FOLDER [STRIDE]     FOLDER holds the built launcher; STRIDE 7 tries every seventh call
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

built=${1:?"the folder of the built programs"}
stride=${2:-1}
"$root/scripts/swift.sh" build --configuration "$(basename "$built")" --product launcher-check >&2
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT

status=0
levels=(namespaces fence)
if [ "$(id -u)" -eq 0 ]; then levels=(full "${levels[@]}"); fi
for level in "${levels[@]}"; do
    code=0
    "$built/launcher-check" faults "$built/sandbox-launcher" "$level" 1 0 "$stride" "$work" >"$work/log" 2>"$work/errors" ||
        code=$?
    grep -E 'BROKEN|HANGS|LEFT A PROCESS' "$work/log" || true
    printf '%s: %s\n' "$level" "$(tail -n 1 "$work/log")"
    [ "$code" -eq 0 ] || status=1
done
exit "$status"

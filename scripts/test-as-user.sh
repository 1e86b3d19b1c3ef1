#!/usr/bin/env bash
# Runs tests that are built already once more as an ordinary user; for root, whose sandbox has more rights.
#
# usage: scripts/test-as-user.sh [FILTER]     a regular expression (default: SandboxTests|EndToEndTests)
#
# The user need not be able to read the checkout, which may lie in root's home: the tests run on a copy, and
# where something above the checkout is closed to the user, in a mount namespace with the copy in its place.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

filter=${1:-SandboxTests|EndToEndTests}
bundle=evalharnessPackageTests.xctest
# Belongs to nobody: no account, no group, no files.
user=54321

[ "$(id -u)" -eq 0 ] || stop "only root can become another user" "As you are: make test"
built=$("$root/scripts/swift.sh" bin-path debug)
[ -x "$built/$bundle" ] || stop "the tests are not built" "Give this command first: make test"

area=$(mktemp -d /tmp/evalharness-user.XXXXXX)
trap 'rm -rf -- "$area"' EXIT
chmod 755 "$area"
copy=$area/checkout

as_user() { setpriv --reuid "$user" --regid "$user" --clear-groups --no-new-privs "$@"; }

# The checkout without what was built and what git keeps, then the built programs.
mkdir -p "$copy/.build/debug" "$area/lib" "$area/home" "$area/tmp"
tar -C "$root" --create --exclude='./.build*' --exclude=./.git --exclude='./results/*' . | tar -C "$copy" --extract
for item in "$built/$bundle" "$built/evalharness" "$built/sandbox-launcher" "$built/launcher-check" "$built"/*.so "$built"/*.resources; do
    if [ -e "$item" ]; then cp --recursive --dereference "$item" "$copy/.build/debug/"; fi
done

# Libraries of a tool chain that lies where the user may not look.
ldd "$built/$bundle" | sed -n 's/.*=> \(\/[^ ]*\) .*/\1/p' | while read -r library; do
    as_user test -r "$library" || cp --dereference "$library" "$area/lib/"
done

chmod --recursive a+rX "$area"
chown --recursive "$user:$user" "$area/home" "$area/tmp" "$copy/results"

# The outermost folder above the checkout that the user may not enter; empty where there is none.
closed=""
part=""
IFS=/ read -ra parts <<<"${root#/}"
for name in "${parts[@]}"; do
    part=$part/$name
    if ! as_user test -x "$part" || ! as_user test -r "$part"; then
        closed=$part
        break
    fi
done

run=(env -i PATH=/usr/local/bin:/usr/bin:/bin HOME="$area/home" TMPDIR="$area/tmp" LANG=C.UTF-8
    EVALHARNESS_SANDBOX_MUST_WORK="${EVALHARNESS_SANDBOX_MUST_WORK:-}"
    EVALHARNESS_LANGUAGES_MUST_WORK="${EVALHARNESS_LANGUAGES_MUST_WORK:-}"
    EVALHARNESS_PRODUCTS="$copy/.build/debug")
if [ -n "$(ls -A "$area/lib")" ]; then run+=(LD_LIBRARY_PATH="$area/lib"); fi
run+=(setpriv --reuid "$user" --regid "$user" --clear-groups
    "$copy/.build/debug/$bundle" --testing-library swift-testing --filter "$filter")

cd "$copy"
if [ -z "$closed" ]; then
    "${run[@]}"
else
    # shellcheck disable=SC2016  # the inner shell expands its own arguments
    unshare --mount -- bash -c '
        set -euo pipefail
        closed=$1 root=$2 copy=$3
        shift 3
        mount -t tmpfs -o mode=755 evalharness "$closed"
        mkdir -p "$root"
        mount --bind "$copy" "$root"
        exec "$@"
    ' as-user "$closed" "$root" "$copy" "${run[@]}"
fi

#!/usr/bin/env bash
# Installs the Debian packages that are missing, then checks that Swift is there. Changes nothing else.
#
# usage: scripts/setup.sh [PACKAGE…]     packages wanted besides those of every build
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

packages=(
    git make pkg-config python3
    libboost-dev libeigen3-dev libseccomp-dev libsimdjson-dev libsqlite3-dev libssl-dev zlib1g-dev
    "$@"
)

is_installed() {
    [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

missing=()
if command -v dpkg-query >/dev/null; then
    for package in "${packages[@]}"; do
        is_installed "$package" || missing+=("$package")
    done
else
    note "note: this is neither Debian nor Ubuntu; install what answers to: ${packages[*]}"
fi

if [ ${#missing[@]} -gt 0 ]; then
    install=(apt-get install --yes --no-install-recommends "${missing[@]}")
    if [ "$(id -u)" -eq 0 ]; then
        as_root=(env DEBIAN_FRONTEND=noninteractive)
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        as_root=(sudo -n env DEBIAN_FRONTEND=noninteractive)
    else
        stop "these Debian packages are missing: ${missing[*]}" \
            "They need root to install. Give this command, then the last one again:" \
            "sudo apt-get update && sudo ${install[*]}"
    fi
    note "installing: ${missing[*]}"
    # The package lists of a fresh machine may be empty or old: fetch them only where the first try fails.
    if ! "${as_root[@]}" "${install[@]}" >/dev/null 2>&1; then
        "${as_root[@]}" apt-get update >&2
        "${as_root[@]}" "${install[@]}" >&2 || stop "the packages could not be installed: ${missing[*]}" \
            "The lines above are apt-get's own. By hand: apt-get update && ${install[*]}"
    fi
fi

find_swift
note "found $swift ($(swift_version "$swift"))"

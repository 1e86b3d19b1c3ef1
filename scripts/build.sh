#!/usr/bin/env bash
# Builds the release programs, and nothing that they do not need.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

for product in sandbox-launcher sandbox-guest evalharness; do
    # Progress goes to standard error: standard output belongs to the program that a target runs afterwards.
    "$root/scripts/swift.sh" build --configuration release --product "$product" "$@" >&2
done

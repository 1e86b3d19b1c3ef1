#!/usr/bin/env bash
# Removes this user's build folder; the results stay.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
find_scratch
rm -rf -- "$scratch"
note "removed $scratch"

#!/usr/bin/env bash
# Runs `evalharness verify` on a folder of published results, or says which folder it wants.
#
# usage: scripts/verify.sh EVALHARNESS FOLDER [ARGUMENT…]
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

program=$1 folder=$2
shift 2
if [ -z "$folder" ] || [ ! -d "$folder" ]; then
    stop "there is no folder of published results${folder:+ at $folder}" \
        "Name one: make verify DIR=/path/to/data. It holds, as far as you have them," \
        "  humaneval/HumanEval.jsonl.gz                 the suite as its authors publish it" \
        "  qwen2.5-coder-7b-base/                       samples with the verdict their authors got for each"
fi
exec "$program" verify "$folder" "$@"

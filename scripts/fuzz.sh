#!/usr/bin/env bash
# Fuzzes what reads bytes of others: the launcher's request parser and the decoder of results.
#
# usage: scripts/fuzz.sh [SECONDS] [--keep]
#        SECONDS for each of the two (default 60); --keep adds what was found to the corpus that the tests replay
#
# libFuzzer of the Swift toolchain, with AddressSanitizer (and UndefinedBehaviorSanitizer for C). Any crash, leak, hang
# (10 s) or input that takes more than 2 GiB ends it with a code other than 0 and leaves the input in .build/fuzz.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
cd "$root"

seconds=60
keeps=""
for argument in "$@"; do
    case $argument in
    --keep) keeps=1 ;;
    *[!0-9]* | "") stop "unknown argument $argument" "usage: make fuzz ARGS=\"[SECONDS] [--keep]\"" ;;
    *) seconds=$argument ;;
    esac
done

find_tools
find_scratch
work=$scratch/fuzz
mkdir -p "$work"

note "building the fuzzers"
"$tools/clang" -g -O1 -std=c17 -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all -DFUZZING \
    -I Sources/CLauncher/include -I Sources/SandboxConfinement/include \
    -o "$work/request" Tests/Launcher/Check/replay.c
"$tools/swiftc" -g -O -swift-version 6 -parse-as-library -sanitize=fuzzer,address -use-ld=lld \
    -package-name evalharness -module-name WireFuzzer -o "$work/wire" \
    Sources/HarnessCore/Values/{Value,WireFormat,WireReader}.swift Tests/Launcher/Fuzz/WireFuzzer.swift

for name in request wire; do
    kept=Tests/Launcher/Fuzz/corpus/$name
    mkdir -p "$work/corpus-$name" "$work/found-$name"
    note "fuzzing $name for $seconds s"
    # Addresses that differ by start are no findings; what the runtime keeps for good is no leak.
    "$work/$name" "$work/corpus-$name" "$kept" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 \
        -max_len=4096 -print_final_stats=1 -artifact_prefix="$work/found-$name/" >"$work/$name.log" 2>&1 || {
        tail -n 40 "$work/$name.log" >&2
        stop "$name: an input breaks it; it lies in $work/found-$name"
    }
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$work/$name.log")
    edges=$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$work/$name.log" | tail -n 1)
    printf '%s: %s inputs in %s s, %s edges, no crash, no leak, no hang\n' "$name" "$runs" "$seconds" "$edges"
    if [ -n "$keeps" ]; then
        # The smallest set that reaches as much.
        rm -rf -- "$work/merged-$name"
        mkdir "$work/merged-$name"
        "$work/$name" -merge=1 -max_len=512 "$work/merged-$name" "$kept" "$work/corpus-$name" >/dev/null 2>&1
        cp -- "$work/merged-$name"/* "$kept/"
    fi
done

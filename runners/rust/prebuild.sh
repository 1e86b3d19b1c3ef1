#!/bin/sh
# Compiles the driver, which all programs share, and writes its library to descriptor 4.
# Without optimisation: only then do programs share the generic code that is compiled here already.
# prebuild.sh <compiler> <folder of the driver> <box> [program]: with a C compiler, what ends a program with tests of its own
set -eu
if [ "${4:-}" = program ]; then
    "$1" -O1 -c "$2/program.c" -o "$3/program.o"
    exec cat "$3/program.o" >&4
fi
"$1" --edition 2021 --crate-name evalharness_driver --crate-type rlib -C opt-level=0 -C debug-assertions=off -C debuginfo=0 \
    "$2/driver.rs" -o "$3/libevalharness_driver.rlib"
cat "$3/libevalharness_driver.rlib" >&4

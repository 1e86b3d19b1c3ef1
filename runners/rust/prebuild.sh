#!/bin/sh
# Compiles the driver, which all programs share, and writes its library to descriptor 4.
# Without optimisation: only then do programs share the generic code that is compiled here already.
# prebuild.sh <compiler> <folder of the driver> <box>
set -eu
"$1" --edition 2021 --crate-name evalharness_driver --crate-type rlib -C opt-level=0 -C debug-assertions=off -C debuginfo=0 \
    "$2/driver.rs" -o "$3/libevalharness_driver.rlib"
cat "$3/libevalharness_driver.rlib" >&4

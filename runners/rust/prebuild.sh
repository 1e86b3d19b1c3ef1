#!/bin/sh
# Compiles the driver, which all programs share, and writes its library to descriptor 4.
# prebuild.sh <compiler> <folder of the driver> <box>
set -eu
"$1" --edition 2021 --crate-name evalharness_driver --crate-type rlib -C opt-level=1 -C debuginfo=0 \
    "$2/driver.rs" -o "$3/libevalharness_driver.rlib"
cat "$3/libevalharness_driver.rlib" >&4

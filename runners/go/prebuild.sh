#!/bin/sh
# Compiles the driver as a package, once per toolchain: prebuild.sh COMPILER HARNESS; the archive goes to descriptor 4.
set -eu
cd "$2"
"$1" -p evalharness -pack -complete -trimpath "$2" -o "$HOME/evalharness.a" wire.go decode.go encode.go diagnose.go driver.go
cat "$HOME/evalharness.a" >&4

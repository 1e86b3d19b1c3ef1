#!/bin/sh
# Compiles main.cpp, which includes the program, and writes the executable to descriptor 4.
# compile.sh <compiler> <folder of the driver> <box>
set -eu
cd "$3"
# The quickest linker that is there.
linker=
for name in mold gold; do
    if [ -x "/usr/bin/ld.$name" ]; then linker=-fuse-ld=$name; break; fi
done
# Messages are matched by patterns: plain English, ASCII quotes, no drawing of the source. The options that shape code
# are those of prebuild.sh, or the precompiled header would not fit.
status=0
LC_ALL=C "$1" -std=gnu++20 -O1 -pipe -w -fmax-errors=1 -fno-diagnostics-show-caret \
    -I"$2" -I. main.cpp "$2/driver.o" -s $linker -o program || status=1
if [ "$status" -ne 0 ]; then exit "$status"; fi
cat program >&4

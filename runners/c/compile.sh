#!/bin/sh
# Compiles a program and writes the executable to descriptor 4.
# compile.sh <compiler> <box> [object]: the object watches the end of a program that holds its own tests
set -eu
compiler=$1
cd "$2"
shift 2
# The quickest linker that is there.
linker=
for name in mold gold; do
    if [ -x "/usr/bin/ld.$name" ]; then linker=-fuse-ld=$name; break; fi
done
wrap=
if [ "$#" -gt 0 ]; then wrap=-Wl,--wrap=main; fi
# Messages are matched by patterns: plain English, ASCII quotes, no drawing of the source.
status=0
LC_ALL=C "$compiler" -std=gnu17 -O1 -pipe -Werror=implicit-function-declaration -Werror=int-conversion \
    -Werror=incompatible-pointer-types -fmax-errors=1 -fno-diagnostics-show-caret \
    solution.c "$@" $wrap $linker -s -lm -o program || status=1
if [ "$status" -ne 0 ]; then exit "$status"; fi
cat program >&4

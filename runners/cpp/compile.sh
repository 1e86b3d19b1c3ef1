#!/bin/sh
# Compiles main.cpp, which includes the program, and writes the executable to descriptor 4.
# compile.sh <box> <folder of the driver>
set -eu
# A quicker linker than the default where there is one; both come with other packages.
linker=
for name in mold gold; do
    if command -v "ld.$name" >/dev/null; then linker=-fuse-ld=$name; break; fi
done
cd "$1"
g++ -std=gnu++20 -O1 -pipe -w -fno-diagnostics-show-caret -fmax-errors=20 -I"$2" -I"$1" main.cpp "$2/driver.o" -s $linker -o program
cat program >&4

#!/bin/sh
# Compiles a program that holds its own tests and writes the executable to descriptor 4.
# program.sh <compiler> <folder of the driver> <box>
set -eu
cd "$3"
linker=
for name in mold gold; do
    if [ -x "/usr/bin/ld.$name" ]; then linker=-fuse-ld=$name; break; fi
done
# The precompiled library stands in for the program's own inclusion of all of it, where that comes before any code.
library=
while IFS= read -r line; do
    case $line in
        '#include'*'<bits/stdc++.h>'*) library="-include $2/program.hpp"; break ;;
        '#include'*'<'* | '//'* | '') ;;
        *) break ;;
    esac
done <solution.cpp
# What its headers are of no use without.
libraries=
if grep -Eq '^[[:space:]]*#[[:space:]]*include[[:space:]]*<openssl/' solution.cpp; then libraries=-lcrypto; fi
# Options as in prebuild.sh; messages as in compile.sh.
status=0
LC_ALL=C "$1" -std=c++17 -pipe -w -fmax-errors=1 -fno-diagnostics-show-caret $library \
    solution.cpp "$2/program.o" -Wl,--wrap=main -s $linker -o program $libraries || status=1
if [ "$status" -ne 0 ]; then exit "$status"; fi
cat program >&4

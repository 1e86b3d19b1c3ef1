#!/bin/sh
# Compiles the program with its glue and writes the executable to descriptor 4.
# compile.sh <compiler> <folder of the driver> <box>
set -eu
cd "$3"
tar -xf "$2/modules.tar"
# The program is the main file, so that it may hold statements of its own; the driver starts after them.
{
    echo '#sourceLocation(file: "solution.swift", line: 1)'
    cat solution.swift
    printf '\n#sourceLocation()\nevalharnessGlue()\n'
} > main.swift
status=0
"$1" -swift-version 5 -Onone -wmo -suppress-warnings -module-name Program -module-cache-path "$3/modules" \
    -I "$2" main.swift glue.swift "$2/driver.o" -Xlinker -s -o program || status=1
if [ "$status" -ne 0 ]; then exit "$status"; fi
cat program >&4

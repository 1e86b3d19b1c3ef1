#!/bin/sh
# Compiles a program that holds its own tests and writes the executable to descriptor 4.
# program.sh <compiler> <folder of the driver> <box>
set -eu
cd "$3"
tar -xf "$2/modules.tar"
{
    echo '#sourceLocation(file: "solution.swift", line: 1)'
    cat solution.swift
} > main.swift
status=0
"$1" -swift-version 5 -Onone -wmo -suppress-warnings -module-name Program -module-cache-path "$3/modules" \
    main.swift "$2/program.o" -Xlinker --wrap=main -Xlinker -s -o program || status=1
if [ "$status" -ne 0 ]; then exit "$status"; fi
cat program >&4

#!/bin/sh
# Makes what all compilations share and writes it to descriptor 4.
# prebuild.sh <compiler> <folder of the driver> <box> module|object|cache|program
set -eu
cd "$3"
build() {
    "$1" -parse-as-library -O -wmo -swift-version 5 -suppress-warnings -module-name EvalharnessDriver \
        -module-cache-path "$3/modules" -emit-module -emit-module-path EvalharnessDriver.swiftmodule \
        -c "$2/Wire.swift" "$2/Codec.swift" "$2/Driver.swift" -o driver.o
}
case $4 in
    module) build "$@"; cat EvalharnessDriver.swiftmodule >&4 ;;
    object) build "$@"; cat driver.o >&4 ;;
    # The C modules that Foundation stands on: translating them takes longer than most programs.
    cache)
        echo 'import Foundation' > empty.swift
        "$1" -swift-version 5 -Onone -module-cache-path "$3/modules" -c empty.swift -o empty.o
        tar -cf modules.tar modules
        cat modules.tar >&4 ;;
    program) "$1" -O1 -c "$2/program.c" -o program.o; cat program.o >&4 ;;
esac

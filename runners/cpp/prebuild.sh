#!/bin/sh
# Makes what all compilations share and writes it to descriptor 4.
# prebuild.sh <compiler> <folder of the driver> <box> header|object|program-header|program-object
set -eu
options="-std=gnu++20 -O1 -pipe"
case $4 in
    header) "$1" $options -x c++-header "$2/driver.hpp" -o "$3/made" ;;
    object) "$1" $options -c "$2/driver.cpp" -o "$3/made" ;;
    # For programs that hold their own tests; the options are those of program.sh.
    program-header) "$1" -std=c++17 -pipe -x c++-header "$2/program.hpp" -o "$3/made" ;;
    program-object) "$1" -x c -O1 -c "$2/program.c" -o "$3/made" ;;
esac
cat "$3/made" >&4

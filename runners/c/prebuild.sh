#!/bin/sh
# Compiles what watches the end of a program, and writes it to descriptor 4.
# prebuild.sh <compiler> <folder of the driver> <box>
set -eu
cd "$3"
LC_ALL=C "$1" -std=gnu17 -O1 -pipe -c "$2/program.c" -o program.o
cat program.o >&4

#!/bin/sh
# Describes a gcc to the harness: one fact a line, as runners/README.md says.
set -eu
compiler=$(readlink -f "$1")
version=$("$compiler" -dumpfullversion)
echo "version $version"
echo "build $("$compiler" --version | head -n 1)"
echo "executable $compiler"
# Shell, assembler and linkers; the C library and its loader; headers.
for folder in /usr/bin /usr/lib /usr/lib64 /usr/libexec /usr/include; do
    if [ -d "$folder" ]; then echo "path $folder"; fi
done
# Where a compiler that is not the system's keeps its parts.
install=$("$compiler" -print-search-dirs | sed -n 's/^install: //p')
install=$(readlink -f "$install")
case $install in
    /usr/lib/*) ;;
    *) echo "path $install"; echo "path $(dirname "$compiler")" ;;
esac
# What the command starts: it must be able to make programs, not only be there.
for part in cc1 as ld; do
    program=$(command -v "$("$compiler" -print-prog-name=$part)" || true)
    if [ -n "$program" ]; then echo "define $part $(readlink -f "$program")"; else echo "missing gcc"; fi
done
# Without the C library's headers nothing compiles.
if [ ! -e /usr/include/stdio.h ]; then echo "missing libc6-dev"; fi

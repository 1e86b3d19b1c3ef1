#!/bin/sh
# Describes a swiftc to the harness: one fact a line, as runners/README.md says.
set -eu
compiler=$(command -v "$1")
# The folder that holds bin/swiftc, lib/swift and the rest of the toolchain.
root=$(dirname "$(dirname "$(readlink -f "$compiler")")")
build=$("$compiler" --version 2>/dev/null | grep -m 1 'Swift version')
echo "version $(echo "$build" | sed 's/.*Swift version \([0-9.]*\).*/\1/')"
echo "build $build"
echo "executable $root/bin/swiftc"
echo "path $root"
# Shell, archiver and linkers; headers and start files of the C library and of gcc; the loader.
for folder in /usr/bin /usr/lib /usr/lib64 /usr/include; do
    if [ -d "$folder" ]; then echo "path $folder"; fi
done
# What swiftc starts.
for part in swift-frontend clang; do
    if [ -e "$root/bin/$part" ]; then echo "define $part $(readlink -f "$root/bin/$part")"; fi
done
ls /usr/lib/gcc/*/*/crtbeginS.o >/dev/null 2>&1 || echo "missing gcc"
[ -e /usr/include/stdio.h ] || echo "missing libc6-dev"

#!/bin/sh
# Describes a rustc to the harness: one fact a line, as runners/README.md says.
set -eu
# A version manager's shim is asked for the compiler behind it.
root=$("$1" --print sysroot)
compiler=$(readlink -f "$root/bin/rustc")
[ -x "$compiler" ] || compiler=$(readlink -f "$1")
echo "version $("$compiler" -vV | sed -n 's/^release: //p')"
echo "build $("$compiler" --version)"
echo "executable $compiler"
# Shell, the C compiler that links, its linkers, the C library and its loader.
for folder in /usr/bin /usr/lib /usr/lib64 /usr/libexec; do
    if [ -d "$folder" ]; then echo "path $folder"; fi
done
case $root in
    /usr) ;;
    *) echo "path $(readlink -f "$root")" ;;
esac
# What rustc starts: the C compiler, by its real name, which starts the linker.
linker=$(command -v gcc || command -v cc || true)
if [ -n "$linker" ]; then
    echo "define linker $(readlink -f "$linker")"
    echo "define ld $(readlink -f "$(command -v "$("$linker" -print-prog-name=ld)")")"
else
    echo "missing gcc"
fi

#!/bin/sh
# Describes a Lua to the harness: one fact a line, as runners/README.md lists them.
set -eu
lua=$(readlink -f "$1")
version=$("$lua" -v 2>&1 | sed -n 's/^Lua \([0-9.]*\).*/\1/p')
echo "version $version"
echo "build Lua $version"
echo "executable $lua"
# A shell; the C library and the loader, and modules in C and in Lua.
for folder in /usr/bin /usr/lib /usr/lib64 /usr/share/lua /usr/local/share/lua; do
    if [ -d "$folder" ]; then echo "path $folder"; fi
done
echo "path $lua"

#!/bin/sh
# Compiles a whole program and links it: stream.sh COMPILER LINKER HARNESS; it goes to descriptor 4.
set -eu
cd "$HOME"
cat "$3/imports" >imports && chmod 700 imports
./imports solution.go >source.go
mv source.go solution.go
"$1" -p main -pack -complete -e -trimpath "$HOME" -o program.a solution.go >&2 || exit 1
"$2" -s -w -buildid= -o program program.a >&2
cat program >&4

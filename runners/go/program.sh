#!/bin/sh
# Compiles a program that holds its own tests and links it: program.sh COMPILER LINKER HARNESS; it goes to descriptor 4.
set -eu
compiler=$1 linker=$2 harness=$3
cd "$HOME"
mkdir -p library/github.com/stretchr/testify
ln -s "$harness/testify.a" library/github.com/stretchr/testify/assert.a
cat "$harness/imports" >imports && chmod 700 imports
./imports solution.go >source.go
grep -Eq '^[[:space:]]*package[[:space:]]' source.go || sed -i '1s/^/package main; /' source.go
mv source.go solution.go
tests=$(sed -n 's/^func \(Test[A-Za-z0-9_]*\)([A-Za-z0-9_]* \*testing\.T).*/{Name: "\1", F: \1},/p' solution.go | tr '\n' ' ')
sed "s|// TESTS|$tests|" "$harness/program.go" >run.go
grep -Eq '^[[:space:]]*func[[:space:]]+main[[:space:]]*\(' solution.go || echo 'func main() {}' >>run.go
"$compiler" -p main -pack -complete -e -trimpath "$HOME" -I library -o program.a solution.go run.go >&2 || exit 1
"$linker" -s -w -buildid= -L library -o program program.a >&2
cat program >&4

#!/bin/sh
# Makes what every execution shares: prebuild.sh COMPILER HARNESS [PART LINKER]; it goes to descriptor 4. Parts are the
# driver's package, and for programs with tests of their own a package that these need and what orders their imports.
set -eu
cd "$2"
case ${3:-driver} in
testify.a)
    "$1" -p github.com/stretchr/testify/assert -pack -complete -trimpath "$2" -o "$HOME/testify.a" testify.go
    exec cat "$HOME/testify.a" >&4
    ;;
imports)
    "$1" -p main -pack -complete -trimpath "$2" -o "$HOME/imports.a" imports.go
    "$4" -s -w -buildid= -o "$HOME/imports" "$HOME/imports.a"
    exec cat "$HOME/imports" >&4
    ;;
esac
"$1" -p evalharness -pack -complete -trimpath "$2" -o "$HOME/evalharness.a" wire.go decode.go encode.go diagnose.go driver.go
cat "$HOME/evalharness.a" >&4

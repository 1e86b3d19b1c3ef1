#!/bin/sh
# Describes the given go command's toolchain: one fact a line, as runners/README.md lists them.
set -eu
go=$(readlink -f "$(command -v "$1")")
export GOENV=off GOCACHE=/nonexistent GOPATH=/nonexistent GO111MODULE=off
root=$(readlink -f "$("$go" env GOROOT)")
tools=$(readlink -f "$("$go" env GOTOOLDIR)")
"$go" version | sed -n 's/^go version go\([0-9.]*\).*/version \1/p'
echo "build $("$go" version)"
echo "executable $go"
echo "define compile $tools/compile"
echo "define link $tools/link"
echo "define goroot $root"
echo "path $root"
# The compiled packages of the standard library: without them every candidate would take seconds.
test -f "$root/pkg/$("$go" env GOOS)_$("$go" env GOARCH)/fmt.a" || echo "missing golang-1.19-go"
echo "path /usr/bin"
ldd "$(command -v sh)" "$(command -v sed)" "$(command -v grep)" "$tools/compile" 2>/dev/null |
    sed -n 's:.*[[:space:]]\(/[^ ]*\) (0x.*:\1:p' | while read -r library; do
    readlink -f "$library"
    echo "$library"
done | sed 's:/[^/]*$::' | sort -u | sed 's/^/path /'

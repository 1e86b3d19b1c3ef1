#!/bin/sh
# Compiles a candidate as a library: compile.sh MONO MCS [OPTION]; to descriptor 4 go the library's length in decimal, a line
# break, the library, and its symbols, which tell exceptions their lines.
set -eu
cd "$HOME"
if ! "$1" "$2" -nologo -target:library -debug -optimize+ -warn:0 -langversion:latest -r:System.Numerics.dll \
    ${3:-} -out:solution.dll solution.cs >messages 2>&1; then
    # A missing type is one thing in a using directive and another in the code.
    while IFS= read -r message; do
        case $message in
        "solution.cs("*" error CS0246:"* | "solution.cs("*" error CS0234:"*)
            line=${message#*\(}
            sed -n "${line%%,*}p" solution.cs | grep -Eq '^[[:space:]]*using[[:space:]]' && message="$message [using]"
            ;;
        esac
        printf '%s\n' "$message"
    done <messages >&2
    exit 1
fi
test -f solution.pdb || mv solution.dll.mdb solution.pdb
{
    wc -c <solution.dll | tr -d ' '
    cat solution.dll solution.pdb
} >&4

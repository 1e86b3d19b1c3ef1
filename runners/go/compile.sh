#!/bin/sh
# Compiles a candidate with the glue and links it: compile.sh COMPILER LINKER HARNESS; the program goes to
# descriptor 4. The compiler and the linker are called as `go build` would, without its search for packages.
set -eu
compiler=$1 linker=$2 harness=$3
cd "$HOME"
names=$(sed -n 's:^// errors\: ::p' main.go)
# All lines keep their numbers. A program in another package becomes the main one.
if grep -Eq '^[[:space:]]*package[[:space:]]' solution.go; then
    sed '1,/^[[:space:]]*package[[:space:]]/s/^\([[:space:]]*package[[:space:]][[:space:]]*\)[A-Za-z0-9_]*/\1main/' solution.go
else
    printf 'package main; '
    cat solution.go
fi >source.go
# What the prompt declares and the program leaves to it.
{
    echo 'package main'
    echo 'import provided "errors"'
    echo 'var _ = provided.New'
    for name in $names; do
        grep -Eq "^[[:space:]]*(var[[:space:]]+)?$name([[:space:]]+error)?[[:space:]]*=|^[[:space:]]*(var[[:space:]]+)?($name,|.*,[[:space:]]*$name)[[:space:],].*=" solution.go ||
            echo "var $name = provided.New(\"$name\")"
    done
    grep -Eq '^[[:space:]]*func[[:space:]]+main[[:space:]]*\(' solution.go || echo 'func main() {}'
} >provided.go
mv source.go solution.go
"$compiler" -p main -pack -complete -e -trimpath "$HOME" -I "$harness" -o program.a solution.go provided.go main.go >&2 ||
    exit 1
"$linker" -s -w -buildid= -L "$harness" -o program program.a >&2
cat program >&4

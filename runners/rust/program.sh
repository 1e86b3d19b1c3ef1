#!/bin/sh
# Compiles a program that holds its own tests and writes the executable to descriptor 4.
# program.sh <compiler> <linker> <folder of the driver> <box> <mode>; in mode unit the tests are functions marked #[test].
set -eu
cd "$4"
quick=
for name in mold gold; do
    if [ -x "/usr/bin/ld.$name" ]; then quick="-C link-arg=-fuse-ld=$name"; break; fi
done
# Every problem of HumanEval-X imports three crates and hardly any uses one: an import that is not used is left out.
for pair in 'rand::Rng=rand::|thread_rng|gen_range|Rng' 'regex::Regex=Regex' 'md5=md5::'; do
    if ! grep -v '^use ' solution.rs | grep -Eq "\\b(${pair#*=})"; then sed -i "s/^use ${pair%%=*};\$//" solution.rs; fi
done
# Whatever the program says of itself, it is one.
kind="--crate-type bin"
if [ "$5" = unit ]; then kind=--test; fi
# Options as in compile.sh.
status=0
"$1" --edition 2021 --cap-lints allow --color never $kind -C opt-level=0 -C debuginfo=0 \
    -C strip=symbols -C codegen-units=1 -C "linker=$2" $quick \
    -C "link-arg=$3/program.o" -C link-arg=-Wl,--wrap=main solution.rs -o program || status=1
if [ "$status" -ne 0 ]; then exit "$status"; fi
cat program >&4

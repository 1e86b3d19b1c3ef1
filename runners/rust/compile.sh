#!/bin/sh
# Compiles the program with its glue and writes the executable to descriptor 4.
# compile.sh <compiler> <linker> <folder of the driver> <box>
set -eu
# The glue becomes a module inside the program, so that it sees what the program keeps private; the line comes last, so
# that lines of the program keep their numbers.
work=$4/work
mkdir "$work"
cp "$4/glue.rs" "$3/main.rs" "$work"
{ cat "$4/solution.rs"; printf '\n#[path = "glue.rs"]\npub mod evalharness_glue;\n'; } > "$work/solution.rs"
cd "$work"
# The quickest linker that is there.
quick=
for name in mold gold; do
    if [ -x "/usr/bin/ld.$name" ]; then quick="-C link-arg=-fuse-ld=$name"; break; fi
done
# As in an ordinary debug build, overflow is a panic. Optimising would take longer than most programs run.
status=0
"$1" --edition 2021 --cap-lints allow --color never -C opt-level=0 -C debuginfo=0 \
    -C strip=symbols -C codegen-units=1 -C "linker=$2" $quick \
    --extern "evalharness_driver=$3/libevalharness_driver.rlib" main.rs -o program || status=1
if [ "$status" -ne 0 ]; then exit "$status"; fi
cat program >&4

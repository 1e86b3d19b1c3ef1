#!/bin/sh
# Makes what every execution shares: prebuild.sh PART MONO MCS HARNESS; PART goes to descriptor 4.
set -eu
part=$1 mono=$2 mcs=$3 harness=$4
cd "$HOME"
case $part in
driver.exe)
    "$mono" "$mcs" -nologo -unsafe -optimize+ -r:System.Numerics.dll -out:driver.exe "$harness/Wire.cs" \
        "$harness/Decoder.cs" "$harness/Encoder.cs" "$harness/Diagnostic.cs" "$harness/Program.cs" \
        "$harness/Driver.cs" "$harness/TestProgram.cs" >&2
    ;;
*)
    echo "prebuild: unknown part $part" >&2
    exit 70
    ;;
esac
cat "$part" >&4

#!/bin/sh
# Makes what every execution shares, once per JDK: prebuild.sh PART JAVAC JAR JAVA HARNESS; PART goes to descriptor 4.
#
# driver.jar   the driver and the compiler's front
# compile.jsa  the classes that compiling needs, parsed and linked: three fifths of a bare javac's time
# run.jsa      the same for the driver
set -eu
part=$1 javac=$2 jar=$3 java=$4 harness=$5
quick="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xmx512m"
# A string's length in bytes, as the wire format writes it, and a frame.
text() { printf 'S%d:%s' ${#1} "$1"; }
frame() { printf '%s%d:%s' "$1" ${#2} "$2"; }

compile() {
    # shellcheck disable=SC2086
    "$java" $quick "$@" -cp "$harness/driver.jar" evalharness.Compile "$harness/Training.java"
}

case $part in
driver.jar)
    # Plain concatenation: the calls that make strings at run time would be linked at every start.
    "$javac" -J-XX:TieredStopAtLevel=1 -J-XX:+UseSerialGC -XDstringConcat=inline -XDignore.symbol.file -g -nowarn \
        -d classes "$harness/Compile.java" "$harness/Messages.java" "$harness/Driver.java" "$harness/Decoder.java" \
        "$harness/Diagnostic.java" "$harness/Encoder.java" "$harness/ProgramLoader.java" \
        "$harness/Records.java" "$harness/TestProgram.java" "$harness/Wire.java"
    "$jar" --create --no-compress --file driver.jar -C classes evalharness
    cat driver.jar >&4
    ;;
compile.jsa)
    compile -XX:ArchiveClassesAtExit="$PWD/archive.jsa" 4>/dev/null
    cat archive.jsa >&4
    ;;
run.jsa)
    compile 4>training.jar
    types=$(text kind)$(text function)$(text name)$(text train)$(text parameters)
    types="M4:${types}L1:L2:$(text values)L2:$(text list)$(text int)$(text returns)L2:$(text list)$(text int)"
    frame T "$types" >calls
    frame C "I0;$(text train)L1:L2:I3;I5;" >>calls
    frame C "I1;$(text train)L1:L0:" >>calls
    frame Z "" >>calls
    # shellcheck disable=SC2086
    "$java" $quick -XX:ArchiveClassesAtExit="$PWD/archive.jsa" -cp "$harness/driver.jar" evalharness.Driver \
        training.jar calls train 3<calls 4>/dev/null
    cat archive.jsa >&4
    ;;
*)
    echo "prebuild: unknown part $part" >&2
    exit 70
    ;;
esac

#!/bin/sh
# Runs a program that holds its own tests, in a language that cannot use open descriptors: program.sh COMMAND…
#
# The command ends with exit code 97 where the program has come to its end by itself; then descriptor 3 goes back to
# descriptor 4. A program that leaves with that code lies, and passes the changed twin of its tests too.
printf 'A0:' >&4
status=0
"$@" || status=$?
if [ "$status" -eq 97 ]; then
    cat <&3 >&4
    exit 0
fi
exit "$status"

# Runs a program that holds its own tests: bash program.sh PROGRAM; runners/README.md, "program", says what it reports.
#
# The program is read into this shell, whose `exit` and whose `set -e` end it. Where it has come to its end, descriptor 3
# goes back to descriptor 4.
printf 'A0:' >&4
# A source that does not parse would be read up to there, and the shell would go on.
"$BASH" -n "$1" || exit 2
. "$1"
evalharness_status=$?
[ "$evalharness_status" -eq 0 ] || exit "$evalharness_status"
cat <&3 >&4
exit 0

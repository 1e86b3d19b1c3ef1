#!/bin/sh
# Describes the Mono that the given program runs: one fact a line, as runners/README.md lists them.
set -eu
mono=$(readlink -f "$(command -v "$1")")
# The compiler and the libraries lie beside the program, in ../lib/mono.
library=$(readlink -f "${mono%/bin/*}/lib/mono")
"$mono" --version | sed -n 's/.*compiler version \([0-9.]*\).*/version \1/p'
echo "build $("$mono" --version | head -n 1)"
echo "executable $mono"
echo "path $library"
echo "path /usr/bin"
for extra in /etc/mono "${mono%/bin/*}"/lib/libmono-native.so*; do test ! -e "$extra" || echo "path $extra"; done
if test -f "$library/4.5/mcs.exe"; then echo "define mcs $library/4.5/mcs.exe"; else echo "missing mono-mcs"; fi
for part in System.Core:core System.Numerics:numerics System:; do
    test -f "$library/4.5/${part%:*}.dll" || echo "missing libmono-system-${part#*:}4.0-cil" | sed 's/system-4/system4/'
done
{
    ldd "$mono" "${mono%/bin/*}/lib/libmono-native.so" "$(command -v sh)" "$(command -v grep)" 2>/dev/null |
        sed -n 's:.*[[:space:]]\(/[^ ]*\) (0x.*:\1:p'
} | while read -r file; do
    readlink -f "$file"
    echo "$file"
done | sed 's:/[^/]*$::' | sort -u | sed 's/^/path /'

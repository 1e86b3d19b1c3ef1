#!/bin/sh
# Describes the JDK that holds the given javac: one fact a line, as runners/README.md lists them.
set -eu
javac=$(readlink -f "$(command -v "$1")")
home=${javac%/bin/javac}
fact() { sed -n "s/^$1=\"\(.*\)\"\$/\1/p" "$home/release"; }
test -x "$home/bin/java" && test -f "$home/lib/modules"
echo "version $(fact JAVA_VERSION)"
echo "build $(fact IMPLEMENTOR) $(fact JAVA_RUNTIME_VERSION)"
echo "executable $javac"
echo "define java $home/bin/java"
echo "define jar $home/bin/jar"
# A library that tests of others need.
tuples=$(readlink -f /usr/share/java/javatuples.jar || true)
if [ -f "$tuples" ]; then
    echo "define javatuples $tuples"
    echo "path $tuples"
else
    echo "define javatuples"
fi
echo "define libraries $home/lib"
echo "path $home"
# Debian keeps the configuration in /etc; the JDK's links lead there.
find "$home/conf" "$home/lib" -type l -exec readlink -f {} + | sed -n 's:^\(/etc/java[^/]*\)/.*:path \1:p' | sort -u
ldd "$home/bin/java" "$home/lib/server/libjvm.so" "$home/lib/libnio.so" |
    sed -n 's:.*[[:space:]]\(/[^ ]*\) (0x.*:\1:p' | grep -v "^$home/" | while read -r library; do
    readlink -f "$library"
    echo "$library"
done | sed 's:/[^/]*$::' | sort -u | sed 's/^/path /'
echo "path /usr/bin"

#!/bin/sh
# Describes the given bash and the tools that its programs use: one fact a line, as runners/README.md lists them.
set -eu
bash=$(readlink -f "$1")
"$bash" -c 'echo "version ${BASH_VERSINFO[0]}.${BASH_VERSINFO[1]}.${BASH_VERSINFO[2]}"'
echo "build $("$bash" --version | head -n 1)"
echo "executable $bash"
# Whatever a script may call, and the libraries of it all.
for folder in /usr/bin /usr/lib /usr/lib64 /usr/share/awk; do
    if [ -d "$folder" ]; then echo "path $folder"; fi
done
# Where a command is a link into a folder of alternatives, what that leads to.
for tool in awk nawk; do
    if [ -L "/etc/alternatives/$tool" ]; then echo "path /etc/alternatives/$tool"; fi
done
if [ -x /usr/bin/bc ]; then echo "define bc /usr/bin/bc"; else echo "define bc"; fi
if [ -x /usr/bin/dc ]; then echo "define dc /usr/bin/dc"; else echo "define dc"; fi

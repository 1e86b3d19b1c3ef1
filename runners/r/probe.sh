#!/bin/sh
# Describes an R to the harness: one fact a line, as runners/README.md lists them.
set -eu
script=$(readlink -f "$1")
home=$("$script" RHOME)
home=$(readlink -f "$home")
echo "version $("$script" --version | sed -n 's/^R version \([0-9.]*\).*/\1/p')"
echo "build $("$script" --version | head -n 1)"
echo "executable $script"
echo "define home $home"
echo "define program $home/bin/exec/R"
# The C library and the loader; R itself, its libraries and what they read.
for folder in /usr/lib /usr/lib64 /usr/share/R /etc/R /usr/bin "$home"; do
    if [ -d "$folder" ]; then echo "path $folder"; fi
done
# BLAS and LAPACK are links into a folder of alternatives.
for link in /etc/alternatives/lib*las*.so* /etc/alternatives/lib*lapack*.so*; do
    if [ -e "$link" ]; then echo "path $link"; fi
done
# R asks where programs are; where a command is a link into that folder too, what it leads to.
for link in /etc/alternatives/which /etc/alternatives/awk; do
    if [ -e "$link" ]; then echo "path $link"; fi
done
if [ ! -x "$home/bin/exec/R" ]; then echo "missing r-base-core"; fi

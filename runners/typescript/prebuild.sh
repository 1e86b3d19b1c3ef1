#!/bin/sh
# Writes a snapshot of the loaded compiler to descriptor 4, or "none" where this node cannot make one; $1 is node.
if "$1" --snapshot-blob ./typescript.snapshot --build-snapshot "$HARNESS_FOLDER/compile.js" >&2; then
    cat ./typescript.snapshot >&4
else
    printf none >&4
fi

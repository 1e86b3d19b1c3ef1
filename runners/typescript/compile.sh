#!/bin/sh
# Compiles $2 to JavaScript on descriptor 4, by the snapshot where the tool chain can make one; $1 is node.
snapshot=$HARNESS_FOLDER/typescript.snapshot
if [ -s "$snapshot" ] && [ "$(head -c 4 "$snapshot")" != none ]; then
    exec "$1" --v8-pool-size=0 --snapshot-blob "$snapshot" "$2"
fi
exec "$1" --v8-pool-size=0 "$HARNESS_FOLDER/compile.js" "$2"

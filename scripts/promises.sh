#!/usr/bin/env bash
# Writes the table of docs/isolation.md anew, from what the abuse suite expects of each level.
#
# usage: scripts/promises.sh [EVALHARNESS]     default is the debug build
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
cd "$root"

program=${1:-$(scripts/swift.sh bin-path debug)/evalharness}
page=docs/isolation.md
mark='<!-- doctor --promises -->'
table=$(mktemp)
trap 'rm -f -- "$table"' EXIT
"$program" doctor --promises >"$table"
python3 - "$page" "$mark" "$table" <<'PYTHON'
import pathlib, sys
page, mark, table = sys.argv[1:]
path = pathlib.Path(page)
parts = path.read_text().split(mark + "\n")
assert len(parts) == 3, f"{page}: the table stands between two marks"
path.write_text((mark + "\n").join([parts[0], pathlib.Path(table).read_text(), parts[2]]))
PYTHON
note "wrote the table of $page"

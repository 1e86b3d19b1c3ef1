#!/usr/bin/env bash
# Checks the form of every source file: Swift by the project's formatter, scripts by their own parsers.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
cd "$root"

scripts/swift.sh format lint --strict --recursive --parallel Sources Tests Benchmarks Package.swift
for script in scripts/*.sh .ci/run; do bash -n "$script"; done
python3 - Benchmarks models runners <<'PYTHON'
import ast, pathlib, sys
for folder in sys.argv[1:]:
    for path in sorted(pathlib.Path(folder).rglob("*.py")):
        # Samples of programs that must not parse lie beside the runners.
        if "samples" not in path.parts:
            ast.parse(path.read_bytes(), str(path))
PYTHON
note "lint: nothing to mend"

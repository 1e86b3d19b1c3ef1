#!/usr/bin/env bash
# Installs the Debian packages of the languages besides Python and Swift, and what foreign suites' tests need.
#
# As root or with sudo; otherwise prints the command. `evalharness doctor` then shows what is there.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

packages=(
    # The built-in suite: JavaScript, TypeScript, Java, C++, C#, Rust, Go, Ruby, PHP, Perl.
    nodejs node-typescript openjdk-17-jdk-headless g++ mono-mcs mono-runtime rustc golang-go ruby php-cli php-mbstring perl
    # Foreign suites besides: C, bash, Lua, R.
    gcc bash lua5.4 r-base-core
    # Foreign suites' tests: a calculator for bash, lodash, Data::Compare, javatuples.
    bc node-lodash libdata-compare-perl libjavatuples-java
)

exec "$(dirname "${BASH_SOURCE[0]}")/setup.sh" "${packages[@]}"

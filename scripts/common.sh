# Sourced by the other scripts: where things are, and how to say that something is wrong.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# The oldest Swift that reads Package.swift.
required_swift="6.2"

note() { printf '%s\n' "$*" >&2; }

stop() {
    note "error: $1"
    shift
    for line in "$@"; do note "  $line"; done
    exit 1
}

# at_least WANTED VERSION: whether a version is not older than the one wanted.
at_least() { [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]; }

# swift_version FILE: prints "6.3.1"; prints nothing where the file is not a Swift that starts.
swift_version() { "$1" --version 2>/dev/null | sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p' | head -n 1; }

# Sets `swift` to a Swift that is new enough: $SWIFT, the one on PATH, or one where installers put it.
find_swift() {
    local candidate version old=""
    local candidates=("${SWIFT:-}" "$(command -v swift || true)" /opt/swift/usr/bin/swift
        /usr/local/swift/usr/bin/swift /usr/share/swift/usr/bin/swift)
    if [ -n "${HOME:-}" ]; then
        candidates+=("$HOME/.local/share/swiftly/bin/swift" "$HOME/.swiftly/bin/swift")
    fi
    for candidate in "${candidates[@]}"; do
        [ -n "$candidate" ] && [ -x "$candidate" ] || continue
        version=$(swift_version "$candidate")
        [ -n "$version" ] || continue
        if at_least "$required_swift" "$version"; then
            swift=$candidate
            return
        fi
        old="$candidate is Swift $version"
    done
    stop "Swift $required_swift or newer is needed; ${old:-none was found}" \
        "Install it as https://www.swift.org/install/linux/ says (with swiftly, or a toolchain archive)," \
        "open a new shell so that \"swift --version\" answers, and give this command again." \
        "A toolchain at another place: make $(basename "${MAKE_GOAL:-demo}") SWIFT=/path/to/usr/bin/swift"
}

# Sets `tools` to the folder of the toolchain's other programs; `swift` may be a shim that lies elsewhere.
find_tools() {
    find_swift
    tools=$("$swift" -print-target-info | sed -n 's/.*"runtimeResourcePath": "\(.*\)\/lib\/swift".*/\1\/bin/p')
    [ -x "$tools/clang" ] || stop "the Swift toolchain has no clang" \
        "Sanitizers and fuzzers are its: install a toolchain of swift.org."
}

# Sets `scratch` to the build folder: .build, or one of this user's own where .build is somebody else's.
#
# A build by root in a user's folder leaves files that the user's next build cannot replace, and the other way
# round; so each keeps to a folder of their own.
find_scratch() {
    scratch=$root/.build
    if [ -e "$scratch" ]; then
        [ -O "$scratch" ] && [ -w "$scratch" ] && return
    elif [ -w "$root" ]; then
        return
    fi
    if [ -w "$root" ]; then
        scratch=$root/.build-$(id -un 2>/dev/null || id -u)
    else
        scratch=${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/evalharness/build
        # Outside the checkout the program cannot find its data by looking upwards.
        export EVALHARNESS_HOME=$root
    fi
    note "note: $root/.build belongs to another user; building in $scratch"
}

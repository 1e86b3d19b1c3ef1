enum TaskError: Error {
    case invalidArgument
}

private struct Version {
    var core: [String]
    var release: [String]?
}

func compareVersions(_ left: String, _ right: String) throws -> Int {
    let (left, right) = (try parse(left), try parse(right))
    for (a, b) in zip(left.core, right.core) where a != b { return compareNumbers(a, b) }
    switch (left.release, right.release) {
    case (nil, nil): return 0
    case (nil, _): return 1
    case (_, nil): return -1
    case (let a?, let b?):
        for (one, other) in zip(a, b) where one != other { return compareIdentifiers(one, other) }
        return (a.count - b.count).signum()
    }
}

private func parse(_ text: String) throws -> Version {
    let isPlain = text.unicodeScalars.allSatisfy { isDigit($0) || isLetter($0) || $0 == "." }
    guard isPlain else { throw TaskError.invalidArgument }
    let halves = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    var version = Version(core: parts(of: halves[0]))
    guard version.core.count == 3 else { throw TaskError.invalidArgument }
    try version.core.forEach(checkNumber)
    if halves.count == 2 {
        let release = parts(of: halves[1])
        for identifier in release where isNumber(identifier) || identifier.isEmpty { try checkNumber(identifier) }
        version.release = release
    }
    return version
}

private func parts(of text: Substring) -> [String] {
    text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
}

private func checkNumber(_ text: String) throws {
    guard isNumber(text), text == "0" || !text.hasPrefix("0") else { throw TaskError.invalidArgument }
}

private func compareIdentifiers(_ left: String, _ right: String) -> Int {
    switch (isNumber(left), isNumber(right)) {
    case (true, true): return compareNumbers(left, right)
    case (true, false): return -1
    case (false, true): return 1
    case (false, false): return left < right ? -1 : 1
    }
}

/// Compares two different decimal numbers of any size.
private func compareNumbers(_ left: String, _ right: String) -> Int {
    (left.count, left) < (right.count, right) ? -1 : 1
}

private func isNumber(_ text: String) -> Bool { !text.isEmpty && text.unicodeScalars.allSatisfy(isDigit) }

private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || scalar == "-"
}

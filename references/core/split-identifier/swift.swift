enum TaskError: Error {
    case invalidArgument
}

func snakeCase(_ identifier: String) throws -> String {
    let scalars = Array(identifier.unicodeScalars)
    var result = ""
    var hasEnded = false
    for (index, scalar) in scalars.enumerated() {
        if scalar == "_" || scalar == "-" {
            hasEnded = true
            continue
        }
        guard isUpper(scalar) || isLower(scalar) || isDigit(scalar) else { throw TaskError.invalidArgument }
        if isUpper(scalar) && index > 0 {
            let before = scalars[index - 1]
            let lowerFollows = index + 1 < scalars.count && isLower(scalars[index + 1])
            if isLower(before) || isDigit(before) || (isUpper(before) && lowerFollows) { hasEnded = true }
        }
        if hasEnded && !result.isEmpty { result += "_" }
        hasEnded = false
        result += Character(scalar).lowercased()
    }
    return result
}

private func isUpper(_ scalar: Unicode.Scalar) -> Bool { ("A"..."Z").contains(scalar) }

private func isLower(_ scalar: Unicode.Scalar) -> Bool { ("a"..."z").contains(scalar) }

private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

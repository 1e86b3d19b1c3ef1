enum TaskError: Error {
    case invalidArgument
}

private let units: [(name: String, size: Int)] = [
    ("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1000), ("ms", 1),
]

func parseDuration(_ text: String) throws -> Int {
    var rest = Array(text.unicodeScalars)[...]
    let sign = rest.first == "-" ? -1 : 1
    if sign < 0 { rest.removeFirst() }
    guard !rest.isEmpty else { throw TaskError.invalidArgument }
    var total = 0
    var left = units[...]
    while !rest.isEmpty {
        let digits = rest.prefix(while: isDigit)
        rest = rest.dropFirst(digits.count)
        let name = rest.prefix { !isDigit($0) }
        rest = rest.dropFirst(name.count)
        guard !digits.isEmpty, let unit = left.firstIndex(where: { $0.name.unicodeScalars.elementsEqual(name) }) else {
            throw TaskError.invalidArgument
        }
        left = left[(unit + 1)...]
        // Signed from the start: the smallest number is larger than the largest.
        var part = 0
        for digit in digits { part = try add(try multiply(part, 10), sign * (Int(digit.value) - 48)) }
        total = try add(total, try multiply(part, units[unit].size))
    }
    return total
}

private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

private func add(_ left: Int, _ right: Int) throws -> Int {
    let (sum, overflows) = left.addingReportingOverflow(right)
    if overflows { throw TaskError.invalidArgument }
    return sum
}

private func multiply(_ left: Int, _ right: Int) throws -> Int {
    let (product, overflows) = left.multipliedReportingOverflow(by: right)
    if overflows { throw TaskError.invalidArgument }
    return product
}

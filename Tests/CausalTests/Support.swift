/// Whether a number equals the expected one to a relative tolerance; near zero the tolerance is absolute.
func isClose(_ value: Double, _ expected: Double, _ tolerance: Double = 1e-10) -> Bool {
    if value == expected { return true }
    return abs(value - expected) <= tolerance * max(abs(expected), 1e-300)
        || (abs(expected) < tolerance && abs(value) < tolerance)
}

func areClose(_ values: [Double], _ expected: [Double], _ tolerance: Double = 1e-10) -> Bool {
    values.count == expected.count && zip(values, expected).allSatisfy { isClose($0, $1, tolerance) }
}

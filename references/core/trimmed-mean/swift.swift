enum TaskError: Error {
    case invalidArgument
}

func trimmedMean(_ values: [Double], _ trim: Double) throws -> Double? {
    guard trim >= 0, trim < 0.5 else { throw TaskError.invalidArgument }
    let ordered = values.filter { !$0.isNaN }.sorted()
    guard !ordered.isEmpty else { return nil }
    let cut = Int(Double(ordered.count) * trim)
    let kept = ordered[cut..<ordered.count - cut]
    return kept.reduce(0, +) / Double(kept.count)
}

func sortFloats(_ values: [Double], _ descending: Bool) -> [Double] {
    let numbers = values.filter { !$0.isNaN }
    // The total order of IEEE 754 tells the zeros apart.
    let sorted = numbers.sorted { descending ? $1.isStrictlyBelow($0) : $0.isStrictlyBelow($1) }
    return sorted + values.filter(\.isNaN)
}

extension Double {
    fileprivate func isStrictlyBelow(_ other: Double) -> Bool {
        !other.isTotallyOrdered(belowOrEqualTo: self)
    }
}

enum TaskError: Error {
    case invalidArgument, arithmetic
}

func divideRounded(_ dividend: Int, _ divisor: Int, _ mode: String) throws -> Int {
    guard ["floor", "ceiling", "truncate", "half_away", "half_even"].contains(mode) else {
        throw TaskError.invalidArgument
    }
    let (quotient, overflows) = dividend.dividedReportingOverflow(by: divisor)
    if divisor == 0 || overflows { throw TaskError.arithmetic }
    let remainder = dividend % divisor
    if remainder == 0 { return quotient }

    let isNegative = (dividend < 0) != (divisor < 0)
    // Half of the divisor against the remainder, without doubling either.
    let (size, rest) = (divisor.magnitude, remainder.magnitude)
    let isMoreThanHalf = rest > size - rest
    let isHalf = rest == size - rest
    // Whether the answer is the neighbour of the quotient that is further from zero.
    let away =
        switch mode {
        case "floor": isNegative
        case "ceiling": !isNegative
        case "half_away": isMoreThanHalf || isHalf
        case "half_even": isMoreThanHalf || (isHalf && quotient % 2 != 0)
        default: false
        }
    return away ? quotient + (isNegative ? -1 : 1) : quotient
}

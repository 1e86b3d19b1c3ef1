enum TaskError: Error {
    case invalidArgument, outOfRange
}

func saturatingWalk(_ start: Int, _ steps: [Int], _ low: Int?, _ high: Int?) throws -> (Int, Int) {
    let (low, high) = (low ?? .min, high ?? .max)
    guard low <= high else { throw TaskError.invalidArgument }
    guard (low...high).contains(start) else { throw TaskError.outOfRange }
    var number = start
    var clipped = 0
    for step in steps {
        let (sum, overflows) = number.addingReportingOverflow(step)
        if !overflows, (low...high).contains(sum) {
            number = sum
        } else {
            number = step > 0 ? high : low
            clipped += 1
        }
    }
    return (number, clipped)
}

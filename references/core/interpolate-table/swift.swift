enum TaskError: Error {
    case invalidArgument
}

func interpolate(_ points: [(Double, Double)], _ position: Double) throws -> Double {
    let pairs = zip(points, points.dropFirst())
    guard let first = points.first, let last = points.last,
        points.allSatisfy({ $0.0.isFinite }), pairs.allSatisfy({ $0.0 < $1.0 })
    else { throw TaskError.invalidArgument }
    if position.isNaN { return position }
    if position <= first.0 { return first.1 }
    for ((x0, y0), (x1, y1)) in pairs where position < x1 {
        return y0 + (y1 - y0) * (position - x0) / (x1 - x0)
    }
    return last.1
}

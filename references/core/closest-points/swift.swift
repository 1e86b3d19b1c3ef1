struct Point: Hashable {
    var x: Int
    var y: Int
}

enum TaskError: Error {
    case invalidArgument
}

func closestPoints(_ points: [Point], _ centre: Point, _ number: Int) throws -> [Point] {
    guard number >= 0 else { throw TaskError.invalidArgument }
    func rank(_ point: Point) -> (Int, Int, Int) {
        // Each difference is at most 2e9, so the sum of squares fits in 64 bits.
        let (dx, dy) = (point.x - centre.x, point.y - centre.y)
        return (dx * dx + dy * dy, point.x, point.y)
    }
    return Array(points.sorted { rank($0) < rank($1) }.prefix(number))
}

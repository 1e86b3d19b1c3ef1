enum TaskError: Error {
    case invalidArgument
}

private let headings: [(name: String, dx: Int, dy: Int)] = [("N", 0, 1), ("E", 1, 0), ("S", 0, -1), ("W", -1, 0)]

func driveRobot(
    _ width: Int, _ height: Int, _ start: (Int, Int), _ heading: String, _ blocked: Set<[Int]>, _ commands: String
) throws -> (Int, Int, String, Int) {
    func isFree(_ x: Int, _ y: Int) -> Bool {
        x >= 0 && x < width && y >= 0 && y < height && !blocked.contains([x, y])
    }
    var (x, y) = start
    guard isFree(x, y), var direction = headings.firstIndex(where: { $0.name == heading }),
        commands.unicodeScalars.allSatisfy({ "LRFB".unicodeScalars.contains($0) })
    else { throw TaskError.invalidArgument }

    var bumps = 0
    for command in commands {
        switch command {
        case "L": direction = (direction + 3) % 4
        case "R": direction = (direction + 1) % 4
        default:
            let way = command == "F" ? 1 : -1
            let (nextX, nextY) = (x + way * headings[direction].dx, y + way * headings[direction].dy)
            if isFree(nextX, nextY) {
                (x, y) = (nextX, nextY)
            } else {
                bumps += 1
            }
        }
    }
    return (x, y, headings[direction].name, bumps)
}

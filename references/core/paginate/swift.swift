struct Page: Hashable {
    var items: [String]
    var number: Int
    var pages: Int
    var previous: Int?
    var next: Int?
}

enum TaskError: Error {
    case invalidArgument, outOfRange
}

func paginate(_ items: [String], _ size: Int, _ number: Int) throws -> Page {
    guard size >= 1 else { throw TaskError.invalidArgument }
    let pages = items.isEmpty ? 1 : (items.count - 1) / size + 1
    guard (1...pages).contains(number) else { throw TaskError.outOfRange }
    return Page(
        items: Array(items.dropFirst((number - 1) * size).prefix(size)),
        number: number,
        pages: pages,
        previous: number > 1 ? number - 1 : nil,
        next: number < pages ? number + 1 : nil
    )
}

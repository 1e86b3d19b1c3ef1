enum TaskError: Error {
    case invalidArgument
}

func shortenMiddle(_ text: String, _ width: Int) throws -> String {
    guard width >= 1 else { throw TaskError.invalidArgument }
    let points = Array(text.unicodeScalars)
    if points.count <= width { return text }
    let head = width / 2
    let tail = width - 1 - head
    var shortened = String.UnicodeScalarView(points.prefix(head))
    shortened.append("…")
    shortened.append(contentsOf: points.suffix(tail))
    return String(shortened)
}

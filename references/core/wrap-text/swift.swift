enum TaskError: Error {
    case invalidArgument
}

func wrapText(_ text: String, _ width: Int) throws -> [String] {
    guard width >= 1 else { throw TaskError.invalidArgument }
    var lines: [[Unicode.Scalar]] = []
    for word in Array(text.unicodeScalars).split(separator: " ") {
        if let line = lines.last, word.count < width - line.count {
            lines[lines.count - 1] += [" "] + word
            continue
        }
        var rest = word
        while !rest.isEmpty {
            lines.append(Array(rest.prefix(width)))
            rest = rest.dropFirst(width)
        }
    }
    return lines.map { line in
        var view = String.UnicodeScalarView()
        view.append(contentsOf: line)
        return String(view)
    }
}

import Foundation
import HarnessCore

/// Reads the problems of a foreign file: JSON objects, one a line or all in one list.
struct ForeignLines {
    var file: URL
    var maximumLineBytes: Int
    var maximumBytes: Int
    /// What a problem should hold, for messages: `MBPP's form: task_id, …`.
    var form: String

    /// Turns each object into a task; up to ten faulty ones are told at once, and two tasks of one id are a fault.
    func tasks(
        _ task: (ForeignFields) throws(HarnessError) -> EvalTask
    ) throws(HarnessError) -> [EvalTask] {
        let path = file.relativePath
        var collected = Collected()
        if let objects = try objectsOfOneList() {
            for (index, object) in objects.enumerated() {
                let fields = ForeignFields(tree: object, location: "\(path): problem \(index + 1)")
                collected.add { () throws(HarnessError) in (try task(fields), fields) }
            }
        } else {
            let reader = try LineReader(
                file: file,
                maximumLineBytes: maximumLineBytes,
                maximumBytes: maximumBytes
            )
            while let line = try reader.next() {
                collected.add { () throws(HarnessError) in
                    guard let fields = try fields(of: line, at: reader.location) else { return nil }
                    return (try task(fields), fields)
                }
            }
        }
        try collected.faults.throwIfAny(in: path)
        guard !collected.tasks.isEmpty else {
            throw HarnessError(.badData, "the suite has no tasks", at: path, remedy: "write \(form)")
        }
        return collected.tasks
    }

    /// What the problems came to so far.
    private struct Collected {
        var faults = FaultList()
        var tasks: [EvalTask] = []
        private var places: [String: String] = [:]

        mutating func add(
            _ next: () throws(HarnessError) -> (task: EvalTask, fields: ForeignFields)?
        ) {
            do throws(HarnessError) {
                guard let (task, fields) = try next() else { return }
                if let first = places.updateValue(fields.location, forKey: task.id) {
                    throw fields.fault(
                        "the task id \(Quoting.quoted(task.id)) stands twice, first at \(first)",
                        remedy: "give every task an id of its own"
                    )
                }
                tasks.append(task)
            } catch {
                faults.add(error)
            }
        }
    }

    /// The objects of a file that is one JSON list; nil where it is none.
    private func objectsOfOneList() throws(HarnessError) -> [JSONTree]? {
        let first = try LineReader(file: file, maximumLineBytes: maximumLineBytes, maximumBytes: maximumBytes)
        while let line = try first.next() {
            guard case .content(let bytes) = line else { return nil }
            guard let start = bytes.first(where: { ![0x20, 0x09, 0x0D].contains($0) }) else { continue }
            guard start == UInt8(ascii: "[") else { return nil }
            let content = try WholeFile.contents(of: file, maximumBytes: maximumBytes)
            try TextCheck.validate(content, at: first.shownPath)
            return try Self.tree(content, at: first.shownPath).list
        }
        return nil
    }

    /// The problem of one line; nil where the line is blank.
    private func fields(
        of line: LineReader.Line,
        at location: String
    ) throws(HarnessError) -> ForeignFields? {
        guard case .content(let bytes) = line else {
            throw HarnessError(
                .badData,
                "the line is longer than \(maximumLineBytes) bytes",
                at: location,
                remedy: "split the file, or leave this problem out"
            )
        }
        guard bytes.contains(where: { ![0x20, 0x09, 0x0D].contains($0) }) else { return nil }
        try TextCheck.validate(bytes, at: location)
        let tree = try Self.tree(bytes, at: location)
        guard case .object = tree else {
            throw HarnessError(
                .badData,
                "\(tree.kind) stands where a problem is expected",
                at: location,
                remedy: "write \(form)"
            )
        }
        return ForeignFields(tree: tree, location: location)
    }

    private static func tree(_ bytes: [UInt8], at location: String) throws(HarnessError) -> JSONTree {
        do {
            return try JSONTree(bytes)
        } catch {
            throw HarnessError(
                .badData,
                "malformed JSON at column \(error.column): \(error.reason)",
                at: location,
                remedy: "write one JSON object per line, or one list of them"
            )
        }
    }
}

/// The fields of one problem, with errors that say where it stands.
struct ForeignFields {
    let tree: JSONTree
    let location: String

    func has(_ name: String) -> Bool { tree[name] != nil }

    /// Returns a text; throws `badData` where the field is missing, is no text or holds NUL.
    func text(_ name: String) throws(HarnessError) -> String {
        let field = try field(name)
        guard let text = field.text else { throw wrong(name, field, wanted: "text") }
        guard !text.utf8.contains(0) else {
            throw fault(
                "the field \"\(name)\" contains a NUL character (\\u0000)",
                remedy: "remove it: no program text can hold one"
            )
        }
        return text
    }

    func list(_ name: String) throws(HarnessError) -> [JSONTree] {
        let field = try field(name)
        guard let list = field.list else { throw wrong(name, field, wanted: "a list") }
        return list
    }

    /// Returns a list of texts; nil where the field is missing.
    func texts(_ name: String) throws(HarnessError) -> [String]? {
        guard has(name) else { return nil }
        var texts: [String] = []
        for item in try list(name) {
            guard let text = item.text, !text.utf8.contains(0) else {
                throw wrong(name, item, wanted: "a list of texts")
            }
            texts.append(text)
        }
        return texts
    }

    /// Returns the digits of a number that is not negative; nil where the field is missing.
    func number(_ name: String) throws(HarnessError) -> String? {
        guard let field = tree[name] else { return nil }
        guard case .number(let digits) = field, let number = Double(digits), number >= 0, number.isFinite
        else {
            throw wrong(name, field, wanted: "a number from 0 up")
        }
        return digits
    }

    /// Returns an id that can name a task; numbers are ids too.
    func taskID(_ name: String) throws(HarnessError) -> String {
        let field = try field(name)
        let id: String
        switch field {
        case .text(let text): id = text
        case .number(let digits) where Int(digits) != nil: id = digits
        default: throw wrong(name, field, wanted: "text")
        }
        guard TaskName.isForeignID(id) else {
            throw fault(
                "the task id \(Quoting.quoted(id)) is not usable",
                remedy: "use 1 to \(TaskName.maximumIDBytes) bytes without spaces and control characters"
            )
        }
        return id
    }

    func pythonName(_ name: String) throws(HarnessError) -> String {
        let text = try text(name)
        guard PythonName.isIdentifier(text) else {
            throw fault(
                "the \(name.replacing("_", with: " ")) \(Quoting.quoted(text)) is not a Python name",
                remedy: "name the function that the test calls"
            )
        }
        return text
    }

    func fault(_ message: String, remedy: String? = nil) -> HarnessError {
        HarnessError(.badData, message, at: location, remedy: remedy)
    }

    private func field(_ name: String) throws(HarnessError) -> JSONTree {
        guard let field = tree[name] else { throw fault("missing field \"\(name)\"") }
        return field
    }

    private func wrong(_ name: String, _ field: JSONTree, wanted: String) -> HarnessError {
        fault("the field \"\(name)\" must be \(wanted), not \(field.kind)")
    }
}

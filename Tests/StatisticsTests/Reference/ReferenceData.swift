import Foundation

/// The published and computed cases of `statistics/reference.json`, where the machine has them.
enum ReferenceData {
    static let folder: URL = {
        if let path = ProcessInfo.processInfo.environment["EVALHARNESS_SHARED"] {
            return URL(fileURLWithPath: path).appendingPathComponent("data/statistics")
        }
        var folder = URL(fileURLWithPath: #filePath)
        // A checkout stands beside `shared`, or a worktree one folder deeper.
        for _ in 0..<8 {
            folder.deleteLastPathComponent()
            let candidate = folder.appendingPathComponent("shared/data/statistics")
            if FileManager.default.fileExists(atPath: candidate.path) { return candidate }
        }
        return folder
    }()

    static var isThere: Bool {
        FileManager.default.fileExists(atPath: folder.appendingPathComponent("reference.json").path)
    }

    static func cases() throws -> [String: ReferenceCase] {
        let data = try Data(contentsOf: folder.appendingPathComponent("reference.json"))
        guard let root = try JSONSerialization.jsonObject(with: data) as? [String: Any],
            let cases = root["cases"] as? [[String: Any]]
        else { throw ReferenceFault.malformed }
        return try Dictionary(
            cases.map { fields in
                guard let id = fields["id"] as? String else { throw ReferenceFault.malformed }
                return (id, ReferenceCase(id: id, fields: fields))
            },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The columns of a file of the folder, by name.
    static func table(_ name: String) throws -> [String: [String]] {
        let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        let rows = text.split(whereSeparator: \.isNewline).map { line in
            line.split(separator: ",", omittingEmptySubsequences: false)
                .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "\"")) }
        }
        guard let header = rows.first else { throw ReferenceFault.malformed }
        var columns: [String: [String]] = [:]
        for (index, name) in header.enumerated() { columns[name] = rows.dropFirst().map { $0[index] } }
        return columns
    }
}

enum ReferenceFault: Error {
    case malformed
    case missing(String)
    case unknownCase(String)
}

extension [String: [String]] {
    /// A numeric column.
    func numbers(_ name: String) throws -> [Double] {
        try texts(name).map { text in
            guard let number = Double(text) else { throw ReferenceFault.missing("\(name): \(text)") }
            return number
        }
    }

    func texts(_ name: String) throws -> [String] {
        guard let column = self[name] else { throw ReferenceFault.missing(name) }
        return column
    }

    /// The numbers of one column in the rows in which another has this text.
    func numbers(_ name: String, where other: String, is text: String) throws -> [Double] {
        zip(try numbers(name), try texts(other)).filter { $0.1 == text }.map(\.0)
    }
}

/// One case: what goes in, what must come out and how closely.
struct ReferenceCase {
    let id: String
    let fields: [String: Any]

    var tolerance: Double { fields["rel_tol"] as? Double ?? 1e-8 }
    var input: [String: Any] { fields["input"] as? [String: Any] ?? [:] }

    /// Every expected number by its path: `diff_ci95[0]`, `holm.adjusted[3]`.
    var expected: [String: Double] {
        var flat: [String: Double] = [:]
        Self.flatten(fields["expected"] ?? [:], path: "", into: &flat)
        return flat
    }

    func number(_ name: String) throws -> Double {
        guard let value = input[name] as? NSNumber else { throw ReferenceFault.missing(name) }
        return value.doubleValue
    }

    func integer(_ name: String) throws -> Int { Int(try number(name)) }

    func numbers(_ name: String) throws -> [Double] {
        guard let values = input[name] as? [NSNumber] else { throw ReferenceFault.missing(name) }
        return values.map(\.doubleValue)
    }

    private static func flatten(_ value: Any, path: String, into flat: inout [String: Double]) {
        switch value {
        case let fields as [String: Any]:
            for (name, field) in fields {
                flatten(field, path: path.isEmpty ? name : "\(path).\(name)", into: &flat)
            }
        case let items as [Any]:
            for (index, item) in items.enumerated() { flatten(item, path: "\(path)[\(index)]", into: &flat) }
        case let number as NSNumber: flat[path] = number.doubleValue
        case let text as String:
            flat[path] = text == "Infinity" ? .infinity : text == "-Infinity" ? -.infinity : Double(text)
        default: break
        }
    }
}

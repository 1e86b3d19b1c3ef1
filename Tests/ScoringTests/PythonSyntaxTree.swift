import Foundation
import HarnessCore
import TestSupport

/// Python's own syntax tree as an independent measure, by `Oracle/python_structure.py`.
enum PythonSyntaxTree {
    private static let interpreter = "/usr/bin/python3"
    private static let script = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Oracle/python_structure.py")
    static var isAvailable: Bool { FileManager.default.isExecutableFile(atPath: interpreter) }

    /// The bundled samples of both models, the references, and the project's own scripts.
    static func programs() throws -> [String] {
        struct Line: Decodable {
            var solution: String?
            var language: String?
        }
        var programs: [String] = []
        for model in ["v1", "v2"] {
            let file = Checkout.root.appending(path: "models/\(model)/samples.jsonl")
            for line in try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")) {
                let sample = try JSONDecoder().decode(Line.self, from: line)
                if let text = sample.solution, sample.language == nil { programs.append(text) }
            }
        }
        for folder in ["references", "runners", "Benchmarks", "models", "Tests"] {
            let files = FileManager.default.enumerator(
                at: Checkout.root.appending(path: folder),
                includingPropertiesForKeys: nil
            )
            for case let file as URL in files ?? .init() where file.pathExtension == "py" {
                if let text = try? String(contentsOf: file, encoding: .utf8) { programs.append(text) }
            }
        }
        return programs
    }

    /// Metrics of each program; nil for one that does not parse.
    static func metrics(of programs: [String]) throws -> [CodeMetrics?] {
        let process = Process()
        let output = Pipe()
        let input = FileManager.default.temporaryDirectory.appending(
            path: "structure-\(UUID().uuidString).json"
        )
        defer { try? FileManager.default.removeItem(at: input) }
        try JSONEncoder().encode(programs).write(to: input)
        process.executableURL = URL(filePath: interpreter)
        process.arguments = [script.path]
        process.standardInput = try FileHandle(forReadingFrom: input)
        process.standardOutput = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return try JSONDecoder().decode([[Int]?].self, from: data).map { numbers in
            numbers.map { CodeMetrics(cyclomaticComplexity: $0[0], nestingDepth: $0[1], codeLines: $0[2]) }
        }
    }
}

import Foundation
import HarnessCore
import Yams

extension RunnerDefinition {
    /// Decodes a definition strictly: an unknown key or a value that cannot be is an error with its place.
    static func decode(_ text: String, file: URL) throws(HarnessError) -> RunnerDefinition {
        let node: Node?
        do {
            node = try Yams.compose(yaml: text)
        } catch {
            throw invalid("not YAML: \(error)", at: file.path)
        }
        guard let mapping = node?.mapping else { throw invalid("not a mapping", at: file.path) }
        for (key, _) in mapping {
            let name = key.string ?? ""
            guard CodingKeys(rawValue: name) != nil else {
                throw invalid("unknown key \"\(name)\"", at: place(of: key, in: file))
            }
        }
        let definition: RunnerDefinition
        do {
            definition = try YAMLDecoder().decode(RunnerDefinition.self, from: text)
        } catch {
            throw invalid(explanation(of: error), at: file.path)
        }
        try definition.validate(mapping, file: file)
        return definition
    }

    private func validate(_ mapping: Node.Mapping, file: URL) throws(HarnessError) {
        func check(_ isValid: Bool, _ key: CodingKeys, _ rule: String) throws(HarnessError) {
            guard !isValid else { return }
            let node = mapping[Node(key.rawValue)]
            throw Self.invalid("\(key.rawValue): \(rule)", at: Self.place(of: node, in: file))
        }
        try check(!name.isEmpty, .name, "must not be empty")
        try check(!executables.isEmpty, .executables, "needs at least one program")
        try check(!probe.isEmpty, .probe, "must not be empty")
        try check(!coldArguments.isEmpty, .coldArguments, "must not be empty")
        try check(Self.isFileName(sourceFile), .sourceFile, "must be a plain file name")
        try check(harnessFiles.allSatisfy(Self.isFileName), .harnessFiles, "must be plain file names")
        try check(Set(harnessFiles).count == harnessFiles.count, .harnessFiles, "names a file twice")
        try check(extraPaths.allSatisfy { $0.hasPrefix("/") }, .extraPaths, "must be absolute paths")
        try check(VersionNumber(minimumVersion) != nil, .minimumVersion, "must be a version such as 3.10")
    }

    private static func isFileName(_ name: String) -> Bool {
        !name.isEmpty && !name.hasPrefix(".") && !name.contains("/") && !name.contains("\0")
    }

    private static func place(of node: Node?, in file: URL) -> String {
        guard let line = node?.mark?.line else { return file.path }
        return "\(file.path):\(line)"
    }

    private static func invalid(_ message: String, at location: String) -> HarnessError {
        HarnessError(
            .badConfiguration,
            message,
            at: location,
            remedy: "Known keys: \(CodingKeys.allCases.map(\.rawValue).joined(separator: ", "))."
        )
    }

    private static func explanation(of error: any Error) -> String {
        func path(_ context: DecodingError.Context) -> String {
            let path = context.codingPath.map(\.stringValue).joined(separator: ".")
            return path.isEmpty ? "the file" : path
        }
        switch error as? DecodingError {
        case .keyNotFound(let key, _): return "missing key \"\(key.stringValue)\""
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            return "\(path(context)): \(context.debugDescription)"
        case nil: return "\(error)"
        @unknown default: return "\(error)"
        }
    }
}

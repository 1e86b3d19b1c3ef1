package import Foundation
package import HarnessCore

/// The mutants of a reference that no case can kill, because they do what the reference does: reviewed by hand.
package struct EquivalentMutants: Sendable, Hashable {
    /// Stands beside the reference, `references/core/<task>/equivalent-mutants.yaml`.
    package static let fileName = "equivalent-mutants.yaml"

    /// How messages name the file.
    package var path: String
    /// The first sixteen digits of the SHA-256 of the reference that was reviewed.
    package var reference: String
    /// Names of mutants, and why each is equivalent.
    package var reasons: [String: String]

    package init(path: String, reference: String, reasons: [String: String]) {
        self.path = path
        self.reference = reference
        self.reasons = reasons
    }

    /// The mark by which a list knows its reference.
    package static func mark(of reference: String) -> String {
        String(ContentHash(of: reference).hexadecimal.prefix(16))
    }

    /// Reads the list of a task; nil where there is none.
    ///
    /// - Throws: `badData` with file and line for a list that is badly formed, or names a mutant twice.
    package static func load(
        task id: String,
        referencesFolder: URL
    ) throws(HarnessError) -> EquivalentMutants? {
        let url = referencesFolder.appendingPathComponent(id).appendingPathComponent(fileName)
        guard FileManager.default.fileExists(atPath: url.path) else { return nil }
        let file = try YAMLFile(at: url)
        let fields = try Fields(
            file.root,
            of: "a list of equivalent mutants",
            allowed: ["reference", "equivalent"],
            in: file
        )
        var list = EquivalentMutants(path: file.path, reference: try fields.text("reference"), reasons: [:])
        for node in try fields.items("equivalent") ?? [] {
            let entry = try Fields(
                node,
                of: "an equivalent mutant",
                allowed: ["mutant", "reason"],
                in: file
            )
            let name = try entry.text("mutant")
            guard list.reasons.updateValue(try entry.text("reason"), forKey: name) == nil else {
                throw file.error("the mutant \(Quoting.quoted(name)) stands twice", at: node)
            }
        }
        return list
    }
}

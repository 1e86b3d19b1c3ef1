package import HarnessCore

/// The compilers and interpreters of a run, by language.
package struct RunToolchains: Sendable, Hashable {
    package var byLanguage: [String: Entry]

    package struct Entry: Sendable, Hashable, Codable {
        package var version: String
        package var digest: String

        package init(version: String, digest: String) {
            self.version = version
            self.digest = digest
        }
    }

    package init(_ byLanguage: [String: Entry]) { self.byLanguage = byLanguage }

    /// Reads what `encoded` made.
    package init(decoding text: String) throws(HarnessError) {
        do {
            byLanguage = try StoredJSON.decode([String: Entry].self, from: text)
        } catch {
            throw HarnessError(.badData, "the toolchains of a stored run cannot be read: \(error)")
        }
    }

    /// A JSON object with its keys in order.
    package func encoded() throws -> String { try StoredJSON.encode(byLanguage) }

    /// The toolchain of a language; nil where the run has none of it.
    package subscript(language: Language) -> Entry? { byLanguage[language.rawValue] }

    /// `python 3.11.2`, sorted by language.
    package var names: [String] {
        byLanguage.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.version)" }
    }
}

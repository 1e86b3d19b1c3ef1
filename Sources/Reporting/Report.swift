/// A result of the command line: text for people and one JSON object for programs.
package protocol Report: Sendable {
    /// The lines for people; untrusted text in them is escaped.
    func lines(_ style: TextStyle) -> [String]

    /// The object for programs, with its `schema` key.
    var json: JSONValue { get }
}

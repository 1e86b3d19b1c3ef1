import HarnessCore

extension Suggestion {
    /// Returns `did you mean "returns"?`, or nil where no candidate is near.
    static func remedy(for name: String, among candidates: some Sequence<String>) -> String? {
        nearest(to: name, among: candidates).map { "did you mean \(Quoting.quoted($0))?" }
    }
}

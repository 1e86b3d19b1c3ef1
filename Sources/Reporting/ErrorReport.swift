package import HarnessCore

/// A fault as an object for programs.
package struct ErrorReport: Report {
    private let error: HarnessError

    package init(_ error: HarnessError) { self.error = error }

    package func lines(_ style: TextStyle) -> [String] { printableLines(error.description) }

    package var json: JSONValue {
        .document(
            "error",
            [
                "error": .object([
                    "code": .text("\(error.code)"),
                    "exit": .integer(Int(error.code.exitCode.rawValue)),
                    "message": .text(error.message),
                    "where": .optional(error.location),
                    "hint": .optional(error.remedy),
                ])
            ]
        )
    }
}

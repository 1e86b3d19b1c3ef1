/// A foreign test in the candidate's own language: prompt, completion and tests make one program.
///
/// Such a program says by its end whether the tests hold. Test and candidate share a process, so every verdict
/// has `trust: shared`.
package struct ProgramTest: Sendable, Hashable {
    /// The language of the whole suite file.
    package var language: Language
    /// The suite's way of writing programs: `multipl-e`, `humaneval-x`, `mxeval`.
    ///
    /// A runner may know how its language assembles and runs that form; one that does not uses its default.
    package var form: String
    /// What follows the completion.
    package var tests: String
    /// Other texts of the problem that a form may name: `declaration`, `import`, `setup`.
    package var parts: [String: String]

    package init(language: Language, form: String, tests: String, parts: [String: String] = [:]) {
        self.language = language
        self.form = form
        self.tests = tests
        self.parts = parts
    }
}

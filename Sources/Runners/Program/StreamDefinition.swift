/// How whole programs that read standard input are compiled and run; `runners/README.md` explains it.
struct StreamDefinition: Sendable, Hashable, Decodable {
    /// Nil where programs are interpreted, or `run` is empty.
    var compile: CompileStep?
    /// Empty where programs are compiled and run as `program` says.
    var run: [String]
    /// What commands see as `{mode}`; default is `stream`.
    var mode: String
    /// Lines that the language's runtime writes to standard output, and no program.
    var noise: [String]

    enum CodingKeys: String, CodingKey, CaseIterable {
        case compile, run, mode, noise
    }

    static let defaultMode = "stream"

    init(from decoder: any Decoder) throws {
        let values = try StrictValues<CodingKeys>(decoder)
        compile = try values.optional(.compile)
        run = try values.optional(.run) ?? []
        mode = try values.optional(.mode) ?? Self.defaultMode
        noise = try values.optional(.noise) ?? []
        for pattern in noise { try ExpressionText.check(pattern, decoder) }
    }
}

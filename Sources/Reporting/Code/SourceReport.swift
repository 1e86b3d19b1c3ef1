package import SourceCode

/// Size, complexity and style of programs.
package struct SourceReport: Report {
    package struct Program: Sendable {
        var path: String
        var language: String
        var metrics: SourceMetrics
        /// Nil in a language without a convention.
        var style: StyleScore?
        /// What radon counts; nil outside Python.
        var radon: Int?

        package init(path: String, language: String, metrics: SourceMetrics, style: StyleScore?, radon: Int?)
        {
            self.path = path
            self.language = language
            self.metrics = metrics
            self.style = style
            self.radon = radon
        }
    }

    private let programs: [Program]
    private let showsFunctions: Bool
    private let showsStyle: Bool

    package init(_ programs: [Program], showsFunctions: Bool, showsStyle: Bool) {
        self.programs = programs
        self.showsFunctions = showsFunctions
        self.showsStyle = showsStyle
    }

    package func lines(_ style: TextStyle) -> [String] {
        var lines = TextTable(columns: Self.columns("file"), rows: programs.map(Self.row)).lines(style)
        for program in programs where showsFunctions && !program.metrics.functions.isEmpty {
            lines.append("")
            if programs.count > 1 { lines.append(printable(program.path)) }
            lines += TextTable(
                columns: Self.columns("function").dropLast() + [.init("lines", .right)],
                rows: program.metrics.functions.map(Self.row)
            ).lines(style)
        }
        for program in programs where showsStyle {
            for deduction in program.style?.deductions ?? [] {
                lines.append(
                    "\(printable(program.path)):\(deduction.line): \(deduction.rule.rawValue): "
                        + printable(deduction.message)
                )
            }
        }
        return lines
    }

    package var json: JSONValue {
        .document("metrics", ["programs": .array(programs.map(Self.object))])
    }

    private static func columns(_ first: String) -> [TextTable.Column] {
        [
            .init(first, minimum: 8), .init("cyclomatic", .right), .init("cognitive", .right),
            .init("nesting", .right), .init("code", .right), .init("volume", .right),
            .init("maintainability", .right), .init("style", .right),
        ]
    }

    private static func row(_ program: Program) -> [String] {
        let metrics = program.metrics
        return [
            printable(program.path), "\(metrics.cyclomatic)", "\(metrics.cognitive)", "\(metrics.nesting)",
            "\(metrics.codeLines)", Numbers.fixed(metrics.halstead.volume, places: 0),
            Numbers.fixed(metrics.maintainability, places: 0),
            program.style.map { Numbers.fixed($0.score, places: 0) } ?? "–",
        ]
    }

    private static func row(_ function: FunctionMetrics) -> [String] {
        [
            printable(function.name), "\(function.cyclomatic)", "\(function.cognitive)",
            "\(function.nesting)",
            "\(function.codeLines)", Numbers.fixed(function.halstead.volume, places: 0),
            Numbers.fixed(function.maintainability, places: 0), "\(function.firstLine)–\(function.lastLine)",
        ]
    }

    private static func object(_ program: Program) -> JSONValue {
        let metrics = program.metrics
        var fields = figures(
            metrics.cyclomatic,
            metrics.cognitive,
            metrics.nesting,
            metrics.codeLines,
            metrics.halstead,
            metrics.maintainability
        )
        fields["file"] = .text(program.path)
        fields["language"] = .text(program.language)
        fields["lines"] = .integer(metrics.lines)
        fields["comment_lines"] = .integer(metrics.commentLines)
        fields["functions"] = .array(
            metrics.functions.map { function in
                let own = figures(
                    function.cyclomatic,
                    function.cognitive,
                    function.nesting,
                    function.codeLines,
                    function.halstead,
                    function.maintainability
                )
                return .object(
                    own.merging(
                        [
                            "name": .text(function.name), "first_line": .integer(function.firstLine),
                            "last_line": .integer(function.lastLine),
                        ]
                    ) { _, new in new }
                )
            }
        )
        if let radon = program.radon { fields["cyclomatic_complexity_radon"] = .integer(radon) }
        fields["style"] = program.style.map(object) ?? .null
        return .object(fields)
    }

    private static func object(_ style: StyleScore) -> JSONValue {
        .object([
            "score": .number(style.score),
            "deductions": .array(
                style.deductions.map {
                    .object([
                        "rule": .text($0.rule.rawValue), "line": .integer($0.line),
                        "message": .text($0.message), "points": .integer($0.points),
                    ])
                }
            ),
        ])
    }

    private static func figures(
        _ cyclomatic: Int,
        _ cognitive: Int,
        _ nesting: Int,
        _ codeLines: Int,
        _ halstead: Halstead,
        _ maintainability: Double
    ) -> [String: JSONValue] {
        [
            "cyclomatic_complexity": .integer(cyclomatic), "cognitive_complexity": .integer(cognitive),
            "nesting_depth": .integer(nesting), "code_lines": .integer(codeLines),
            "halstead_volume": .number(halstead.volume), "halstead_difficulty": .number(halstead.difficulty),
            "halstead_effort": .number(halstead.effort), "maintainability_index": .number(maintainability),
        ]
    }
}

import Foundation
import HarnessCore
import Yams

/// Reads one task file of the built-in form.
struct TaskFileReader {
    private static let keys = [
        "id", "category", "difficulty", "prompt", "signature", "compare", "records", "limits", "cases",
    ]
    /// An hour and 64 GiB: whoever needs more has mistaken the unit.
    private static let maximumSeconds = 3_600.0
    private static let maximumMegabytes = 65_536.0

    private let file: YAMLFile
    private let fields: Fields

    /// Reads the task.
    ///
    /// - Parameters:
    ///   - url: The file, named after the task's id.
    ///   - category: The folder it lies in.
    /// - Returns: The task, without its references.
    /// - Throws: `badData` at the first thing that is wrong.
    static func task(at url: URL, category: EvalTask.Category) throws(HarnessError) -> EvalTask {
        try TaskFileReader(file: try YAMLFile(at: url))
            .task(id: url.deletingPathExtension().lastPathComponent, category: category)
    }

    init(file: YAMLFile) throws(HarnessError) {
        self.file = file
        fields = try Fields(file.root, of: "a task", allowed: Self.keys, in: file)
    }

    func task(id: String, category: EvalTask.Category) throws(HarnessError) -> EvalTask {
        try check(id: id)
        guard try fields.word("category", as: EvalTask.Category.self) == category else {
            throw file.error(
                "the category is \(try fields.text("category")), the folder \(category.rawValue)",
                at: try fields.required("category"),
                remedy: "make them the same"
            )
        }
        let prompt = try fields.text("prompt")
        guard prompt.contains(where: { !$0.isWhitespace }) else {
            throw file.error(
                "the prompt is blank",
                at: try fields.required("prompt"),
                remedy: "say what is asked"
            )
        }
        let reader = try SignatureReader(file: file, records: try fields.items("records"))
        let signature = try reader.signature(try fields.required("signature"))
        let isWide = try reader.usesWideIntegers(try fields.required("signature"))
        let comparison = try comparison(for: signature)
        return EvalTask(
            id: id,
            category: category,
            difficulty: try fields.word("difficulty", as: EvalTask.Difficulty.self),
            prompt: prompt,
            test: .cases(
                CaseTest(
                    signature: signature,
                    comparison: comparison,
                    cases: try cases(for: signature, isWide: isWide),
                    usesWideIntegers: isWide
                )
            ),
            limits: try limits()
        )
    }

    private func check(id: String) throws(HarnessError) {
        let declared = try fields.text("id")
        guard TaskName.isID(declared) else {
            throw file.error(
                "the id \(Quoting.quoted(declared)) is not made of lower-case letters, digits and single dashes",
                at: try fields.required("id"),
                remedy: "write it like merge-intervals"
            )
        }
        guard declared == id else {
            throw file.error(
                "the id is \(Quoting.quoted(declared)), the file \(Quoting.quoted(id + ".yaml"))",
                at: try fields.required("id"),
                remedy: "make them the same"
            )
        }
    }

    private func cases(
        for signature: CaseTest.Signature,
        isWide: Bool
    ) throws(HarnessError) -> [TestCase] {
        let nodes = try fields.items("cases") ?? []
        guard !nodes.isEmpty else {
            throw file.error(
                "the task has no cases",
                at: fields["cases"] ?? file.root,
                remedy: "add at least one case"
            )
        }
        let reader = CaseReader(file: file, signature: signature)
        var cases: [TestCase] = []
        for node in nodes {
            let testCase = try reader.testCase(node)
            if !isWide, let number = testCase.firstWideInteger {
                throw file.error(
                    "the case holds \(number), which not every language's ordinary integers can",
                    at: node,
                    remedy: "add integers: wide to the signature, or stay within ±(2^53 - 1)"
                )
            }
            cases.append(testCase)
        }
        return cases
    }

    // MARK: - Comparison

    private func comparison(for signature: CaseTest.Signature) throws(HarnessError) -> CaseTest.Comparison {
        guard let node = fields["compare"] else { return .exact }
        guard case .mapping = node else { return try namedComparison(node, results: signature.results) }
        let choice = try Fields(node, of: "\"compare\"", allowed: ["float"], in: file)
        let text = try choice.text("float")
        guard let tolerance = Double(text), tolerance > 0, tolerance < 1 else {
            throw file.error(
                "the tolerance \(Quoting.quoted(text)) is not a number between 0 and 1",
                at: try choice.required("float"),
                remedy: "write it like { float: 1e-9 }"
            )
        }
        guard signature.containsFloat else {
            throw file.error(
                "\"compare\" has a tolerance, but no value is a float",
                at: node,
                remedy: "use exact"
            )
        }
        return .float(tolerance: tolerance)
    }

    private func namedComparison(
        _ node: Node,
        results: [ValueType]
    ) throws(HarnessError) -> CaseTest.Comparison {
        switch node.scalar?.string {
        case "exact": return .exact
        case "unordered":
            let hasList = results.contains { if case .list = $0 { true } else { false } }
            guard hasList else {
                throw file.error(
                    "\"compare\" is unordered, but no result is a list",
                    at: node,
                    remedy: "use exact"
                )
            }
            return .unordered
        default:
            throw file.error(
                "unknown comparison \(node.kind)",
                at: node,
                remedy: Suggestion.remedy(for: node.scalar?.string ?? "", among: ["exact", "unordered"])
                    ?? "use exact, unordered or { float: 1e-9 }"
            )
        }
    }

    // MARK: - Limits

    private func limits() throws(HarnessError) -> LimitOverrides {
        guard let node = fields["limits"] else { return LimitOverrides() }
        let limits = try Fields(
            node,
            of: "\"limits\"",
            allowed: ["cpu_seconds", "wall_seconds", "memory_mb"],
            in: file
        )
        return LimitOverrides(
            cpuMilliseconds: try amount("cpu_seconds", of: limits, upTo: Self.maximumSeconds, times: 1_000),
            wallMilliseconds: try amount("wall_seconds", of: limits, upTo: Self.maximumSeconds, times: 1_000),
            memoryBytes: try amount("memory_mb", of: limits, upTo: Self.maximumMegabytes, times: 1_048_576)
        )
    }

    private func amount(
        _ key: String,
        of limits: Fields,
        upTo maximum: Double,
        times factor: Double
    ) throws(HarnessError) -> Int? {
        guard let node = limits[key] else { return nil }
        let value = try ValueReader(file: file, records: [:]).value(node, as: .float, at: "\"\(key)\"")
        guard case .float(let number) = value, number * factor >= 1, number <= maximum else {
            throw file.error(
                "\"\(key)\" is \(node.kind)",
                at: node,
                remedy: "it must be more than 0 and at most \(Int(maximum))"
            )
        }
        return Int((number * factor).rounded())
    }
}

extension CaseTest.Signature {
    /// What a solution's calls return.
    fileprivate var results: [ValueType] {
        switch self {
        case .function(let function): [function.returns]
        case .object(let object): object.methods.map(\.returns)
        }
    }

    /// Whether a float can stand anywhere in a result or a changed argument.
    fileprivate var containsFloat: Bool {
        let functions =
            switch self {
            case .function(let function): [function]
            case .object(let object): object.methods
            }
        let records =
            switch self {
            case .function(let function): function.records
            case .object(let object): object.records
            }
        let types =
            functions.flatMap { [$0.returns] + $0.parameters.map(\.type) }
            + records.flatMap { $0.fields.map(\.type) }
        return types.contains(where: \.containsFloat)
    }
}

extension ValueType {
    fileprivate var containsFloat: Bool {
        switch self {
        case .float: true
        case .int, .bool, .string, .bytes, .record, .void: false
        case .list(let item), .set(let item), .optional(let item): item.containsFloat
        case .map(let key, let value): key.containsFloat || value.containsFloat
        case .tuple(let items): items.contains(where: \.containsFloat)
        }
    }
}

import Foundation
import HarnessCore

/// Reads problems of EvalPlus, MBPP+ and HumanEval+: inputs, and a reference that says what is right.
///
/// The files hold no outputs. The reference runs beside the test, never beside the candidate, on the inputs of the
/// original tests (`base_input`) and, where the extra tests are wanted, on the added ones (`plus_input`): a sample
/// then passes where EvalPlus counts it as plus. Elsewhere each input has a time limit of its own; here all inputs of
/// a problem share the task's. `contract` is for generating inputs and plays no part.
struct EvalPlusReader {
    var file: URL
    var includesExtraTests: Bool
    var maximumLineBytes = HumanEvalReader.defaultMaximumLineBytes
    var maximumBytes = LineReader.defaultMaximumBytes

    func load() throws(HarnessError) -> [EvalTask] {
        try ForeignLines(
            file: file,
            maximumLineBytes: maximumLineBytes,
            maximumBytes: maximumBytes,
            form:
                "EvalPlus's form: task_id, prompt, entry_point, canonical_solution, base_input, plus_input, atol"
        ).tasks(task)
    }

    private func task(_ fields: ForeignFields) throws(HarnessError) -> EvalTask {
        let id = try fields.taskID("task_id")
        let entryPoint = try fields.pythonName("entry_point")
        let prompt = try fields.text("prompt")
        let solution = try fields.text("canonical_solution")
        var inputs = try fields.list("base_input")
        // MBPP+ writes "no inputs" as an empty object too.
        if includesExtraTests, fields.tree["plus_input"] != .object([]) {
            inputs += try fields.list("plus_input")
        }
        guard !inputs.isEmpty else { throw fields.fault("the problem has no inputs") }
        let shapes = EvalPlusRules.shapes(of: id)
        var calls: [String] = []
        for input in inputs {
            guard let arguments = input.list else {
                throw fields.fault("an input is \(input.kind), not a list of arguments")
            }
            calls.append(
                arguments.enumerated()
                    .map { PythonLiteral.expression($1, as: shapes[min($0, shapes.count - 1)]) }
                    .joined(separator: ", ")
            )
        }
        let comparison = EvalPlusRules.comparison(task: id, entryPoint: entryPoint)
        return EvalTask(
            id: id,
            prompt: prompt,
            test: .pythonCheck(
                PythonCheck(
                    entryPoint: entryPoint,
                    test: Self.test(
                        of: calls,
                        entryPoint: entryPoint,
                        reference: prompt + solution,
                        tolerance: try fields.number("atol") ?? "0",
                        comparison: comparison
                    ),
                    sharesProcess: EvalPlusRules.sharesProcess(id, withExtraTests: includesExtraTests)
                )
            ),
            references: [.python: solution],
            limits: EvalPlusRules.limits(of: id, withExtraTests: includesExtraTests)
        )
    }

    /// One call a line, so that a failure names the line of its input.
    private static func test(
        of calls: [String],
        entryPoint: String,
        reference: String,
        tolerance: String,
        comparison: EvalPlusRules.Comparison
    ) -> String {
        """
        def check(candidate):
            NaN, Infinity = float("nan"), float("inf")
            test = Differential(
                \(PythonLiteral.quoted(reference)),
                \(PythonLiteral.quoted(entryPoint)),
                tolerance=\(tolerance),
                rule=\(PythonLiteral.quoted(comparison.rawValue)),
            )
        \(calls.map { "    test.compare(candidate\($0.isEmpty ? "" : ", ")\($0))" }.joined(separator: "\n"))

        """
    }
}

import Foundation
import HarnessCore

/// Reads problems whose tests become one program with the answer: MultiPL-E, HumanEval-X, MBXP and HumanEval of mxeval.
///
/// Cassano et al. 2022, github.com/nuprl/MultiPL-E; Zheng et al. 2023, github.com/zai-org/CodeGeeX; Athiwaratkun et al.
/// 2023, github.com/amazon-science/mxeval. Problems in Python become checks in HumanEval's form.
struct ProgramSuiteReader {
    var file: URL
    var form: ProgramProblem
    var maximumLineBytes = HumanEvalReader.defaultMaximumLineBytes

    func load() throws(HarnessError) -> [EvalTask] {
        let reader = try LineReader(file: file, maximumLineBytes: maximumLineBytes)
        var faults = FaultList()
        var tasks: [EvalTask] = []
        var lines: [String: Int] = [:]
        while let line = try reader.next() {
            do throws(HarnessError) {
                guard case .content(let bytes) = line else {
                    throw HarnessError(
                        .badData,
                        "the line is longer than \(maximumLineBytes) bytes",
                        at: reader.location,
                        remedy: "shorten this problem or leave it out"
                    )
                }
                guard let fields = try JSONLine(bytes, fields: ProgramProblem.fields, at: reader.location)
                else { continue }
                let task = try form.task(from: fields, at: reader.location)
                if let first = lines.updateValue(reader.lineNumber, forKey: task.id) {
                    throw HarnessError(
                        .badData,
                        "the task id \(Quoting.quoted(task.id)) stands twice, first on line \(first)",
                        at: reader.location,
                        remedy: "give every task an id of its own"
                    )
                }
                if let other = tasks.first?.test.onlyLanguage, let own = task.test.onlyLanguage, own != other
                {
                    throw HarnessError(
                        .badData,
                        "the problem is in \(own), the ones before it are in \(other)",
                        at: reader.location,
                        remedy: "give each language a file of its own"
                    )
                }
                tasks.append(task)
            } catch {
                faults.add(error)
            }
        }
        try faults.throwIfAny(in: reader.shownPath)
        guard !tasks.isEmpty else {
            throw HarnessError(
                .badData,
                "the suite has no tasks",
                at: reader.shownPath,
                remedy: "write one problem a line"
            )
        }
        return tasks
    }
}

import Foundation
import HarnessCore

/// Reads problems whose tests become one program with the answer: MultiPL-E, HumanEval-X, MBXP and HumanEval of mxeval.
///
/// Cassano et al. 2022, github.com/nuprl/MultiPL-E; Zheng et al. 2023, github.com/zai-org/CodeGeeX; Athiwaratkun et al.
/// 2023, github.com/amazon-science/mxeval. Problems in Python become checks in HumanEval's form.
struct ProgramSuiteReader {
    var file: URL
    var maximumLineBytes = HumanEvalReader.defaultMaximumLineBytes

    /// Reads the tasks; nil where the file's first problem has none of these forms.
    func load() throws(HarnessError) -> [EvalTask]? {
        let reader = try LineReader(file: file, maximumLineBytes: maximumLineBytes)
        var faults = FaultList()
        var tasks: [EvalTask] = []
        var lines: [String: Int] = [:]
        var form: ProgramProblem?
        while let line = try reader.next() {
            do throws(HarnessError) {
                guard case .content(let bytes) = line else {
                    if form == nil { return nil }
                    throw HarnessError(
                        .badData,
                        "the line is longer than \(maximumLineBytes) bytes",
                        at: reader.location,
                        remedy: "shorten this problem or leave it out"
                    )
                }
                if form == nil {
                    // What is broken from the start is told by the reader of the commonest form.
                    guard let first = try? JSONLine(bytes, fields: ProgramProblem.fields, at: reader.location)
                    else {
                        if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
                        return nil
                    }
                    form = ProgramProblem.recognised(first)
                }
                guard let form else { return nil }
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
        return tasks.isEmpty ? nil : tasks
    }
}

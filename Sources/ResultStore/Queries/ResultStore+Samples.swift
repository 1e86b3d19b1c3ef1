import Foundation
import GRDB
package import HarnessCore

extension ResultStore {
    /// The samples of a run with their results, in the suite's order of tasks, then by language and index.
    package func sampleRows(
        run: String,
        filter: SampleFilter = SampleFilter()
    ) throws(HarnessError) -> [SampleRow] {
        var rows: [SampleRow] = []
        try forEachSampleRow(run: run, filter: filter) { rows.append($0) }
        return rows
    }

    /// Visits the samples of a run one by one, in the order of `sampleRows`, without holding them all.
    ///
    /// The body runs inside the store's access and must not call the store.
    package func forEachSampleRow(
        run: String,
        filter: SampleFilter = SampleFilter(),
        _ body: (SampleRow) throws -> Void
    ) throws(HarnessError) {
        try read { db in
            let runKey = try RunKey(of: run, in: db)
            var conditions = ["sample.runID = ?"]
            var arguments: StatementArguments = [runKey.id]
            for (condition, argument) in filter.conditions {
                conditions.append(condition)
                arguments += [argument]
            }
            arguments += [filter.limit ?? -1, filter.offset]
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT \(Self.sampleColumns), \(Self.resultColumns)
                    FROM \(Self.sampleTables)
                    WHERE \(conditions.joined(separator: " AND "))
                    ORDER BY task.position, sample.language, sample.sampleIndex
                    LIMIT ? OFFSET ?
                    """,
                arguments: arguments
            )
            while let row = try rows.next() {
                var columns = ColumnReader(row)
                try body(try Self.decodeSample(&columns))
            }
        }
    }

    /// One sample with its texts and history; nil where the run has no such sample.
    package func sampleDetail(run: String, key: SampleKey) throws(HarnessError) -> SampleDetail? {
        try read { db in
            let runKey = try RunKey(of: run, in: db)
            // Indexes: task (suiteID, name), sample (runID, taskID, language, sampleIndex).
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT
                        sample.id, prompt.content, completion.content, program.content, reference.content,
                        \(Self.sampleColumns), \(Self.resultColumns)
                    FROM \(Self.sampleTables)
                    JOIN text AS prompt ON prompt.id = task.promptID
                    LEFT JOIN reference AS solution
                        ON solution.taskID = task.id AND solution.language = sample.language
                    LEFT JOIN text AS reference ON reference.id = solution.textID
                    WHERE sample.runID = ? AND task.name = ? AND sample.language = ?
                        AND sample.sampleIndex = ?
                    """,
                arguments: [runKey.id, key.taskID, key.language.rawValue, key.index]
            )
            guard let row else { return nil }
            var columns = ColumnReader(row)
            let sampleID: Int64 = columns.next()
            let prompt: Data = columns.next()
            let completion: Data = columns.next()
            let program: Data = columns.next()
            let reference: Data? = columns.optional()
            return SampleDetail(
                row: try Self.decodeSample(&columns),
                prompt: prompt.text,
                completion: completion.text,
                program: program.text,
                reference: reference?.text,
                history: try Self.history(ofSample: sampleID, in: db)
            )
        }
    }

    private static func history(ofSample sampleID: Int64, in db: Database) throws -> [StoredResult] {
        // Index: result (sampleID, attempt).
        let rows = try Row.fetchCursor(
            db,
            sql: "SELECT \(resultColumns) FROM result WHERE sampleID = ? ORDER BY attempt",
            arguments: [sampleID]
        )
        var results: [StoredResult] = []
        while let row = try rows.next() {
            var columns = ColumnReader(row)
            if let result = try decodeResult(&columns) { results.append(result) }
        }
        return results
    }

    // MARK: - Columns and their reading, side by side

    /// CROSS JOIN keeps the written order: tasks by position, then samples by their unique index, no sort.
    ///
    /// Indexes: task (suiteID, position), sample (runID, taskID, language, sampleIndex), result (sampleID, attempt).
    private static let sampleTables = """
        run
        CROSS JOIN task ON task.suiteID = run.suiteID
        CROSS JOIN sample ON sample.runID = run.id AND sample.taskID = task.id
        JOIN text AS completion ON completion.id = sample.completionID
        JOIN text AS program ON program.id = sample.programID
        \(currentResultJoin)
        """

    private static let sampleColumns = """
        task.name, task.category, task.difficulty, sample.language, sample.sampleIndex, sample.form,
        sample.plantedLabel, completion.hash, program.hash
        """

    private static func decodeSample(_ columns: inout ColumnReader) throws -> SampleRow {
        SampleRow(
            taskID: columns.next(),
            category: try columns.optionalWord(),
            difficulty: try columns.optionalWord(),
            language: try columns.word(),
            index: columns.next(),
            form: try columns.word(),
            plantedLabel: columns.optional(),
            completionHash: try columns.hash(),
            programHash: try columns.hash(),
            result: try decodeResult(&columns)
        )
    }

    private static let resultColumns = """
        result.outcome, result.mode, result.rule, result.message, result.line, result.caseIndex,
        result.expected, result.actual, result.casesPassed, result.casesTotal, result.trust,
        result.isolation, result.cpuMicroseconds, result.wallMicroseconds, result.peakMemoryBytes,
        result.cyclomaticComplexity, result.nestingDepth, result.codeLines, result.editDistance,
        result.editDistanceNormalized, result.isCached, result.executions, result.attempt
        """

    /// Reads `resultColumns`; nil where the join found no result.
    private static func decodeResult(_ columns: inout ColumnReader) throws -> StoredResult? {
        guard let stored: SampleFilter.Outcome = try columns.optionalWord() else { return nil }
        let mode: FailureMode? = try columns.optionalWord()
        var verdict = Verdict(
            outcome: try outcome(stored, mode),
            rule: columns.next(),
            evidence: Evidence(
                message: columns.next(),
                line: columns.optional(),
                caseIndex: columns.optional(),
                expected: columns.optional(),
                actual: columns.optional()
            ),
            casesPassed: columns.next(),
            casesTotal: columns.next(),
            trust: try columns.word(),
            isolation: try columns.word(),
            usage: ResourceUsage(
                cpuMicroseconds: columns.next(),
                wallMicroseconds: columns.next(),
                peakMemoryBytes: columns.optional()
            )
        )
        let complexity: Int? = columns.optional()
        let nesting: Int? = columns.optional()
        let lines: Int? = columns.optional()
        if let complexity, let nesting, let lines {
            verdict.codeMetrics = CodeMetrics(
                cyclomaticComplexity: complexity,
                nestingDepth: nesting,
                codeLines: lines
            )
        }
        let distance: Int? = columns.optional()
        let normalized: Double? = columns.optional()
        var editDistance: EditDistanceValue?
        if let distance, let normalized {
            editDistance = EditDistanceValue(raw: distance, normalized: normalized)
        }
        return StoredResult(
            verdict: verdict,
            editDistance: editDistance,
            isCached: columns.next(),
            executions: columns.next(),
            attempt: columns.next()
        )
    }

    private static func outcome(
        _ stored: SampleFilter.Outcome,
        _ mode: FailureMode?
    ) throws -> Verdict.Outcome {
        switch (stored, mode) {
        case (.passed, nil): return .passed
        case (.failed, .some(let mode)): return .failed(mode)
        case (.infrastructureError, nil): return .infrastructureError
        default: throw HarnessError(.badData, "the results hold an outcome that contradicts its failure mode")
        }
    }
}

extension SampleFilter {
    /// The SQL conditions of the filter, each with the value to bind.
    fileprivate var conditions: [(String, any DatabaseValueConvertible)] {
        var conditions: [(String, any DatabaseValueConvertible)] = []
        if let outcome { conditions.append(("coalesce(result.outcome, 'missing') = ?", outcome.rawValue)) }
        if let family { conditions.append(("result.family = ?", family.rawValue)) }
        if let mode { conditions.append(("result.mode = ?", mode.rawValue)) }
        if let taskID { conditions.append(("task.name = ?", taskID)) }
        if let language { conditions.append(("sample.language = ?", language.rawValue)) }
        if let category { conditions.append(("task.category = ?", category.rawValue)) }
        if let difficulty { conditions.append(("task.difficulty = ?", difficulty.rawValue)) }
        return conditions
    }
}

extension Data {
    /// The bytes of a stored text as the text they came from.
    var text: String { String(decoding: self, as: UTF8.self) }
}

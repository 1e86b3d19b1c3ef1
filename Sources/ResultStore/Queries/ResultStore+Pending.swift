import Foundation
import GRDB
package import HarnessCore

extension ResultStore {
    /// Finds the samples of a run that need work, in the order in which the run was planned.
    ///
    /// Those are the samples without a result and those whose results are all infrastructure errors.
    ///
    /// - Parameters:
    ///   - run: The id of the run.
    ///   - position: The last sample of the page before; nil starts at the beginning.
    ///   - limit: Samples at most; nil for all.
    /// - Returns: One page; empty when nothing is left.
    /// - Throws: `.noInput` where there is no such run.
    package func pending(
        run: String,
        after position: Int? = nil,
        limit: Int? = nil
    ) throws(HarnessError) -> [PendingSample] {
        try read { db in
            let runKey = try RunKey(of: run, in: db)
            // Indexes: sampleByRun (holds the row id, so no sort), resultVerdict.
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT
                        sample.id, task.name, sample.sampleIndex, sample.language, completion.content,
                        sample.form, sample.plantedLabel
                    FROM sample INDEXED BY sampleByRun
                    JOIN task ON task.id = sample.taskID
                    JOIN text AS completion ON completion.id = sample.completionID
                    WHERE sample.runID = ? AND sample.id > ? AND NOT EXISTS (
                        SELECT 1 FROM result
                        WHERE sampleID = sample.id AND outcome <> 'infrastructure-error'
                    )
                    ORDER BY sample.id
                    LIMIT ?
                    """,
                arguments: [runKey.id, position ?? 0, limit ?? -1]
            )
            var samples: [PendingSample] = []
            while let row = try rows.next() { samples.append(try Self.decodePending(row)) }
            return samples
        }
    }

    private static func decodePending(_ row: Row) throws -> PendingSample {
        var columns = ColumnReader(row)
        let position: Int = columns.next()
        let taskID: String = columns.next()
        let index: Int = columns.next()
        let language: Language = try columns.word()
        let completion: Data = columns.next()
        let form: Sample.Form = try columns.word()
        let plantedLabel: String? = columns.optional()
        return PendingSample(
            position: position,
            sample: Sample(
                taskID: taskID,
                index: index,
                language: language,
                text: completion.text,
                form: form,
                plantedLabel: plantedLabel
            )
        )
    }
}

import Foundation
import GRDB
package import HarnessCore

extension ResultStore {
    /// Stores a run with its plan in one transaction: suite, tasks, samples and all texts.
    ///
    /// - Parameters:
    ///   - run: The run, not yet stored.
    ///   - tasks: All tasks of the suite in its order, also where the run has samples for only some of them.
    ///   - samples: Read once, one at a time, so that a lazy sequence keeps memory small.
    /// - Throws: `.badData` for a sample of an unknown task or for two samples in one place; nothing is
    ///   stored then. `.writeFailed` where there is no room even for the plan.
    package func createRun(
        _ run: RunRecord,
        tasks: [EvalTask],
        samples: some Sequence<PlannedSample>
    ) throws(HarnessError) {
        do throws(HarnessError) {
            try write { db in
                let texts = try TextWriter(db)
                let suiteID = try Self.insertSuite(name: run.suiteName, hash: run.suiteHash, into: db)
                try Self.insert(tasks, suiteID: suiteID, into: db, texts: texts)
                let runID = try Self.insert(run, suiteID: suiteID, into: db)
                try Self.insert(samples, runID: runID, suiteID: suiteID, into: db, texts: texts)
            }
        } catch {
            guard error.code == .writeFailed else { throw error }
            // There is no run yet that `resume` could continue.
            var fault = error
            fault.remedy =
                "nothing of this run is stored; make room, or choose another folder for the results"
            throw fault
        }
    }

    private static func insertSuite(name: String, hash: ContentHash, into db: Database) throws -> Int64 {
        let arguments: StatementArguments = [name.withoutNUL, hash.hexadecimal]
        try db.execute(
            sql: "INSERT INTO suite (name, hash) VALUES (?, ?) ON CONFLICT DO NOTHING",
            arguments: arguments
        )
        let id = try Int64.fetchOne(
            db,
            sql: "SELECT id FROM suite WHERE name = ? AND hash = ?",
            arguments: arguments
        )
        guard let id else { throw HarnessError(.internalFault, "the suite was not stored") }
        return id
    }

    /// Adds the tasks that the suite does not hold yet.
    ///
    /// The suite's hash covers ids, prompts and order, so tasks of the same suite are the same.
    private static func insert(
        _ tasks: [EvalTask],
        suiteID: Int64,
        into db: Database,
        texts: TextWriter
    ) throws {
        let known = try Set(
            String.fetchAll(db, sql: "SELECT name FROM task WHERE suiteID = ?", arguments: [suiteID])
        )
        let insertTask = try db.makeStatement(
            sql: """
                INSERT INTO task (suiteID, name, position, category, difficulty, promptID)
                VALUES (?, ?, ?, ?, ?, ?)
                """
        )
        let insertReference = try db.makeStatement(
            sql: "INSERT INTO reference (taskID, language, textID) VALUES (?, ?, ?)"
        )
        for (position, task) in tasks.enumerated() where !known.contains(task.id) {
            guard !task.id.contains("\0") else {
                throw HarnessError(.badData, "the task id \(task.id.debugDescription) holds a NUL character")
            }
            try insertTask.execute(arguments: [
                suiteID, task.id, position, task.category?.rawValue, task.difficulty?.rawValue,
                try texts.id(of: task.prompt),
            ])
            let taskID = db.lastInsertedRowID
            for (language, reference) in task.references.sorted(by: { $0.key < $1.key }) {
                try insertReference.execute(arguments: [
                    taskID, language.rawValue, try texts.id(of: reference),
                ])
            }
        }
    }

    private static func insert(_ run: RunRecord, suiteID: Int64, into db: Database) throws -> Int64 {
        let isTaken = try Bool.fetchOne(
            db,
            sql: "SELECT EXISTS (SELECT 1 FROM run WHERE name = ?)",
            arguments: [run.id]
        )
        guard isTaken == false else { throw HarnessError(.internalFault, "the run \(run.id) exists already") }
        try db.execute(
            sql: """
                INSERT INTO run (
                    name, suiteID, model, status, created, finished, settings, toolVersion, seed, limits,
                    isolation, runnerDigest, toolchain, isWarm, sampleSource
                ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                run.id, suiteID, run.model.withoutNUL, run.status.rawValue, run.created, run.finished,
                run.settings, run.toolVersion, run.seed, try StoredJSON.encode(run.limits),
                run.isolation.rawValue, run.runnerDigest, run.toolchain, run.isWarm,
                run.sampleSource.withoutNUL,
            ]
        )
        return db.lastInsertedRowID
    }

    private static func insert(
        _ samples: some Sequence<PlannedSample>,
        runID: Int64,
        suiteID: Int64,
        into db: Database,
        texts: TextWriter
    ) throws {
        let taskIDs = try taskIDs(ofSuite: suiteID, in: db)
        let statement = try db.makeStatement(
            sql: """
                INSERT INTO sample (
                    runID, taskID, language, sampleIndex, completionID, programID, form, plantedLabel
                ) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """
        )
        for planned in samples {
            let sample = planned.sample
            guard let taskID = taskIDs[sample.taskID] else {
                throw HarnessError(.badData, "unknown task id \(sample.taskID.debugDescription)")
            }
            try statement.execute(arguments: [
                runID, taskID, sample.language.rawValue, sample.index, try texts.id(of: sample.text),
                try texts.id(of: planned.program), sample.form.rawValue, sample.plantedLabel?.withoutNUL,
            ])
            guard db.changesCount == 1 else {
                throw HarnessError(
                    .badData,
                    "two samples are number \(sample.index) of task \(sample.taskID.debugDescription)"
                )
            }
        }
    }

    private static func taskIDs(ofSuite suiteID: Int64, in db: Database) throws -> [String: Int64] {
        var ids: [String: Int64] = [:]
        let rows = try Row.fetchCursor(
            db,
            sql: "SELECT name, id FROM task WHERE suiteID = ?",
            arguments: [suiteID]
        )
        while let row = try rows.next() { ids[row[0]] = row[1] }
        return ids
    }
}

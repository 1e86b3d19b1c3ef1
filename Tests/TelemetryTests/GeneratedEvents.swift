import Foundation
import HarnessCore
import TestSupport

@testable import Telemetry

/// Generated events in a file, and stores that have read them.
struct GeneratedEvents {
    let folder: TemporaryFolder
    let tally: GeneratorTally
    let lines: [[UInt8]]
    static let now = EventTime.parse("2027-01-01T00:00:00Z") ?? 0

    init(seed: UInt64 = 1, developers: Int = 12, days: Int = 8, firstDay: String = "2026-06-27") throws {
        folder = try TemporaryFolder()
        var plan = GeneratorPlan()
        plan.developers = developers
        plan.days = days
        plan.seed = seed
        plan.firstDay = EventTime.day(firstDay) ?? 0
        plan.suggestionsPerSession = 8
        plan.late = 0.05
        plan.corrupt = 0.02
        plan.truth.outageDay = 3
        var generator = TelemetryGenerator(plan)
        var bytes: [UInt8] = []
        generator.generate { bytes += $0 }
        tally = generator.tally
        lines = bytes.split(separator: 0x0A).map(Array.init)
    }

    /// Writes lines into a file and returns its path.
    func write(_ name: String = "events.ndjson", lines: some Sequence<[UInt8]>) throws -> String {
        try folder.write(Data(lines.joined(separator: [0x0A])) + [0x0A], to: name).path
    }

    /// A store that has read these files, one after the other.
    func store(
        _ name: String,
        reading files: [String]
    ) async throws -> (TelemetryStore, [TelemetryImport.Outcome]) {
        let store = try TelemetryStore(folder: folder.file(name))
        let reader = try TelemetryImport(
            store: store,
            pseudonyms: Pseudonyms(key: Array("sixteen bytes and more".utf8)),
            now: Self.now
        )
        var outcomes: [TelemetryImport.Outcome] = []
        for file in files {
            outcomes.append(try await reader.read(file))
            _ = try Rollup(store: store).refresh()
        }
        return (store, outcomes)
    }

    /// All rows of the rollups as text, words by their text, in order.
    static func rollups(of folder: URL) throws -> [String] {
        let query = try TelemetryQuery(folder: folder)
        let keys = CatalogueSchema.dimensions.map { "(SELECT text FROM term WHERE id = x.\($0))" }
            .joined(separator: ", ")
        let columns = RollupMeasure.allCases.map { "round(x.\($0.column), 6)" }.joined(separator: ", ")
        return try [
            "SELECT 'daily', day, \(keys), \(columns) FROM daily x",
            "SELECT 'latency', day, \(keys), bucket, count FROM latency_daily x",
            """
            SELECT 'task', (SELECT text FROM term WHERE id = x.task), day, \(keys), started, ended, is_completed
            FROM task_time x
            """,
        ]
        .flatMap { sql in
            try query.run(sql, maximumRows: 1_000_000, seconds: 60).rows.map { "\($0)" }.sorted()
        }
    }
}

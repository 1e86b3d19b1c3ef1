import Foundation
import GRDB
import HarnessCore
import TestSupport
import Testing

@testable import Telemetry

/// Files in, events and rollups out: nothing lost, nothing twice.
@Suite struct TelemetryImportTests {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func `every event is kept once, and every broken line is in quarantine`(seed: UInt64) async throws {
        let events = try GeneratedEvents(seed: seed)

        let (store, outcomes) = try await events.store("s", reading: [events.write(lines: events.lines)])

        let outcome = try #require(outcomes.first)
        #expect(outcome.events == events.tally.events)
        #expect(outcome.duplicates == events.tally.duplicates)
        #expect(outcome.rejectedCount == events.tally.corrupt)
        #expect(try store.quarantine(limit: 0).counts.values.reduce(0, +) == events.tally.corrupt)
        let days = try #require(try store.metricDays())
        let segments = try store.metrics(MetricQuery(days: days, dimension: .model))
        #expect(segments.compactMap(\.name) == ["v1", "v2"])
        for segment in segments {
            let acceptance = try #require(segment.metrics.first { $0.metric.id == "acceptance-rate" })
            let name = try #require(segment.name)
            #expect(acceptance.denominator == Double(events.tally.shown[name] ?? -1))
            #expect(acceptance.numerator == Double(events.tally.accepted[name] ?? -1))
            #expect(segment.latency.total == events.tally.shown[name])
        }
    }

    @Test func `the same file again adds nothing, also under another name`() async throws {
        let events = try GeneratedEvents()
        let first = try events.write(lines: events.lines)
        let second = try events.write("copy.ndjson", lines: events.lines)

        let (_, once) = try await events.store("once", reading: [first])
        let (_, outcomes) = try await events.store("s", reading: [first, first, second])

        #expect(outcomes.map(\.events) == [events.tally.events, 0, 0])
        #expect(outcomes[1].lines == 0 && outcomes[1].start > 0)
        #expect(outcomes[2].duplicates == once[0].events + once[0].duplicates)
        #expect(
            try GeneratedEvents.rollups(of: events.folder.file("s"))
                == GeneratedEvents.rollups(of: events.folder.file("once"))
        )
    }

    @Test func `a file that grows is read on from where it ended`() async throws {
        let events = try GeneratedEvents()
        let part = events.lines.count / 3
        let file = try events.write(lines: events.lines.prefix(part))
        let (_, first) = try await events.store("s", reading: [file])
        _ = try events.write(lines: events.lines)

        let (_, second) = try await events.store("s", reading: [file])

        #expect(first[0].events + second[0].events == events.tally.events)
        #expect(first[0].lines + second[0].lines == events.lines.count)
        let (_, _) = try await events.store("whole", reading: [file])
        #expect(
            try GeneratedEvents.rollups(of: events.folder.file("s"))
                == GeneratedEvents.rollups(of: events.folder.file("whole"))
        )
    }

    @Test func `a line that was half written is read whole when the file has grown`() async throws {
        let events = try GeneratedEvents(days: 2)
        let whole = try events.write(lines: events.lines)
        let bytes = try Data(contentsOf: URL(filePath: whole))
        let file = try events.folder.write(bytes.prefix(bytes.count / 2 + 37), to: "growing.ndjson").path
        let (_, first) = try await events.store("s", reading: [file])
        try events.folder.write(bytes, to: "growing.ndjson")

        let (store, second) = try await events.store("s", reading: [file])

        #expect(first[0].events + second[0].events == events.tally.events)
        #expect(try store.quarantine(limit: 0).counts.values.reduce(0, +) == events.tally.corrupt)
    }

    @Test func `a file that was replaced by a shorter one is read from its beginning`() async throws {
        let events = try GeneratedEvents(days: 2)
        let file = try events.write(lines: events.lines)
        let (_, _) = try await events.store("s", reading: [file])
        let head = Array(events.lines.prefix(60))
        _ = try events.write(lines: head)

        let (_, again) = try await events.store("s", reading: [file])

        #expect(again[0].start == 0 && again[0].events == 0)
        #expect(again[0].duplicates + again[0].rejectedCount == 60)
    }

    @Test func `a compressed file is refused before its bytes are taken for lines`() async throws {
        let events = try GeneratedEvents(developers: 2, days: 1)
        let file = try events.folder.write(Data([0x1F, 0x8B, 8, 0, 0x0A]), to: "events.gz").path

        await #expect(throws: HarnessError.self) { try await events.store("s", reading: [file]) }
    }

    @Test func `late events reopen their days, in whatever order files come`() async throws {
        let events = try GeneratedEvents(seed: 5)
        var pieces: [[[UInt8]]] = [[], [], [], []]
        var draws = GeneratorDraws(seed: 9)
        for line in events.lines { pieces[draws.index(below: 4)].append(line) }
        let files = try pieces.indices.map { try events.write("\($0).ndjson", lines: pieces[$0].reversed()) }

        let (_, _) = try await events.store("late", reading: files)
        let (_, _) = try await events.store("whole", reading: [events.write(lines: events.lines)])

        #expect(
            try GeneratedEvents.rollups(of: events.folder.file("late"))
                == GeneratedEvents.rollups(of: events.folder.file("whole"))
        )
    }

    @Test func `events that were written when the program died are not counted twice`() async throws {
        let events = try GeneratedEvents()
        let file = try events.write(lines: events.lines)
        let (store, outcomes) = try await events.store("s", reading: [file])

        // As after a death between the events' commit and the note of how far the file was read.
        try store.work { db in
            try db.execute(
                sql: "UPDATE import SET bytes = 0, lines = 0; INSERT INTO dirty_day VALUES (20633)"
            )
        }
        let (again, repeated) = try await events.store("s", reading: [file])

        #expect(repeated[0].events == 0)
        #expect(repeated[0].duplicates == outcomes[0].events + outcomes[0].duplicates)
        #expect(try again.quarantine(limit: 0).counts.values.reduce(0, +) == events.tally.corrupt)
    }

    @Test func `no file of the store names a developer`() async throws {
        let events = try GeneratedEvents(developers: 3, days: 2)
        let (_, _) = try await events.store(
            "s",
            reading: [events.write(lines: events.lines.filter { !$0.isEmpty })]
        )
        let named = Data("dev-1@example".utf8)

        for name in try FileManager.default.contentsOfDirectory(atPath: events.folder.file("s").path)
        where !name.hasPrefix("catalogue") {
            let content = try Data(contentsOf: events.folder.file("s/\(name)"))
            #expect(content.range(of: named) == nil, "\(name)")
        }
        let terms = try TelemetryQuery(folder: events.folder.file("s"))
            .run("SELECT text FROM term WHERE text LIKE '%example.invalid%'", maximumRows: 10, seconds: 5)
        #expect(terms.rows.isEmpty)
    }

    @Test func `a dry run counts and writes nothing`() async throws {
        let events = try GeneratedEvents(days: 2)
        let store = try TelemetryStore(folder: events.folder.file("s"))
        let reader = try TelemetryImport(
            store: store,
            pseudonyms: Pseudonyms(key: Array(repeating: 1, count: 16)),
            now: GeneratedEvents.now
        )

        let outcome = try await reader.read(events.write(lines: events.lines), dryRun: true)

        #expect(outcome.events == events.tally.events + events.tally.duplicates)
        #expect(outcome.rejectedCount == events.tally.corrupt)
        #expect(try store.metricDays() == nil)
    }

    @Test func `a newer catalogue, another program's and a short key are refused`() throws {
        let folder = try GeneratedEvents(developers: 2, days: 1).folder
        let store = try TelemetryStore(folder: folder.file("newer"))
        try store.work { db in try db.execute(sql: "PRAGMA user_version = 99") }
        let other = try TelemetryStore(folder: folder.file("other"))
        try other.work { db in try db.execute(sql: "PRAGMA user_version = 0") }

        #expect(throws: HarnessError.self) { try TelemetryStore(folder: folder.file("newer")) }
        #expect(throws: HarnessError.self) { try TelemetryStore(folder: folder.file("other")) }
        #expect(throws: HarnessError.self) {
            try TelemetryStore(folder: folder.file("none"), mustExist: true)
        }
        #expect(throws: HarnessError.self) { try Pseudonyms(key: [1, 2, 3]) }
    }
}

import Foundation
import HarnessCore

/// Reads event files into a store: checked, idempotent, and continued where an earlier import ended.
package struct TelemetryImport {
    package var store: TelemetryStore
    package var pseudonyms: Pseudonyms
    /// Milliseconds since 1970: the clock that events' times are held against.
    package var now: Int64

    package init(store: TelemetryStore, pseudonyms: Pseudonyms, now: Int64) {
        self.store = store
        self.pseudonyms = pseudonyms
        self.now = now
    }

    /// What an import did with one file.
    package struct Outcome: Sendable, Hashable {
        package var file: String
        /// Lines read, blank ones not counted.
        package var lines = 0
        /// New events.
        package var events = 0
        /// Events that were there already.
        package var duplicates = 0
        /// Lines in quarantine, by rule.
        package var rejected: [RejectionRule: Int] = [:]
        /// Fields that the schema does not know, which were passed over.
        package var unknownFields = 0
        /// Where reading began, bytes; more than 0 where an earlier import had read so far.
        package var start: Int64 = 0

        package var rejectedCount: Int { rejected.values.reduce(0, +) }
    }

    /// Reads one file of CloudEvents JSON, one event a line; `-` is standard input.
    ///
    /// What was read is committed every few thousand events, so that a stop loses no more and repeats nothing that
    /// counts. `progress` is called after each commit with the bytes read so far.
    ///
    /// - Throws: `.noInput` for a file that cannot be read, `.writeFailed` where the store cannot be written.
    package func read(
        _ path: String,
        dryRun: Bool = false,
        progress: @Sendable (Outcome, Int64) -> Void = { _, _ in }
    ) async throws -> Outcome {
        let handle = try EventFile.open(path)
        var outcome = Outcome(file: path)
        let head = try Self.head(path)
        var known = dryRun ? nil : try store.beginImport(of: path, head: head, now: now)
        // A file that is shorter than what was read of it is another one.
        if let read = known?.bytes, path != "-", try handle.seekToEnd() < UInt64(read) {
            known?.bytes = 0
            known?.nextLine = 1
        }
        if path != "-" { try handle.seek(toOffset: 0) }
        outcome.start = known?.bytes ?? 0
        if outcome.start > 0 { try handle.seek(toOffset: UInt64(outcome.start)) }
        let parser = Parser(
            file: EventFile(handle, from: outcome.start),
            path: path,
            received: now,
            line: known?.nextLine ?? 1
        )
        var writer = BatchWriter(store: store, pseudonyms: pseudonyms, importID: known?.id)
        // The next chunk is parsed while this one is written.
        var ahead = Task { try await parser.next() }
        while let parsed = try await ahead.value {
            ahead = Task { try await parser.next() }
            let written = try writer.write(parsed.batch, end: parsed.end, isDryRun: dryRun)
            outcome.lines += parsed.batch.lines
            outcome.events += written.new
            outcome.duplicates += written.known
            outcome.unknownFields += parsed.batch.unknownFields
            for reject in parsed.batch.rejects { outcome.rejected[reject.rule, default: 0] += 1 }
            progress(outcome, parsed.end)
        }
        return outcome
    }

    /// A digest of the file's first bytes; of nothing for standard input, which is never continued.
    private static func head(_ path: String) throws(HarnessError) -> String? {
        guard path != "-" else { return nil }
        let handle = try EventFile.open(path)
        defer { try? handle.close() }
        let bytes = (try? handle.read(upToCount: EventFile.headBytes)) ?? Data()
        guard !bytes.starts(with: [0x1F, 0x8B]) else {
            throw HarnessError(
                .badData,
                "is compressed with gzip",
                at: path,
                remedy: "zcat FILE | evalharness telemetry import -"
            )
        }
        return ContentHash(of: bytes).hexadecimal
    }

    /// Reads and checks chunks, apart from the thread that writes.
    private actor Parser {
        private var file: EventFile
        private let path: String
        private let reader: EventReader
        private var line: Int

        init(file: EventFile, path: String, received: Int64, line: Int) {
            self.file = file
            self.path = path
            reader = EventReader(received: received)
            self.line = line
        }

        struct Parsed: Sendable {
            var batch: EventBatch
            var end: Int64
        }

        func next() throws -> Parsed? {
            guard let chunk = try file.next(at: path) else { return nil }
            var batch = chunk.bytes.withUnsafeBytes { reader.read($0, firstLine: line) }
            line = batch.nextLine
            if chunk.isUnfinished {
                batch.nextLine -= 1
                // Perhaps the rest is still being written: what cannot be read yet is nobody's fault.
                let last = batch.nextLine
                if path != "-" { batch.rejects.removeAll { $0.line == last } }
            }
            return Parsed(batch: batch, end: chunk.end)
        }
    }
}

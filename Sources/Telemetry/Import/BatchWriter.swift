import GRDB
import HarnessCore

/// Brings checked batches into the store, in their order.
struct BatchWriter {
    let store: TelemetryStore
    let pseudonyms: Pseudonyms
    /// The import the batches belong to; nil where nothing is written.
    let importID: Int64?
    /// The store's numbers of the reader's words.
    private var numbers: [Int64] = []

    init(store: TelemetryStore, pseudonyms: Pseudonyms, importID: Int64?) {
        self.store = store
        self.pseudonyms = pseudonyms
        self.importID = importID
    }

    /// Writes one batch, so that a death at any point loses nothing that counts and counts nothing twice.
    ///
    /// A dry run counts events as new without looking for them in the store.
    mutating func write(_ batch: EventBatch, end: Int64, isDryRun: Bool) throws -> (new: Int, known: Int) {
        guard !isDryRun, let importID else { return (batch.count, 0) }
        for word in batch.newWords {
            guard let field = EventField(rawValue: Int(word.field)) else { continue }
            let text = field == .developer ? pseudonyms.pseudonym(of: word.text) : word.text
            numbers.append(store.terms.number(of: text, field: field))
        }
        let months = Self.months(of: batch)
        return try store.work { [numbers] db in
            var new = 0
            // More months than can be attached at a time are possible in one batch: group by group.
            for group in months.keys.sorted().chunked(TelemetryStore.maximumAttached) {
                try store.attach(group, creating: true, db)
                try db.inTransaction(.immediate) {
                    try store.terms.save(db)
                    try Self.markStale(batch, db, numbers)
                    return .commit
                }
                for month in group {
                    try db.inTransaction(.immediate) {
                        let inserter = try EventInserter(db, month: month)
                        defer { inserter.close() }
                        for index in months[month] ?? [] {
                            new += try inserter.insert(batch, at: index, numbers: numbers) ? 1 : 0
                        }
                        return .commit
                    }
                }
            }
            try db.inTransaction(.immediate) {
                try store.note(batch, of: importID, end: end, new: new, db)
                return .commit
            }
            return (new, batch.count - new)
        }
    }

    /// The events of each month, by their places in the batch.
    private static func months(of batch: EventBatch) -> [Int: [Int]] {
        var months: [Int: [Int]] = [:]
        var lastDay = Int64.min
        var month = 0
        for (index, time) in batch.times.enumerated() {
            let day = EventTime.floorDay(time)
            if day != lastDay {
                lastDay = day
                month = EventTime.month(ofDay: day)
            }
            months[month, default: []].append(index)
        }
        return months
    }

    /// Marks what the batch makes stale: its days, those before them where an event tells of an earlier suggestion,
    /// and its tasks.
    private static func markStale(_ batch: EventBatch, _ db: Database, _ numbers: [Int64]) throws {
        var days: Set<Int64> = []
        var tasks: Set<Int64> = []
        let width = EventField.words.count
        let taskColumn = EventField.words.firstIndex(of: .task) ?? 0
        for (index, time) in batch.times.enumerated() {
            days.insert(EventTime.floorDay(time))
            days.insert(EventTime.floorDay(time - Rollup.reach))
            days.insert(EventTime.floorDay(time + Rollup.hindsight))
            let task = batch.words[index * width + taskColumn]
            if task >= 0 { tasks.insert(numbers[Int(task)]) }
        }
        let day = try db.cachedStatement(sql: "INSERT OR IGNORE INTO dirty_day VALUES (?)")
        for number in days.sorted() { try day.execute(arguments: [number]) }
        let task = try db.cachedStatement(sql: "INSERT OR IGNORE INTO dirty_task VALUES (?)")
        for number in tasks.sorted() { try task.execute(arguments: [number]) }
    }
}

extension Array {
    /// Pieces of at most this many elements, in order.
    fileprivate func chunked(_ size: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    }
}

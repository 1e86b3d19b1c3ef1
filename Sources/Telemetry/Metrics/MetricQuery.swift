import GRDB
package import HarnessCore
import Statistics

/// Which days and segments metrics are wanted for.
package struct MetricQuery: Sendable {
    /// Days since 1970, both included.
    package var days: ClosedRange<Int64>
    /// What the rows are split by; nil for one row over all.
    package var dimension: Dimension?
    /// Only these values of some dimensions.
    package var filters: [Dimension: String] = [:]

    package init(days: ClosedRange<Int64>, dimension: Dimension? = nil) {
        self.days = days
        self.dimension = dimension
    }

    /// What metrics may be split by.
    package enum Dimension: String, CaseIterable, Sendable {
        case model
        case language
        case segment
        case taskType = "task_type"
        case repositorySize = "repo_size"
        case variant
    }

    /// The figures of one segment.
    package struct Segment: Sendable {
        /// The segment's value; nil where nothing is split.
        package var name: String?
        package var metrics: [MetricValue]
        package var latency: LatencySketch
        package var taskTimes: TaskTimes
        /// Developers with at least one suggestion accepted or rejected.
        package var activeDevelopers: Int
    }
}

/// How long tasks took, those that did not end among them.
package struct TaskTimes: Sendable, Hashable {
    /// Milliseconds, each with whether the task was completed.
    package var times: [Double] = []
    package var isCompleted: [Bool] = []

    package var completed: Int { isCompleted.count(where: \.self) }

    /// The median time to completion by Kaplan and Meier, minutes, with its 95 % interval; nil where none was completed
    /// or fewer than half will be.
    package var median: (minutes: Double, low: Double, high: Double)? {
        guard let curve = try? KaplanMeier(times: times, hasEnded: isCompleted), let median = curve.median,
            let interval = try? curve.medianInterval()
        else { return nil }
        let minute = 60_000.0
        return (median / minute, interval.low / minute, interval.high / minute)
    }
}

extension TelemetryStore {
    /// The first and last day with figures, or nil.
    package func metricDays() throws(HarnessError) -> ClosedRange<Int64>? {
        try work { db in
            let row = try Row.fetchOne(db, sql: "SELECT min(day), max(day) FROM daily")
            guard let row, let first = row[0] as Int64?, let last = row[1] as Int64? else { return nil }
            return first...last
        }
    }

    /// The figures of each segment, in the order of their names.
    ///
    /// Reads the rollups alone; `Rollup.refresh` makes them true first.
    package func metrics(_ query: MetricQuery) throws(HarnessError) -> [MetricQuery.Segment] {
        try work { db in
            let filter = Filter(query)
            var segments = try Self.sums(db, query, filter)
            try Self.addLatency(db, query, filter, to: &segments)
            try Self.addTasks(db, query, filter, to: &segments)
            return segments.keys.sorted().map { key in
                let parts = segments[key] ?? Parts()
                return MetricQuery.Segment(
                    name: query.dimension == nil ? nil : key,
                    metrics: TelemetryMetric.all.map { MetricValue($0, sums: parts.sums) },
                    latency: parts.latency,
                    taskTimes: parts.tasks,
                    activeDevelopers: parts.sums.count { ($0[.accepted] ?? 0) + ($0[.rejected] ?? 0) > 0 }
                )
            }
        }
    }

    private struct Parts {
        var sums: [[RollupMeasure: Double]] = []
        var latency = LatencySketch()
        var tasks = TaskTimes()
    }

    /// The WHERE clause of a query and its arguments.
    private struct Filter {
        var sql: String
        var arguments: StatementArguments
        /// The expression that names the segment, and the join that it needs.
        var name: String
        var join: String

        init(_ query: MetricQuery) {
            sql = "day BETWEEN ? AND ?"
            arguments = [query.days.lowerBound, query.days.upperBound]
            for (dimension, value) in query.filters.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                sql +=
                    " AND \(dimension.rawValue) = coalesce((SELECT id FROM term WHERE field = ? AND text = ?), 0)"
                arguments += [dimension.field.rawValue, value]
            }
            name = query.dimension == nil ? "''" : "coalesce(t.text, 'unknown')"
            join = query.dimension.map { "LEFT JOIN term t ON t.id = d.\($0.rawValue)" } ?? ""
        }
    }

    private static func sums(
        _ db: Database,
        _ query: MetricQuery,
        _ filter: Filter
    ) throws -> [String: Parts] {
        let columns = RollupMeasure.allCases.map { "total(\($0.column))" }.joined(separator: ", ")
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT \(filter.name), developer, \(columns) FROM daily d \(filter.join) WHERE \(filter.sql)
                GROUP BY 1, 2
                """,
            arguments: filter.arguments
        )
        var segments: [String: Parts] = [:]
        while let row = try rows.next() {
            var sums: [RollupMeasure: Double] = [:]
            for (index, measure) in RollupMeasure.allCases.enumerated() { sums[measure] = row[index + 2] }
            segments[row[0] as String, default: Parts()].sums.append(sums)
        }
        return segments
    }

    private static func addLatency(
        _ db: Database,
        _ query: MetricQuery,
        _ filter: Filter,
        to segments: inout [String: Parts]
    ) throws {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT \(filter.name), bucket, sum(count) FROM latency_daily d \(filter.join) WHERE \(filter.sql)
                GROUP BY 1, 2
                """,
            arguments: filter.arguments
        )
        while let row = try rows.next() {
            segments[row[0] as String]?.latency.add(bucket: row[1], count: row[2])
        }
    }

    private static func addTasks(
        _ db: Database,
        _ query: MetricQuery,
        _ filter: Filter,
        to segments: inout [String: Parts]
    ) throws {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT \(filter.name), ended - started, is_completed FROM task_time d \(filter.join)
                WHERE \(filter.sql) ORDER BY task
                """,
            arguments: filter.arguments
        )
        while let row = try rows.next() {
            segments[row[0] as String]?.tasks.times.append(row[1])
            segments[row[0] as String]?.tasks.isCompleted.append(row[2])
        }
    }
}

extension MetricQuery.Dimension {
    /// The field of events that the dimension comes from.
    var field: EventField {
        switch self {
        case .model: .model
        case .language: .language
        case .segment: .segment
        case .taskType: .taskType
        case .repositorySize: .repositorySize
        case .variant: .variant
        }
    }
}

import GRDB
import HarnessCore
import Testing

@testable import ResultStore

@Suite struct ViewTests {
    /// Two runs; the first has one result of each kind and a repeated infrastructure error.
    private func filledStore() throws -> StoreFixture {
        let fixture = try StoreFixture()
        try fixture.createRun()
        try fixture.createRun(StoreFixture.run("r-000002", model: "v1", status: .complete))
        try fixture.store.record(
            [
                StoreFixture.result("zebra", 0, .passed),
                StoreFixture.result("zebra", 1, .failed(.wrongValue)),
                StoreFixture.result("apple", 0, .infrastructureError),
                StoreFixture.result("apple", 0, .infrastructureError),
                StoreFixture.result("apple", 1, .infrastructureError),
            ],
            run: "r-000001"
        )
        try fixture.store.record([StoreFixture.result("apple", 1, .failed(.memory))], run: "r-000001")
        return fixture
    }

    @Test func `runSummary counts each sample once`() throws {
        let fixture = try filledStore()

        let rows = try fixture.store.queue.read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM runSummary ORDER BY run").map { row in
                (
                    row["run"] as String,
                    ["samples", "passed", "failed", "infrastructureErrors", "missing"].map { row[$0] as Int }
                )
            }
        }

        #expect(rows.map(\.0) == ["r-000001", "r-000002"])
        #expect(rows.map(\.1) == [[6, 1, 2, 1, 2], [6, 0, 0, 0, 6]])
    }

    @Test func `sampleResult has one row per sample`() throws {
        let fixture = try filledStore()

        let rows = try fixture.store.queue.read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT task || ' ' || sampleIndex || ' ' || outcome FROM sampleResult
                    WHERE run = 'r-000001' ORDER BY task, sampleIndex
                    """
            )
        }

        #expect(
            rows == [
                "apple 0 infrastructure-error", "apple 1 failed", "mango 0 missing", "mango 1 missing",
                "zebra 0 passed", "zebra 1 failed",
            ]
        )
    }

    @Test func `taskPassRate leaves out what nothing judged`() throws {
        let fixture = try filledStore()

        let rates = try fixture.store.queue.read { db in
            try Row.fetchAll(db, sql: "SELECT task, passRate FROM taskPassRate WHERE run = 'r-000001'")
                .reduce(into: [String: Double?]()) { $0[$1["task"]] = .some($1["passRate"]) }
        }

        #expect(rates == ["apple": 0.0, "mango": nil, "zebra": 0.5])
    }

    @Test func `failureCount counts the samples of each mode`() throws {
        let fixture = try filledStore()

        let modes = try fixture.store.queue.read { db in
            try String.fetchAll(
                db,
                sql: "SELECT mode || ' ' || samples FROM failureCount WHERE run = 'r-000001' ORDER BY mode"
            )
        }

        #expect(modes == ["logic.wrong-value 1", "runtime.memory 1"])
    }

    @Test(arguments: [
        (
            "runSummary",
            [
                "run", "model", "suite", "suiteHash", "status", "created", "finished", "toolVersion",
                "isolation", "seed", "tasks", "samples", "passed", "failed", "infrastructureErrors",
                "missing", "cached",
            ]
        ),
        (
            "taskPassRate",
            [
                "run", "model", "suite", "task", "category", "difficulty", "language", "samples", "passed",
                "failed", "infrastructureErrors", "missing", "passRate",
            ]
        ),
        ("failureCount", ["run", "model", "suite", "language", "family", "mode", "samples", "tasks"]),
    ])
    func `a view keeps the columns it was published with`(view: String, columns: [String]) throws {
        let fixture = try StoreFixture()

        let found = try fixture.store.queue.read { try $0.columns(in: view).map(\.name) }

        #expect(Array(found.prefix(columns.count)) == columns)
    }

    @Test(arguments: ["runSummary", "sampleResult", "taskPassRate", "failureCount"])
    func `a view asked for one run does not read the samples of others`(view: String) throws {
        let fixture = try StoreFixture()

        let plan = try fixture.store.queue.read { db in
            try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN SELECT * FROM \(view) WHERE run = 'r-000001'")
                .map { $0["detail"] as String }
        }

        #expect(!plan.isEmpty)
        #expect(
            !plan.contains {
                $0.hasPrefix("SCAN sample") || $0.hasPrefix("SCAN result") || $0.contains("AUTOMATIC")
            },
            "\(plan)"
        )
    }
}

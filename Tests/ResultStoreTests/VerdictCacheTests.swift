import GRDB
import HarnessCore
import Testing

@testable import ResultStore

@Suite struct VerdictCacheTests {
    private let known = ContentHash(of: "known")
    private let unknown = ContentHash(of: "unknown")

    @Test func `a stored verdict is found and an unknown key is not`() throws {
        let fixture = try StoreFixture()
        let verdict = StoreFixture.verdict(.failed(.wrongType), message: "a\0b")
        try fixture.store.storeVerdicts([known: verdict])

        let found = try fixture.store.cachedVerdicts(forKeys: [unknown, known, known])

        #expect(found == [known: verdict])
    }

    @Test func `a verdict that is stored again replaces the old one`() throws {
        let fixture = try StoreFixture()
        try fixture.store.storeVerdicts([known: StoreFixture.verdict(.passed)])
        try fixture.store.storeVerdicts([known: StoreFixture.verdict(.failed(.wrongType))])

        let found = try fixture.store.cachedVerdicts(forKeys: [known])

        #expect(found[known]?.outcome == .failed(.wrongType))
    }

    @Test func `a result with a key enters the cache, one without does not`() throws {
        let fixture = try StoreFixture()
        try fixture.createRun()
        try fixture.store.record(
            [
                StoreFixture.result("apple", 0, cacheKey: known),
                StoreFixture.result("apple", 1),
            ],
            run: "r-000001"
        )

        let found = try fixture.store.cachedVerdicts(forKeys: [known, unknown])
        let rows = try fixture.store.queue.read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM verdictCache")
        }

        #expect(found == [known: StoreFixture.verdict()])
        #expect(rows == 1)
    }

    @Test func `a verdict in a form this version cannot read counts as absent`() throws {
        let fixture = try StoreFixture()
        try fixture.store.queue.write { [known] db in
            try db.execute(
                sql: "INSERT INTO verdictCache VALUES (?, '{\"outcome\":\"odd\"}', '')",
                arguments: [known.hexadecimal]
            )
        }

        #expect(try fixture.store.cachedVerdicts(forKeys: [known]).isEmpty)
    }
}

import HarnessCore
import Testing

@testable import ResultStore

@Suite struct RunReferenceTests {
    /// r-aaa111 and r-aaa222 share a start; the newest run is an interrupted one of v2.
    private func filledStore() throws -> StoreFixture {
        let fixture = try StoreFixture()
        try fixture.createRun(StoreFixture.run("r-aaa111", model: "v1", status: .complete))
        try fixture.createRun(StoreFixture.run("r-aaa222", model: "v2", status: .complete))
        try fixture.createRun(StoreFixture.run("r-bbb333", model: "v2", status: .complete))
        try fixture.createRun(StoreFixture.run("r-bbb3", model: "v2", status: .interrupted))
        return fixture
    }

    @Test(arguments: [
        ("latest", "r-bbb3"), ("r-aaa111", "r-aaa111"), ("r-aaa2", "r-aaa222"), ("aaa1", "r-aaa111"),
        ("r-bbb33", "r-bbb333"), ("r-bbb3", "r-bbb3"), ("bbb3", "r-bbb3"), ("@v2", "r-bbb333"),
        ("@v1", "r-aaa111"),
    ])
    func `a reference finds its run`(reference: String, id: String) throws {
        let fixture = try filledStore()

        #expect(try fixture.store.run(reference: reference).id == id)
    }

    @Test(arguments: ["", "r-c", "@v3", "@", "%", "r-aaa111 ", "_", "latest "])
    func `a reference to nothing is told as such`(reference: String) throws {
        let fixture = try filledStore()

        let error = #expect(throws: HarnessError.self) { try fixture.store.run(reference: reference) }

        #expect(error?.code == .noInput)
    }

    @Test func `an ambiguous reference lists the runs it could mean`() throws {
        let fixture = try filledStore()

        let error = #expect(throws: HarnessError.self) { try fixture.store.run(reference: "aaa") }

        #expect(error?.code == .usage)
        #expect(error?.remedy?.contains("r-aaa111") == true)
        #expect(error?.remedy?.contains("r-aaa222") == true)
        #expect(error?.remedy?.contains("r-bbb") == false)
    }

    @Test func `latest in an empty store is told as such`() throws {
        let fixture = try StoreFixture()

        let error = #expect(throws: HarnessError.self) { try fixture.store.run(reference: "latest") }

        #expect(error?.code == .noInput)
    }

    @Test func `runs are listed newest first, as many as asked for`() throws {
        let fixture = try filledStore()
        try fixture.store.record([StoreFixture.result("apple", 0)], run: "r-bbb333")

        let all = try fixture.store.runs()
        let newest = try fixture.store.runs(limit: 2)

        #expect(all.map(\.run.id) == ["r-bbb3", "r-bbb333", "r-aaa222", "r-aaa111"])
        #expect(newest == Array(all.prefix(2)))
        #expect(all.map(\.counts.passed) == [0, 1, 0, 0])
        #expect(all.map(\.counts.samples) == [6, 6, 6, 6])
    }
}

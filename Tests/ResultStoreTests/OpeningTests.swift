import Foundation
import GRDB
import HarnessCore
import Testing

@testable import ResultStore

@Suite struct OpeningTests {
    @Test func `a new store makes its folder and file`() throws {
        let fixture = try StoreFixture()

        #expect(FileManager.default.fileExists(atPath: fixture.path.path))
        #expect(try fixture.store.runs().isEmpty)
    }

    @Test func `what was stored is there when the file is opened again`() throws {
        let fixture = try StoreFixture()
        try fixture.createRun()
        try fixture.store.close()

        let again = try ResultStore(path: fixture.path, mustExist: true)

        #expect(try again.run(reference: "latest") == StoreFixture.run())
    }

    @Test func `an absent file is an error for a command that only reads, and stays absent`() throws {
        let folder = try StoreFixture.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "none/evalharness.sqlite")

        let error = #expect(throws: HarnessError.self) { try ResultStore(path: path, mustExist: true) }

        #expect(error?.code == .noInput)
        #expect(!FileManager.default.fileExists(atPath: path.deletingLastPathComponent().path))
    }

    @Test func `a folder that cannot be made is told with its path`() throws {
        let folder = try StoreFixture.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let obstacle = folder.appending(path: "results")
        try Data("a file".utf8).write(to: obstacle)

        let error = #expect(throws: HarnessError.self) {
            try ResultStore(path: obstacle.appending(path: "evalharness.sqlite"))
        }

        #expect(error?.code == .writeFailed)
        #expect(error?.location == obstacle.path)
        #expect(try String(contentsOf: obstacle, encoding: .utf8) == "a file")
    }

    @Test func `a path that is a folder cannot be opened`() throws {
        let folder = try StoreFixture.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }

        let error = #expect(throws: HarnessError.self) { try ResultStore(path: folder) }

        #expect(error?.code == .writeFailed)
    }

    @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
    func `a read-only folder is told as such`() throws {
        let folder = try StoreFixture.makeFolder()
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
        defer {
            try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
            try? FileManager.default.removeItem(at: folder)
        }

        let error = #expect(throws: HarnessError.self) {
            try ResultStore(path: folder.appending(path: "evalharness.sqlite"))
        }

        #expect(error?.code == .writeFailed)
    }

    @Test func `a file that is no database is refused and left alone`() throws {
        let folder = try StoreFixture.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "evalharness.sqlite")
        let content = Data(String(repeating: "This is a letter. ", count: 100).utf8)
        try content.write(to: path)

        let error = #expect(throws: HarnessError.self) { try ResultStore(path: path) }

        #expect(error?.code == .badData)
        #expect(try Data(contentsOf: path) == content)
    }

    @Test func `another program's database is refused and left alone`() throws {
        let folder = try StoreFixture.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "evalharness.sqlite")
        let other = try DatabaseQueue(path: path.path)
        try other.write { try $0.execute(sql: "CREATE TABLE bookmark (id INTEGER PRIMARY KEY)") }
        try other.close()
        let content = try Data(contentsOf: path)

        let error = #expect(throws: HarnessError.self) { try ResultStore(path: path) }

        #expect(error?.code == .badData)
        #expect(error?.message.contains("another program") == true)
        #expect(try Data(contentsOf: path) == content)
    }

    @Test func `a database of a newer version is refused and left alone`() throws {
        let fixture = try StoreFixture()
        try fixture.createRun()
        let newer = SchemaMigrations.currentVersion + 1
        try fixture.store.queue.writeWithoutTransaction {
            try $0.execute(sql: "PRAGMA user_version = \(newer)")
        }
        try fixture.store.close()
        let content = try Data(contentsOf: fixture.path)

        let error = #expect(throws: HarnessError.self) { try ResultStore(path: fixture.path) }

        #expect(error?.code == .badData)
        #expect(error?.message.contains("was written by a newer evalharness") == true)
        #expect(try Data(contentsOf: fixture.path) == content)
    }

    @Test func `a damaged database is told as damaged`() throws {
        let fixture = try StoreFixture()
        try fixture.createRun()
        try fixture.store.close()
        var content = try Data(contentsOf: fixture.path)
        for position in 100..<min(content.count, 60_000) { content[position] = 0xA5 }
        try content.write(to: fixture.path)

        let error = #expect(throws: HarnessError.self) {
            let store = try ResultStore(path: fixture.path)
            _ = try store.sampleRows(run: "r-000001")
        }

        #expect(error?.code == .badData)
    }

    @Test func `several stores that open one new file at once all work`() async throws {
        let folder = try StoreFixture.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "evalharness.sqlite")

        let counts = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<6 {
                group.addTask { try ResultStore(path: path).runs().count }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }

        #expect(counts == [0, 0, 0, 0, 0, 0])
    }
}

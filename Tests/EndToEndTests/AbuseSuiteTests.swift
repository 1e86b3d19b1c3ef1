import Foundation
import HarnessCore
import TestSupport
import Testing

/// The abuse suite through the program itself, which then runs nothing else: a witness can count what is left.
@Suite(.serialized) struct AbuseSuiteTests {
    private static let mustWork =
        ProcessInfo.processInfo.environment["EVALHARNESS_SANDBOX_MUST_WORK"] == "1"

    /// What compilers make, kept for all levels.
    private static let cache = Result { try TemporaryFolder() }

    /// The levels that this user may have anywhere: control groups are root's.
    private static let levels: [IsolationLevel] =
        geteuid() == 0 ? [.full, .namespaces, .fence] : [.namespaces, .fence]

    @Test(arguments: levels)
    func `everything comes as promised in Python`(level: IsolationLevel) async throws {
        // With leave to run harmless attempts unconfined too: they must then succeed, or they would prove nothing.
        try await attack(level, ["--language", "python", "--allow-unsafe"])
    }

    @Test(.enabled(if: geteuid() == 0, "needs control groups, and once is enough for compilers"))
    func `everything comes as promised in the other languages`() async throws {
        try await attack(.full, ["--language", "other"])
    }

    private func attack(_ level: IsolationLevel, _ arguments: [String]) async throws {
        let outcome = try await Tool.run(
            ["doctor", "--abuse", "--every-case", "--json", "--attack-level", level.rawValue] + arguments,
            environment: ["EVALHARNESS_CACHE_DIR": try Self.cache.get().url.path]
        )
        if outcome.code == ExitCode.unavailable.rawValue, !Self.mustWork {
            try Test.cancel("needs the isolation level \(level.rawValue)")
        }

        let report = try outcome.json()
        let rows = try #require(report["rows"] as? [[String: Any]], "\(outcome.complaint)")
        for row in rows where row["holds"] as? Bool != true {
            let words = ["case", "language", "attempt", "expected", "seen"].map { "\($0): \(row[$0] ?? "")" }
            Issue.record("\(level.rawValue): \(words.joined(separator: ", "))")
        }
        #expect(report["isolation"] as? String == level.rawValue)
        #expect(outcome.code == 0)
        #expect(rows.count > 20)
    }

    @Test func `what was expected and is not seen makes the exit code 100`() async throws {
        try #require(try await Tool.hasSandbox)
        // A suite that expects of a file in the box what only holds of one outside.
        let home = try TemporaryFolder()
        for name in ["tasks", "references", "runners", "models", "gates"] {
            try Checkout.copy(name, to: home.url.appending(path: name))
        }
        let group = home.url.appending(path: "abuse")
        for name in ["host/H01-wrong", "exhaustion", "neighbours", "forgery"] {
            let folder = group.appending(path: name)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }
        try Data("R15: none\n".utf8).write(to: group.appending(path: "not-applicable.yaml"))
        let attack =
            "def attempts(place, port, process):\n    open('file', 'w')\n    return ['write in the box']\n"
        try Data("title: write in the box\nfast: true\n".utf8)
            .write(to: group.appending(path: "host/H01-wrong/case.yaml"))
        try Data(attack.utf8).write(to: group.appending(path: "host/H01-wrong/attack.py"))

        let outcome = try await Tool.run(
            ["doctor", "--abuse", "--json"],
            environment: ["EVALHARNESS_HOME": home.url.path]
        )

        #expect(outcome.code == ExitCode.judgedFailure.rawValue)
        let rows = try #require(outcome.json()["rows"] as? [[String: Any]])
        #expect(
            rows.filter { $0["holds"] as? Bool == false }.map { $0["expected"] as? String } == ["refused"]
        )
        #expect((rows[0]["seen"] as? String)?.hasPrefix("open: write in the box") == true)
    }

    @Test func `the table of promises is the suite's own`() async throws {
        let outcome = try await Tool.run(["doctor", "--promises"])
        let page = try String(contentsOf: Checkout.root.appending(path: "docs/isolation.md"), encoding: .utf8)
        let parts = page.components(separatedBy: "<!-- doctor --promises -->\n")

        #expect(outcome.code == 0)
        try #require(parts.count == 3, "docs/isolation.md has no table between two marks")
        #expect(parts[1] == outcome.output, "write it anew: scripts/promises.sh")
    }
}

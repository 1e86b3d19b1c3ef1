import Foundation
import TestSupport
import Testing

/// Machines on which something is missing, closed or full: nothing stored is lost, and the user learns the cure.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct BadPlaceTests {
    @Test func `a launcher that is not there ends with 69 and names the setting`() async throws {
        let files = try MiniSuite()

        let outcome = try await files.score(
            files.samples([MiniSuite.right]),
            environment: ["EVALHARNESS_LAUNCHER": "/absent/sandbox-launcher"]
        )

        #expect(outcome.code == 69)
        #expect(outcome.complaint.contains("/absent/sandbox-launcher"))
        #expect(outcome.complaint.contains("EVALHARNESS_LAUNCHER"))
        #expect(outcome.output.isEmpty)
    }

    @Test func `a missing Python ends with 69 and says what to install`() async throws {
        let files = try MiniSuite()
        let home = try await homeWithoutPython()

        let outcome = try await files.score(
            files.samples([MiniSuite.right]),
            environment: ["EVALHARNESS_HOME": home.url.path]
        )

        #expect(outcome.code == 69)
        #expect(outcome.complaint.contains("/absent/python3"))
        #expect(outcome.complaint.contains("apt-get install python3"))
        #expect(outcome.output.isEmpty)
    }

    @Test func `an installation without its data ends with 69 and names the folder`() async throws {
        let empty = try TemporaryFolder()

        let outcome = try await Tool.run(
            ["tasks", "list"],
            environment: ["EVALHARNESS_HOME": empty.url.path]
        )

        #expect(outcome.code == 69)
        #expect(outcome.complaint.contains(empty.url.path))
    }

    @Test func `a database of a newer version is refused and left as it is`() async throws {
        let files = try MiniSuite()
        let database = try await Self.database(
            "PRAGMA application_id = 0x4556414C; PRAGMA user_version = 9999; CREATE TABLE future (x)",
            in: files.folder
        )
        let before = try Data(contentsOf: database)

        let scored = try await files.score(files.samples([MiniSuite.right]), ["--store", database.path])
        let listed = try await Tool.run(["runs", "list", "--store", database.path])

        for outcome in [scored, listed] {
            #expect(outcome.code == 65)
            #expect(outcome.complaint.contains("newer"))
            #expect(outcome.complaint.contains("9999"))
        }
        #expect(try Data(contentsOf: database) == before)
    }

    @Test func `a database of another program is refused and left as it is`() async throws {
        let files = try MiniSuite()
        let database = try await Self.database("CREATE TABLE notOurs (x)", in: files.folder)
        let before = try Data(contentsOf: database)

        let outcome = try await files.score(files.samples([MiniSuite.right]), ["--store", database.path])

        #expect(outcome.code == 65)
        #expect(outcome.complaint.contains(database.path))
        #expect(try Data(contentsOf: database) == before)
    }

    @Test func `a file that is no database is refused and left as it is`() async throws {
        let files = try MiniSuite()
        let notes = try files.folder.write(
            String(repeating: "my own notes\n", count: 100),
            to: "notes.sqlite"
        )

        let outcome = try await files.score(files.samples([MiniSuite.right]), ["--store", notes.path])

        #expect(outcome.code == 65)
        #expect(outcome.complaint.contains(notes.path))
        #expect(try String(contentsOf: notes, encoding: .utf8).hasPrefix("my own notes\n"))
    }

    @Test func `a results folder that cannot be made ends with 74 before anything runs`() async throws {
        let files = try MiniSuite()
        let file = try files.folder.write("", to: "occupied")

        let outcome = try await files.score(
            files.samples([MiniSuite.right]),
            ["--store", file.appending(path: "results/evalharness.sqlite").path]
        )

        #expect(outcome.code == 74)
        #expect(outcome.complaint.contains(file.path))
    }

    @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
    func `a folder without the right to write ends with 74 before anything runs`() async throws {
        let files = try MiniSuite()
        let folder = files.folder.file("results")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        chmod(folder.path, 0o555)
        defer { chmod(folder.path, 0o755) }

        let outcome = try await files.score(files.samples([MiniSuite.right]))

        #expect(outcome.code == 74)
        #expect(outcome.complaint.contains(folder.path))
    }

    @Test(.enabled(if: SmallDisk.isPossible, "only root can mount a file system"))
    func `a read-only file system ends with 74 before anything runs`() async throws {
        let files = try MiniSuite()
        let disk = try SmallDisk(in: files.folder)
        _ = try files.samples([MiniSuite.right])

        let outcome = try await disk.run(
            """
            mount -o remount,ro "$disk"
            score
            """,
            files
        )

        #expect(outcome.code == 74)
        #expect(outcome.complaint.contains(disk.mountPoint.path))
    }

    @Test(
        .enabled(if: SmallDisk.isPossible, "only root can mount a file system"),
        .enabled("needs a sandbox") { try await Tool.hasSandbox }
    )
    func `a disk without room for the plan does not promise that resume goes on`() async throws {
        let files = try MiniSuite()
        let disk = try SmallDisk(in: files.folder)
        let padding = String(repeating: "x", count: 300_000)
        _ = try files.samples([#"{"task_id": "Mini/0", "completion": "    return 2 * x\n# \#(padding)\n"}"#])

        let outcome = try await disk.run("score", files)

        #expect(outcome.code == 74)
        #expect(outcome.complaint.contains("nothing of this run is stored"))
        #expect(!outcome.complaint.contains("resume"))
    }

    @Test(
        .enabled(if: SmallDisk.isPossible, "only root can mount a file system"),
        .enabled("needs a sandbox") { try await Tool.hasSandbox }
    )
    func `a full disk ends with 74, and resume finishes the run once there is room`() async throws {
        let files = try MiniSuite()
        let disk = try SmallDisk(in: files.folder)
        // Each program is another one and its text is stored, so that the disk fills while the run is recorded.
        let padding = String(repeating: "x", count: 20_000)
        let lines = (0..<100).map { index in
            #"{"task_id": "Mini/0", "completion": "    return 2 * x\n# \#(index) \#(padding)\n"}"#
        }
        _ = try files.samples(lines)

        let outcome = try await disk.run(
            """
            score && exit 1
            [ $? -eq 74 ] || exit 2
            mount -o remount,size=64m "$disk"
            if "$tool" runs list --json --store "$store" | grep -q '"id"'; then
                "$tool" resume --json --store "$store"
            else
                score --json
            fi
            """,
            files
        )

        #expect(outcome.code == 0)
        #expect(outcome.complaint.contains("disk is full"))
        let counts = try #require(outcome.json()["counts"] as? [String: Int])
        #expect(counts["planned"] == 100)
        #expect(counts["passed"] == 100)
    }

    /// A copy of the installation's data whose runner names an interpreter that is not there.
    private func homeWithoutPython() async throws -> TemporaryFolder {
        let home = try TemporaryFolder()
        for name in ["tasks", "references", "runners", "models"] {
            try Checkout.copy(name, to: home.file(name))
        }
        let definition = home.file("runners/python/runner.yaml")
        let lines = try String(contentsOf: definition, encoding: .utf8).split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
        let changed = lines.map { $0.hasPrefix("executables:") ? "executables: [/absent/python3]" : $0 }
        #expect(changed != lines)
        try changed.joined(separator: "\n").write(to: definition, atomically: true, encoding: .utf8)
        return home
    }

    /// A database made by SQLite itself, through the system's Python.
    private static func database(_ statements: String, in folder: TemporaryFolder) async throws -> URL {
        let file = folder.file("made.sqlite")
        let made = try await Tool.run(
            URL(filePath: "/usr/bin/python3"),
            [
                "-c", "import sqlite3, sys; sqlite3.connect(sys.argv[1]).executescript(sys.argv[2])",
                file.path,
                statements,
            ]
        )
        try #require(made.code == 0, "\(made.complaint)")
        return file
    }
}

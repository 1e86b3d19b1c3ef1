import Foundation
import TestSupport
import Testing

/// Hostile programs among honest ones, through the command that users give; `make siege` is the large form.
@Suite(
    .serialized,
    .timeLimit(.minutes(5)),
    .enabled("needs a sandbox") { try await Tool.hasSandbox }
)
struct SiegeTests {
    /// Whole programs that pretend to solve `Mini/1`.
    private static let hostile = [
        "import os\nfor _ in range(200):\n    try: os.fork()\n    except OSError: pass\nos._exit(0)\n",
        "import os, signal\nif os.fork() == 0:\n    os.setsid()\n    signal.pause()\nos._exit(0)\n",
        "held = []\nwhile True: held.append(bytearray(1 << 20))\n",
        "import os\nwhile True: os.write(1, b'x' * 65536)\n",
        "import ctypes\nctypes.string_at(0)\n",
        "import os\nos.write(4, b'L0:R8:I0;I14;NZ3:I1;')\nos._exit(0)\n",
        "import builtins, sys\nbuiltins.len = lambda *a: 1\nsys.modules.clear()\n",
        "import os\nos.kill(-1, 9)\nos._exit(1)\n",
    ]

    @Test func `honest verdicts are the same among hostile programs`() async throws {
        let files = try MiniSuite()
        let honest = (0..<32).map { number in
            Self.line("Mini/0", "completion", "    return \(number % 3 == 0 ? 1 : 2) * x\n# \(number)\n")
        }
        // One in five, each followed by honest ones.
        var mixed = honest
        for (number, text) in Self.hostile.enumerated() {
            mixed.insert(Self.line("Mini/1", "solution", text), at: number * 5)
        }

        let quiet = try await rows(files, files.samples(honest))
        let besieged = try await rows(files, files.samples(mixed))

        #expect(quiet.filter { $0.task == "Mini/0" }.count == 32)
        #expect(besieged.filter { $0.task == "Mini/0" } == quiet.filter { $0.task == "Mini/0" })
        let others = besieged.filter { $0.task == "Mini/1" }
        #expect(others.count == Self.hostile.count)
        #expect(others.allSatisfy { $0.status == "failed" }, "\(others)")
    }

    private struct Row: Equatable {
        var task: String
        var index: Int
        var status: String
        var mode: String?
    }

    private func rows(_ files: MiniSuite, _ samples: URL) async throws -> [Row] {
        let limits = ["--cache", "off", "--jobs", "2", "--memory-mb", "128", "--wall-seconds", "30"]
        let scored = try await files.score(samples, limits)
        #expect(scored.code == 0, "\(scored.complaint)")
        let listed = try await Tool.run([
            "runs", "samples", "latest", "--limit", "0", "--json", "--store", files.store.path,
        ])
        let rows = try #require(try listed.json()["samples"] as? [[String: Any]])
        return try rows.map { row in
            Row(
                task: try #require(row["task"] as? String),
                index: try #require(row["index"] as? Int),
                status: try #require(row["status"] as? String),
                mode: row["mode"] as? String
            )
        }
    }

    private static func line(_ task: String, _ key: String, _ text: String) -> String {
        let object = ["task_id": task, key: text]
        let data = (try? JSONSerialization.data(withJSONObject: object, options: .sortedKeys)) ?? Data()
        return String(decoding: data, as: UTF8.self)
    }
}

import Foundation
import TestSupport
import Testing

/// Languages that exist only as folders: one that is compiled (to Python), and one that is not installed.
@Suite(
    .serialized,
    .timeLimit(.minutes(5)),
    .enabled("needs a sandbox") { try await Tool.hasSandbox }
)
struct LanguageFolderTests {
    private let folder: TemporaryFolder

    /// A home with one task, the real runner of Python and two more.
    init() throws {
        folder = try TemporaryFolder()
        let runners = Checkout.root.appending(path: "runners")
        try Checkout.copy("runners/python", to: folder.file("runners/python"))
        try folder.write(Self.task, to: "tasks/core/algorithms/double.yaml")
        let reference = "def double(n):\n    return 2 * n\n"
        for name in ["python.py", "snake.sn", "absent.ab"] {
            try folder.write(reference, to: "references/core/double/\(name)")
        }
        let python = try String(
            contentsOf: runners.appending(path: "python/runner.yaml"),
            encoding: .utf8
        )
        let drivers = python.split(separator: "\n").filter { $0.hasPrefix("  - ") && $0.hasSuffix(".py") }
            .map { "../python/" + $0.dropFirst(4) }
        try folder.write(
            Self.definition("snake", "sn", executable: "/usr/bin/python3", drivers: drivers),
            to: "runners/snake/runner.yaml"
        )
        try folder.write(
            Self.definition("absent", "ab", executable: "/nowhere/absent", drivers: []),
            to: "runners/absent/runner.yaml"
        )
    }

    private static let task = """
        id: double
        category: algorithms
        difficulty: easy
        prompt: Double the number.
        signature: { name: double, parameters: [{ n: int }], returns: int }
        cases:
          - { args: [2], returns: 4 }
          - { args: [-3], returns: -6 }
        """

    /// The compiler takes what parses, and copies it.
    private static func definition(
        _ name: String,
        _ suffix: String,
        executable: String,
        drivers: [String]
    ) -> String {
        """
        name: \(name)
        display_name: \(name.capitalized)
        file_extension: \(suffix)
        minimum_version: "3.8"
        install_hint: "Install the package \(name)-tools."
        executables: [\(executable)]
        probe: [-s, -S, -X, utf8, "{folder}/../python/probe.py"]
        environment: { HOME: "{box}", PYTHONHASHSEED: "0", PATH: /usr/bin }
        source_file: program.\(suffix)
        harness_files: [\(drivers.joined(separator: ", "))]
        compile:
          command:
            - "{executable}"
            - -c
            - |
              import os, sys
              text = open(sys.argv[1]).read()
              try: compile(text, "program", "exec")
              except SyntaxError as error: sys.exit(f"line {{error.lineno}}: error: no sense")
              if "undeclared" in text: sys.exit("line 2: error: undeclared is not declared")
              os.write(4, text.encode())
            - "{source}"
          artifact: solution.py
        run: ["{executable}", -s, -S, -X, utf8, "{harness}/driver.py"]
        types: { int: int, float: f, bool: b, string: s, bytes: y, list: l, set: e, map: m, tuple: t, optional: o, record: r, void: v }
        prompt: { record: "", function: "# {{#prose}}{{text}}{{/prose}}\\ndef {{name}}", object: "" }
        diagnostics:
          - { id: no-sense, mode: syntax.parse-error, summary: "x", stage: compile, message: "line (?<line>\\\\d+): error: no sense" }
          - { id: name, mode: hallucination.undefined-name, summary: "x", stage: compile, message: "(?<name>\\\\w+) is not declared" }
        comments: { line: ["#"] }
        """
    }

    private func run(_ arguments: [String]) async throws -> Tool.Outcome {
        try await Tool.run(
            arguments,
            environment: [
                "EVALHARNESS_HOME": folder.url.path, "EVALHARNESS_CACHE_DIR": folder.file("cache").path,
            ]
        )
    }

    private func score(_ arguments: [String] = []) async throws -> Tool.Outcome {
        let right = "def double(n):\\n    return n + n\\n"
        let lines = [
            ("python", right), ("snake", right), ("snake", "def double(n):\\n    return n\\n"),
            ("snake", "def double(n)\\n"), ("snake", "def double(n):\\n    undeclared\\n"), ("absent", right),
        ].map { #"{"task_id": "double", "language": "\#($0.0)", "solution": "\#($0.1)"}"# }
        let samples = try folder.write(lines.map { $0 + "\n" }.joined(), to: "samples.jsonl")
        let store = ["--store", folder.file("results.sqlite").path, "--json", "--jobs", "1"]
        return try await run(["score", samples.path, "--model", "m"] + store + arguments)
    }

    @Test func `each language has its pass rate, and one that is missing counts against nobody`() async throws
    {
        let outcome = try await score()

        // Infrastructure errors are left to be done: that language may yet be installed.
        #expect(outcome.code == 75, "\(outcome.complaint)")
        #expect(outcome.complaint.contains("Install the package absent-tools."))
        let json = try outcome.json()
        let counts = try #require(json["counts"] as? [String: Int])
        #expect(counts["passed"] == 2 && counts["failed"] == 3 && counts["infrastructure"] == 1)
        let metrics = try #require(json["metrics"] as? [[String: Any]])
        var rates: [String: Double] = [:]
        for metric in metrics {
            guard let segment = metric["segment"] as? [String: String], let language = segment["language"],
                let first = (metric["pass_at"] as? [String: Any])?["1"] as? [String: Any]
            else { continue }
            rates[language] = first["value"] as? Double
        }
        #expect(rates == ["python": 1, "snake": 0.25])
    }

    @Test func `a run leaves out the languages that nobody asked for and that are not here`() async throws {
        let lines = ["python", "snake", "absent"].map {
            #"{"task_id": "double", "language": "\#($0)", "solution": "def double(n):\n    return n + n\n"}"#
        }
        try folder.write(lines.map { $0 + "\n" }.joined(), to: "models/mini/samples.jsonl")
        let model = "name: mini\ndescription: three\nprovider: samples\nsamples: samples.jsonl\n"
        try folder.write(model, to: "models/mini/model.yaml")
        let command = [
            "run", "--model", "mini", "--store", folder.file("r.sqlite").path, "--json", "--jobs", "1",
        ]

        let all = try await run(command)
        let named = try await run(command + ["--language", "absent,snake"])

        #expect(all.code == 0, "\(all.complaint)")
        #expect(all.complaint.contains("without absent: not on this machine; \"make languages\""))
        let counts = try #require(try all.json()["counts"] as? [String: Int])
        #expect(counts["passed"] == 2 && counts["infrastructure"] == 0 && counts["planned"] == 2)
        #expect(named.code == 75, "who asks by name gets an infrastructure error")
        #expect(named.complaint.contains("Install the package absent-tools."))
    }

    @Test func `the check of mutants prints scores and fails where the cases are weak`() async throws {
        let strong = try await run(["tasks", "check", "--mutants", "--json"])
        try folder.write(
            Self.task.replacing("\n  - { args: [-3], returns: -6 }", with: "").replacing(
                "[2], returns: 4",
                with: "[0], returns: 0"
            ),
            to: "tasks/core/algorithms/double.yaml"
        )
        let weak = try await run(["tasks", "check", "--mutants"])

        #expect(strong.code == 0, "\(strong.output)")
        let json = try strong.json()
        #expect(json["killed"] as? Int == json["total"] as? Int && json["score"] as? Double == 1)
        #expect(weak.code == 100)
        #expect(weak.output.contains("alive: 2:12 CRP 2 → 3"))
    }

    @Test func `what the compiler refuses is told apart`() async throws {
        _ = try await score(["--language", "snake"])

        let listed = try await run([
            "runs", "samples", "latest", "--failed", "--json", "--store", folder.file("results.sqlite").path,
        ])

        let samples = try #require(try listed.json()["samples"] as? [[String: Any]])
        let rules = samples.compactMap { $0["rule"] as? String }
        #expect(rules == ["case.wrong-value", "snake.no-sense", "snake.name"])
        #expect(samples.allSatisfy { $0["language"] as? String == "snake" })
    }

    @Test func `the check covers the languages that are there and names those that are not`() async throws {
        let outcome = try await run(["tasks", "check", "--json"])

        let json = try outcome.json()
        #expect(outcome.code == 0, "\(outcome.output)")
        #expect(json["good"] as? Int == 2)
        let missing = try #require(json["missing_languages"] as? [String])
        #expect(missing.count == 1 && missing[0].contains("absent-tools"))
    }

    @Test func `a reference with the name of no language is refused by the check`() async throws {
        try folder.write("x = 1\n", to: "references/core/double/snke.sn")

        let outcome = try await run(["tasks", "check"])

        #expect(outcome.code == 65)
        #expect(
            outcome.complaint.contains(
                #"the task "double" has a reference in "snke", and no runner is called that"#
            )
        )
        #expect(outcome.complaint.contains("did you mean snake?"))
    }

    @Test func `a driver that writes garbage is never held against a sample`() async throws {
        let file = folder.file("runners/snake/runner.yaml")
        let definition = try String(contentsOf: file, encoding: .utf8)
        let garbage = #"run: ["{executable}", -c, "import os; os.write(4, b'garbage')"]"#
        try folder.write(
            definition.split(separator: "\n", omittingEmptySubsequences: false)
                .map { $0.hasPrefix("run: ") ? garbage : String($0) }.joined(separator: "\n"),
            to: "runners/snake/runner.yaml"
        )

        let outcome = try await score(["--language", "snake"])
        let listed = try await run([
            "runs", "samples", "latest", "--json", "--infra", "--store", folder.file("results.sqlite").path,
        ])

        // No sample could be judged.
        #expect(outcome.code == 104, "\(outcome.complaint)")
        let samples = try #require(try listed.json()["samples"] as? [[String: Any]])
        #expect(samples.count == 4)
        for sample in samples {
            let evidence = try #require(sample["evidence"] as? [String: Any])
            #expect(sample["rule"] as? String == "harness.reference-fails")
            #expect((evidence["message"] as? String)?.contains("wire.garbage") == true)
        }
    }

    @Test func `a task is shown as its language asks it`() async throws {
        let outcome = try await run(["tasks", "show", "double", "--language", "snake", "--json"])

        #expect(try outcome.json()["prompt"] as? String == "# Double the number.\ndef double")
    }

    @Test func `a language that is asked for and missing is an error that says what to install`() async throws
    {
        let outcome = try await run(["tasks", "check", "--language", "absent"])

        #expect(outcome.code == 69)
        #expect(outcome.complaint.contains("absent-tools"))
    }
}

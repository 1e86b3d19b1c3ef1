import Foundation
import HarnessCore
import TestSupport
import Testing

/// Experiments from the command line: plans, rows, counts, runs, simulation, and input that cannot be analysed.
@Suite(.timeLimit(.minutes(5)))
struct ExperimentTests {
    private static let design = """
        unit: developer
        arms: [v1, v2]
        metrics:
          acceptance:
            { kind: ratio, value: accepted, over: shown, relevant: 2pp,
              assume: { base: 0.3, events: 10, correlation: 0.1 } }
        data: { arm: variant, segments: language }
        """

    /// Developers with three suggestions each; in `v1` they accept none or one, in `v2` one or three.
    private static func rows(_ extra: [String] = []) -> String {
        let developers = (0..<40).map { index in
            "d\(index),v\(index % 2 + 1),\([0, 3, 1, 1][index % 4]),3,\(index % 3 == 0 ? "go" : "c")"
        }
        return (["developer,variant,accepted,shown,language"] + developers + extra).joined(separator: "\n")
            + "\n"
    }

    private static func folder(design: String = design, rows: String = rows()) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(design, to: "design.yaml")
        try folder.write(rows, to: "data.csv")
        return folder
    }

    private static func run(_ arguments: [String], in folder: TemporaryFolder) async throws -> Tool.Outcome {
        try await Tool.run(
            ["experiment"] + arguments + ["-C", folder.url.path],
            environment: ["COLUMNS": "80"]
        )
    }

    @Test func `rows give a decision, in every form, by one answer`() async throws {
        let folder = try Self.folder()
        let files = ["e.json", "e.csv", "e.jsonl", "e.md", "e.html", "e.tex"]
        let outcome = try await Self.run(
            ["analyze", "design.yaml", "data.csv", "--require-ship"] + files.flatMap { ["-o", $0] },
            in: folder
        )

        #expect(outcome.code == 0)
        #expect(outcome.output.hasPrefix("design: v2 SHIP\n"))
        for line in outcome.output.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
        for name in files {
            let text = try String(contentsOf: folder.file(name), encoding: .utf8)
            #expect(text.contains("acceptance"), "\(name)")
        }
        let json = try JSONSerialization.jsonObject(with: Data(contentsOf: folder.file("e.json")))
        let object = try #require(json as? [String: Any])
        let decision = try #require((object["decisions"] as? [[String: Any]])?.first)
        #expect(decision["action"] as? String == "ship")
        let metric = try #require((object["metrics"] as? [[String: Any]])?.first)
        // 10 of 60 suggestions in v1, 40 of 60 in v2.
        let effect = try #require(metric["effect"] as? Double)
        #expect(abs(effect - 0.5) < 1e-12)
        #expect(object["post_hoc_power"] is [String: Any])
    }

    /// statsmodels `proportions_ztest([560, 430], [1000, 1000])`: p = 6.09728e-09.
    @Test func `the classical experiment comes out of four numbers`() async throws {
        let folder = try TemporaryFolder()
        let outcome = try await Self.run(["analyze", "--counts", "v1=430/1000,v2=560/1000"], in: folder)
        let small = try await Self.run(
            ["analyze", "--counts", "v1=30/100,v2=33/100", "--relevant", "5pp", "--require-ship"],
            in: folder
        )

        #expect(outcome.code == 0)
        #expect(outcome.output.contains("p = 6.1e-09 (z, pooled"))
        #expect(outcome.output.contains("[0.086, 0.173]"))
        #expect(small.code == 101)
        #expect(small.output.contains("v2 MORE DATA"))
        #expect(small.output.contains("About 1,354 units per arm"))
    }

    @Test func `two runs are a paired experiment over the tasks they share`() async throws {
        let scratch = try ScratchStore()
        try scratch.add(.init(id: "r-base00", model: "base"))
        try scratch.add(.init(id: "r-better", model: "better", passed: { $0 % 11 + 1 }))

        let outcome = try await scratch.run(["experiment", "analyze", "@base", "@better", "--json"])

        let object = try outcome.json()
        #expect(object["paired"] as? Bool == true)
        let metric = try #require((object["metrics"] as? [[String: Any]])?.first)
        // As `compare` has it: 182 of 200 tasks gain one sample of ten.
        let effect = try #require(metric["effect"] as? Double)
        #expect(abs(effect - 0.091) < 1e-12)
        #expect(metric["test"] as? String == "paired t")
    }

    @Test func `guardrails of runs are read off the failures`() async throws {
        let scratch = try ScratchStore()
        try scratch.add(.init(id: "r-base00", model: "base"))
        try scratch.add(.init(id: "r-worse0", model: "worse", passed: { $0 % 11 - 2 }))
        try scratch.folder.write(
            """
            unit: task
            paired: true
            arms: [base, worse]
            metrics: { pass@1: { kind: mean } }
            guardrails: { logic: { kind: mean, direction: decrease, margin: 3pp } }
            """,
            to: "design.yaml"
        )

        let outcome = try await scratch.run([
            "experiment", "analyze", "design.yaml", "@base", "@worse", "--require-ship",
        ])

        #expect(outcome.code == 100)
        #expect(outcome.output.contains("Guardrail logic lost more than 0.03."))
    }

    @Test func `a plan and a simulation agree about the power`() async throws {
        let folder = try Self.folder()
        let plan = try await Self.run(["plan", "design.yaml", "--effect", "0.1", "--json"], in: folder).json()
        let units = try #require(plan["control_units"] as? Int)
        let outcome = try await Self.run(
            [
                "simulate", "design.yaml", "--units", "\(units)", "--effect", "0.1", "--experiments", "300",
                "--looks", "1", "--json",
            ],
            in: folder
        )
        let scenarios = try #require(try outcome.json()["scenarios"] as? [[String: Any]])
        let acceptance = try #require((scenarios[1]["metrics"] as? [String: [String: Int]])?["acceptance"])

        // 80 % and three Monte Carlo errors.
        let gains = Double(try #require(acceptance["gains"]))
        #expect(abs(gains / 300 - 0.8) < 0.07)
    }

    @Test func `rows that were simulated can be analysed`() async throws {
        let folder = try Self.folder()
        let simulated = try await Self.run(
            ["simulate", "design.yaml", "--units", "100", "--experiments", "10", "--write", "drawn.csv"],
            in: folder
        )
        let analysed = try await Self.run(["analyze", "design.yaml", "drawn.csv"], in: folder)

        #expect(simulated.code == 0)
        #expect(analysed.code == 0)
        #expect(analysed.output.contains("drawn.csv, 200 rows"))
    }

    // MARK: - Bad input

    static let faultyRows: [(row: String, fragment: String)] = [
        ("d99,v3,1,3,go", "data.csv:42: variant is \"v3\", which is no arm of the design"),
        ("d99,v1,,3,go", "data.csv:42: accepted is missing"),
        ("d99,v1,NaN,3,go", "data.csv:42: accepted is missing"),
        ("d99,v1,inf,3,go", "data.csv:42: \"accepted\" is \"inf\""),
        ("d99,v1,1,-3,go", "negative denominator"),
        (",v1,1,3,go", "data.csv:42: developer is missing"),
        ("d99,v1,1,3", "4 cells under a header of 5"),
    ]

    @Test(arguments: faultyRows.indices)
    func `a faulty row is refused with its line`(index: Int) async throws {
        let fault = Self.faultyRows[index]
        let folder = try Self.folder(rows: Self.rows([fault.row]))

        let outcome = try await Self.run(["analyze", "design.yaml", "data.csv"], in: folder)

        #expect(outcome.code == 65)
        #expect(outcome.complaint.contains(fault.fragment), "\(outcome.complaint)")
        #expect(outcome.output.isEmpty)
    }

    static let faultyDesigns: [(change: (String, String), fragment: String)] = [
        (("arms: [v1, v2]", "arms: [v1]"), "at least two"),
        (
            ("kind: ratio", "kind: rate"),
            "design.yaml:5: kind = \"rate\": must be one of proportion, mean, ratio"
        ),
        (("relevant: 2pp", "relevent: 2pp"), "did you mean \"relevant\"?"),
        (("relevant: 2pp", "relevant: -2pp"), "a relevant effect that is not positive"),
        (("kind: ratio, value: accepted, over: shown", "value: accepted"), "has no \"kind\""),
        (("base: 0.3", "base: 3"), "a share in (0, 1)"),
        (("unit: developer", "unit: [a, b]"), "unit must be one value"),
        (("unit: developer", "alpha: 0.9"), "alpha = \"0.9\""),
        (("unit: developer", "monitored: true"), "horizon: needed"),
    ]

    @Test(arguments: faultyDesigns.indices)
    func `a design that cannot be right is refused with its rule`(index: Int) async throws {
        let fault = Self.faultyDesigns[index]
        let text = Self.design.replacing(fault.change.0, with: fault.change.1)
        #expect(text != Self.design)
        let folder = try Self.folder(design: text)

        let outcome = try await Self.run(["analyze", "design.yaml", "data.csv"], in: folder)

        #expect(outcome.code == 78)
        #expect(outcome.complaint.contains(fault.fragment), "\(outcome.complaint)")
    }

    static let faults: [(arguments: [String], code: Int32, fragment: String)] = [
        (["analyze", "design.yaml", "absent.csv"], 66, "absent.csv"),
        (["analyze", "absent.yaml", "data.csv"], 66, "absent.yaml"),
        (["analyze", "design.yaml"], 64, "a design and data"),
        (["analyze", "--counts", "v1=5/3,v2=1/2"], 64, "v1=5/3"),
        (["analyze", "--counts", "v1=1/2"], 78, "at least two"),
        (["analyze", "--counts", "v1=0/0,v2=1/2"], 64, "v1=0/0"),
        (["analyze", "design.yaml", "data.csv", "-o", "x.doc"], 64, "known endings"),
        (["simulate", "design.yaml"], 64, "--units N"),
        (["simulate", "design.yaml", "--units", "10", "--effect", "0.9"], 78, "cannot move"),
        (["plan", "--baseline", "0.3"], 64, "--effect"),
        (["plan", "--baseline", "0.3", "--effect", "0.8"], 64, "share"),
        (["plan", "design.yaml", "--baseline", "0.3"], 64, "--baseline"),
    ]

    @Test(arguments: faults.indices)
    func `what cannot be answered is refused with its exit code`(index: Int) async throws {
        let fault = Self.faults[index]

        let outcome = try await Self.run(fault.arguments, in: Self.folder())

        #expect(outcome.code == fault.code, "\(fault.arguments)")
        #expect(outcome.complaint.contains(fault.fragment), "\(outcome.complaint)")
        #expect(outcome.output.isEmpty)
    }

    @Test func `constant metrics and an empty arm have no silent number`() async throws {
        let constant = try Self.folder(rows: Self.rows().replacing(/,[0-3],3,/, with: ",1,3,"))
        let lonely = try Self.folder(rows: Self.rows().replacing(",v2,", with: ",v1,"))

        let open = try await Self.run(["analyze", "design.yaml", "data.csv"], in: constant)
        let refused = try await Self.run(["analyze", "design.yaml", "data.csv"], in: lonely)

        #expect(open.code == 0)
        #expect(open.output.contains("acceptance has no estimate"))
        #expect(open.output.contains("MORE DATA"))
        #expect(refused.code == 65)
        #expect(refused.complaint.contains("arm v2 has no units"))
    }
}

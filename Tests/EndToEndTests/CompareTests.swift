import Foundation
import HarnessCore
import TestSupport
import Testing

/// Comparisons from the command line: stored runs, foreign results, and input that cannot be compared.
@Suite(.timeLimit(.minutes(5)))
struct CompareTests {
    private static let filled = Result { try fill() }

    private static func scratch() throws -> ScratchStore { try ScratchStore(copyOf: filled.get()) }

    private static func fill() throws -> ScratchStore {
        let scratch = try ScratchStore()
        try scratch.add(.init(id: "r-base00", model: "base"))
        try scratch.add(.init(id: "r-better", model: "better", passed: { $0 % 11 + 1 }))
        try scratch.add(.init(id: "r-worse0", model: "worse", passed: { $0 % 11 - 2 }, mode: .exception))
        try scratch.add(
            .init(id: "r-other0", model: "other", tasks: 5, suite: "more", taskName: { "other-\($0)" })
        )
        try scratch.add(.init(id: "r-empty0", model: "empty", tasks: 1, samples: 1, missing: 1))
        return scratch
    }

    @Test func `two models are compared on all tasks and by parts`() async throws {
        let scratch = try Self.scratch()

        let text = try await scratch.run(["compare", "@base", "@better", "--by", "category,difficulty"])
        let json = try await scratch.run(["compare", "@base", "@better", "--by", "category", "--json"]).json()

        #expect(text.code == 0)
        for line in text.output.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
        let comparison = try #require((json["comparisons"] as? [[String: Any]])?.first)
        let effects = try #require(comparison["effects"] as? [[String: Any]])
        #expect(effects.count == 6)
        #expect(effects[0]["reading"] as? String == "better")
        // Ten of eleven rates gain one sample of ten; the eleventh is full: 18 of 200 tasks do not move.
        let delta = try #require(effects[0]["delta"] as? Double)
        #expect(abs(delta - 0.1 * 182 / 200) < 1e-12)
        #expect(comparison["comparable"] as? Bool == true)
        #expect((comparison["flips"] as? [Any])?.count == 182)
        #expect(effects[1]["adjust"] as? String == "holm")
    }

    @Test func `several candidates stand one below the other, and any regression can end with 100`()
        async throws
    {
        let scratch = try Self.scratch()

        let outcome = try await scratch.run([
            "compare", "@base", "@better", "@worse", "--fail-on-regression", "-o", "all.md", "-o", "all.csv",
            "-o", "all.tex", "-o", "all.html", "-o", "all.json",
        ])
        let alone = try await scratch.run(["compare", "@base", "@better", "--fail-on-regression"])

        #expect(outcome.code == 100)
        #expect(alone.code == 0)
        #expect(outcome.output.contains("failures  syntax 0→0, runtime 0→"))
        for name in ["all.md", "all.csv", "all.tex", "all.html", "all.json"] {
            let text = try String(contentsOf: scratch.folder.file(name), encoding: .utf8)
            #expect(text.contains("better") && text.contains("worse"), "\(name)")
        }
    }

    @Test func `foreign counts are compared like runs, also with one`() async throws {
        let scratch = try Self.scratch()
        let header = "task,n,c,language,difficulty\n"
        let rows = (0..<40).map { "Go/\($0),10,\($0 % 11),go,easy\nPython/\($0),10,\($0 % 11),python,hard\n" }
        try scratch.folder.write(header + rows.joined(), to: "old.csv")
        let lines = (0..<40).flatMap { index in
            ["Go", "Python"].map {
                #"{"task_id": "\#($0)/\#(index)", "n": 5, "c": \#(index % 6), "language": "\#($0.lowercased())"}"#
            }
        }
        try scratch.folder.write(lines.joined(separator: "\n"), to: "new.jsonl")
        try scratch.folder.write("task,n,c\ntask-0,10,1\ntask-1,10,3\n", to: "tasks.csv")

        let foreign = try await scratch.run(["compare", "old.csv", "new.jsonl", "--by", "language"])
        let mixed = try await scratch.run(["compare", "@base", "tasks.csv"])

        #expect(foreign.code == 0, "\(foreign.complaint)")
        #expect(foreign.output.contains("80 shared tasks × 10 and 5, paired by task, pass@1, 40 clusters"))
        #expect(foreign.output.contains("settings: unknown for foreign results"))
        #expect(mixed.code == 0)
        #expect(mixed.output.contains("tasks lacks 198 tasks of the other"))
    }

    @Test func `one cluster gives this suite's reading and says what is missing for the other`() async throws
    {
        let scratch = try Self.scratch()
        try scratch.folder.write("task,n,c,cluster\na,10,3,x\nb,10,5,x\n", to: "one.csv")
        try scratch.folder.write("task,n,c,cluster\na,10,6,x\nb,10,5,x\n", to: "two.csv")

        let outcome = try await scratch.run(["compare", "one.csv", "two.csv"])
        let power = try await scratch.run(["power", "one.csv", "two.csv", "--effect", "1pp"])

        #expect(outcome.code == 0)
        #expect(outcome.output.contains("1 cluster"))
        #expect(outcome.output.contains("  this suite"))
        #expect(power.code == 104)
    }

    @Test func `settings that differ are named before any number`() async throws {
        let scratch = try Self.scratch()
        try scratch.add(.init(id: "r-slow00", model: "slow", limits: ResourceLimits(cpuMilliseconds: 1)))

        let outcome = try await scratch.run(["compare", "@base", "@slow"])

        #expect(outcome.code == 0)
        #expect(outcome.output.contains("! also differs: limits cpu 10000 ms"))
        #expect(outcome.output.contains("not a comparison of the models alone"))
    }

    static let faults: [(arguments: [String], code: Int32, fragment: String)] = [
        (["compare", "@base"], 64, "a baseline and a candidate"),
        (["compare", "@base", "@absent"], 66, "absent"),
        (["compare", "@base", "@other"], 104, "share no task"),
        (["compare", "@base", "@empty"], 104, "no judged sample"),
        (["compare", "@empty", "@base"], 104, "no judged sample"),
        (["compare", "@base", "@better", "--by", "langauge"], 64, "did you mean \"language\"?"),
        (["compare", "@base", "@better", "--metric", "pass@11"], 64, "needs 11 judged samples"),
        (["compare", "@base", "@better", "--metric", "speed"], 64, "known: pass@1"),
        (["compare", "@base", "@better", "--metric", "edit"], 104, "no shared task has it"),
        (["compare", "@base", "@better", "--margin", "1%"], 64, "say pp"),
        (["compare", "@base", "@better", "--alpha", "2"], 64, "--alpha"),
        (["compare", "@base", "absent.csv"], 66, "absent.csv"),
        (["compare", "@base", "bad.csv"], 65, "bad.csv:2"),
        (["compare", "@base", "two.csv", "--tasks", "strict"], 102, "one of the runs only"),
        (["compare", "two.csv", "two.csv", "--by", "difficulty"], 104, "no shared task has a difficulty"),
        (["compare", "@base", "@better", "-o", "x.pdf"], 64, "no form of this result"),
        (["power", "@base", "@other"], 104, "share no task"),
        (["power", "@empty", "--effect", "1pp"], 104, "no judged sample"),
        (["power", "two.csv", "--effect", "1pp"], 104, "a single sample"),
        (["power", "--rate", "0.5", "--sd-task", "0.9", "--effect", "1pp"], 64, "cannot spread that far"),
        (["power", "@base", "--effect", "0pp"], 64, "more than 0"),
        (["power"], 64, "--rate"),
        (["export", "@base", "--format", "csv", "-k", "11"], 64, "the most is 10"),
        (["export", "@empty", "--format", "csv"], 104, "no"),
        (["export", "@base", "@better", "--format", "inspect"], 64, "holds one run"),
        (["export", "@base", "--format", "junit", "--level", "task"], 64, "no such level"),
        (["export", "@base", "--format", "csv", "-o", "absent/x.csv"], 74, "absent/x.csv"),
        (["export", "two.csv", "--format", "csv"], 64, "store"),
    ]

    @Test(arguments: faults.indices)
    func `what cannot be compared is refused by name, with its exit code`(index: Int) async throws {
        let fault = Self.faults[index]
        let scratch = try Self.scratch()
        try scratch.folder.write("task,n,c\ntask-0,1,2\n", to: "bad.csv")
        try scratch.folder.write("task,n,c\ntask-0,1,1\ntask-1,1,0\n", to: "two.csv")

        let outcome = try await scratch.run(fault.arguments)

        #expect(outcome.code == fault.code, "\(fault.arguments): \(outcome.complaint)")
        #expect(outcome.complaint.contains(fault.fragment), "\(outcome.complaint)")
        #expect(outcome.output.isEmpty)
    }

    @Test func `power tells tasks and samples from two runs`() async throws {
        let scratch = try Self.scratch()

        let outcome = try await scratch.run(["power", "@base", "@better", "--effect", "1pp", "--json"])
        let text = try await scratch.run(["power", "--rate", "0.55", "--sd-task", "0.26", "--tasks", "360"])

        #expect(outcome.code == 0)
        let rows = try #require(outcome.json()["by_samples"] as? [[String: Any]])
        let needed = rows.compactMap { $0["tasks_needed"] as? Int }
        #expect(needed.count == rows.count)
        #expect(needed == needed.sorted(by: >), "more samples need fewer tasks")
        #expect(text.code == 0)
        #expect(text.output.contains("360 tasks see pp"))
    }
}

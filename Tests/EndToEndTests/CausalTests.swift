import Foundation
import HarnessCore
import TestSupport
import Testing

/// Effects from files: the tour of docs/causal.md as it stands there, and files that have no honest answer.
@Suite(.timeLimit(.minutes(5)))
struct CausalTests {
    /// A command of the tour and what the page says it prints.
    private struct Step {
        var arguments: [String]
        var output: [String]
    }

    private static func tour() throws -> [Step] {
        let text = try String(contentsOf: Checkout.root.appending(path: "docs/causal.md"), encoding: .utf8)
        var steps: [Step] = []
        var block: [String]?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            guard let lines = block else {
                if line == "```console" { block = [] }
                continue
            }
            guard line == "```" else {
                block = lines + [line]
                continue
            }
            // A command goes on in the next line behind a backslash.
            let length = (lines.firstIndex { !$0.hasSuffix("\\") } ?? 0) + 1
            let command = lines.prefix(length).map { $0.hasSuffix("\\") ? String($0.dropLast()) : $0 }
                .joined(separator: " ")
            steps.append(
                Step(
                    arguments: command.split(separator: " ").dropFirst(2).map(String.init),
                    output: Array(lines.dropFirst(length))
                )
            )
            block = nil
        }
        return steps
    }

    /// Whether lines are those of a page, in which `…` stands for any number of them.
    private static func matches(_ lines: ArraySlice<String>, _ page: ArraySlice<String>) -> Bool {
        guard let first = page.first else { return lines.isEmpty }
        if first == "…" {
            return lines.indices.contains { matches(lines[$0...], page.dropFirst()) } || page.count == 1
        }
        return lines.first == first && matches(lines.dropFirst(), page.dropFirst())
    }

    @Test func `the tour prints what its page shows`() async throws {
        let folder = try TemporaryFolder()
        let steps = try Self.tour()
        #expect(steps.count == 5)

        for step in steps {
            let outcome = try await Tool.run(["-C", folder.url.path] + step.arguments)
            let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
                .map(String.init).dropLast()

            #expect(outcome.code == 0, "\(step.arguments): \(outcome.complaint)")
            #expect(
                Self.matches(lines[...], step.output[...]),
                "\(step.arguments.joined(separator: " "))\n\(outcome.output)"
            )
            for line in lines { #expect(line.count <= 80, "\(line)") }
        }
    }

    @Test func `the example is the same bytes for one seed, and the truth is in its file`() async throws {
        let folder = try TemporaryFolder()
        for name in ["one", "two", "three"] {
            let seed = name == "three" ? "8" : "7"
            let outcome = try await Tool.run([
                "-C", folder.url.path, "causal", "example", name, "--seed", seed, "--developers", "20",
            ])
            #expect(outcome.code == 0)
        }
        func data(_ path: String) throws -> Data { try Data(contentsOf: folder.file(path)) }

        #expect(try data("one/latency.csv") == data("two/latency.csv"))
        #expect(try data("one/rollout.csv") == data("two/rollout.csv"))
        #expect(try data("one/latency.csv") != data("three/latency.csv"))
        let truth = try #require(
            JSONSerialization.jsonObject(with: data("one/truth.json")) as? [String: Any]
        )
        let latency = try #require(truth["latency"] as? [String: Any])
        #expect((-0.1 ... -0.05).contains(try #require(latency["ate"] as? Double)))
    }

    /// Forty rows: slow and fast alike in x, with a text column, an empty cell and an unmoved column.
    private static func rows(_ change: (Int, inout [String]) -> Void = { _, _ in }) -> String {
        let header = "who,slow,accepted,x,lang,flat,twice,gap"
        let rows = (0..<40).map { row in
            let slow = row * 7 % 5 < 2 ? 1 : 0
            let x = row * 13 % 17
            var cells = [
                "d\(row / 4)", "\(slow)", "\((row * 11 + slow * 3) % 7 < 4 ? 1 : 0)", "\(x)",
                ["go", "rust", "c"][row * 5 % 3], "1", "\(2 * x + 1)", row == 5 ? "" : "\(row)",
            ]
            change(row, &cells)
            return cells.joined(separator: ",")
        }
        return ([header] + rows).joined(separator: "\n") + "\n"
    }

    static let usual = ["causal", "data.csv", "--treatment", "slow", "--outcome", "accepted"]

    static let faults: [(arguments: [String], code: Int32, fragment: String)] = [
        (usual + ["--confounders", "y"], 64, "there is no column \"y\""),
        (
            ["causal", "data.csv", "--treatment", "slwo", "--outcome", "accepted"], 64,
            "did you mean \"slow\"?"
        ),
        (usual + ["--confounders", "x,x"], 64, "twice"),
        (usual + ["--confounders", "slow"], 64, "for --treatment and for --confounders"),
        (usual + ["--confounders", "flat"], 65, "flat is the same in every row"),
        (usual + ["--confounders", "x,twice"], 65, "linear combination"),
        (usual + ["--confounders", "gap"], 65, "data.csv:7"),
        (usual + ["--confounders", "x", "--cluster", "flat"], 65, "one cluster"),
        (["causal", "data.csv", "--treatment", "slow", "--outcome", "lang"], 65, "must be a finite number"),
        (["causal", "data.csv", "--treatment", "x", "--outcome", "accepted"], 65, "--threshold"),
        (["causal", "data.csv", "--treatment", "lang", "--outcome", "accepted"], 65, "--treated"),
        (
            ["causal", "data.csv", "--treatment", "lang", "--treated", "ada", "--outcome", "accepted"], 64,
            "its values: c, go, rust"
        ),
        (
            ["causal", "data.csv", "--treatment", "x", "--threshold", "99", "--outcome", "accepted"], 65,
            "0 treated and 40 untreated"
        ),
        (usual + ["--confounders", "x", "--errors", "cr2"], 64, "needs --cluster"),
        (usual + ["--confounders", "x", "--cluster", "who", "--errors", "hc1"], 64, "ignores the clusters"),
        (usual + ["--confounders", "x", "--trim", "0.7"], 64, "below 0.5"),
        (usual + ["--confounders", "x", "-o", "x.csv"], 64, "no form of this result"),
        (["causal", "absent.csv", "--treatment", "slow", "--outcome", "accepted"], 66, "absent.csv"),
        (["causal", "empty.csv", "--treatment", "slow", "--outcome", "accepted"], 65, "the file is empty"),
        (["causal", "doubled.csv", "--treatment", "a", "--outcome", "b"], 65, "two columns are called"),
        (
            [
                "causal", "iv", "data.csv", "--treatment", "slow", "--outcome", "accepted", "--instruments",
                "flat",
            ],
            65, "flat is the same in every row"
        ),
        (
            [
                "causal", "iv", "data.csv", "--treatment", "slow", "--outcome", "accepted", "--instruments",
                "x,twice",
            ], 65, "linear combination"
        ),
        (["causal", "did", "data.csv", "--outcome", "accepted"], 64, "did needs"),
        (
            [
                "causal", "did", "data.csv", "--outcome", "accepted", "--treatment", "slow", "--unit", "who",
                "--time", "flat",
            ], 65, "two of each are needed"
        ),
        (
            ["causal", "did", "data.csv", "--outcome", "accepted", "--group", "slow", "--after", "slow"], 64,
            "for --group and for --after"
        ),
        (
            ["causal", "did", "data.csv", "--outcome", "accepted", "--group", "slow", "--after", "flat"], 65,
            "rows of a group before or after"
        ),
    ]

    @Test(arguments: faults.indices)
    func `a question without an honest answer is refused by name`(index: Int) async throws {
        let fault = Self.faults[index]
        let folder = try TemporaryFolder()
        try folder.write(Self.rows(), to: "data.csv")
        try folder.write("", to: "empty.csv")
        try folder.write("a,b,a\n1,2,3\n", to: "doubled.csv")

        let outcome = try await Tool.run(["-C", folder.url.path] + fault.arguments)

        #expect(outcome.code == fault.code, "\(fault.arguments): \(outcome.complaint)")
        #expect(outcome.complaint.contains(fault.fragment), "\(outcome.complaint)")
        #expect(outcome.output.isEmpty)
    }

    @Test func `arms that nobody could be in both of end with 102 and a warning`() async throws {
        let folder = try TemporaryFolder()
        try folder.write(
            Self.rows { row, cells in cells[1] = Int(cells[3]) ?? 0 > 8 ? "1" : "0" },
            to: "data.csv"
        )

        let outcome = try await Tool.run(["-C", folder.url.path] + Self.usual + ["--confounders", "x"])

        #expect(outcome.code == 102, "\(outcome.complaint)")
        #expect(outcome.output.contains("do not decide by it"))
        let weighted = outcome.output.split(separator: "\n").filter { $0.hasPrefix("weighted") }
        #expect(weighted.first?.contains("no overlap") == true)
    }

    @Test func `missing values may be left out, which is said`() async throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.rows(), to: "data.csv")
        let arguments = ["-C", folder.url.path] + Self.usual + ["--confounders", "x,gap", "--drop-missing"]

        let text = try await Tool.run(arguments)
        let json = try await Tool.run(arguments + ["--json"]).json()

        #expect(text.code == 0, "\(text.complaint)")
        #expect(text.output.contains("39 rows:"))
        #expect(text.output.contains("1 row with missing values left out"))
        #expect((json["question"] as? [String: Any])?["incomplete_rows"] as? Int == 1)
    }

    /// A hostile column name must reach neither terminal nor page as it is.
    @Test func `every form is written, foreign names harmless in each`() async throws {
        let folder = try TemporaryFolder()
        let name = "<script>alert(1)</script>\u{1B}[31m"
        let text = Self.rows().replacing(",x,", with: ",\(name),", maxReplacements: 1)
        try folder.write(text, to: "data.csv")

        let outcome = try await Tool.run(
            ["-C", folder.url.path] + Self.usual + [
                "--confounders", "\(name),lang", "--repetitions", "1", "-o", "r.html", "-o", "r.md", "-o",
                "r.json",
                "-o", "r.tex",
            ]
        )

        #expect(outcome.code == 0, "\(outcome.complaint)")
        #expect(!outcome.output.contains("\u{1B}"))
        let page = try String(contentsOf: folder.file("r.html"), encoding: .utf8)
        #expect(page.contains("<svg") && page.contains("&lt;script&gt;") && !page.contains("<script"))
        let markdown = try String(contentsOf: folder.file("r.md"), encoding: .utf8)
        #expect(markdown.contains("```text") && markdown.contains("lang=go"))
        for form in ["r.html", "r.md", "r.json", "r.tex"] {
            #expect(
                !(try String(contentsOf: folder.file(form), encoding: .utf8).contains("\u{1B}")),
                "\(form)"
            )
        }
    }

    /// Wooldridge's example 13.3 from the command line, as published.
    @Test(.enabled(if: ReferenceData.isThere, "needs EVALHARNESS_SHARED or ../shared/data/statistics"))
    func `published data answer from the command line as published`() async throws {
        let houses = ReferenceData.folder.appending(path: "wooldridge_kielmc.csv").path
        let wages = ReferenceData.folder.appending(path: "wooldridge_mroz.csv").path

        let pair = try await Tool.run([
            "causal", "did", houses, "--outcome", "rprice", "--group", "nearinc", "--after", "y81", "--json",
        ])
        .json()
        let stages = try await Tool.run([
            "causal", "iv", wages, "--outcome", "lwage", "--treatment", "educ", "--instruments",
            "motheduc,fatheduc", "--confounders", "exper,expersq", "--drop-missing", "--json",
        ])
        .json()

        let effect = try #require((pair["effect"] as? [String: Any])?["value"] as? Double)
        #expect(abs(effect + 11863.9) < 0.05)
        let rows = try #require(stages["effects"] as? [[String: Any]])
        let educ = try #require(rows.first { $0["method"] as? String == "2sls" }?["value"] as? Double)
        #expect(abs(educ - 0.0614) < 0.00005)
        let sargan = try #require((stages["sargan"] as? [String: Any])?["chi2"] as? Double)
        #expect(abs(sargan - 0.378) < 0.0005)
    }
}

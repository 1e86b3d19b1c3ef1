import Foundation
import HarnessCore
import Reporting
import Scoring
import Testing

@Suite struct CompareReportTests {
    /// Forty tasks of ten samples in two languages; the candidate moves by up to two samples.
    static func run(_ name: String, shift: Int) -> ComparedRun {
        let tasks = (0..<40).map { index in
            let language = Language(rawValue: index % 2 == 0 ? "python" : "go")
            let passed = min(10, max(0, index * 7 % 11 + (index % 3 == 0 ? -1 : shift)))
            return ArmTask(
                taskID: "\(index % 2 == 0 ? "Python" : "Go")/\(index / 2)",
                language: language,
                category: index < 20 ? "strings" : "algorithms",
                judged: 10,
                passed: passed,
                failures: passed == 10 ? [:] : [.wrongValue: 10 - passed]
            )
        }
        return ComparedRun(foreign: name, file: "\(name).csv", tasks: tasks)
    }

    static func report(
        _ base: ComparedRun = run("old\u{1B}[31m", shift: 0),
        _ candidates: [ComparedRun] = [run("new", shift: 2)],
        by dimensions: [SegmentDimension] = [.language, .category]
    ) throws -> CompareReport {
        CompareReport(
            base: base,
            candidates: candidates,
            comparisons: try ModelComparison.correct(
                candidates.map {
                    ModelComparison(base: base.tasks, candidate: $0.tasks, metric: .passAt(1), by: dimensions)
                }
            )
        )
    }

    @Test func `a comparison is a page of eighty columns`() throws {
        let lines = try Self.report().lines(TextStyle())

        #expect(lines.allSatisfy { TextWidth.columns(of: $0) <= 80 })
        try expectSnapshot(lines, "compare")
    }

    @Test func `nothing untrusted reaches the terminal raw`() throws {
        for line in try Self.report().lines(TextStyle()) { #expect(printable(line) == line) }
    }

    @Test func `the JSON holds both readings and every moved task`() throws {
        let text = try Self.report().json.serialized
        let object = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])

        #expect(object["schema"] as? String == "evalharness/compare@1")
        let comparison = try #require((object["comparisons"] as? [[String: Any]])?.first)
        let keys = [
            "advice", "cand", "companions", "comparable", "effects", "flips", "pairing", "settings_diff",
            "transitions",
            "warnings",
        ]
        #expect(comparison.keys.sorted() == keys)
        let effects = try #require(comparison["effects"] as? [[String: Any]])
        #expect(effects.count == 5)
        #expect(effects[0]["new_tasks"] is [String: Any])
        #expect(effects[0]["this_suite"] is [String: Any])
        #expect(effects[0]["clusters"] as? Int == 20)
    }

    @Test func `the page in Markdown, HTML, LaTeX and CSV holds the numbers of the text`() throws {
        let report = try Self.report()
        let forms = report.forms

        #expect(Set(forms.keys) == CompareReport.forms)
        for (form, make) in forms {
            let text = make()
            #expect(text.contains("new"), "\(form)")
            #expect(!text.unicodeScalars.contains("\u{1B}"), "\(form)")
            #expect(text == make(), "\(form)")
        }
    }

    @Test func `equal runs have no regression, worse ones have`() throws {
        let base = Self.run("old", shift: 0)

        #expect(try !Self.report(base, [base]).hasRegression)
        #expect(try Self.report(base, [Self.run("new", shift: -3)]).hasRegression)
    }
}

@Suite struct GateReportTests {
    private func report(_ policy: GatePolicy, shift: Int) -> GateReport {
        let base = CompareReportTests.run("old", shift: 0)
        let candidate = CompareReportTests.run("new\u{202E}", shift: shift)
        let now = Date(timeIntervalSince1970: 0)
        let judgement = GateJudgement(
            policy,
            base: GateRun(base, now: now),
            candidate: GateRun(candidate, now: now),
            lockFaults: nil
        )
        return GateReport(judgement, policy: policy, base: base, candidate: candidate, now: now)
    }

    private let policy = GatePolicy(
        name: "release",
        primary: GateRule(metric: .passAt(1), kind: .better, margin: 0.055),
        guardrails: [
            GateRule(metric: .passAt(1), dimension: .language, kind: .notWorse, margin: 0.05),
            GateRule(
                metric: .passAt(1),
                dimension: .category,
                kind: .notWorse,
                margin: 0.05,
                minimumTasks: 25
            ),
            GateRule(metric: .failures(.logic), kind: .notWorse, margin: 0.01),
        ]
    )

    @Test func `an open question is a page of eighty columns that says what would settle it`() throws {
        let report = report(policy, shift: 1)

        let lines = report.lines(TextStyle())

        #expect(report.exitCode == 101)
        #expect(lines.allSatisfy { TextWidth.columns(of: $0) <= 80 && printable($0) == $0 })
        try expectSnapshot(lines, "gate")
    }

    @Test func `every form tells the same verdict`() throws {
        for (shift, word, code) in [(9, "PASS", 0), (1, "INCONCLUSIVE", 101), (-4, "FAIL", 100)] {
            let report = report(policy, shift: shift)
            #expect(report.exitCode == Int32(code))
            #expect(report.lines(TextStyle()).first?.hasPrefix(word) == true)
            #expect(report.document.markdown.hasPrefix("### \(word)"))
            #expect(report.junit.xml.contains("name=\"exit\" value=\"\(code)\""))
            #expect(report.json.serialized.contains("\"exit\":\(code),"))
        }
    }

    @Test func `parts with too few tasks are skipped in JUnit, and one outcome is given a case`() {
        let xml = report(policy, shift: 9).junit.xml

        #expect(xml.contains("<skipped"))
        let cases = xml.components(separatedBy: "<testcase").count - 1
        let ends =
            xml.components(separatedBy: "</testcase>").count
            + xml.components(separatedBy: "time=\"0.000\"/>").count
        #expect(cases == ends - 2)
    }
}

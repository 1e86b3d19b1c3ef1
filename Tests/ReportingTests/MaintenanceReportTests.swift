import HarnessCore
import Reporting
import Testing

@Suite struct MaintenanceReportTests {
    @Test func `a doctor's problem shows its remedy and counts`() throws {
        let report = DoctorReport([
            .init("version", .good, "evalharness 0.1.0 (linux x86_64)"),
            .init(
                "sandbox",
                .warning,
                "isolation namespaces",
                details: ["not full: no control group is writable"]
            ),
            .init("python", .problem, "not found", remedy: "apt-get install python3"),
        ])

        #expect(!report.isGood)
        try expectSnapshot(report.lines(TextStyle()), "doctor")
    }

    @Test func `a verification lists where the verdicts differ`() throws {
        let check = VerificationReport.Check(
            name: "HumanEval, some model",
            publishedPassed: 101,
            measuredPassed: 100,
            samples: 164,
            infrastructure: 0,
            publishedPercent: 61.6,
            isGood: false,
            differences: [
                .init(
                    taskID: "HumanEval/39",
                    index: 0,
                    published: "passed",
                    measured: "limit.cpu-time",
                    message: "10 s"
                )
            ]
        )
        let report = VerificationReport(
            [check],
            notCovered: [(path: "mbpp/generated.jsonl.gz", reason: "no suite")],
            isolation: .full
        )

        #expect(!report.isGood)
        try expectSnapshot(report.lines(TextStyle()), "verification")
    }

    @Test func `a suite of which one task could not be proved is not good`() throws {
        let report = TaskCheckReport(
            suite: "core",
            findings: [
                .init(taskID: "good", isGood: true, problems: []),
                .init(taskID: "gap", isGood: false, problems: [], unchecked: ["reference: none"]),
            ]
        )

        #expect(!report.isGood)
        #expect(report.lines(TextStyle()).joined().contains("1 of 2 tasks good"))
    }

    @Test func `a task that does not hold is named with its problem`() throws {
        let report = TaskCheckReport(
            suite: "core",
            findings: [
                .init(taskID: "good", isGood: true, problems: []),
                .init(taskID: "bad", isGood: false, problems: ["empty solution: an empty solution passes"]),
                .init(
                    taskID: "gap",
                    isGood: false,
                    problems: [],
                    unchecked: ["reference: no reference in python"]
                ),
            ]
        )

        #expect(!report.isGood)
        try expectSnapshot(report.lines(TextStyle()), "task-check")
    }
}

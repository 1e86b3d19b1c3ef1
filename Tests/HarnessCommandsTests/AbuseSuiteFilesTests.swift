import Foundation
import HarnessCore
import Runners
import TestSupport
import Testing

@testable import HarnessCommands

/// The abuse suite's files, and how expectations are found in them.
@Suite struct AbuseSuiteFilesTests {
    private func suite() throws -> AbuseSuite {
        let runners = try RunnerCatalog(folder: Checkout.root.appending(path: "runners"))
        return try AbuseSuite(home: Checkout.root, runners: runners)
    }

    @Test func `every attack of the catalogue is a case or has its reason`() throws {
        let suite = try suite()
        let groups: [(letter: String, count: Int)] = [("H", 28), ("R", 26), ("X", 16), ("V", 28)]
        let catalogue: [String] = groups.flatMap { group -> [String] in
            (1...group.count).map { number -> String in
                number < 10 ? "\(group.letter)0\(number)" : "\(group.letter)\(number)"
            }
        }
        // H27b is a second part of H27.
        let tried = Set(suite.cases.map { String($0.id.prefix(3)) })

        #expect(catalogue.count == 98)
        #expect(tried.union(suite.notApplicable.keys) == Set(catalogue))
        #expect(tried.isDisjoint(with: suite.notApplicable.keys))
    }

    @Test func `every case has a program, its own number, and a reason where a level promises less`() throws {
        let suite = try suite()

        #expect(Set(suite.cases.map(\.id)).count == suite.cases.count)
        for abuse in suite.cases {
            #expect(!abuse.programs.isEmpty, "\(abuse.id)")
            for (place, outcomes) in abuse.definition.expected ?? [:] {
                #expect(!outcomes.isEmpty && !outcomes.contains("passed"), "\(abuse.id)")
                guard outcomes.contains(where: { $0.hasPrefix("open") }) else { continue }
                let level = String(place.prefix { $0 != "." })
                #expect(abuse.definition.because?[level] != nil, "\(abuse.id): why is it open at \(level)?")
            }
        }
    }

    @Test func `what runs with nothing to confine it names no file but the scene's`() throws {
        let suite = try suite()
        let controls = suite.cases.filter { $0.definition.control != nil }

        #expect(controls.count > 2)
        for abuse in controls {
            let program = try #require(abuse.programs[.python]?["attack"])
            let other = program.replacing(#"place + "/"#, with: "")
            #expect(!other.contains(#""/"#) && !other.contains("'/"), "\(abuse.id)")
            #expect(!other.contains("answers(") && !other.contains("_libc"), "\(abuse.id) calls the kernel")
        }
    }

    @Test func `every forgery has a wrong twin and a right one`() throws {
        let suite = try suite()
        for abuse in suite.cases where abuse.group == .forgery {
            for (language, programs) in abuse.programs {
                let program = try #require(programs["attack"])
                let wrong = suite.text(program, in: language, variant: "x", place: "/", twin: "wrong")
                let right = suite.text(program, in: language, variant: "x", place: "/", twin: "right")
                #expect(wrong != right, "\(abuse.id) in \(language)")
            }
        }
    }

    @Test func `the key that says most about a place decides`() {
        let table = OutcomeTable([
            "default": ["a"], "fence": ["b"], "fence.user": ["c"], "fence.javascript": ["d"], "full": ["e"],
        ])
        func outcomes(_ level: IsolationLevel, _ isRoot: Bool, _ language: String) -> [String]? {
            table.outcomes(at: .init(level: level, isRoot: isRoot, language: Language(rawValue: language)))
        }

        #expect(outcomes(.namespaces, true, "python") == ["a"])
        #expect(outcomes(.fence, true, "python") == ["b"])
        #expect(outcomes(.fence, false, "python") == ["c"])
        #expect(outcomes(.fence, true, "javascript") == ["d"])
        #expect(
            OutcomeTable(["full": ["e"]]).outcomes(at: .init(level: .fence, isRoot: true, language: .python))
                == nil
        )
    }

    @Test(arguments: [
        (["refused"], "refused", false, true), (["refused"], "passed", false, false),
        (["failed"], "runtime.memory", true, true), (["failed"], "open: x", false, false),
        (["runtime.*"], "runtime.memory", true, true), (["runtime.*"], "syntax.no-code", true, false),
        (["open: x"], "open: x, y", false, false), ([], "refused", false, false),
    ])
    func `only what is named is allowed`(expected: [String], seen: String, isFailure: Bool, isAllowed: Bool) {
        #expect(OutcomeTable.allows(expected, seen, isFailure: isFailure) == isAllowed)
    }

    @Test func `a text takes its variant, its place and its length`() throws {
        let text = try suite().text(
            "@variant@ @place@ @repeat:3:ab@\nkeep\nonly # wrong\nother # right",
            in: .python,
            variant: "v",
            place: "/p",
            twin: "wrong"
        )

        #expect(text == "v /p ababab\nkeep\nonly # wrong")
    }
}

import Foundation
import HarnessCore
import Suites

extension KnownFiles {
    /// Checks of suites whose tests become one program with the answer.
    func programChecks() throws(HarnessError) -> [Verification.Check] {
        try multiPLEChecks() + humanEvalXChecks() + mbxpChecks()
    }

    /// Why a file of these suites is not covered; nil for one that is, and for other files.
    func programReason(_ path: String) -> String? {
        let stem = Self.stem(of: path)
        if let language = Self.middle(of: stem, "humaneval-", "-details") {
            return problems(of: language) == nil
                ? "samples of MultiPL-E in \(language), without its problems" : nil
        }
        if let language = Self.middle(of: stem, "humaneval-", "") {
            let hasSamples = paths.contains { Self.stem(of: $0) == "humaneval-\(language)-details" }
            return hasSamples ? nil : "MultiPL-E in \(language), without samples"
        }
        guard stem.hasPrefix("mb"), stem.contains("p_release") || stem.hasSuffix("p_samples") else {
            return nil
        }
        let prefix = String(stem.prefix { $0 != "_" })
        return Self.mbxp.contains { $0.prefix == prefix } && mbxpFiles(prefix) != nil
            ? nil : "MBXP in \(prefix), without its other half"
    }

    // MARK: - MultiPL-E

    /// Languages as tables of scores call them, by MultiPL-E's abbreviation.
    private static let tableNames = [
        "cpp": "C++", "cs": "C#", "java": "Java", "js": "JavaScript", "php": "php", "sh": "Shell",
        "ts": "TypeScript",
    ]

    private func problems(of language: String) -> String? {
        paths.first { Self.stem(of: $0) == "humaneval-\(language)" }
    }

    private func multiPLEChecks() throws(HarnessError) -> [Verification.Check] {
        var checks: [Verification.Check] = []
        for path in paths {
            guard let name = Self.middle(of: Self.stem(of: path), "humaneval-", "-details"),
                let problems = problems(of: name), let language = ForeignLanguage.named(name)
            else { continue }
            let folder = (path as NSString).deletingLastPathComponent
            let table = Self.tableNames[name]
            let score: Verification.PublishedScore? =
                if let table { try publishedScore(of: table, in: "MultiPL-E", above: folder) } else { nil }
            checks.append(
                Verification.Check(
                    name: "MultiPL-E in \(language), \(folder)",
                    language: language,
                    suite: url(problems),
                    samples: .published(samples: url(path), verdicts: url(path)),
                    publishedScore: score
                )
            )
        }
        return checks
    }

    // MARK: - HumanEval-X

    private func humanEvalXChecks() -> [Verification.Check] {
        paths.compactMap { path in
            guard let name = Self.middle(of: Self.stem(of: path), "humaneval_", ""),
                let language = ForeignLanguage.named(name)
            else { return nil }
            return Verification.Check(
                name: "HumanEval-X in \(language), canonical solutions",
                language: language,
                suite: url(path),
                samples: .canonical,
                publishedScore: nil
            )
        }
    }

    // MARK: - MBXP

    /// Samples that mxeval publishes, with how many of them pass; amazon-science/mxeval, "Example usage".
    private static let mbxp: [(prefix: String, language: Language, passed: Int)] = [
        ("mbjsp", Language(rawValue: "javascript"), 760), ("mbswp", Language(rawValue: "swift"), 284),
    ]

    private func mbxpFiles(_ prefix: String) -> (problems: String, samples: String)? {
        guard let problems = paths.first(where: { Self.stem(of: $0).hasPrefix("\(prefix)_release") }),
            let samples = paths.first(where: { Self.stem(of: $0) == "\(prefix)_samples" })
        else { return nil }
        return (problems, samples)
    }

    private func mbxpChecks() -> [Verification.Check] {
        Self.mbxp.compactMap { known in
            guard let files = mbxpFiles(known.prefix) else { return nil }
            return Verification.Check(
                name: "MBXP in \(known.language), published samples",
                language: known.language,
                suite: url(files.problems),
                samples: .counted(samples: url(files.samples), passed: known.passed),
                publishedScore: nil
            )
        }
    }

    /// What stands between a beginning and an end; nil where either is missing, or nothing or a dash is between.
    private static func middle(of text: String, _ start: String, _ end: String) -> String? {
        guard text.hasPrefix(start), text.hasSuffix(end), text.count > start.count + end.count else {
            return nil
        }
        let middle = text.dropFirst(start.count).dropLast(end.count)
        return middle.contains("-") ? nil : String(middle)
    }
}

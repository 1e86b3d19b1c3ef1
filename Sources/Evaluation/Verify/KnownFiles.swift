import Foundation
import HarnessCore

/// The files of a folder with published results, told apart by their names.
struct KnownFiles {
    private let folder: URL
    /// Relative to the folder, sorted.
    let paths: [String]

    /// A folder with more entries is none that somebody prepared for this.
    private static let maximumEntries = 20_000

    init(folder: URL) throws(HarnessError) {
        self.folder = folder
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder), isFolder.boolValue
        else {
            throw HarnessError(
                .noInput,
                "there is no such folder",
                at: folder.path,
                remedy: "name the folder that holds the published results"
            )
        }
        guard let entries = FileManager.default.enumerator(atPath: folder.path) else {
            throw HarnessError(.noInput, "cannot be read", at: folder.path, remedy: "check its permissions")
        }
        var paths: [String] = []
        var count = 0
        while let path = entries.nextObject() as? String {
            count += 1
            guard count <= Self.maximumEntries else {
                throw HarnessError(
                    .badData,
                    "holds more than \(Self.maximumEntries) entries",
                    at: folder.path,
                    remedy: "name the folder of the published results itself"
                )
            }
            if Self.isData(path) { paths.append(path) }
        }
        self.paths = paths.sorted()
    }

    func checks() throws(HarnessError) -> [Verification.Check] {
        try checks(of: .humanEval) + checks(of: .mbpp) + programChecks()
    }

    /// The canonical solutions of one suite, and every pair of samples and verdicts for it.
    private func checks(of known: KnownSuite) throws(HarnessError) -> [Verification.Check] {
        let pairs = samplePairs.filter { $0.suiteFolder == known.folder }
        guard let suite = paths.first(where: { known.isProblems(Self.stem(of: $0)) }) else {
            guard let pair = pairs.first else { return [] }
            throw HarnessError(
                .noInput,
                "holds samples of \(known.name) (\(pair.samples)) but not \(known.name) itself",
                at: folder.path,
                remedy: "put \(known.source) into it"
            )
        }
        var checks = [
            Verification.Check(
                name: "\(known.names.last ?? known.name), canonical solutions",
                suite: url(suite),
                includesExtraTests: known.names.count > 1,
                samples: .canonical,
                publishedScore: nil
            )
        ]
        for pair in pairs {
            // Without and with the extra tests, where there are any.
            for (index, name) in known.names.enumerated() {
                checks.append(
                    Verification.Check(
                        name: "\(name), \(pair.folder)",
                        suite: url(suite),
                        includesExtraTests: index > 0,
                        samples: .published(samples: url(pair.samples), verdicts: url(pair.verdicts)),
                        publishedScore: try publishedScore(of: name, in: "EvalPlus", above: pair.folder)
                    )
                )
            }
        }
        return checks
    }

    func notCovered() -> [Verification.NotCovered] {
        paths.compactMap { path in
            programReason(path).map { Verification.NotCovered(path: path, reason: $0) }
        }
    }

    // MARK: - Forms

    /// A suite whose samples EvalPlus judges.
    private struct KnownSuite {
        /// As tables of scores call it, without and with the extra tests.
        var names: [String]
        /// The folder of its samples.
        var folder: String
        /// How the name of the problems' file begins, and whether that is all of it.
        var stem: (text: String, isWhole: Bool)
        var source: String

        var name: String { names[0] }

        func isProblems(_ name: String) -> Bool {
            stem.isWhole ? name == stem.text : name.hasPrefix(stem.text)
        }

        static let humanEval = KnownSuite(
            names: ["HumanEval"],
            folder: "humaneval",
            stem: ("HumanEval", true),
            source: "HumanEval.jsonl.gz from github.com/openai/human-eval"
        )
        static let mbpp = KnownSuite(
            names: ["MBPP", "MBPP+"],
            folder: "mbpp",
            stem: ("MbppPlus", false),
            source: "MbppPlus.jsonl.gz from github.com/evalplus/mbppplus_release"
        )
    }

    private struct SamplePair {
        var folder: String
        var samples: String
        var verdicts: String

        /// The last part of the folder's path, which tells the suite: `humaneval`, `mbpp`.
        var suiteFolder: String { (folder as NSString).lastPathComponent }
    }

    private var samplePairs: [SamplePair] {
        paths.filter { Self.stem(of: $0) == "generated" }.compactMap { samples in
            let folder = (samples as NSString).deletingLastPathComponent
            let verdicts = paths.first {
                ($0 as NSString).deletingLastPathComponent == folder
                    && Self.stem(of: $0) == "generated_eval_results"
            }
            return verdicts.map { SamplePair(folder: folder, samples: samples, verdicts: $0) }
        }
    }

    /// The score of a suite or a language in the nearest table above the samples.
    func publishedScore(
        of name: String,
        in section: String,
        above folder: String
    ) throws(HarnessError) -> Verification.PublishedScore? {
        var parent = folder
        while true {
            let path = parent.isEmpty ? "all_results.json" : parent + "/all_results.json"
            if paths.contains(path) {
                let percent = try PublishedFiles.score(of: name, in: section, at: url(path))
                return percent.map { Verification.PublishedScore(percent: $0, file: url(path)) }
            }
            guard !parent.isEmpty else { return nil }
            parent = (parent as NSString).deletingLastPathComponent
        }
    }

    func url(_ path: String) -> URL { folder.appending(path: path) }

    private static func isData(_ path: String) -> Bool {
        [".jsonl", ".jsonl.gz", ".json", ".json.gz"].contains { path.hasSuffix($0) }
    }

    /// The file's name without `.gz` and `.jsonl` or `.json`.
    static func stem(of path: String) -> String {
        var name = (path as NSString).lastPathComponent
        for suffix in [".gz", ".jsonl", ".json"] where name.hasSuffix(suffix) {
            name.removeLast(suffix.count)
        }
        return name
    }
}

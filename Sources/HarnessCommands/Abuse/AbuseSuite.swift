import Foundation
import HarnessCore
import Runners
import Yams

/// All cases of the abuse suite, and what of the catalogue of attacks does not apply.
struct AbuseSuite: Sendable {
    let cases: [AbuseCase]
    /// Attacks that cannot be tried here, by id, with the reason.
    let notApplicable: [String: String]
    private let preludes: [Language: String]

    /// Reads `abuse/` of an installation.
    ///
    /// - Throws: `badData` for a case that is not one, with its file.
    init(home: URL, runners: RunnerCatalog) throws(HarnessError) {
        let folder = home.appending(path: "abuse")
        var languages: [String: Language] = [:]
        for language in runners.languages {
            languages[try runners.runner(for: language).fileExtension] = language
        }
        var preludes: [Language: String] = [:]
        for (ending, language) in languages {
            preludes[language] = try? String(
                contentsOf: folder.appending(path: "prelude.\(ending)"),
                encoding: .utf8
            )
        }
        var cases: [AbuseCase] = []
        for group in AbuseCase.Group.allCases {
            for name in try Self.names(in: folder.appending(path: group.rawValue)) {
                let place = folder.appending(path: "\(group.rawValue)/\(name)")
                cases.append(try Self.read(place, name: name, group: group, languages: languages))
            }
        }
        self.cases = cases
        self.preludes = preludes
        notApplicable = try Self.decode([String: String].self, folder.appending(path: "not-applicable.yaml"))
    }

    /// A program's whole text: the language's prelude in front, the variant and the twin in place.
    ///
    /// Lines that end in a comment with one word, `wrong` or `right`, stand in that twin only. `@place@` is the
    /// scene's folder, for programs that attack the compiler; `@repeat:N:TEXT@` stands for a long text.
    func text(
        _ program: String,
        in language: Language,
        variant: String,
        place: String,
        twin: String? = nil
    ) -> String {
        let whole = program.replacing("@variant@", with: variant).replacing("@place@", with: place)
            .replacing(/@repeat:(\d+):([^@]*)@/) { match in
                String(repeating: String(match.2), count: Int(match.1) ?? 0)
            }
        let lines = whole.split(separator: "\n", omittingEmptySubsequences: false)
        let kept = lines.filter { line in
            guard let twin else { return true }
            let other = twin == "wrong" ? "right" : "wrong"
            return !line.hasSuffix("# \(other)") && !line.hasSuffix("// \(other)")
        }
        guard twin == nil, let prelude = preludes[language] else { return kept.joined(separator: "\n") }
        return prelude + kept.joined(separator: "\n")
    }

    private static func read(
        _ place: URL,
        name: String,
        group: AbuseCase.Group,
        languages: [String: Language]
    ) throws(HarnessError) -> AbuseCase {
        let definition = try decode(AbuseCase.Definition.self, place.appending(path: "case.yaml"))
        var programs: [Language: [String: String]] = [:]
        for file in try names(in: place) where file != "case.yaml" {
            let url = place.appending(path: file)
            guard let language = languages[url.pathExtension] else {
                throw HarnessError(.badData, "no language has programs of this name", at: url.path)
            }
            let step = url.deletingPathExtension().lastPathComponent
            do {
                programs[language, default: [:]][step] = try String(contentsOf: url, encoding: .utf8)
            } catch {
                throw HarnessError(.badData, "not a text in UTF-8", at: url.path)
            }
        }
        let abuse = AbuseCase(
            id: String(name.prefix { $0 != "-" }),
            group: group,
            definition: definition,
            programs: programs
        )
        for (language, steps) in programs where Set(steps.keys) != Set(abuse.steps) {
            throw HarnessError(
                .badData,
                "\(language) has \(steps.keys.sorted()), the case's steps are \(abuse.steps)",
                at: place.path
            )
        }
        return abuse
    }

    private static func names(in folder: URL) throws(HarnessError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        } catch {
            throw HarnessError(.unavailable, "the abuse suite is not there", at: folder.path)
        }
    }

    private static func decode<Content: Decodable>(
        _ type: Content.Type,
        _ url: URL
    ) throws(HarnessError) -> Content {
        do {
            return try YAMLDecoder().decode(type, from: String(contentsOf: url, encoding: .utf8))
        } catch {
            throw HarnessError(.badData, "\(error)", at: url.path)
        }
    }
}

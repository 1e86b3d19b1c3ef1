import Foundation
import HarnessCore
import Reporting

/// What each isolation level promises, in Markdown, from what the abuse suite expects of it.
struct IsolationPromises {
    private let suite: AbuseSuite

    init(_ suite: AbuseSuite) { self.suite = suite }

    /// The report that prints it.
    var report: PromisesReport {
        PromisesReport(
            groups: AbuseCase.Group.allCases.map { group in
                .init(name: group.rawValue, rows: suite.cases.filter { $0.group == group }.map(row))
            },
            notApplicable: suite.notApplicable.sorted { $0.key < $1.key }.map { [$0.key, $0.value] }
        )
    }

    private func row(_ abuse: AbuseCase) -> [String] {
        let levels: [IsolationLevel] = [.full, .namespaces, .fence]
        let languages = abuse.programs.keys.sorted {
            ($0 == .python ? 0 : 1, $0) < ($1 == .python ? 0 : 1, $1)
        }
        let reasons = (abuse.definition.because ?? [:]).sorted { $0.key < $1.key }.map {
            "\($0.key): \($0.value)"
        }
        return [abuse.id, abuse.definition.title, languages.map(\.rawValue).joined(separator: ", ")]
            + levels.map { promise(abuse, $0) } + [reasons.joined(separator: "; ")]
    }

    /// What holds at a level for the case's first language: one text where all variants have the same.
    private func promise(_ abuse: AbuseCase, _ level: IsolationLevel) -> String {
        let otherwise = abuse.group == .forgery ? ["failed"] : ["refused"]
        let language =
            abuse.programs.keys.contains(.python) ? Language.python : abuse.programs.keys.min() ?? .python
        if language != .python, level == .fence { return "–" }
        var seen: [String] = []
        for isRoot in [true, false] {
            for (name, _) in abuse.variants {
                for step in abuse.definition.together == true ? abuse.steps : abuse.steps.suffix(1) {
                    var place = OutcomeTable.Place(
                        level: level,
                        isRoot: isRoot,
                        language: language,
                        variant: name
                    )
                    place.step = step
                    let text = abuse.expected(place, otherwise: otherwise).joined(separator: " or ")
                    if !seen.contains(text) { seen.append(text) }
                }
            }
        }
        return seen.joined(separator: "; ")
    }
}

import Foundation
import HarnessCore

extension Configuration {
    /// Where results are kept.
    var storeURL: URL { URL(fileURLWithPath: text(.store)) }

    /// The name of the suite to ask.
    var suiteName: String { text(.suite) }

    /// The name of the model to evaluate; nil where none is chosen.
    var modelName: String? { setting(.model)?.text }

    /// Sandboxes at a time; one per processor where nobody says anything.
    func jobs(processors: Int) throws(HarnessError) -> Int {
        try integer(.jobs, in: 1...1_024) ?? max(1, processors)
    }

    func seed() throws(HarnessError) -> UInt64 {
        guard let setting = setting(.seed) else { return 1 }
        guard let seed = UInt64(setting.text) else {
            throw invalid(.seed, setting, rule: "must be a whole number from 0")
        }
        return seed
    }

    /// The k of each pass@k, ascending.
    func passAt() throws(HarnessError) -> [Int] {
        guard let setting = setting(.passAt) else { return [1] }
        var ks: Set<Int> = []
        for part in setting.text.split(separator: ",") {
            guard let k = Int(part.trimmingCharacters(in: .whitespaces)), (1...1_000_000).contains(k) else {
                throw invalid(.passAt, setting, rule: "must be a list of numbers from 1, such as 1,5,10")
            }
            ks.insert(k)
        }
        guard !ks.isEmpty else { throw invalid(.passAt, setting, rule: "must name at least one k") }
        return ks.sorted()
    }

    func isWarm() throws(HarnessError) -> Bool {
        guard let setting = setting(.warm) else { return true }
        switch setting.text.lowercased() {
        case "true", "yes", "on", "1": return true
        case "false", "no", "off", "0": return false
        default: throw invalid(.warm, setting, rule: "must be true or false")
        }
    }

    /// The level below which nothing may run; nil asks for any but `none`.
    ///
    /// `none` is no level that one could require: `--allow-unsafe` alone gives up confinement.
    func requiredLevel() throws(HarnessError) -> IsolationLevel? {
        try choice(.requireLevel, of: IsolationLevel.self) { $0 > .none }
    }

    /// One of a closed set of words, or of those words of it that are allowed here.
    func choice<Choice: RawRepresentable & CaseIterable>(
        _ key: SettingKey,
        of type: Choice.Type,
        where isAllowed: (Choice) -> Bool = { _ in true }
    ) throws(HarnessError) -> Choice? where Choice.RawValue == String {
        guard let setting = setting(key) else { return nil }
        guard let choice = Choice(rawValue: setting.text.lowercased()), isAllowed(choice) else {
            let words = type.allCases.filter(isAllowed).map(\.rawValue)
            throw invalid(key, setting, rule: "must be one of " + words.joined(separator: ", "))
        }
        return choice
    }

    /// The limits that the user set, for every task.
    func limits() throws(HarnessError) -> LimitOverrides {
        LimitOverrides(
            cpuMilliseconds: try seconds(.cpuSeconds),
            wallMilliseconds: try seconds(.wallSeconds),
            memoryBytes: try integer(.memoryMegabytes, in: 16...1_048_576).map { $0 << 20 }
        )
    }

    private func text(_ key: SettingKey) -> String { setting(key)?.text ?? "" }

    private func integer(_ key: SettingKey, in range: ClosedRange<Int>) throws(HarnessError) -> Int? {
        guard let setting = setting(key) else { return nil }
        guard let number = Int(setting.text), range.contains(number) else {
            throw invalid(
                key,
                setting,
                rule: "must be a whole number from \(range.lowerBound) to \(range.upperBound)"
            )
        }
        return number
    }

    /// Seconds as milliseconds.
    private func seconds(_ key: SettingKey) throws(HarnessError) -> Int? {
        guard let setting = setting(key) else { return nil }
        guard let seconds = Double(setting.text), seconds >= 0.01, seconds <= 86_400 else {
            throw invalid(key, setting, rule: "must be a number of seconds from 0.01 to 86400")
        }
        return Int((seconds * 1_000).rounded())
    }

    private func invalid(_ key: SettingKey, _ setting: Setting, rule: String) -> HarnessError {
        HarnessError(
            setting.origin.errorCode,
            "\(key.rawValue) = \"\(setting.text)\": \(rule)",
            at: setting.origin.description
        )
    }
}

import HarnessCore
import Runners

/// The workbenches of one level, each opened when its language's first case comes.
final class AbuseBenches {
    let level: IsolationLevel
    /// Examiners that stay for the next candidate, at most one for the one slot that is used in turn.
    var examiners = 0
    /// Why a language's programs are not run, by language.
    private(set) var absent: [Language: String] = [:]
    private let installation: Installation
    private var settings: Workbench.Settings
    private var benches: [Language: Workbench] = [:]

    /// Two programs at a time: some attack one another.
    init(_ installation: Installation, level: IsolationLevel, settings: Workbench.Settings) {
        self.installation = installation
        self.level = level
        self.settings = settings
        self.settings.jobs = 2
        self.settings.strictestLevel = level
        self.settings.requiredLevel = level
        self.settings.allowsUnsafe = level == .none
    }

    /// The language's workbench; nil, with the reason in `absent`, where it is not to be had at this level.
    ///
    /// - Throws: for Python, without which there is nothing to try.
    func bench(_ language: Language) async throws(HarnessError) -> Workbench? {
        if let bench = benches[language] { return bench }
        if absent[language] != nil { return nil }
        // One at a time: what a pool leaves must not be taken for what a case leaves.
        await close()
        do throws(HarnessError) {
            let bench = try await Workbench.open(installation, language: language, settings: settings)
            benches[language] = bench
            return bench
        } catch {
            guard language != .python, error.code == .unavailable else { throw error }
            absent[language] = error.message
            return nil
        }
    }

    /// Ends the sandboxes.
    func close() async {
        for bench in benches.values { await bench.close() }
        benches = [:]
        examiners = 0
    }
}

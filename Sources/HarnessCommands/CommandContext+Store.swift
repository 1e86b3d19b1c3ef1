import HarnessCore
import ResultStore

extension CommandContext {
    /// Opens the store that must be there already, for commands that look at results.
    func existingStore(_ options: StoreOptions) throws(HarnessError) -> ResultStore {
        var configuration = configuration
        try options.apply(to: &configuration)
        return try ResultStore(path: configuration.storeURL, mustExist: true)
    }
}

extension ResultStore {
    /// The run a reference means, with how far it has come.
    func overview(of reference: String) throws(HarnessError) -> RunOverview {
        let run = try run(reference: reference)
        return RunOverview(run: run, counts: try counts(run: run.id))
    }
}

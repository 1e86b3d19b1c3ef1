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

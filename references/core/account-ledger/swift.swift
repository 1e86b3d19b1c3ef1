enum TaskError: Error {
    case invalidArgument, notFound, invalidState, permissionDenied
}

final class Ledger {
    private final class Account {
        var balance = 0
        var isFrozen = false
        var changes: [Int] = []

        func change(by amount: Int) {
            changes.append(amount)
            balance += amount
        }

        func checkTaking(_ amount: Int) throws {
            if isFrozen { throw TaskError.permissionDenied }
            if amount > balance { throw TaskError.invalidState }
        }
    }

    private var accounts: [String: Account] = [:]

    init() {}

    func open(_ account: String) throws {
        guard !account.isEmpty else { throw TaskError.invalidArgument }
        guard accounts[account] == nil else { throw TaskError.invalidState }
        accounts[account] = Account()
    }

    func deposit(_ account: String, _ amount: Int) throws -> Int {
        let target = try find(account)
        try checkAmount(amount)
        target.change(by: amount)
        return target.balance
    }

    func withdraw(_ account: String, _ amount: Int) throws -> Int {
        let source = try find(account)
        try checkAmount(amount)
        try source.checkTaking(amount)
        source.change(by: -amount)
        return source.balance
    }

    func transfer(_ source: String, _ target: String, _ amount: Int) throws {
        let (from, to) = (try find(source), try find(target))
        try checkAmount(amount)
        guard from !== to else { throw TaskError.invalidArgument }
        try from.checkTaking(amount)
        from.change(by: -amount)
        to.change(by: amount)
    }

    func freeze(_ account: String) throws { try find(account).isFrozen = true }

    func balance(_ account: String) throws -> Int { try find(account).balance }

    func history(_ account: String) throws -> [Int] { try find(account).changes }

    private func find(_ account: String) throws -> Account {
        guard let found = accounts[account] else { throw TaskError.notFound }
        return found
    }

    private func checkAmount(_ amount: Int) throws {
        guard amount >= 1 else { throw TaskError.invalidArgument }
    }
}

struct Money: Hashable {
    var currency: String
    var cents: Int
}

enum TaskError: Error {
    case invalidArgument, arithmetic
}

func moneyTotals(_ amounts: [Money]) throws -> [Money] {
    let letters = UInt8(ascii: "A")...UInt8(ascii: "Z")
    for amount in amounts {
        let name = amount.currency.utf8
        guard name.count == 3, name.allSatisfy(letters.contains) else { throw TaskError.invalidArgument }
    }
    var totals: [String: Int] = [:]
    for amount in amounts {
        let (total, overflows) = totals[amount.currency, default: 0].addingReportingOverflow(amount.cents)
        guard !overflows else { throw TaskError.arithmetic }
        totals[amount.currency] = total
    }
    return totals.map { Money(currency: $0, cents: $1) }.sorted { $0.currency < $1.currency }
}

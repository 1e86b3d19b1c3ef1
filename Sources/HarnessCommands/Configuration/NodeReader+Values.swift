import Foundation
import HarnessCore
import Yams

extension NodeReader {
    /// The items of a list.
    func items(of entry: Entry) throws(HarnessError) -> [Node] {
        guard case .sequence(let items) = entry.value else {
            throw HarnessError(.badConfiguration, "\(entry.key) must be a list", at: entry.location)
        }
        return Array(items)
    }

    /// The plain values of a list, or of one value.
    func texts(of entry: Entry) throws(HarnessError) -> [String] {
        guard case .sequence(let items) = entry.value else { return [try text(entry)] }
        var texts: [String] = []
        for item in items {
            guard case .scalar(let scalar) = item, !scalar.string.isEmpty else {
                throw HarnessError(
                    .badConfiguration,
                    "\(entry.key) must be a list of plain values",
                    at: entry.location
                )
            }
            texts.append(scalar.string)
        }
        return texts
    }

    /// One of the raw values of a type.
    func choice<Choice: RawRepresentable & CaseIterable>(
        _ entry: Entry
    ) throws(HarnessError) -> Choice where Choice.RawValue == String {
        let text = try text(entry)
        if let choice = Choice(rawValue: text) { return choice }
        throw invalid(
            entry,
            text,
            "must be one of " + Choice.allCases.map(\.rawValue).joined(separator: ", ")
        )
    }

    func flag(_ entry: Entry) throws(HarnessError) -> Bool {
        let text = try text(entry)
        switch text.lowercased() {
        case "true": return true
        case "false": return false
        default: throw invalid(entry, text, "must be true or false")
        }
    }

    func number(_ entry: Entry, in range: ClosedRange<Double>) throws(HarnessError) -> Double {
        let text = try text(entry)
        guard let number = Double(text), range.contains(number) else {
            throw invalid(entry, text, "must be a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// A number in the unit of what it belongs to, or percentage points as a share: `20`, `0.02`, `2pp`.
    func size(_ entry: Entry) throws(HarnessError) -> Double {
        let text = try text(entry)
        let isPoints = text.lowercased().hasSuffix("pp")
        let digits = isPoints ? text.dropLast(2).trimmingCharacters(in: .whitespaces) : text
        guard let number = Double(digits), number.isFinite else {
            throw invalid(entry, text, "must be a number, or percentage points such as 2pp")
        }
        return isPoints ? number / 100 : number
    }

    func invalid(_ entry: Entry, _ text: String, _ rule: String) -> HarnessError {
        HarnessError(.badConfiguration, "\(entry.key) = \"\(text)\": \(rule)", at: entry.location)
    }
}

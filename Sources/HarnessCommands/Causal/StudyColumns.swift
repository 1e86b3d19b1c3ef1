import Causal
import HarnessCore
import Reporting
import Suites

/// Columns of a table as a causal analysis takes them, the rows with missing values dealt with.
struct StudyColumns {
    let table: DataTable
    /// The rows that lack nothing.
    let rows: [Int]
    let incomplete: Int

    /// More values of a confounder than this are no groups.
    private static let maximumLevels = 50

    /// Looks for missing values in all columns of the question at once.
    ///
    /// - Throws: `usage` for an unknown column; `badData` where values are missing and may not be left out.
    init(_ table: DataTable, using names: [String], dropMissing: Bool) throws(HarnessError) {
        self.table = table
        let lacking = try table.rows(lacking: names)
        if let first = lacking.first, !dropMissing {
            throw HarnessError(
                .badData,
                "\(Numbers.count(lacking.count, "row")) lack a value of \(names.map(printable).joined(separator: ", "))",
                at: table.location(row: first),
                remedy: "--drop-missing analyses the \(Numbers.count(table.rowCount - lacking.count)) others"
            )
        }
        let isLacking = Set(lacking)
        rows = (0..<table.rowCount).filter { !isLacking.contains($0) }
        incomplete = lacking.count
        guard !rows.isEmpty else {
            throw HarnessError(.badData, "every row lacks a value", at: table.shownPath)
        }
    }

    func numbers(_ name: String) throws(HarnessError) -> [Double] {
        let values = try table.numbers(name)
        return rows.map { values[$0] ?? .nan }
    }

    func flags(_ name: String) throws(HarnessError) -> [Bool] {
        let values = try table.flags(name)
        return rows.map { values[$0] ?? false }
    }

    /// Labels as numbers, with their names.
    func labels(_ name: String) throws(HarnessError) -> (codes: [Int], levels: [String]) {
        let column = try table.labels(name)
        return (rows.map { column.codes[$0] ?? 0 }, column.levels)
    }

    /// One number for each combination of labels that occurs.
    func strata(_ names: [String]) throws(HarnessError) -> [Int]? {
        guard !names.isEmpty else { return nil }
        var strata = [Int](repeating: 0, count: rows.count)
        for name in names {
            let codes = try labels(name).codes
            var known: [[Int]: Int] = [:]
            for row in strata.indices {
                let key = [strata[row], codes[row]]
                strata[row] = known[key] ?? known.count
                known[key] = strata[row]
            }
        }
        return strata
    }

    /// A confounder as covariates: itself where it is a number, else an indicator per value but the first.
    func covariates(
        _ name: String,
        isCategorical: Bool
    ) throws(HarnessError) -> (covariates: [ObservationalStudy.Covariate], title: String) {
        if !isCategorical, case .numbers(let values) = try table.column(name) {
            return ([.init(name, rows.map { values[$0] ?? .nan })], name)
        }
        let (codes, levels) = try labels(name)
        // Levels that only left-out rows have are none.
        let present = Set(codes).sorted()
        guard present.count <= Self.maximumLevels else {
            throw HarnessError(
                .badData,
                "\(printable(name)) has \(Numbers.count(present.count)) different values: more than "
                    + "\(Self.maximumLevels) are no groups",
                at: table.shownPath,
                remedy: "group them in the file, or leave the column out"
            )
        }
        guard present.count > 1 else {
            throw HarnessError(
                .badData,
                "\(printable(name)) is the same in every row, so it cannot be adjusted for",
                at: table.shownPath
            )
        }
        let covariates = present.dropFirst().map { level in
            ObservationalStudy.Covariate(
                "\(name)=\(levels[level])",
                source: name,
                codes.map { $0 == level ? 1 : 0 }
            )
        }
        return (covariates, "\(name) (\(present.count) levels)")
    }

    /// All confounders of a question, and how a report names them.
    func covariates(
        _ options: CausalTableOptions
    ) throws(HarnessError) -> (covariates: [ObservationalStudy.Covariate], titles: [String]) {
        let categorical = Set(listed(options.categorical))
        var (covariates, titles): ([ObservationalStudy.Covariate], [String]) = ([], [])
        for name in listed(options.confounders) {
            let column = try self.covariates(name, isCategorical: categorical.contains(name))
            covariates += column.covariates
            titles.append(column.title)
        }
        return (covariates, titles)
    }

    /// Runs an analysis and tells its fault with the file's name.
    func analyse<Value>(_ compute: () throws(CausalError) -> Value) throws(HarnessError) -> Value {
        do {
            return try compute()
        } catch .noOverlap(let text) {
            throw HarnessError(.noVerdict, printable(text), at: table.shownPath)
        } catch {
            throw HarnessError(.badData, printable("\(error)"), at: table.shownPath)
        }
    }
}

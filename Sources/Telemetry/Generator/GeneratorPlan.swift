/// What a generated data set is to hold; the same plan and seed give the same bytes.
package struct GeneratorPlan: Sendable, Hashable {
    package var developers = 200
    package var days = 28
    /// The first day, counted from 1970-01-01; a Monday makes weeks whole.
    package var firstDay: Int64 = 20_633
    package var seed: UInt64 = 1
    /// Suggestions in a session, on average.
    package var suggestionsPerSession = 20.0
    package var truth = GeneratorTruth()
    /// Shares of lines that are sent twice, arrive one to three days late, or are broken.
    package var duplicates = 0.01
    package var late = 0.01
    package var corrupt = 0.002

    package init() {}

    /// The largest data set that is made.
    package static let maximumDevelopers = 100_000
    package static let maximumDays = 3660
}

/// The effects that are built into generated data: what an analysis should find.
package struct GeneratorTruth: Sendable, Hashable, Codable {
    /// Log-odds of acceptance at latency 0 of an average developer in Python with v1.
    package var baseline = -0.35
    /// Added for the candidate version v2.
    package var modelEffect = 0.35
    /// Added for each 100 ms of latency.
    package var latencyEffect = -0.12
    /// Standard deviation over developers of their own log-odds.
    package var developerSpread = 0.6
    /// Added per week: a slow decline.
    package var weeklyDrift = -0.01
    /// Median latency by version, milliseconds, and the spread of its logarithm.
    package var latencyMedian = ["v1": 260.0, "v2": 230.0]
    package var latencySpread = 0.45
    /// Added by language.
    package var languages = [
        "go": -0.05, "java": -0.15, "python": 0.0, "rust": -0.35, "swift": -0.25, "typescript": 0.1,
    ]
    /// The share of an accepted suggestion that its developer changes, on average.
    package var editShare = 0.18
    /// The chance that a build succeeds, and that a test run passes.
    package var buildOK = 0.88
    package var testOK = 0.74
    /// The day of the outage, from the first: latency times 6 and one request in five fails; nil for none.
    package var outageDay: Int? = 10

    package init() {}

    /// The chance that a suggestion is accepted.
    func acceptance(developer: Double, language: String, model: String, latency: Double, week: Int) -> Double
    {
        let odds =
            baseline + developer + (languages[language] ?? 0) + (model == "v2" ? modelEffect : 0)
            + latencyEffect * latency / 100 + weeklyDrift * Double(week)
        return 1 / (1 + Self.exponential(-odds))
    }

    /// e to a power, by its series after halving: the same bits on every machine, unlike a library's.
    static func exponential(_ power: Double) -> Double {
        var halvings = 0
        var small = power
        while abs(small) > 0.25 {
            small /= 2
            halvings += 1
        }
        var sum = 1.0
        var term = 1.0
        for order in 1...14 {
            term *= small / Double(order)
            sum += term
        }
        for _ in 0..<halvings { sum *= sum }
        return sum
    }
}

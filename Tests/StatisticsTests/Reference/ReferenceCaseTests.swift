import TestSupport
import Testing

@testable import Statistics

/// The cases of `statistics/reference.json`; each names the library or paper that its numbers are from.
@Suite(.enabled(if: ReferenceData.isThere, "needs EVALHARNESS_SHARED or ../shared/data/statistics"))
struct ReferenceCaseTests {
    static let ids = [
        "dist-001", "prop2-001", "prop2-002", "prop2-003", "prop2-004", "prop1-001", "prop1-002", "prop1-003",
        "mean2-001", "mean2-002", "mean2-003", "paired-001", "perm-001", "anova-001", "mcnemar-001",
        "mcnemar-003", "power-001", "power-002", "multi-001", "srm-001", "srm-002", "strat-001", "bayes-002",
        "cuped-001", "ni-001", "quant-002", "ratio-001",
        "passk-001", "smalln-001", "kappa-001", "forecast-001", "alert-001", "cluster_ml-001", "survival-001",
        "boot-001",
    ]

    @Test(arguments: ids)
    func `a reference case comes out within its tolerance`(id: String) throws {
        let reference = try #require(try ReferenceData.cases()[id])
        let computed = try ReferenceComputation.results(of: reference)

        #expect(computed.faults(against: reference) == [])
    }

    @Test func `every case of the file is tested`() throws {
        #expect(try Set(ReferenceData.cases().keys) == ReferenceData.causal.union(Self.ids))
    }
}

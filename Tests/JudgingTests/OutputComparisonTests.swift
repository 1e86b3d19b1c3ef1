import HarnessCore
import Testing

@testable import Judging

/// What counts as equal was worked out by hand from LiveCodeBench's `testing_util.py` and NumPy's `allclose`.
struct OutputComparisonTests {
    private func difference(
        _ actual: String,
        _ expected: String,
        _ comparison: StreamTest.Comparison = .decimals
    ) -> OutputComparison.Difference? {
        OutputComparison(comparison: comparison).difference(
            actual: Array(actual.utf8),
            expected: Array(expected.utf8)
        )
    }

    @Test(arguments: [
        ("14", "14\n"), ("  a b \r\nc\n\n", "a b\nc"), ("", "\n \n"), ("1.0 2", "1 2.00"), ("1e3", "1000"),
        ("-0", "0"), (".5", "0.50"), ("+7", "7"), ("1  2", "1 2"),
    ])
    func `space around lines and the way of writing a number do not count`(actual: String, expected: String) {
        #expect(difference(actual, expected) == nil)
    }

    /// Actual, expected, the line, and what it is on both sides.
    private static let differing: [(String, String, Int, String?, String?)] = [
        ("14", "15", 1, "15", "14"), ("a\nb", "a\nc", 2, "c", "b"), ("a", "a\nb", 2, "b", nil),
        ("a\nb", "a", 2, nil, "b"), ("a  b", "a b", 1, "a b", "a  b"), ("yes", "Yes", 1, "Yes", "yes"),
        ("0.30000000000000004", "0.3", 1, "0.3", "0.30000000000000004"), ("nan", "NaN", 1, "NaN", "nan"),
        ("1 2", "1", 1, "1", "1 2"), ("a\n\nb", "a\nb", 2, "b", ""),
        ("9007199254740993", "9007199254740992", 1, "9007199254740992", "9007199254740993"),
    ]

    @Test(arguments: differing)
    func `the first line that differs is told`(
        actual: String,
        expected: String,
        line: Int,
        wanted: String?,
        found: String?
    ) {
        #expect(
            difference(actual, expected)
                == OutputComparison.Difference(line: line, expected: wanted, actual: found)
        )
    }

    @Test(arguments: [
        ("100.0009", "100", true), ("100.0011", "100", false), ("0.000000009", "0", true),
        ("0.00000002", "0", false), ("x", "y", false), ("inf", "1", false),
    ])
    func `a tolerant comparison takes numbers as near as NumPy does`(
        actual: String,
        expected: String,
        agree: Bool
    ) {
        #expect((difference(actual, expected, .tolerant) == nil) == agree)
    }

    @Test(arguments: ["", "-", ".", "1.2.3", "1e", "e5", "0x10", "1_000", "1e99999999999", "٣"])
    func `what is no decimal number is text`(word: String) {
        #expect(DecimalText(Array(word.utf8)[...]) == nil)
    }
}

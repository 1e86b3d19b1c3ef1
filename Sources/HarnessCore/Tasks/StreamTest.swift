/// A test of a whole program: what it is given on standard input, and what it must print.
///
/// Each case runs in a fresh process. What is expected stays outside the sandbox, where it is compared.
package struct StreamTest: Sendable, Hashable {
    package var cases: [Case]
    package var comparison: Comparison
    /// What stands before a program of a language, on lines of its own: imports that its authors' harness adds.
    package var heads: [Language: String]

    package init(cases: [Case], comparison: Comparison = .decimals, heads: [Language: String] = [:]) {
        self.cases = cases
        self.comparison = comparison
        self.heads = heads
    }

    package struct Case: Sendable, Hashable {
        package var input: String
        package var output: String

        package init(input: String, output: String) {
            self.input = input
            self.output = output
        }
    }

    /// When two outputs count as the same; space around lines never counts, nor do blank lines at either end.
    package enum Comparison: String, Sendable, Hashable {
        /// A line of numbers may write them in another way: `1`, `1.0` and `1e0` are equal.
        ///
        /// LiveCodeBench, `lcb_runner/evaluation/testing_util.py`.
        case decimals
        /// Besides, numbers may differ by 1e-8 and a hundred thousandth of what is expected.
        ///
        /// APPS, which uses NumPy's `allclose` with its defaults.
        case tolerant
    }
}

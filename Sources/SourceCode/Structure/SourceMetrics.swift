/// Size, complexity and vocabulary of a program and of each of its functions.
package struct SourceMetrics: Sendable, Hashable {
    /// In the order in which they begin.
    package var functions: [FunctionMetrics]
    /// Sum of the functions' cyclomatic complexities, at least 1.
    package var cyclomatic: Int
    /// Cognitive complexity of the functions that are in no other, and of what stands outside functions.
    package var cognitive: Int
    /// Deepest nesting of control structures; 0 for straight-line code.
    package var nesting: Int
    /// Lines that hold code: no blank lines, comments or documentation.
    package var codeLines: Int
    package var commentLines: Int
    package var lines: Int
    package var halstead: Halstead

    /// How easy the program is to change, from 0 to 100 (Oman and Hagemeister 1992, as rescaled in Visual Studio).
    ///
    /// max(0, 171 − 5.2 ln V − 0.23 C − 16.2 ln L) · 100 / 171 with Halstead's volume V, the cyclomatic complexity C
    /// and the lines of code L of the program; 100 for an empty one.
    package var maintainability: Double {
        Halstead.maintainability(volume: halstead.volume, cyclomatic: cyclomatic, codeLines: codeLines)
    }
}

/// One function of a program.
package struct FunctionMetrics: Sendable, Hashable {
    /// As the program names it; `(anonymous)` where it does not.
    package var name: String
    package var firstLine: Int
    package var lastLine: Int
    /// Decisions plus one (McCabe 1976), nested functions left out; the decisions are those that lizard counts.
    package var cyclomatic: Int
    /// SonarSource's cognitive complexity (Campbell 2018), nested functions included.
    package var cognitive: Int
    package var nesting: Int
    package var codeLines: Int
    package var halstead: Halstead

    package var maintainability: Double {
        Halstead.maintainability(volume: halstead.volume, cyclomatic: cyclomatic, codeLines: codeLines)
    }
}

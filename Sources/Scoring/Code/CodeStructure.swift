package import HarnessCore
import SourceCode

/// Structural measures of programs, language by language.
package enum CodeStructure {
    /// Measures a program that was judged; nil where it is no program, or in a language nobody described.
    ///
    /// Python's complexity is what radon counts, the other languages' what lizard counts.
    package static func metrics(of program: String, in language: Language, verdict: Verdict) -> CodeMetrics? {
        switch verdict.outcome {
        case .infrastructureError: return nil
        case .failed(let mode) where mode.family == .syntax: return nil
        case .failed, .passed: break
        }
        if language == .python { return PythonStructure.metrics(of: program) }
        guard let grammar = Grammar.named(language.rawValue),
            let metrics = SourceMetrics(of: program, in: grammar)
        else { return nil }
        return CodeMetrics(
            cyclomaticComplexity: metrics.cyclomatic,
            nestingDepth: metrics.nesting,
            codeLines: metrics.codeLines
        )
    }
}

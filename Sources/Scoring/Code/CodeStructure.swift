package import HarnessCore

/// Structural measures of programs, language by language.
package enum CodeStructure {
    /// Measures a program that was judged; nil where it is no program, or in a language nobody measures yet.
    package static func metrics(of program: String, in language: Language, verdict: Verdict) -> CodeMetrics? {
        switch verdict.outcome {
        case .infrastructureError: return nil
        case .failed(let mode) where mode.family == .syntax: return nil
        case .failed, .passed: break
        }
        return language == .python ? PythonStructure.metrics(of: program) : nil
    }
}

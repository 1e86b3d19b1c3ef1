import Foundation

/// Halstead's measures of a program's vocabulary (Halstead 1977).
///
/// Operands are names and literals; operators are keywords, marks and pairs of brackets.
package struct Halstead: Sendable, Hashable {
    package var distinctOperators = 0
    package var distinctOperands = 0
    package var operators = 0
    package var operands = 0

    package var vocabulary: Int { distinctOperators + distinctOperands }
    package var length: Int { operators + operands }

    /// Length times the bits that tell one symbol of the vocabulary from the others; 0 below two symbols.
    package var volume: Double { vocabulary > 1 ? Double(length) * log2(Double(vocabulary)) : 0 }

    /// Half the distinct operators times the mean use of an operand; 0 without operands.
    package var difficulty: Double {
        distinctOperands > 0
            ? Double(distinctOperators) / 2 * Double(operands) / Double(distinctOperands) : 0
    }

    /// Volume times difficulty, in elementary decisions.
    package var effort: Double { volume * difficulty }

    static func maintainability(volume: Double, cyclomatic: Int, codeLines: Int) -> Double {
        guard codeLines > 0, volume > 0 else { return 100 }
        let index = 171 - 5.2 * log(volume) - 0.23 * Double(cyclomatic) - 16.2 * log(Double(codeLines))
        return max(0, min(100, index * 100 / 171))
    }
}

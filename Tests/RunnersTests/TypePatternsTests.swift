import Foundation
import HarnessCore
import Testing

@testable import Runners

@Suite
struct TypePatternsTests {
    private static func patterns(tuple: [String: String]) throws -> TypePatterns {
        var forms: [String: [String: String]] = [:]
        for word in TypePatterns.Word.allCases { forms[word.rawValue] = ["plain": word.rawValue] }
        forms["list"] = ["plain": "[{0}]"]
        forms["set"] = ["plain": "Set<{0}>"]
        forms["map"] = ["plain": "[{0}: {1}]"]
        forms["tuple"] = tuple
        return try JSONDecoder().decode(TypePatterns.self, from: JSONEncoder().encode(forms))
    }

    @Test(arguments: [
        (ValueType.set(.tuple([.int, .int])), "Set<[int]>"),
        (.set(.tuple([.int, .string])), "Set<[Any]>"),
        (.map(key: .tuple([.string, .string]), value: .tuple([.int, .int])), "[[string]: (int, int)]"),
        (.list(.tuple([.int, .int])), "[(int, int)]"),
    ])
    func `a tuple that must be hashed may be an array of its one type`(type: ValueType, text: String) throws {
        let patterns = try Self.patterns(
            tuple: ["plain": "({items})", "key": "[Any]", "uniform_key": "[{0}]"]
        )

        #expect(patterns.text(type, at: .parameter, isWide: false) == text)
    }

    @Test
    func `a language whose tuples can be hashed writes them as everywhere`() throws {
        let patterns = try Self.patterns(tuple: ["plain": "({items})"])

        let text = patterns.text(.set(.tuple([.int, .int])), at: .parameter, isWide: false)

        #expect(text == "Set<(int, int)>")
    }
}

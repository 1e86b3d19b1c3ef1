/// Words that mean something to the structure of a program in at least one language.
package enum Keyword: UInt8, Sendable, Hashable, CaseIterable {
    /// No keyword.
    case name
    /// Reserved by the language, and nothing to its structure.
    case reserved
    /// A value such as `true`, `nil` or `this`.
    case value
    case `if`, elif, elsif, elseif, `else`, unless, `guard`, then
    case `for`, foreach, `while`, until, loop, `repeat`, `do`, with
    case `switch`, match, `case`, when, `default`, given, select
    case `try`, `catch`, except, rescue, finally, ensure, begin
    case function, fn, `func`, def, sub, lambda, initializer, accessor
    case `class`, `struct`, `enum`, interface, trait, impl, namespace, record, union, module
    case and, or, not, `where`, end, fi, done, esac
    case `return`, `throw`, `break`, `continue`, goto, new, `operator`, template, assert, yield, async, await
    case `in`, `let`, `var`, const, typedef, `import`, using, package

    /// The keyword whose case has this name.
    init?(spelling: String) {
        guard let found = Keyword.bySpelling[spelling] else { return nil }
        self = found
    }

    private static let bySpelling = Dictionary(
        uniqueKeysWithValues: allCases.map { (String(describing: $0), $0) }
    )
}

/// Finds the keyword among the bytes of a program, without making a text of them.
struct WordTable: Sendable {
    private var slots: [Int16]
    private var words: [[UInt8]] = []
    private var keywords: [Keyword] = []
    private let mask: Int
    private let longest: Int
    private let ignoresCase: Bool

    init(_ entries: [(word: String, keyword: Keyword)], ignoresCase: Bool) {
        var size = 16
        while size < entries.count * 4 { size *= 2 }
        mask = size - 1
        slots = Array(repeating: -1, count: size)
        longest = entries.map(\.word.utf8.count).max() ?? 0
        self.ignoresCase = ignoresCase
        for entry in entries {
            let bytes = Array(entry.word.utf8)
            var slot = WordTable.hash(bytes[...]) & mask
            while slots[slot] >= 0, words[Int(slots[slot])] != bytes { slot = (slot + 1) & mask }
            if slots[slot] >= 0 {
                keywords[Int(slots[slot])] = entry.keyword
                continue
            }
            slots[slot] = Int16(words.count)
            words.append(bytes)
            keywords.append(entry.keyword)
        }
    }

    func keyword(_ bytes: [UInt8], _ range: Range<Int>) -> Keyword {
        guard range.count <= longest else { return .name }
        let word = ignoresCase ? bytes[range].map(Self.lowercased)[...] : bytes[range]
        var slot = WordTable.hash(word) & mask
        while slots[slot] >= 0 {
            let index = Int(slots[slot])
            if words[index].count == word.count, words[index].elementsEqual(word) { return keywords[index] }
            slot = (slot + 1) & mask
        }
        return .name
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 { byte >= 65 && byte <= 90 ? byte | 0x20 : byte }

    private static func hash(_ bytes: ArraySlice<UInt8>) -> Int {
        var value: UInt32 = 2_166_136_261
        for byte in bytes { value = (value ^ UInt32(byte)) &* 16_777_619 }
        return Int(value & 0x7FFF_FFFF)
    }
}

func groupAnagrams(_ words: [String]) -> [[String]] {
    var groups: [[Unicode.Scalar]: [String]] = [:]
    for word in words {
        let letters = word.unicodeScalars.map { ("A"..."Z").contains($0) ? Unicode.Scalar($0.value + 32)! : $0 }
        groups[letters.sorted(), default: []].append(word)
    }
    return groups.values.filter { $0.count > 1 }
}

func nextArrangement(_ numbers: inout [Int]) -> Bool {
    guard let pivot = numbers.indices.dropLast().last(where: { numbers[$0] < numbers[$0 + 1] }) else {
        numbers.reverse()
        return false
    }
    let swapped = numbers.lastIndex { $0 > numbers[pivot] }!
    numbers.swapAt(pivot, swapped)
    numbers[(pivot + 1)...].reverse()
    return true
}

enum TaskError: Error {
    case invalidArgument, outOfRange, invalidState, arithmetic
}

private enum Instruction {
    case push(Int), jump(Int), jumpZero(Int)
    case dup, swap, drop, add, sub, mul, div, read, print, halt
}

func runStackProgram(_ program: [String], _ inputs: [Int], _ maxSteps: Int) throws -> [Int] {
    let code = try program.map(parse)
    for instruction in code {
        switch instruction {
        case .jump(let target), .jumpZero(let target):
            if target > code.count { throw TaskError.outOfRange }
        default: continue
        }
    }

    var stack: [Int] = []
    var printed: [Int] = []
    var waiting = inputs[...]
    var position = 0
    var steps = 0
    func pop() throws -> Int {
        guard let top = stack.popLast() else { throw TaskError.invalidState }
        return top
    }
    func compute(_ operation: (Int) -> (Int) -> (partialValue: Int, overflow: Bool)) throws {
        let right = try pop()
        let (result, overflows) = operation(try pop())(right)
        if overflows { throw TaskError.arithmetic }
        stack.append(result)
    }
    while position < code.count {
        if steps >= maxSteps { throw TaskError.invalidState }
        steps += 1
        let instruction = code[position]
        position += 1
        switch instruction {
        case .push(let number): stack.append(number)
        case .dup:
            let top = try pop()
            stack += [top, top]
        case .swap:
            let (top, below) = (try pop(), try pop())
            stack += [top, below]
        case .drop: _ = try pop()
        case .add: try compute(Int.addingReportingOverflow)
        case .sub: try compute(Int.subtractingReportingOverflow)
        case .mul: try compute(Int.multipliedReportingOverflow)
        case .div: try compute(Int.dividedReportingOverflow)
        case .read:
            guard let number = waiting.popFirst() else { throw TaskError.invalidState }
            stack.append(number)
        case .print: printed.append(try pop())
        case .halt: return printed
        case .jump(let target): position = target
        case .jumpZero(let target): if try pop() == 0 { position = target }
        }
    }
    return printed
}

private func parse(_ text: String) throws -> Instruction {
    let plain: [String: Instruction] = [
        "dup": .dup, "swap": .swap, "drop": .drop, "add": .add, "sub": .sub, "mul": .mul, "div": .div,
        "read": .read, "print": .print, "halt": .halt,
    ]
    if let instruction = plain[text] { return instruction }
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 2 else { throw TaskError.invalidArgument }
    switch words[0] {
    case "push": return .push(try number(words[1], digits: 18, isSigned: true))
    case "jump": return .jump(try number(words[1], digits: 9, isSigned: false))
    case "jumpzero": return .jumpZero(try number(words[1], digits: 9, isSigned: false))
    default: throw TaskError.invalidArgument
    }
}

private func number(_ text: Substring, digits: Int, isSigned: Bool) throws -> Int {
    let size = isSigned && text.utf8.first == UInt8(ascii: "-") ? text.dropFirst() : text
    let isPlain = size.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard isPlain, (1...digits).contains(size.utf8.count), let number = Int(text) else {
        throw TaskError.invalidArgument
    }
    return number
}

import HarnessCore

/// What EvalPlus knows of single problems and does not write into their files.
///
/// Version 0.3.1, github.com/evalplus/evalplus: `evalplus/data/mbpp.py` for types that JSON has lost, and
/// `evalplus/eval/` for problems with several right answers.
enum EvalPlusRules {
    /// How `runners/python/differential.py` compares the answers to a problem.
    enum Comparison: String {
        case equal
        case anything
        case equalOrZero = "equal-or-zero"
        case sameElements = "same-elements"
        case isFound = "is-found"
        case rootOfPolynomial = "root-of-polynomial"
        case pyramidSurface = "pyramid-surface"
        case digitDistance = "digit-distance"
    }

    /// The comparison for a problem, by the function it asks for.
    static func comparison(task: String, entryPoint: String) -> Comparison {
        if number(of: task, in: "HumanEval/") != nil {
            return entryPoint == "find_zero" ? .rootOfPolynomial : .equal
        }
        return comparisons[entryPoint] ?? .equal
    }

    /// The shapes of a problem's arguments, by position; the last one holds for all that follow.
    static func shapes(of task: String) -> [PythonShape] {
        guard let number = number(of: task, in: "Mbpp/") else { return [.asWritten] }
        for (tasks, shapes) in argumentShapes where tasks.contains(number) { return shapes }
        return [.asWritten]
    }

    /// Whether a problem's results cannot leave the candidate's process.
    static func sharesProcess(_ task: String, withExtraTests isExtra: Bool) -> Bool {
        guard let number = number(of: task, in: "Mbpp/") else { return false }
        return complexResults.contains(number) || isExtra && hugeResults.contains(number)
    }

    /// Limits of a problem with its extra tests: a hundred inputs may wait for their turn longer than three, and
    /// some answers need the 4 GB that EvalPlus gives all.
    static func limits(of task: String, withExtraTests isExtra: Bool) -> LimitOverrides {
        guard isExtra else { return LimitOverrides() }
        let isHuge = number(of: task, in: "Mbpp/").map(hugeResults.contains) ?? false
        return LimitOverrides(wallMilliseconds: 120_000, memoryBytes: isHuge ? 4 << 30 : nil)
    }

    private static func number(of task: String, in family: String) -> Int? {
        task.hasPrefix(family) ? Int(task.dropFirst(family.count)) : nil
    }

    /// Problems whose answers hold complex numbers.
    private static let complexResults: Set<Int> = [590]
    /// Problems with extra inputs whose answers take more than a frame may hold.
    private static let hugeResults: Set<Int> = [255]

    private static let comparisons: [String: Comparison] = [
        "are_equivalent": .anything,
        "sum_div": .equalOrZero,
        "surface_Area": .pyramidSurface,
        "digit_distance_nums": .digitDistance,
        "similar_elements": .sameElements,
        "find_char_long": .sameElements,
        "common_in_nested_lists": .sameElements,
        "extract_singly": .sameElements,
        "larg_nnum": .sameElements,
        "intersection_array": .sameElements,
        "find_dissimilar": .sameElements,
        "Diff": .sameElements,
        "check_str": .isFound,
        "text_match_three": .isFound,
        "text_starta_endb": .isFound,
    ]

    private static let argumentShapes: [(Set<Int>, [PythonShape])] = [
        (
            [
                2, 116, 132, 143, 222, 261, 273, 394, 399, 421, 424, 429, 470, 560, 579, 596, 616, 630, 726,
                740, 744, 809,
            ],
            [.tuple]
        ),
        (
            [63, 64, 70, 94, 120, 237, 272, 299, 400, 409, 417, 438, 473, 614, 780],
            [.list(of: .tuple)]
        ),
        ([75, 413, 444, 753], [.list(of: .tuple), .asWritten]),
        ([106, 750], [.asWritten, .tuple]),
        ([115], [.list(of: .set)]),
        ([124], [.float, .complex]),
        ([250, 307, 405, 446, 617, 720, 763, 808], [.tuple, .asWritten]),
        ([252], [.complex]),
        ([259, 278, 401, 445], [.tuple(of: .tuple)]),
        ([580, 615, 791], [.tuples]),
        ([722], [.values(of: .tuple), .asWritten]),
    ]
}

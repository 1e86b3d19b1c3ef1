/// The programs still to be run, handed out in order.
actor WorkQueue {
    /// One program to run.
    struct Entry {
        /// Position in the plan's units.
        var unit: Int
        /// The doubtful first result that this execution confirms or refutes.
        var doubted: TrialResult?
    }

    private var waiting: ArraySlice<Entry>
    private var doubted: [Entry] = []
    private(set) var isStopped = false

    init(_ units: [Int]) { waiting = units.map { Entry(unit: $0) }[...] }

    /// Returns the next program; nil when none is left or the run is stopping.
    func next() -> Entry? { isStopped ? nil : waiting.popFirst() }

    /// Puts a unit with a doubtful result aside until nothing else runs.
    func postpone(_ unit: Int, after result: TrialResult) {
        doubted.append(Entry(unit: unit, doubted: result))
    }

    /// Hands out nothing more; what runs goes on.
    func stop() { isStopped = true }

    /// Makes the postponed units the new queue and returns how many there are; none when the run is stopping.
    func startConfirmation() -> Int {
        // Workers end in any order; the plan's order keeps two runs alike.
        waiting = isStopped ? [] : doubted.sorted { $0.unit < $1.unit }[...]
        doubted = []
        return waiting.count
    }
}

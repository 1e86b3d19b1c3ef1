/// Controls in the order of score and row, some of them taken; nearest free ones in nearly constant time.
struct ControlPool {
    let scores: [Double]
    let rows: [Int]
    private let grid: ScoreGrid
    /// The position of the first control with the same score.
    private var groupStart: [Int]
    /// The next free position at or after, and at or before; positions are shifted by one for the ends.
    private var right: FreeSlots
    private var left: FreeSlots

    init(_ all: [Double], rows controls: [Int]) {
        (grid, rows) = ScoreGrid.sorting(controls, by: all)
        scores = rows.map { all[$0] }
        right = FreeSlots(count: rows.count + 2)
        left = right
        groupStart = []
        groupStart.reserveCapacity(rows.count)
        for (index, score) in scores.enumerated() {
            groupStart.append(index > 0 && scores[index - 1] == score ? groupStart[index - 1] : index)
        }
    }

    /// The nearest controls to a score, none of them taken afterwards.
    mutating func nearest(
        _ count: Int,
        to score: Double,
        within caliper: Double?,
        into chosen: inout [Int],
        at slots: Range<Int>
    ) {
        for slot in slots {
            guard let position = nearest(to: score, within: caliper) else { break }
            chosen[slot] = position
            if count > 1 { take(position) }
        }
        guard count > 1 else { return }
        for slot in slots where chosen[slot] >= 0 { giveBack(chosen[slot]) }
    }

    mutating func nearest(to score: Double, within caliper: Double?) -> Int? {
        let position = grid.lowerBound(score, in: scores)
        let after = right.free(from: position + 1) - 1
        var before = left.free(from: position) - 1
        // Of equal scores the lowest free row is the one to take.
        if before >= 0 { before = right.free(from: groupStart[before] + 1) - 1 }
        let up = after < scores.count ? scores[after] - score : .infinity
        let down = before >= 0 ? score - scores[before] : .infinity
        guard min(up, down) <= caliper ?? .infinity, min(up, down) < .infinity else { return nil }
        if up == down { return rows[after] < rows[before] ? after : before }
        return up < down ? after : before
    }

    mutating func take(_ position: Int) {
        right.link(position + 1, to: position + 2)
        left.link(position + 1, to: position)
    }

    /// Undoes a taking; only for a pool from which nothing else is gone.
    private mutating func giveBack(_ position: Int) {
        right.link(position + 1, to: position + 1)
        left.link(position + 1, to: position + 1)
    }
}

/// For each slot the next free one in a direction, by links that shorten as they are followed.
private struct FreeSlots {
    private var next: [Int]

    init(count: Int) { next = Array(0..<count) }

    mutating func link(_ slot: Int, to other: Int) { next[slot] = other }

    mutating func free(from start: Int) -> Int {
        var slot = start
        while next[slot] != slot {
            next[slot] = next[next[slot]]
            slot = next[slot]
        }
        return slot
    }
}

/// Equal steps between the lowest and the highest score, and where the scores of each begin.
///
/// A step holds about one score: sorting and searching then take linear and constant time. Where scores crowd
/// into few steps both fall back to comparisons.
private struct ScoreGrid {
    private let low: Double
    private let scale: Double
    /// One more than there are steps.
    private var starts: [Int]

    /// Rows in the order of score and row; `rows` rise.
    static func sorting(_ rows: [Int], by scores: [Double]) -> (grid: ScoreGrid, rows: [Int]) {
        var grid = ScoreGrid(rows, scores)
        for row in rows { grid.starts[grid.step(scores[row]) + 1] += 1 }
        for step in 1..<grid.starts.count { grid.starts[step] += grid.starts[step - 1] }
        var free = grid.starts
        var sorted = rows
        for row in rows {
            let step = grid.step(scores[row])
            sorted[free[step]] = row
            free[step] += 1
        }
        for step in 0..<grid.starts.count - 1 where grid.starts[step + 1] - grid.starts[step] > 1 {
            sorted[grid.starts[step]..<grid.starts[step + 1]].sort { one, two in
                scores[one] < scores[two] || (scores[one] == scores[two] && one < two)
            }
        }
        return (grid, sorted)
    }

    private init(_ rows: [Int], _ scores: [Double]) {
        var (low, high) = (Double.infinity, -Double.infinity)
        for row in rows {
            low = min(low, scores[row])
            high = max(high, scores[row])
        }
        self.low = low
        let scale = Double(rows.count) / (high - low)
        self.scale = scale.isFinite ? scale : 0
        starts = [Int](repeating: 0, count: rows.count + 2)
    }

    /// Rises with the score, so that a lower step means a lower score.
    private func step(_ score: Double) -> Int {
        let position = (score - low) * scale
        return position <= 0 ? 0 : Int(min(position, Double(starts.count - 2)))
    }

    /// The first position whose score is not below `score`.
    func lowerBound(_ score: Double, in sorted: [Double]) -> Int {
        let step = step(score)
        var (low, high) = (starts[step], starts[step + 1])
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < score { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// Nelder and Mead's simplex search (1965), for a few parameters without derivatives.
enum NelderMead {
    static func minimum(
        from start: [Double],
        step: Double,
        iterations: Int,
        of function: ([Double]) -> Double
    ) -> (point: [Double], value: Double) {
        var simplex = [(point: start, value: function(start))]
        for index in start.indices {
            var point = start
            point[index] += step
            simplex.append((point, function(point)))
        }
        for _ in 0..<iterations {
            simplex.sort { $0.value < $1.value }
            let (best, worst) = (simplex[0], simplex[simplex.count - 1])
            if worst.value - best.value <= 1e-13 * abs(best.value) { break }
            let centre = start.indices.map { index in
                simplex.dropLast().reduce(0) { $0 + $1.point[index] } / Double(start.count)
            }
            func along(_ factor: Double) -> (point: [Double], value: Double) {
                let point = zip(centre, worst.point).map { $0 + factor * ($0 - $1) }
                return (point, function(point))
            }
            let reflected = along(1)
            let replacement: (point: [Double], value: Double)
            if reflected.value < best.value {
                let expanded = along(2)
                replacement = expanded.value < reflected.value ? expanded : reflected
            } else if reflected.value < simplex[simplex.count - 2].value {
                replacement = reflected
            } else {
                replacement = along(reflected.value < worst.value ? 0.5 : -0.5)
            }
            if replacement.value <= min(worst.value, reflected.value) {
                simplex[simplex.count - 1] = replacement
                continue
            }
            for index in 1..<simplex.count {
                let point = zip(simplex[index].point, best.point).map { ($0 + $1) / 2 }
                simplex[index] = (point, function(point))
            }
        }
        let best = simplex.min { $0.value < $1.value }
        return best ?? simplex[0]
    }
}

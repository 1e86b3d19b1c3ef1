/// Zeros of continuous functions of one variable.
enum RootFinder {
    /// The argument in `low...high` at which a function that changes sign there is zero.
    ///
    /// Brent 1973, section 4. nil where the ends have one sign, or a value is NaN.
    static func zero(
        from low: Double,
        to high: Double,
        tolerance: Double = 1e-15,
        of function: (Double) -> Double
    ) -> Double? {
        var (a, b) = (low, high)
        var (fa, fb) = (function(a), function(b))
        guard !fa.isNaN, !fb.isNaN, fa == 0 || fb == 0 || (fa < 0) != (fb < 0) else { return nil }
        var (c, fc) = (a, fa)
        var step = b - a
        var previous = step
        for _ in 0..<300 {
            if (fb > 0) == (fc > 0) {
                (c, fc) = (a, fa)
                step = b - a
                previous = step
            }
            if abs(fc) < abs(fb) {
                (a, b, c) = (b, c, b)
                (fa, fb, fc) = (fb, fc, fb)
            }
            let limit = 2 * Double.ulpOfOne * abs(b) + tolerance / 2
            let middle = (c - b) / 2
            if abs(middle) <= limit || fb == 0 { return b }
            if abs(previous) >= limit, abs(fa) > abs(fb), fa.isFinite {
                let move = interpolated(a: a, b: b, c: c, fa: fa, fb: fb, fc: fc, middle: middle)
                let isShort =
                    2 * move.top
                    < min(
                        3 * middle * move.bottom - abs(limit * move.bottom),
                        abs(previous * move.bottom)
                    )
                previous = isShort ? step : middle
                step = isShort ? move.top / move.bottom : middle
            } else {
                step = middle
                previous = step
            }
            (a, fa) = (b, fb)
            b += abs(step) > limit ? step : (middle > 0 ? limit : -limit)
            fb = function(b)
            if fb.isNaN { return nil }
        }
        return b
    }

    /// The step of inverse quadratic interpolation, or of the secant, as a fraction with positive top.
    private static func interpolated(
        a: Double,
        b: Double,
        c: Double,
        fa: Double,
        fb: Double,
        fc: Double,
        middle: Double
    ) -> (top: Double, bottom: Double) {
        let s = fb / fa
        var top: Double
        var bottom: Double
        if a == c {
            top = 2 * middle * s
            bottom = 1 - s
        } else {
            let q = fa / fc
            let r = fb / fc
            top = s * (2 * middle * q * (q - r) - (b - a) * (r - 1))
            bottom = (q - 1) * (r - 1) * (s - 1)
        }
        if top > 0 { bottom = -bottom }
        return (abs(top), bottom)
    }
}

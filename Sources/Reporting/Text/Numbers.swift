import Foundation

/// Numbers as reports write them: fixed places, no locale.
package enum Numbers {
    /// A number with a fixed number of decimal places; `–` where there is none.
    package static func fixed(_ value: Double?, places: Int) -> String {
        guard let value, value.isFinite else { return "–" }
        let text = String(format: "%.\(places)f", value)
        // A rounded −0.00 says nothing that 0.00 does not.
        return Double(text) == 0 && text.hasPrefix("-") ? String(text.dropFirst()) : text
    }

    /// A share of 1 as a percentage with one decimal place.
    package static func percent(_ share: Double?) -> String {
        share.map { $0.isFinite ? fixed($0 * 100, places: 1) + " %" : "–" } ?? "–"
    }

    /// A count with commas between groups of three digits.
    package static func count(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var groups: [Substring] = []
        var rest = digits[...]
        while rest.count > 3 {
            groups.insert(rest.suffix(3), at: 0)
            rest = rest.dropLast(3)
        }
        groups.insert(rest, at: 0)
        return (number < 0 ? "-" : "") + groups.joined(separator: ",")
    }

    /// A count and its noun: `1 task`, `30 tasks`.
    package static func count(_ number: Int, _ noun: String) -> String {
        "\(count(number)) \(noun)\(number == 1 ? "" : "s")"
    }

    /// A duration as `0.41 s`, `12 s`, `3:07` or `1:02:09`.
    package static func duration(seconds: Double) -> String {
        guard seconds.isFinite, seconds >= 0 else { return "–" }
        if seconds < 10 { return fixed(seconds, places: 2) + " s" }
        let whole = Int(seconds.rounded())
        if whole < 60 { return "\(whole) s" }
        let minutes = whole / 60 % 60
        let tail = String(format: "%02d", whole % 60)
        guard whole >= 3_600 else { return "\(minutes):\(tail)" }
        return "\(whole / 3_600):" + String(format: "%02d", minutes) + ":\(tail)"
    }

    /// A duration that is known to the second only: `6 s`, `3:07`.
    package static func duration(wholeSeconds seconds: Double) -> String {
        seconds < 60 ? "\(Int(seconds)) s" : duration(seconds: seconds)
    }

    /// A number of bytes in binary units.
    package static func bytes(_ number: Int) -> String {
        var value = Double(number)
        for unit in ["B", "KiB", "MiB", "GiB"] {
            if value < 1_024 { return fixed(value, places: unit == "B" || value >= 100 ? 0 : 1) + " \(unit)" }
            value /= 1_024
        }
        return fixed(value, places: 1) + " TiB"
    }

    /// A bar of block characters, in eighths of a column.
    package static func bar(share: Double, columns: Int) -> String {
        let eighths = Int((min(max(share, 0), 1) * Double(columns) * 8).rounded())
        let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
        return String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
    }
}

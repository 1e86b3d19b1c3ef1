func reverseClusters(_ text: String) -> String {
    var clusters: [[Unicode.Scalar]] = []
    for scalar in text.unicodeScalars {
        if isMark(scalar) && !clusters.isEmpty {
            clusters[clusters.count - 1].append(scalar)
        } else {
            clusters.append([scalar])
        }
    }
    var view = String.UnicodeScalarView()
    for cluster in clusters.reversed() { view.append(contentsOf: cluster) }
    return String(view)
}

private func isMark(_ scalar: Unicode.Scalar) -> Bool {
    (0x300...0x36F).contains(scalar.value) || (0x20D0...0x20FF).contains(scalar.value)
}

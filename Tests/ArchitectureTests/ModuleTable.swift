/// The import table of `Package.swift`: which module may import what.
///
/// Reads the manifest as text: running it would need a package manager inside the test.
struct ModuleTable {
    struct Row: Equatable {
        var name: String
        var layer: Int
        var imports: [String]
        /// Modules of outside packages.
        var products: [String]
    }

    /// In the order of the manifest.
    private(set) var rows: [Row] = []

    init(manifest: String) {
        let products = Self.products(in: manifest)
        var layer = -1
        var entry = ""
        var isInTable = false
        for line in manifest.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("let modules") { isInTable = true }
            guard isInTable else { continue }
            if line == "]" { break }
            if let match = line.firstMatch(of: /\/\/ Layer (\d+)/) {
                layer = Int(match.1) ?? layer
            } else {
                entry += line
            }
            guard entry.contains("Module("),
                entry.count(where: { $0 == "(" }) == entry.count(where: { $0 == ")" })
            else { continue }
            if let row = Self.row(entry, layer: layer, products: products) { rows.append(row) }
            entry = ""
        }
    }

    private static func row(_ entry: String, layer: Int, products: [String: String]) -> Row? {
        guard let name = entry.firstMatch(of: /name: "(\w+)"/)?.1,
            let imports = entry.firstMatch(of: /imports: \[([^\]]*)\]/)?.1
        else { return nil }
        let variables = entry.firstMatch(of: /products: \[([^\]]*)\]/)?.1 ?? ""
        return Row(
            name: String(name),
            layer: layer,
            imports: imports.matches(of: /"(\w+)"/).map { String($0.1) },
            products: variables.matches(of: /\w+/).map { products[String($0.0)] ?? String($0.0) }
        )
    }

    /// The module behind each constant such as `let yams = Target.Dependency.product(name: "Yams", …)`.
    private static func products(in manifest: String) -> [String: String] {
        let constants = manifest.matches(of: /let (\w+) = Target\.Dependency\.product\(name: "(\w+)"/)
        return Dictionary(
            constants.map { (String($0.1), String($0.2)) },
            uniquingKeysWith: { first, _ in first }
        )
    }
}

import TestSupport
import Testing

@Suite struct ImportTests {
    /// What comes with the toolchain and the system.
    private static let platform: Set<String> = ["Foundation", "Glibc", "Dispatch", "Synchronization"]

    @Test func `Every import is declared in the manifest`() throws {
        let table = ModuleTable(manifest: try Checkout.manifest())
        let rows = Dictionary(table.rows.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        var checked = 0

        for (path, text) in try Checkout.sources() where path.hasSuffix(".swift") {
            let module = String(path.prefix { $0 != "/" })
            // The executable is three lines and has no row: it starts the commands and knows nothing else.
            let allowed =
                module == "evalharness"
                ? ["HarnessCommands"] : try #require(rows[module], "\(path) has no row").allImports
            for found in SourceFile(text: text).imports where !Self.platform.contains(found.module) {
                checked += 1
                #expect(
                    allowed.contains(found.module),
                    "Sources/\(path):\(found.line): \(module) must not import \(found.module)"
                )
            }
        }

        #expect(checked > 0)
    }

    @Test func `Every declared import is used`() throws {
        let rows = ModuleTable(manifest: try Checkout.manifest()).rows
        var used: [String: Set<String>] = [:]
        for (path, text) in try Checkout.sources() where path.hasSuffix(".swift") {
            used[String(path.prefix { $0 != "/" }), default: []]
                .formUnion(SourceFile(text: text).imports.map(\.module))
        }

        for row in rows {
            let idle = row.allImports.filter { used[row.name]?.contains($0) != true }
            #expect(idle.isEmpty, "\(row.name) declares \(idle) and never imports it")
        }
    }

    @Test func `The map's table is the manifest's`() throws {
        let rows = ModuleTable(manifest: try Checkout.manifest()).rows
        let map = try Checkout.text("ARCHITECTURE.md")
        // | 1 | `Suites` | HarnessCore, CZlib, Yams | …
        let documented = map.matches(of: /\| (\d) \| `(\w+)` \| ([^|]*) \|/).map { match in
            "\(match.1) \(match.2): \(match.3)"
        }

        #expect(documented == rows.map { "\($0.layer) \($0.name): \($0.allImports.joined(separator: ", "))" })
    }

    @Test func `Every import points down the layers`() throws {
        let rows = ModuleTable(manifest: try Checkout.manifest()).rows
        #expect(rows.count > 5)

        for (index, row) in rows.enumerated() {
            for name in row.imports {
                guard let target = rows.firstIndex(where: { $0.name == name }) else {
                    #expect(name.hasPrefix("C"), "\(row.name) imports \(name), which is no module")
                    continue
                }
                #expect(target < index, "\(row.name) imports \(name), which stands below it in the table")
                #expect(
                    rows[target].layer < row.layer,
                    "\(row.name) imports \(name) of its own layer or above"
                )
            }
        }
    }

    @Test func `Layers never fall along the table and no module stands twice`() throws {
        let rows = ModuleTable(manifest: try Checkout.manifest()).rows

        #expect(rows.map(\.layer) == rows.map(\.layer).sorted())
        #expect(rows.first?.layer == 0)
        #expect(Set(rows.map(\.name)).count == rows.count)
    }
}

extension ModuleTable.Row {
    fileprivate var allImports: [String] { imports + products }
}

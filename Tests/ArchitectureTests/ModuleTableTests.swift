import Testing

@Suite struct ModuleTableTests {
    @Test func `Rows are read with their layers and products, on one line or on many`() {
        let table = ModuleTable(
            manifest: """
                let yams = Target.Dependency.product(name: "Yams", package: "Yams")
                struct Module {
                    var name: String
                }
                let modules: [Module] = [
                    // Layer 0: values.
                    Module(name: "Core", imports: ["CCrypto"]),
                    // Layer 1: the rest.
                    Module(
                        name: "Loader",
                        imports: [
                            "Core", "CZlib",
                        ],
                        products: [yams, other]
                    ),
                ]
                let package = Package(targets: [Module(name: "Other", imports: [])])
                """
        )

        #expect(
            table.rows == [
                .init(name: "Core", layer: 0, imports: ["CCrypto"], products: []),
                .init(name: "Loader", layer: 1, imports: ["Core", "CZlib"], products: ["Yams", "other"]),
            ]
        )
    }

    @Test func `Imports are read whatever their form, and not from texts and comments`() {
        let file = SourceFile(
            text: """
                // import Comment
                import Foundation
                package import Core
                @testable import Loader
                @preconcurrency @_spi(Inner) public import struct Yams.Node
                internal import CZlib  // why
                /*
                import Hidden
                */
                let program = \"""
                    import sys
                    \"""
                let important = 1
                  import Indented
                """
        )

        #expect(
            file.imports == [
                .init(module: "Foundation", line: 2), .init(module: "Core", line: 3),
                .init(module: "Loader", line: 4), .init(module: "Yams", line: 5),
                .init(module: "CZlib", line: 6),
                .init(module: "Indented", line: 14),
            ]
        )
    }
}

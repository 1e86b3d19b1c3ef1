import Foundation
import HarnessCore
import TestSupport

@testable import Runners

/// A compiled language that nobody speaks, declared by its folder alone.
struct ToyLanguage {
    static let definition = """
        name: toy
        display_name: Toy
        file_extension: toy
        minimum_version: "2.1"
        install_hint: "Install toy."
        packages: [toy-compiler]
        executables: [/bin/sh]
        probe_command: [/bin/sh, "{folder}/probe.sh", "{executable}"]
        environment: { HOME: "{box}", TOYLIB: "{lib}" }
        source_file: solution.toy
        harness_files: [driver.toy]
        compile: { command: ["{executable}", "{harness}/compile.sh", "{source}", "{memory_mb}"], artifact: program }
        prebuild: [{ name: toy.pch, command: ["{executable}", -c, "echo {{}} >&4"] }]
        run: ["{artifact}", "--lib={lib}"]
        types_frame: true
        address_space: unlimited
        limits:
          compile: { cpu_seconds: 7, memory_mb: 300, artifact_mb: 3 }
          run: { memory_mb: 200, processes: 9 }
          run_overhead: { memory_mb: 10, cpu_seconds: 0.5 }
        naming: { function: camel, method: pascal, parameter: camel, field: camel, reserved: [class, fromEnd] }
        types:
          int: { plain: int, element: Int, optional: "int?", wide: wideint }
          float: real
          bool: bool
          string: text
          bytes: bytes
          list: { plain: "list[{0}]", parameter: "&list[{0}]", changed: "inout list[{0}]" }
          set: "set[{0}]"
          map: "map[{0}: {1}]"
          tuple: { plain: "({items})", item: "{ordinal} {0}", separator: "; ", empty: "()" }
          optional: "maybe {0}"
          record: { plain: "{name}", key: "hashed {name}" }
          void: nothing
        errors:
          invalid_argument: { names: [BadArgument, WorseArgument], declaration: "error {{name}}" }
          not_found: { names: [Missing], prompt: "the Missing error" }
          none: [StackOverflow]
        prompt:
          doc_escape: { "*/": "* /" }
          head: "use std\\n"
          record: "record {{name}}: {{#fields \\", \\"}}{{name}} {{type}}{{/fields}}\\n"
          function: |
            /*
            {{#prose}}
             * {{text}}
            {{/prose}}
            {{#errors}}
             ! {{prompt}} for {{description}}
            {{/errors}}
             */
            fun {{name}}({{#parameters ", "}}{{name}}: {{type}}{{/parameters}}){{^is_void}} -> {{returns}}{{/is_void}}{{#raises}} raises{{/raises}} {
          object: |
            class {{name}}({{#constructor}}{{#parameters ", "}}{{name}}: {{type}}{{/parameters}}{{/constructor}}) {
            {{#methods}}
              // {{name}}/{{count}}{{^is_last}};{{/is_last}}
            {{/methods}}
          ending: "}"
        solution:
          first_lines: '^package\\b'
          head: '^use\\b'
          record: '\\brecord\\s+{{name}}\\b'
          error: '\\berror\\s+{{name}}\\b'
        glue:
          file: main.toy
          function: "call {{name}} {{count}}{{#raises}} try{{/raises}}\\n"
          object: "make {{name}}{{#methods}} {{name}}{{/methods}}\\n"
        diagnostics:
          - { id: unknown, mode: hallucination.undefined-name, summary: "A name.", stage: compile, message: "unknown (?<name>\\\\w+)", unless_defined: name }
        definitions: ['\\bfun\\s+{name}\\b']
        comments: { line: ["//"], block: ["/*", "*/"] }
        """

    static let toolchain = Toolchain(
        version: "2.1",
        executable: "/usr/bin/toy",
        readOnlyPaths: ["/usr/lib/toy"],
        digest: ContentHash(of: "toy"),
        values: ["lib": "/usr/lib/toy"]
    )

    let folder: TemporaryFolder
    let runner: Runner

    /// Declares the language, with some text of its definition replaced.
    init(replacing part: String = "", with other: String = "") throws {
        folder = try TemporaryFolder()
        let text = part.isEmpty ? Self.definition : Self.definition.replacing(part, with: other)
        try folder.write(text, to: "toy/runner.yaml")
        try folder.write("driver", to: "toy/driver.toy")
        runner = try Runner(folder: folder.file("toy"))
    }

    /// The error a definition is refused with.
    static func refusal(replacing part: String, with other: String) throws -> HarnessError? {
        do {
            _ = try ToyLanguage(replacing: part, with: other)
            return nil
        } catch let error as HarnessError {
            return error
        }
    }

    static let functionTask = EvalTask(
        id: "last-of",
        prompt: "Take the last */ points.\n\nKeep them.\n",
        test: .cases(
            CaseTest(
                signature: .function(
                    CaseTest.Function(
                        name: "last_of",
                        parameters: [
                            .init(name: "all_points", type: .list(.record("Point"))),
                            .init(name: "from_end", type: .optional(.int)),
                        ],
                        returns: .map(key: .record("Point"), value: .tuple([.int, .optional(.string)])),
                        records: [
                            .init(
                                name: "Point",
                                fields: [
                                    .init(name: "x_part", type: .int), .init(name: "class", type: .float),
                                ]
                            )
                        ]
                    )
                ),
                cases: [
                    TestCase(calls: [
                        .init(
                            target: .function,
                            arguments: [.list([point(1)]), .int(1)],
                            expectation: .returns(
                                .map([.init(key: point(1), value: .tuple([.int(1), .null]))])
                            ),
                            argumentsAfter: [.list([]), .int(1)]
                        )
                    ]),
                    TestCase(calls: [
                        .init(
                            target: .function,
                            arguments: [.list([]), .null],
                            expectation: .raises(.notFound)
                        )
                    ]),
                    TestCase(calls: [
                        .init(
                            target: .function,
                            arguments: [.list([]), .int(-1)],
                            expectation: .raises(.invalidArgument)
                        )
                    ]),
                ]
            )
        )
    )

    static func point(_ x: Int64) -> Value {
        .record(
            name: "Point",
            fields: [.init(name: "x_part", value: .int(x)), .init(name: "class", value: .float(0))]
        )
    }

    static func sample(_ text: String, _ form: Sample.Form = .solution) -> Sample {
        Sample(taskID: "last-of", index: 0, language: Language(rawValue: "toy"), text: text, form: form)
    }
}

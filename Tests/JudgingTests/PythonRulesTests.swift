import HarnessCore
import Testing

@testable import Judging

struct PythonRulesTests {
    /// A report of an exception and the rule that must claim it.
    struct Example: CustomTestStringConvertible {
        var rule: String
        var diagnostic: Diagnostic
        var text = "def f(x):\n    return g(x)\n"

        var testDescription: String { "\(rule): \(diagnostic.type) \(diagnostic.message)" }
    }

    private static let prose = "I am sorry, but I cannot write this function for you today."

    /// For every rule at least one report that it accepts; each is rejected by all rules before it.
    static let examples: [Example] = [
        Example(rule: "python.no-code", diagnostic: error("SyntaxError", stage: .parse), text: "# nothing\n"),
        Example(rule: "python.prose", diagnostic: error("SyntaxError", stage: .parse), text: prose),
        Example(rule: "python.prose", diagnostic: error("NameError", stage: .load), text: prose),
        // The same sentences after a successful load explain nothing.
        Example(rule: "python.exception", diagnostic: error("ValueError", stage: .call), text: prose),
        Example(
            rule: "python.truncated-at-end",
            diagnostic: error("SyntaxError", stage: .parse) { $0.isAtEnd = true }
        ),
        Example(rule: "python.syntax-error", diagnostic: error("SyntaxError", stage: .parse)),
        Example(
            rule: "python.syntax-error",
            diagnostic: error("IndentationError", ["SyntaxError"], stage: .parse)
        ),
        // The parser gives up on deep nesting with a MemoryError.
        Example(rule: "python.syntax-error", diagnostic: error("MemoryError", stage: .parse)),
        Example(rule: "python.exception", diagnostic: error("SyntaxError", stage: .call)),
        Example(rule: "python.result-too-large", diagnostic: Diagnostic(type: "HarnessResultTooLarge")),
        Example(rule: "python.exception", diagnostic: error("HarnessResultTooLarge", ["Exception"])),
        Example(rule: "python.memory-error", diagnostic: error("MemoryError")),
        Example(rule: "python.exception", diagnostic: error("MemoryError", ["Exception"], isBuiltin: false)),
        Example(rule: "python.system-exit", diagnostic: error("SystemExit", stage: .load)),
        Example(
            rule: "python.missing-entry-point",
            diagnostic: Diagnostic(type: "HarnessMissingEntry", stage: .load, missingEntry: "f")
        ),
        Example(
            rule: "python.missing-entry-point",
            diagnostic: error("AttributeError") {
                $0.missingEntry = "push"
                $0.object = "own:Stack"
            }
        ),
        Example(
            rule: "python.entry-point-signature",
            diagnostic: error("TypeError") {
                $0.isSignatureMismatch = true
                $0.callee = "own"
            }
        ),
        Example(rule: "python.missing-dependency", diagnostic: moduleError("numpy")),
        Example(rule: "python.missing-dependency", diagnostic: moduleError("tkinter", isStandard: true)),
        Example(rule: "python.unknown-module", diagnostic: moduleError("fastsortlib")),
        // The package was found; the part of it is made up.
        Example(rule: "python.unknown-module", diagnostic: moduleError("numpy.fastsort")),
        Example(rule: "python.unknown-module", diagnostic: moduleError("collections.fast", isStandard: true)),
        // Raised by the program itself, so it names no module.
        Example(rule: "python.exception", diagnostic: error("ModuleNotFoundError", ["ImportError"])),
        Example(
            rule: "python.unknown-import",
            diagnostic: error("ImportError") {
                $0.module = "math"
                $0.name = "fast_sqrt"
            }
        ),
        Example(
            rule: "python.exception",
            diagnostic: error("ImportError") {
                $0.module = "math"
                $0.name = "math"
            }
        ),
        Example(rule: "python.unknown-member-of-module", diagnostic: memberError("module:math")),
        Example(rule: "python.unknown-member-of-builtin", diagnostic: memberError("builtin:list")),
        Example(
            rule: "python.unknown-member-of-library-type",
            diagnostic: memberError("other:collections.deque")
        ),
        Example(rule: "python.exception", diagnostic: memberError("own:Stack")),
        Example(rule: "python.exception", diagnostic: memberError("none")),
        Example(
            rule: "python.module-never-imported",
            diagnostic: error("NameError") {
                $0.name = "math"
                $0.isStandardModule = true
            }
        ),
        Example(rule: "python.name-never-defined", diagnostic: error("NameError") { $0.name = "helper" }),
        Example(
            rule: "python.exception",
            diagnostic: error("NameError") {
                $0.name = "helper"
                $0.isDefined = true
            }
        ),
        Example(
            rule: "python.exception",
            diagnostic: error("UnboundLocalError", ["NameError"]) { $0.name = "total" }
        ),
        Example(
            rule: "python.wrong-arity-of-foreign-function",
            diagnostic: error("TypeError") { $0.callee = "foreign" }
        ),
        Example(rule: "python.exception", diagnostic: error("TypeError") { $0.callee = "own" }),
        Example(rule: "python.exception", diagnostic: error("TypeError")),
        Example(rule: "python.recursion", diagnostic: error("RecursionError", ["RuntimeError"])),
        Example(rule: "python.exception", diagnostic: error("ZeroDivisionError", ["ArithmeticError"])),
        Example(rule: "python.exception", diagnostic: Diagnostic(type: "")),
    ]

    @Test(arguments: examples)
    func `each example is claimed by its rule`(example: Example) {
        let context = FailureContext(
            diagnostic: example.diagnostic,
            text: example.text,
            knownPackages: ["numpy", "pandas"]
        )

        #expect(PythonRules.decide(context).id == example.rule)
    }

    @Test func `every rule has an example`() {
        #expect(Set(Self.examples.map(\.rule)) == Set(PythonRules.all.map(\.id)))
    }

    @Test func `every rule has a name of its own and a sentence`() {
        let ids = DecidingRule.allCases.map(\.rawValue) + PythonRules.all.map(\.id)

        #expect(Set(ids).count == ids.count)
        #expect(ids.allSatisfy { RuleCatalog.summary(of: $0)?.hasSuffix(".") == true && $0.contains(".") })
        #expect(RuleCatalog.summary(of: "harness.sandbox-fault") == nil)
    }

    @Test(arguments: [
        (ErrorKind.invalidArgument, "UnicodeDecodeError", ["UnicodeError", "ValueError", "Exception"], true),
        (.invalidArgument, "TypeError", ["Exception"], false), (.notFound, "KeyError", ["LookupError"], true),
        (.notFound, "IndexError", ["LookupError"], false), (.outOfRange, "IndexError", ["LookupError"], true),
        (.arithmetic, "OverflowError", ["ArithmeticError"], true),
        (.arithmetic, "ZeroDivisionError", ["ArithmeticError"], true),
        (.permissionDenied, "PermissionError", ["OSError"], true),
        (.permissionDenied, "FileNotFoundError", ["OSError"], false),
        (.invalidState, "RuntimeError", ["Exception"], true),
        (.invalidState, "RecursionError", ["RuntimeError"], false),
        (.invalidState, "NotImplementedError", ["RuntimeError"], false),
        (.wrongType, "TypeError", ["Exception"], true),
    ])
    func `a kind of error takes its class and the classes below`(
        kind: ErrorKind,
        type: String,
        bases: [String],
        isMatch: Bool
    ) {
        #expect(kind.matches(Self.error(type, bases)) == isMatch)
    }

    @Test func `a class that only borrows a builtin's name is not of its kind`() {
        let borrowed = Diagnostic(type: "ValueError", bases: ["Exception", "BaseException"])
        let derived = Diagnostic(type: "BadCapacity", bases: ["ValueError", "Exception", "BaseException"])

        #expect(!ErrorKind.invalidArgument.matches(borrowed))
        #expect(ErrorKind.invalidArgument.matches(derived))
    }

    private static func error(
        _ type: String,
        _ bases: [String] = ["Exception"],
        stage: Diagnostic.Stage = .call,
        isBuiltin: Bool = true,
        _ change: (inout Diagnostic) -> Void = { _ in }
    ) -> Diagnostic {
        var diagnostic = Diagnostic(
            type: type,
            bases: (isBuiltin && !type.hasPrefix("Harness") ? [type] : []) + bases,
            message: "something",
            stage: stage,
            line: 2
        )
        change(&diagnostic)
        return diagnostic
    }

    private static func moduleError(_ module: String, isStandard: Bool = false) -> Diagnostic {
        error("ModuleNotFoundError", ["ImportError"], stage: .load) {
            $0.module = module
            $0.name = module
            $0.isStandardModule = isStandard
        }
    }

    private static func memberError(_ object: String) -> Diagnostic {
        error("AttributeError") {
            $0.name = "fast"
            $0.object = object
        }
    }
}

import HarnessCore

/// How Python's errors are read.
///
/// A hallucination is reliance on something that does not exist: a module nobody publishes, a name nothing
/// binds, a member the type lacks. An error about something that does exist is an exception like any other:
/// a package that is real but not installed here, an attribute of the program's own class, `None` where a
/// value was hoped for.
package enum PythonRules {
    /// Holds for answers without any code, whatever came of running them.
    package static let noCode = FailureRule(
        "python.no-code",
        .noCode,
        "The answer is empty, or holds nothing but blank lines, comments and code fences.",
        applies: { SourceText.isWithoutCode($0.text) }
    )

    /// The rules in the order in which they are tried; the last one always holds.
    package static let all: [FailureRule] = [noCode] + syntax + endings + entryPoint + imports + names + rest

    /// Finds the first rule that holds.
    static func decide(_ context: FailureContext) -> FailureRule {
        all.first { $0.applies(context) } ?? exception
    }

    private static let exception = FailureRule(
        "python.exception",
        .exception,
        "An exception that no other rule claims reached the caller.",
        applies: { _ in true }
    )

    private static let syntax = [
        FailureRule(
            "python.prose",
            .prose,
            "The answer does not parse or load and reads as sentences, with hardly a line of code.",
            applies: { $0.diagnostic.stage != .call && SourceText.isProse($0.text) }
        ),
        FailureRule(
            "python.truncated-at-end",
            .truncated,
            "The parser ran out of text: a bracket, string or block is still open where the answer ends.",
            applies: { $0.diagnostic.stage == .parse && $0.diagnostic.isAtEnd }
        ),
        FailureRule(
            "python.syntax-error",
            .parseError,
            "The source does not parse.",
            applies: { $0.diagnostic.stage == .parse }
        ),
    ]

    private static let endings = [
        FailureRule(
            "python.result-too-large",
            .output,
            "A returned value is larger than the result channel takes.",
            applies: { $0.diagnostic.type == "HarnessResultTooLarge" && $0.diagnostic.bases.isEmpty }
        ),
        FailureRule(
            "python.memory-error",
            .memory,
            "MemoryError: the program asked for more memory than its limit.",
            applies: { $0.diagnostic.isA("MemoryError") }
        ),
        FailureRule(
            "python.system-exit",
            .earlyExit,
            "SystemExit: the program called sys.exit() instead of answering.",
            applies: { $0.diagnostic.isA("SystemExit") }
        ),
    ]

    private static let entryPoint = [
        FailureRule(
            "python.missing-entry-point",
            .missingEntryPoint,
            "The requested function, class or method is not defined.",
            applies: { $0.diagnostic.missingEntry != nil }
        ),
        FailureRule(
            "python.entry-point-signature",
            .missingEntryPoint,
            "The entry point exists and does not take the arguments that were asked for.",
            applies: { $0.diagnostic.isSignatureMismatch }
        ),
    ]

    private static let imports = [
        FailureRule(
            "python.missing-dependency",
            .exception,
            "ModuleNotFoundError for a real package or standard module that is not installed here.",
            applies: { context in
                guard context.diagnostic.isA("ModuleNotFoundError"), let module = context.diagnostic.module
                else { return false }
                // A dotted name means that the parent was found and lacks this part.
                return !module.contains(".")
                    && (context.diagnostic.isStandardModule || context.knownPackages.contains(module))
            }
        ),
        FailureRule(
            "python.unknown-module",
            .unknownModule,
            "ModuleNotFoundError for a module, or part of one, that is neither standard nor a known package.",
            applies: { $0.diagnostic.isA("ModuleNotFoundError") && $0.diagnostic.module != nil }
        ),
        FailureRule(
            "python.unknown-import",
            .unknownMember,
            "ImportError: the module exists and does not offer the imported name.",
            applies: { context in
                let diagnostic = context.diagnostic
                return diagnostic.isA("ImportError") && diagnostic.module != nil && diagnostic.name != nil
                    && diagnostic.name != diagnostic.module
            }
        ),
    ]

    private static let names = [
        FailureRule(
            "python.unknown-member-of-module",
            .unknownMember,
            "AttributeError on a module: it does not have that function, class or constant.",
            applies: { isMissingMember($0, of: "module:") }
        ),
        FailureRule(
            "python.unknown-member-of-builtin",
            .unknownMember,
            "AttributeError on a value of a builtin type: the type has no such member.",
            applies: { isMissingMember($0, of: "builtin:") }
        ),
        FailureRule(
            "python.unknown-member-of-library-type",
            .unknownMember,
            "AttributeError on a value of a type that comes from a library: the type has no such member.",
            applies: { isMissingMember($0, of: "other:") }
        ),
        FailureRule(
            "python.module-never-imported",
            .undefinedName,
            "NameError for the name of a standard module that the program never imports.",
            applies: { isUnboundName($0) && $0.diagnostic.isStandardModule }
        ),
        FailureRule(
            "python.name-never-defined",
            .undefinedName,
            "NameError for a name that nothing in the source binds.",
            applies: { isUnboundName($0) }
        ),
        FailureRule(
            "python.wrong-arity-of-foreign-function",
            .wrongArity,
            "TypeError about the number or names of arguments of a function the program did not define.",
            applies: { $0.diagnostic.isA("TypeError") && $0.diagnostic.callee == "foreign" }
        ),
    ]

    private static let rest = [
        FailureRule(
            "python.recursion",
            .exception,
            "RecursionError: the program called itself without an end.",
            applies: { $0.diagnostic.isA("RecursionError") }
        ),
        exception,
    ]

    private static func isMissingMember(_ context: FailureContext, of prefix: String) -> Bool {
        context.diagnostic.isA("AttributeError") && context.diagnostic.object?.hasPrefix(prefix) == true
    }

    private static func isUnboundName(_ context: FailureContext) -> Bool {
        context.diagnostic.isA("NameError") && !context.diagnostic.isA("UnboundLocalError")
            && !context.diagnostic.isDefined
    }
}

extension ErrorKind {
    /// Whether a Python exception is of this kind; a subclass counts.
    ///
    /// Two subclasses of RuntimeError do not make an `invalidState`: RecursionError, which is no decision of
    /// the program, and NotImplementedError, which says that there is none.
    func matches(_ diagnostic: Diagnostic) -> Bool {
        switch self {
        case .invalidArgument: diagnostic.isA("ValueError")
        case .outOfRange: diagnostic.isA("IndexError")
        case .notFound: diagnostic.isA("KeyError")
        case .wrongType: diagnostic.isA("TypeError")
        case .invalidState:
            diagnostic.isA("RuntimeError") && !diagnostic.isA("RecursionError")
                && !diagnostic.isA("NotImplementedError")
        case .arithmetic: diagnostic.isA("ArithmeticError") || diagnostic.isA("ZeroDivisionError")
        case .permissionDenied: diagnostic.isA("PermissionError")
        }
    }
}

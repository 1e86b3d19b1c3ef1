import Foundation
import HarnessCore

extension RunnerDefinition {
    /// Checks what types alone cannot: calls `refuse` with the key and the rule that does not hold.
    func validate(
        refuse: (CodingKeys, String) throws(HarnessError) -> Void
    ) throws(HarnessError) {
        func check(_ isValid: Bool, _ key: CodingKeys, _ rule: String) throws(HarnessError) {
            if !isValid { try refuse(key, rule) }
        }
        try check(Self.isFileName(name), .name, "must be a plain word")
        try check(!executables.isEmpty, .executables, "needs at least one program")
        try check(probe.isEmpty != probeCommand.isEmpty, .probe, "needs this or probe_command, not both")
        let answersCalls = capabilities.contains(.calls)
        try check(
            answersCalls ? coldArguments.isEmpty != run.isEmpty : coldArguments.isEmpty || run.isEmpty,
            .run,
            "needs this or cold_arguments, not both"
        )
        try check(
            answersCalls || program != nil || stream != nil,
            .capabilities,
            "are none, and there is no program or stream either"
        )
        try check(warmArguments.isEmpty || !coldArguments.isEmpty, .warmArguments, "need cold_arguments")
        try check(Self.isFileName(sourceFile), .sourceFile, "must be a plain file name")
        try check(
            harnessFiles.allSatisfy(Self.isHarnessFile),
            .harnessFiles,
            "must be NAME or ../LANGUAGE/NAME"
        )
        let placed = harnessFiles.map { ($0 as NSString).lastPathComponent } + prebuild.map(\.name)
        try check(Set(placed).count == placed.count, .harnessFiles, "names a file twice")
        try check(prebuild.allSatisfy { Self.isFileName($0.name) }, .prebuild, "needs plain file names")
        try check(prebuild.allSatisfy { !$0.command.isEmpty }, .prebuild, "needs a command")
        try check(extraPaths.allSatisfy { $0.hasPrefix("/") }, .extraPaths, "must be absolute paths")
        try check(VersionNumber(minimumVersion) != nil, .minimumVersion, "must be a version such as 3.10")
        if let compile {
            try check(!compile.command.isEmpty, .compile, "needs a command")
            try check(Self.isFileName(compile.artifact), .compile, "the artifact must be a plain file name")
            try check(coldArguments.isEmpty, .compile, "needs run, not cold_arguments")
        }
        if let mutants {
            try check(!mutants.command.isEmpty, .mutants, "needs a command")
            try check(
                Self.isFileName(mutants.file) && mutants.file != sourceFile,
                .mutants,
                "the file must be a plain name, and not that of the program"
            )
        }
        if let glue {
            try check(compile != nil, .glue, "is for compiled languages")
            try check(
                Self.isFileName(glue.file) && glue.file != sourceFile,
                .glue,
                "the file must be a plain name, and not that of the program"
            )
        }
        try check(types != nil || prompt == nil && glue == nil, .types, "is needed by prompt and glue")
        try check(
            prompt != nil || capabilities.contains(.pythonCheck) || !answersCalls,
            .prompt,
            "is missing"
        )
        if let program {
            try check(!program.run.isEmpty, .program, "needs a command to run")
            if let step = program.compile {
                try check(!step.command.isEmpty, .program, "needs a command to compile")
                try check(Self.isFileName(step.artifact), .program, "the artifact must be a plain file name")
            }
            let ids = program.diagnostics.map(\.pattern.id) + diagnostics.map(\.pattern.id)
            try check(Set(ids).count == ids.count, .program, "an id of diagnostics twice")
        }
        if let stream {
            try check(
                !stream.run.isEmpty || program != nil && stream.compile == nil,
                .stream,
                "needs a command to run"
            )
            if let step = stream.compile {
                try check(!step.command.isEmpty, .stream, "needs a command to compile")
                try check(Self.isFileName(step.artifact), .stream, "the artifact must be a plain file name")
            }
        }
        for definition in definitions + [solution.firstLines, solution.head].compactMap(\.self) {
            try check(Self.isPattern(definition), .definitions, "no regular expression: \(definition)")
        }
        try check(Set(diagnostics.map(\.pattern.id)).count == diagnostics.count, .diagnostics, "an id twice")
    }

    private static func isPattern(_ text: String) -> Bool {
        (try? NSRegularExpression(pattern: text.replacing("{name}", with: "x"))) != nil
    }

    static func isFileName(_ name: String) -> Bool {
        // What the launcher takes as a name, so that nothing fails later.
        guard let first = name.utf8.first, first != UInt8(ascii: "."), first != UInt8(ascii: "-"),
            name.utf8.count < 128
        else { return false }
        return name.unicodeScalars.allSatisfy {
            $0.isASCII
                && ($0.properties.isAlphabetic || $0.properties.numericType != nil
                    || "._-".unicodeScalars.contains($0))
        }
    }

    private static func isHarnessFile(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        switch parts.count {
        case 1: return isFileName(parts[0])
        case 3: return parts[0] == ".." && isFileName(parts[1]) && isFileName(parts[2])
        default: return false
        }
    }
}

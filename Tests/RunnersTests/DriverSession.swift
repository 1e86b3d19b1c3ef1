import Foundation
import HarnessCore

@testable import Runners

/// Runs the Python drivers as they are, without a sandbox: descriptors 3 and 4 are set up by a shell.
///
/// The programs in these tests are the tests' own; hostile ones here attack the driver, not the machine.
struct DriverSession {
    let runner: Runner
    let toolchain: Toolchain

    static let repository = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let runnersFolder = repository.appending(path: "runners")

    /// The session that all tests share: finding the toolchain starts a process.
    static var shared: DriverSession {
        get async throws { try await start.value }
    }

    private static let start = Task { try await DriverSession() }

    private init() async throws {
        runner = try RunnerCatalog(folder: Self.runnersFolder).runner(for: .python)
        toolchain = try await runner.toolchain()
    }

    struct Output {
        var exitCode: Int32
        var frames: [WireFormat.Frame]
        var isComplete: Bool
        var standardOutput: String
        var standardError: String

        /// The frames' kinds in order: `ALRZ`.
        var kinds: String { String(decoding: frames.map(\.kind), as: UTF8.self) }

        /// The values of the n-th frame.
        func values(_ index: Int) throws -> [Value] { try frames[index].values() }

        /// The map that the first frame of a kind ends with.
        func facts(_ kind: Character) throws -> [String: Value] {
            guard let frame = frames.first(where: { $0.kind == kind.asciiValue }),
                case .map(let entries) = try frame.values().last
            else { return [:] }
            return [String: Value](
                entries.compactMap { entry in
                    guard case .text(let name) = entry.key else { return nil }
                    return (name, entry.value)
                },
                uniquingKeysWith: { first, _ in first }
            )
        }
    }

    /// Runs mode `calls` on a program.
    func calls(_ entry: String, _ program: String, _ frames: [[UInt8]]) async throws -> Output {
        try await calls(entry, bytes: Array(program.utf8), frames)
    }

    func calls(_ entry: String, bytes program: [UInt8], _ frames: [[UInt8]]) async throws -> Output {
        let box = try Box(["solution.py": program, "calls": frames.flatMap(\.self)])
        defer { box.remove() }
        let script = "exec \"$@\" 3< calls 4> results > out 2> err"
        let exitCode = try await box.run(
            "/bin/sh",
            ["-c", script, "sh"] + command + ["calls", entry],
            runner
        )
        return try box.output(exitCode: exitCode)
    }

    /// Runs mode `shared` on a program and a test.
    func shared(_ entry: String, _ program: String, test: String, nonce: String) async throws -> Output {
        let calls = WireFormat.encode(frame: "N", [.text(nonce)])
        let box = try Box([
            "solution.py": Array(program.utf8), "test.py": Array(test.utf8), "calls": calls,
        ])
        defer { box.remove() }
        let script = "exec \"$@\" 3< calls 4> results > out 2> err"
        let exitCode = try await box.run(
            "/bin/sh",
            ["-c", script, "sh"] + command + ["shared", entry],
            runner
        )
        return try box.output(exitCode: exitCode)
    }

    /// Runs a candidate and its examiner side by side.
    func examined(
        _ entry: String,
        _ program: String,
        prompt: String,
        test: String
    ) async throws -> (candidate: Output, examiner: Output) {
        let candidate = try Box(["solution.py": Array(program.utf8)])
        let examiner = try Box(["prompt.py": Array(prompt.utf8), "test.py": Array(test.utf8)])
        defer {
            candidate.remove()
            examiner.remove()
        }
        let arguments =
            try ["-c", Self.connector, candidate.folder.path, examiner.folder.path, entry] + command
        let exitCode = try await candidate.run(toolchain.executable, arguments, runner)
        guard exitCode == 0 else { throw CocoaError(.executableLoad) }
        return (
            try candidate.output(exitCode: try candidate.recordedExitCode()),
            try examiner.output(exitCode: try examiner.recordedExitCode())
        )
    }

    /// Runs one examiner on several candidates of the same test, one after another.
    ///
    /// Returns what it sent back to the harness; the first candidate without a verdict is the last.
    func examinedTogether(
        _ entry: String,
        _ programs: [String],
        prompt: String,
        test: String
    ) async throws -> Output {
        let job = WireFormat.encode(frame: "J", [.text(entry), .text(prompt), .text(test)])
        var files = ["job": job]
        for (index, program) in programs.enumerated() { files["\(index).py"] = Array(program.utf8) }
        let box = try Box(files)
        defer { box.remove() }
        let arguments = try ["-c", Self.sessionKeeper, "\(programs.count)", entry] + command
        let exitCode = try await box.run(toolchain.executable, arguments, runner)
        return try box.output(exitCode: exitCode)
    }

    private var command: [String] {
        get throws {
            let folder = runner.folder.path
            return try runner.sandboxNeeds(for: toolchain).coldCommandPrefix
                .map { $0.replacing("/harness", with: folder) }
        }
    }

    /// Starts both drivers with the two ends of one socket pair as their descriptor 3.
    private static let connector = """
        import os, socket, sys
        boxes, entry, command = sys.argv[1:3], sys.argv[3], sys.argv[4:]
        pair = socket.socketpair()
        ends = [os.dup2(end.fileno(), 20 + index) for index, end in enumerate(pair)]
        for end in pair:
            end.close()
        children = []
        for index, mode in enumerate(("serve", "examine")):
            child = os.fork()
            if child == 0:
                os.setpgid(0, 0)
                os.chdir(boxes[index])
                for descriptor, name in ((1, "out"), (2, "err"), (9, "results")):
                    os.dup2(os.open(name, os.O_WRONLY | os.O_CREAT, 0o600), descriptor)
                os.dup2(ends[index], 10)
                os.dup2(10, 3)
                os.dup2(9, 4)
                os.closerange(5, 64)
                os.execv(command[0], command + [mode, entry])
            children.append(child)
        for end in ends:
            os.close(end)
        for _ in children:
            child, status = os.wait()
            # What a program leaves behind goes with it, as in a box: it may hold the channel open.
            try:
                os.killpg(child, 9)
            except ProcessLookupError:
                pass
            with open(boxes[children.index(child)] + "/code", "w") as file:
                file.write(str(os.waitstatus_to_exitcode(status)))
        """
}

extension DriverSession {
    /// Starts one examiner, then a candidate for each program, and hands the examiner the candidate's channel.
    private static let sessionKeeper = """
        import os, socket, sys
        count, entry, command = int(sys.argv[1]), sys.argv[2], sys.argv[3:]
        root = os.getcwd()
        def start(end, mode, results):
            child = os.fork()
            if child == 0:
                os.dup2(end.fileno(), 20)
                os.dup2(os.open(results, os.O_WRONLY | os.O_CREAT, 0o600), 21)
                for name, descriptor in (("out", 1), ("err", 2)):
                    os.dup2(os.open(root + "/" + name, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), descriptor)
                os.dup2(20, 3)
                os.dup2(21, 4)
                os.closerange(5, 64)
                os.execv(command[0], command + mode)
            end.close()
            return child
        control, theirs = socket.socketpair()
        examiner = start(theirs, ["examine-many", "any"], "end")
        with open("job", "rb") as file:
            job = file.read()
        with open("results", "wb") as results:
            for index in range(count):
                os.mkdir(str(index))
                os.rename(str(index) + ".py", str(index) + "/solution.py")
                os.chdir(str(index))
                left, right = socket.socketpair()
                candidate = start(left, ["serve", entry], "results")
                os.chdir("..")
                socket.send_fds(control, [job], [right.fileno()])
                right.close()
                answer = control.recv(1 << 16)
                results.write(answer)
                os.waitpid(candidate, 0)
                if not answer:
                    break
            control.shutdown(socket.SHUT_WR)
            code = os.waitstatus_to_exitcode(os.waitpid(examiner, 0)[1])
            with open("end", "rb") as end:
                results.write(end.read())
        sys.exit(code)
        """
}

/// A temporary folder in the place of a box.
struct Box {
    let folder: URL

    init(_ files: [String: [UInt8]]) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "runners-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, content) in files { try Data(content).write(to: folder.appending(path: name)) }
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    func run(_ executable: String, _ arguments: [String], _ runner: Runner) async throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: executable)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = runner.definition.environment
        process.standardInput = FileHandle.nullDevice
        let (exits, exit) = AsyncStream.makeStream(of: Int32.self)
        process.terminationHandler = { process in
            exit.yield(process.terminationStatus)
            exit.finish()
        }
        try process.run()
        var status: Int32 = -1
        for await value in exits { status = value }
        return status
    }

    func recordedExitCode() throws -> Int32 {
        let text = try String(contentsOf: folder.appending(path: "code"), encoding: .utf8)
        return Int32(text) ?? -1
    }

    func output(exitCode: Int32) throws -> DriverSession.Output {
        let results = Array(try Data(contentsOf: folder.appending(path: "results")))
        let (frames, isComplete) = WireFormat.leadingFrames(in: results)
        return DriverSession.Output(
            exitCode: exitCode,
            frames: frames,
            isComplete: isComplete,
            standardOutput: String(
                decoding: try Data(contentsOf: folder.appending(path: "out")),
                as: UTF8.self
            ),
            standardError: String(
                decoding: try Data(contentsOf: folder.appending(path: "err")),
                as: UTF8.self
            )
        )
    }
}

/// Encodes one call of a function.
func call(_ sequence: Int64, _ name: String, _ arguments: Value...) -> [UInt8] {
    WireFormat.encode(frame: "C", [.int(sequence), .text(name), .list(arguments)])
}

import CLauncher
import Foundation
import HarnessCore
import Synchronization

/// One launcher process and the conversation with it: one request, one report, in turn.
///
/// Started by Foundation `Process`, it supervises and never becomes a candidate: a candidate that
/// inherited `Process`'s own socket could hold up the exit notices of every other child.
final class Launcher: Sendable {
    let isolation: IsolationLevel
    private let hasZygote: Bool
    private let coldCommandPrefix: [String]
    private let places: Places
    private let socket: Int32
    private let process: ProcessBox
    /// All blocking socket calls happen here, off the cooperative threads.
    private let queue: DispatchQueue
    private let exit: AsyncStream<Void>

    /// `Process` is not marked Sendable; it is only touched before it runs and to ask for its end.
    private struct ProcessBox: @unchecked Sendable {
        let process: Process
    }

    /// Starts a launcher and waits for its hello; throws what it says failed.
    init(
        _ configuration: SandboxConfiguration,
        level: IsolationLevel,
        slot: Int,
        workFolder: URL
    ) async throws {
        var ours: Int32 = -1
        var theirs: Int32 = -1
        let status = launcher_make_socket_pair(&ours, &theirs)
        guard status == 0 else { throw SandboxError(.setupFailed, "make a socket pair", underlying: -status) }
        guard FileManager.default.isExecutableFile(atPath: configuration.launcher.path) else {
            close(ours)
            close(theirs)
            throw SandboxError(.launcherMissing, configuration.launcher.path, underlying: ENOENT)
        }
        let isWarm = level >= .namespaces && !(configuration.zygoteCommand ?? []).isEmpty
        let process = Process()
        process.executableURL = configuration.launcher
        process.arguments = Self.arguments(
            configuration,
            level: level,
            slot: slot,
            workFolder: workFolder,
            isWarm: isWarm
        )
        process.environment = [:]
        process.standardInput = FileHandle(fileDescriptor: theirs, closeOnDealloc: false)
        process.standardOutput = FileHandle.nullDevice
        let (exit, continuation) = AsyncStream<Void>.makeStream()
        process.terminationHandler = { _ in continuation.finish() }
        do {
            try process.run()
        } catch {
            close(ours)
            close(theirs)
            throw SandboxError(.launcherMissing, "start \(configuration.launcher.path): \(error)")
        }
        close(theirs)
        self.exit = exit
        self.process = ProcessBox(process: process)
        isolation = level
        socket = ours
        coldCommandPrefix = configuration.coldCommandPrefix
        places = Places(level: level, workFolder: workFolder)
        hasZygote = isWarm
        queue = DispatchQueue(label: "sandbox-launcher-\(slot)")
        let hello = try await Self.onQueue(queue) { [socket] () throws(SandboxError) in
            var hello = launcher_hello()
            try Self.receive(socket, into: &hello)
            return hello
        }
        guard hello.magic == UInt32(LAUNCHER_MAGIC) else {
            throw SandboxError(.setupFailed, "\(configuration.launcher.path) is not of this version")
        }
        guard hello.error == 0 else {
            await shutdown()
            throw SandboxError(.setupFailed, LauncherWire.text(hello.step), underlying: hello.error)
        }
    }

    deinit { close(socket) }

    /// Runs one program, and takes over the channel's descriptor: it is closed once the launcher has it.
    ///
    /// A copy that stayed open here would keep either side from seeing the other's end.
    func run(
        _ request: ExecutionRequest,
        id: UInt64,
        channel: LauncherWire.Channel = .none
    ) async throws(SandboxError) -> RunReport {
        try await runFenced(request, id: id, channel: channel).report
    }

    /// Runs one program like `run`, and tells which fences stood around it.
    func runFenced(
        _ request: ExecutionRequest,
        id: UInt64,
        channel: LauncherWire.Channel = .none
    ) async throws(SandboxError) -> (report: RunReport, fences: Fences) {
        let bytes = LauncherWire.encode(
            request,
            command: command(for: request.start),
            id: id,
            channel: channel
        )
        return try await Self.onQueue(queue) { [socket, isolation] () throws(SandboxError) in
            let descriptor = channel.descriptor
            let status = launcher_send(socket, bytes, bytes.count, descriptor)
            if descriptor >= 0 { close(descriptor) }
            guard status == 0 else {
                throw SandboxError(.launcherLost, "send a request", underlying: -status)
            }
            var report = launcher_report()
            try Self.receive(socket, into: &report)
            guard report.magic == UInt32(LAUNCHER_MAGIC), report.id == id else {
                throw SandboxError(.launcherLost, "the launcher's wire is out of step")
            }
            let output = try Self.receiveBytes(socket, count: report.output_size)
            let errorOutput = try Self.receiveBytes(socket, count: report.error_output_size)
            let results = try Self.receiveBytes(socket, count: report.result_size)
            let facts = try LauncherWire.decode(
                report,
                isolation: isolation,
                output: output,
                errorOutput: errorOutput,
                results: results
            )
            return (facts, Fences(rawValue: report.fences))
        }
    }

    /// Ends the launcher and waits until it, and so everything below it, is gone.
    func shutdown() async {
        abandon()
        // In a task of its own: one that is cancelled would not wait, and the launcher's programs still run.
        await Task { [exit] in for await _ in exit {} }.value
    }

    /// Gives up the conversation, from any thread: the launcher ends what runs, and `run` throws.
    func abandon() { _ = Glibc.shutdown(socket, Int32(SHUT_RDWR)) }

    private func command(for start: ExecutionRequest.Start) -> LauncherWire.Command {
        switch start {
        case .warm(let arguments) where hasZygote: LauncherWire.Command(arguments: arguments, isWarm: true)
        case .warm(let arguments):
            LauncherWire.Command(arguments: coldCommandPrefix + arguments, isWarm: false)
        case .cold(let command):
            LauncherWire.Command(arguments: command.map(places.found), isWarm: false)
        }
    }

    private static let launcherNumber = Atomic<Int>(0)

    private static func arguments(
        _ configuration: SandboxConfiguration,
        level: IsolationLevel,
        slot: Int,
        workFolder: URL,
        isWarm: Bool
    ) -> [String] {
        var arguments = ["--isolation", level.rawValue, "--slot", String(slot)]
        arguments += ["--processor", String(processor(of: slot, slots: configuration.slots))]
        // Several pools may live in one process: the number, not the slot, makes the name unique.
        let number = launcherNumber.wrappingAdd(1, ordering: .relaxed).newValue
        arguments += [
            "--control-group", "evalharness-\(ProcessInfo.processInfo.processIdentifier)-\(number)",
        ]
        arguments += ["--work-folder", workFolder.path]
        for path in configuration.readOnlyPaths { arguments += ["--read-only", path] }
        for file in configuration.harnessFiles + [configuration.guestLibrary, configuration.probe] {
            arguments += ["--harness-file", file.path]
        }
        for (name, file) in configuration.largeFiles.sorted(by: { $0.key < $1.key }) {
            arguments += ["--harness-bind", "\(name)=\(file.path)"]
        }
        for link in SystemLinks.needed(by: configuration.readOnlyPaths) { arguments += ["--link", link] }
        let places = Places(level: level, workFolder: workFolder)
        for (name, value) in configuration.environment.sorted(by: { $0.key < $1.key }) {
            arguments += ["--environment", "\(name)=\(places.found(in: value))"]
        }
        if configuration.offersProcessFileSystem { arguments.append("--proc") }
        if isWarm { arguments += configuration.zygoteCommand ?? [] }
        return arguments
    }

    /// The processor for both launchers of a pool's slot.
    ///
    /// Where there are more processors than slots, several harnesses on one machine should not meet on the first.
    private static func processor(of launcherIndex: Int, slots: Int) -> Int {
        let hasRoom = slots < ProcessInfo.processInfo.activeProcessorCount
        let offset = hasRoom ? Int(ProcessInfo.processInfo.processIdentifier) % 1024 : 0
        return launcherIndex / 2 + offset
    }

    private static func onQueue<Result: Sendable>(
        _ queue: DispatchQueue,
        _ work: @escaping @Sendable () throws(SandboxError) -> Result
    ) async throws(SandboxError) -> Result {
        let outcome = await withCheckedContinuation { continuation in
            queue.async {
                do throws(SandboxError) {
                    continuation.resume(returning: Swift.Result<Result, SandboxError>.success(try work()))
                } catch {
                    continuation.resume(returning: Swift.Result<Result, SandboxError>.failure(error))
                }
            }
        }
        return try outcome.get()
    }

    private static func receive<Message>(_ socket: Int32, into message: inout Message) throws(SandboxError) {
        let status = withUnsafeMutableBytes(of: &message) { bytes in
            bytes.baseAddress.map { launcher_receive(socket, $0, bytes.count) } ?? 0
        }
        guard status == 0 else {
            throw SandboxError(.launcherLost, "read from the launcher", underlying: -status)
        }
    }

    private static func receiveBytes(_ socket: Int32, count: UInt64) throws(SandboxError) -> [UInt8] {
        // The launcher caps what it captures; a larger count is a broken wire.
        guard count <= 1 << 32 else {
            throw SandboxError(.launcherLost, "the launcher's wire is out of step")
        }
        guard count > 0 else { return [] }
        var status: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: Int(count)) { buffer, initialized in
            status = buffer.baseAddress.map { launcher_receive(socket, $0, Int(count)) } ?? 0
            initialized = status == 0 ? Int(count) : 0
        }
        guard status == 0 else {
            throw SandboxError(.launcherLost, "read from the launcher", underlying: -status)
        }
        return bytes
    }
}

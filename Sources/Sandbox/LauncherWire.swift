import CLauncher
import Foundation
import HarnessCore

/// Turns requests into the launcher's bytes, and its reports back into facts.
enum LauncherWire {
    /// Encodes the header and payload of one request.
    static func encode(_ request: ExecutionRequest, command: Command, id: UInt64, channel: Channel) -> [UInt8]
    {
        var payload: [UInt8] = []
        payload.reserveCapacity(256 + request.calls.count + request.files.reduce(0) { $0 + $1.content.count })
        for argument in command.arguments {
            append(UInt32(argument.utf8.count), to: &payload)
            payload.append(contentsOf: argument.utf8)
        }
        for file in request.files {
            let executable = file.isExecutable ? LAUNCHER_FILE_EXECUTABLE : 0
            append(UInt32(file.name.utf8.count) | executable, to: &payload)
            payload.append(contentsOf: file.name.utf8)
            append(UInt64(file.content.count), to: &payload)
            payload.append(contentsOf: file.content)
        }
        append(UInt64(request.calls.count), to: &payload)
        payload.append(contentsOf: request.calls)

        var header = launcher_request()
        header.magic = UInt32(LAUNCHER_MAGIC)
        header.id = id
        if request.boundsAddressSpace { header.flags |= LAUNCHER_REQUEST_ADDRESS_SPACE.rawValue }
        if command.isWarm { header.flags |= LAUNCHER_REQUEST_WARM.rawValue }
        switch channel {
        case .none: break
        case .leading: header.flags |= LAUNCHER_REQUEST_CHANNEL.rawValue
        case .following:
            header.flags |= LAUNCHER_REQUEST_CHANNEL.rawValue | LAUNCHER_REQUEST_FOLLOWS.rawValue
        }
        if request.readsCallsAsInput { header.flags |= LAUNCHER_REQUEST_INPUT.rawValue }
        if request.needsProcessFileSystem { header.flags |= LAUNCHER_REQUEST_PROC.rawValue }
        header.limits = launcher_limits(
            cpu_milliseconds: UInt64(request.limits.cpuMilliseconds),
            wall_milliseconds: UInt64(request.limits.wallMilliseconds),
            memory_bytes: UInt64(request.limits.memoryBytes),
            output_bytes: UInt64(request.limits.outputBytes),
            result_bytes: UInt64(request.limits.resultBytes),
            file_bytes: UInt64(request.limits.fileBytes),
            processes: UInt32(request.limits.processes),
            open_files: UInt32(request.limits.openFiles)
        )
        header.argument_count = UInt32(command.arguments.count)
        header.file_count = UInt32(request.files.count)
        header.payload_size = UInt64(payload.count)
        return withUnsafeBytes(of: header) { Array($0) } + payload
    }

    /// The descriptor that goes with a request to become the program's descriptor 3.
    enum Channel {
        case none
        /// The program goes on when the other side ends: an examiner has yet to report.
        case leading(Int32)
        /// The program is stopped soon after the other side has ended: a candidate without an examiner.
        case following(Int32)

        var descriptor: Int32 {
            switch self {
            case .none: -1
            case .leading(let descriptor), .following(let descriptor): descriptor
            }
        }
    }

    /// How a request is started on a given slot.
    struct Command {
        var arguments: [String]
        var isWarm: Bool
    }

    /// Reads the report's facts; throws where the launcher could not run the program at all.
    static func decode(
        _ report: launcher_report,
        isolation: IsolationLevel,
        output: [UInt8],
        errorOutput: [UInt8],
        results: [UInt8]
    ) throws(SandboxError) -> RunReport {
        guard report.error == 0 else {
            throw SandboxError(.executionFailed, text(report.step), underlying: report.error)
        }
        try checkFences(Fences(rawValue: report.fences), at: isolation)
        let status = report.wait_status
        let signal = Int(status & 0x7f)
        let usage = ResourceUsage(
            cpuMicroseconds: Int(clamping: report.cpu_microseconds),
            wallMicroseconds: Int(clamping: report.wall_microseconds),
            peakMemoryBytes: report.has_peak_memory != 0 ? Int(clamping: report.peak_memory_bytes) : nil
        )
        return RunReport(
            termination: signal == 0 ? .exited(code: Int(status >> 8 & 0xff)) : .signaled(signal),
            limitHit: limit(report.limit),
            isStopped: report.is_stopped != 0,
            usage: usage,
            standardOutput: output,
            standardError: errorOutput,
            results: results,
            isolation: isolation
        )
    }

    /// Refuses an execution that stood behind less than its level promises, whatever came of it.
    ///
    /// No fence at all is a program that a limit stopped before it was confined: none of its code has run.
    static func checkFences(_ fences: Fences, at isolation: IsolationLevel) throws(SandboxError) {
        let missing = Fences.required(at: isolation).subtracting(fences)
        guard fences.isEmpty || missing.isEmpty else {
            throw SandboxError(
                .probeFailed,
                "a program ran at level \(isolation.rawValue) without \(missing.names.joined(separator: ", "))"
            )
        }
    }

    /// Reads a text field of fixed size up to its NUL.
    static func text<Field>(_ field: Field) -> String {
        withUnsafeBytes(of: field) { bytes in String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self) }
    }

    private static func limit(_ code: UInt32) -> ResourceLimitKind? {
        switch launcher_limit(code) {
        case LAUNCHER_LIMIT_WALL_TIME: .wallTime
        case LAUNCHER_LIMIT_CPU_TIME: .cpuTime
        case LAUNCHER_LIMIT_OUTPUT: .output
        case LAUNCHER_LIMIT_MEMORY: .memory
        case LAUNCHER_LIMIT_FILES: .files
        case LAUNCHER_LIMIT_PROCESSES: .processes
        case LAUNCHER_LIMIT_FORBIDDEN_SYSTEM_CALL: .forbiddenSystemCall
        default: nil
        }
    }

    private static func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) }
    }
}

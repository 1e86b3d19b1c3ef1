import Foundation

/// Runs a toolchain's program once, to ask it about itself.
enum ProbeProcess {
    /// Returns what the program prints; nil when it cannot be started or fails.
    ///
    /// Waits by the termination handler: `waitUntilExit` polls every 50 ms on Linux.
    static func output(of executable: String, arguments: [String]) async -> String? {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: executable)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        let (exits, exit) = AsyncStream.makeStream(of: Int32?.self)
        process.terminationHandler = { process in
            exit.yield(process.terminationReason == .exit ? process.terminationStatus : nil)
            exit.finish()
        }
        do {
            try process.run()
        } catch {
            return nil
        }
        // A description is far smaller than a pipe's buffer, so nothing blocks before it is read.
        var status: Int32?
        for await value in exits { status = value }
        let output = (try? pipe.fileHandleForReading.read(upToCount: 60_000)) ?? Data()
        // Linux's Foundation leaves this descriptor open otherwise.
        try? pipe.fileHandleForReading.close()
        guard status == 0 else { return nil }
        return String(decoding: output, as: UTF8.self)
    }
}

import Foundation
package import HarnessCore

/// The interpreter or compiler of a language, as found on this machine.
package struct Toolchain: Sendable, Hashable {
    /// What the tool calls itself: `3.11.2`.
    package var version: String
    /// Real path of the program that runs, with no symbolic link and no version-manager shim in it.
    package var executable: String
    /// Folders and files the language needs to read, all outside the harness's own.
    package var readOnlyPaths: [String]
    /// Identity of the tool: its full version text, its path and its bytes.
    package var digest: ContentHash

    /// What the probe defines for commands: `javac` and its path.
    package var values: [String: String]

    package init(
        version: String,
        executable: String,
        readOnlyPaths: [String],
        digest: ContentHash,
        values: [String: String] = [:]
    ) {
        self.version = version
        self.executable = executable
        self.readOnlyPaths = readOnlyPaths
        self.digest = digest
        self.values = values
    }

    /// Whether the programs it was found with are still there.
    package var isStillThere: Bool {
        ([executable] + values.values.filter { $0.hasPrefix("/") })
            .allSatisfy { FileManager.default.fileExists(atPath: $0) }
    }
}

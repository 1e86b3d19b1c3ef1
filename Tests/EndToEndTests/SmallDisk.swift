import Foundation
import TestSupport

/// A file system of 256 KiB in memory, mounted for one script only; needs root.
struct SmallDisk {
    let mountPoint: URL

    static let isPossible: Bool = {
        // A container's root may lack the right to mount.
        guard geteuid() == 0 else { return false }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/unshare")
        process.arguments = ["--mount", "mount", "-t", "tmpfs", "small", "/mnt"]
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()

    init(in folder: TemporaryFolder) throws {
        mountPoint = folder.file("disk")
        try FileManager.default.createDirectory(at: mountPoint, withIntermediateDirectories: false)
    }

    /// Runs a script that finds the disk mounted at `$disk` and the command `score` writing to it.
    ///
    /// The mount lives in a namespace of the script's own and goes with it.
    func run(_ script: String, _ files: MiniSuite) async throws -> Tool.Outcome {
        try await Tool.run(
            URL(filePath: "/usr/bin/unshare"),
            [
                "--mount", "/bin/bash", "-c",
                """
                disk=$1 tool=$2 suite=$3 samples=$4 store=$1/evalharness.sqlite
                mount -t tmpfs -o size=256k small "$disk" || exit 3
                score() {
                    "$tool" score "$samples" --suite "$suite" --model mini --jobs 1 --store "$store" "$@"
                }
                \(script)
                """,
                "small-disk", mountPoint.path, Tool.program.path, files.suite.path,
                files.folder.file("samples.jsonl").path,
            ]
        )
    }
}

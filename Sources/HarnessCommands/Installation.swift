import Foundation
import HarnessCore
import Runners

/// Where the parts of this installation are: the data and the sandbox's programs.
struct Installation: Sendable, Hashable {
    /// The folder that holds `tasks`, `references`, `runners`, `models` and `gates`.
    var home: URL
    /// The program that confines candidates.
    var launcher: URL
    /// The program that tries inside a box what must be refused: the launcher itself, unless another lies beside it.
    ///
    /// A launcher with sanitizers needs one: their runtime does not start in a box.
    var probe: URL
    /// The library a warm interpreter confines its children with.
    var guestLibrary: URL
    /// The folder for what can be made again: compiled programs, precompiled headers.
    var cache: URL

    /// Finds the parts from the path of the executable, or where the environment says.
    ///
    /// - Throws: `unavailable` where the data or the launcher is not there.
    static func find(
        executable: URL,
        environment: [String: String]
    ) throws(HarnessError) -> Installation {
        let home = try home(executable: executable, environment: environment)
        let launcher = try launcher(executable: executable, environment: environment)
        let beside = launcher.deletingLastPathComponent().appending(path: guestName)
        let guest =
            isFile(beside) ? beside : executable.deletingLastPathComponent().appending(path: guestName)
        guard isFile(guest) else {
            throw HarnessError(
                .unavailable,
                "the sandbox's library is not there",
                at: beside.path,
                remedy: "build it with \"swift build --product sandbox-guest\", or run \"make install\" again"
            )
        }
        let probe = launcher.deletingLastPathComponent().appending(path: probeName)
        return Installation(
            home: home,
            launcher: launcher,
            probe: isExecutable(probe) ? probe : launcher,
            guestLibrary: guest,
            cache: cache(environment)
        )
    }

    /// The languages this installation can run.
    func runners() throws(HarnessError) -> RunnerCatalog {
        try RunnerCatalog(folder: home.appending(path: "runners"))
    }

    /// The user's cache, where the environment says or by the rules of freedesktop.org's base directories.
    private static func cache(_ environment: [String: String]) -> URL {
        if let own = environment["EVALHARNESS_CACHE_DIR"], !own.isEmpty {
            return URL(fileURLWithPath: own).standardizedFileURL
        }
        if let shared = environment["XDG_CACHE_HOME"], shared.hasPrefix("/") {
            return URL(filePath: shared).appending(path: "evalharness")
        }
        // Never a shared folder: what lies here is run, and another user must not have put it there.
        let home =
            environment["HOME"].map { URL(filePath: $0) } ?? FileManager.default.homeDirectoryForCurrentUser
        return home.appending(path: ".cache/evalharness")
    }

    /// The data folder alone, for commands that run nothing.
    static func home(executable: URL, environment: [String: String]) throws(HarnessError) -> URL {
        if let override = environment["EVALHARNESS_HOME"], !override.isEmpty {
            let folder = URL(fileURLWithPath: override)
            guard holdsData(folder) else {
                throw HarnessError(
                    .unavailable,
                    "EVALHARNESS_HOME holds no \"tasks\" and \"runners\" folders",
                    at: folder.path,
                    remedy: "point it at the installation's share/evalharness, or unset it"
                )
            }
            return folder
        }
        let binaries = executable.deletingLastPathComponent()
        let shared = binaries.deletingLastPathComponent().appending(path: "share/evalharness")
        if holdsData(shared) { return shared }
        // A checkout: the executable lies in .build/<configuration>, some folders below the root.
        var folder = binaries
        while folder.path != "/" {
            if isFile(folder.appending(path: "Package.swift")) && holdsData(folder) { return folder }
            folder.deleteLastPathComponent()
        }
        throw HarnessError(
            .unavailable,
            "the tasks and runners of evalharness are not where this program looks",
            at: shared.path,
            remedy:
                "run \"make install PREFIX=…\" again, or set EVALHARNESS_HOME to the folder that holds them"
        )
    }

    /// This program's own file, whatever it was called by.
    static var runningExecutable: URL {
        URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    }

    private static let launcherName = "sandbox-launcher"
    private static let probeName = "sandbox-probe"
    private static let guestName = "libsandbox-guest.so"

    private static func launcher(
        executable: URL,
        environment: [String: String]
    ) throws(HarnessError) -> URL {
        if let override = environment["EVALHARNESS_LAUNCHER"], !override.isEmpty {
            let file = URL(fileURLWithPath: override)
            guard isExecutable(file) else {
                throw HarnessError(
                    .unavailable,
                    "EVALHARNESS_LAUNCHER is not a program",
                    at: file.path,
                    remedy: "point it at sandbox-launcher, or unset it"
                )
            }
            return file
        }
        let binaries = executable.deletingLastPathComponent()
        let candidates = [
            binaries.appending(path: launcherName),
            binaries.deletingLastPathComponent().appending(path: "libexec/evalharness/\(launcherName)"),
        ]
        if let found = candidates.first(where: isExecutable) { return found }
        throw HarnessError(
            .unavailable,
            "the sandbox launcher is not there",
            at: candidates.map(\.path).joined(separator: " or "),
            remedy: "build it with \"swift build --product sandbox-launcher\", or run \"make install\" again"
        )
    }

    private static func holdsData(_ folder: URL) -> Bool {
        ["tasks", "runners"].allSatisfy { name in
            var isFolder: ObjCBool = false
            let path = folder.appending(path: name).path
            return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
        }
    }

    private static func isFile(_ url: URL) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) && !isFolder.boolValue
    }

    private static func isExecutable(_ url: URL) -> Bool {
        isFile(url) && FileManager.default.isExecutableFile(atPath: url.path)
    }
}

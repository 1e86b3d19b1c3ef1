import Foundation
import HarnessCore
import TestSupport
import Testing

@testable import HarnessCommands

@Suite struct InstallationTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "installation-\(UUID().uuidString)")
            .resolvingSymlinksInPath()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func make(_ paths: String...) throws {
        for path in paths {
            let url = folder.appending(path: path)
            if path.hasSuffix("/") {
                try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
            } else {
                let parent = url.deletingLastPathComponent()
                try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
                try Data().write(to: url)
                try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: url.path)
            }
        }
    }

    private func path(_ url: URL?) -> String? {
        url.map { $0.path.replacing(folder.path, with: "") }
    }

    @Test func `an installed program finds its prefix`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try make(
            "p/bin/evalharness",
            "p/share/evalharness/tasks/",
            "p/share/evalharness/runners/",
            "p/libexec/evalharness/sandbox-launcher",
            "p/libexec/evalharness/libsandbox-guest.so"
        )

        let found = try Installation.find(
            executable: folder.appending(path: "p/bin/evalharness"),
            environment: [:]
        )

        #expect(path(found.home) == "/p/share/evalharness")
        #expect(path(found.launcher) == "/p/libexec/evalharness/sandbox-launcher")
        #expect(path(found.guestLibrary) == "/p/libexec/evalharness/libsandbox-guest.so")
    }

    @Test func `a build finds its checkout`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try make(
            "c/Package.swift",
            "c/tasks/",
            "c/runners/",
            "c/.build/x/debug/sandbox-launcher",
            "c/.build/x/debug/libsandbox-guest.so"
        )

        let found = try Installation.find(
            executable: folder.appending(path: "c/.build/x/debug/evalharness"),
            environment: [:]
        )

        #expect(path(found.home) == "/c")
        #expect(path(found.launcher) == "/c/.build/x/debug/sandbox-launcher")
    }

    @Test func `the environment says where the parts are`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try make("home/tasks/", "home/runners/", "l/sandbox-launcher", "l/libsandbox-guest.so")

        let found = try Installation.find(
            executable: folder.appending(path: "nowhere/evalharness"),
            environment: [
                "EVALHARNESS_HOME": folder.appending(path: "home").path,
                "EVALHARNESS_LAUNCHER": folder.appending(path: "l/sandbox-launcher").path,
            ]
        )

        #expect(path(found.home) == "/home")
        #expect(path(found.guestLibrary) == "/l/libsandbox-guest.so")
    }

    @Test func `a launcher that is not there is told with what to do`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try make("c/Package.swift", "c/tasks/", "c/runners/")

        let error = #expect(throws: HarnessError.self) {
            try Installation.find(
                executable: folder.appending(path: "c/.build/debug/evalharness"),
                environment: [:]
            )
        }

        #expect(error?.code == .unavailable)
        #expect(error?.message == "the sandbox launcher is not there")
        #expect(error?.remedy?.contains("sandbox-launcher") == true)
    }

    @Test func `data that is not there is told with where it was looked for`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }

        let error = #expect(throws: HarnessError.self) {
            try Installation.home(executable: folder.appending(path: "bin/evalharness"), environment: [:])
        }

        #expect(error?.code == .unavailable)
        #expect(error?.location?.hasSuffix("/share/evalharness") == true)
    }
}

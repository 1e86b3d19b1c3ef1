import Foundation
import HarnessCore
import Testing

@testable import HarnessCommands

@Suite struct ConfigurationTests {
    private let folder = URL(fileURLWithPath: "/work-folder", isDirectory: true)

    private func file(
        _ text: String,
        at path: String = "/project/evalharness.yaml"
    ) throws -> ConfigurationFile {
        try ConfigurationFile(text: text, url: URL(fileURLWithPath: path))
    }

    @Test func `a flag wins over the environment, the project, the user and the default`() throws {
        let project = try file("run:\n  jobs: 3\n")
        let user = try file("run: { jobs: 2, seed: 9 }\n", at: "/home/u/config.yaml")
        var configuration = Configuration(
            files: [project, user],
            environment: ["EVALHARNESS_JOBS": "4"],
            folder: folder
        )
        configuration.override(.jobs, with: "5")
        let withoutFlag = Configuration(
            files: [project, user],
            environment: ["EVALHARNESS_JOBS": "4"],
            folder: folder
        )
        let filesOnly = Configuration(files: [project, user], environment: [:], folder: folder)
        let userOnly = Configuration(files: [user], environment: [:], folder: folder)
        let nothing = Configuration(files: [], environment: [:], folder: folder)

        #expect(configuration.setting(.jobs) == Setting(text: "5", origin: .flag(name: "--jobs")))
        #expect(
            withoutFlag.setting(.jobs) == Setting(text: "4", origin: .environment(name: "EVALHARNESS_JOBS"))
        )
        #expect(
            filesOnly.setting(.jobs)
                == Setting(text: "3", origin: .file(location: "/project/evalharness.yaml:2"))
        )
        #expect(
            userOnly.setting(.jobs) == Setting(text: "2", origin: .file(location: "/home/u/config.yaml:1"))
        )
        #expect(filesOnly.setting(.seed)?.text == "9")
        #expect(nothing.setting(.jobs) == nil)
        #expect(nothing.setting(.seed) == Setting(text: "1", origin: .builtIn))
    }

    @Test func `version 1.10 stays the text that was written`() throws {
        let file = try file(
            "models:\n  mine:\n    samples: a.jsonl\n    version: 1.10\n  no:\n    samples: b\n"
        )

        #expect(file.models["mine"]?.version == "1.10")
        #expect(file.models["mine"]?.samples.path == "/project/a.jsonl")
        #expect(file.models["no"]?.samples.path == "/project/b")
    }

    @Test func `words that YAML takes for booleans stay words`() throws {
        let configuration = Configuration(
            files: [try file("run:\n  cache: off\n  model: yes\n")],
            environment: [:],
            folder: folder
        )

        #expect(configuration.setting(.cache)?.text == "off")
        #expect(configuration.modelName == "yes")
    }

    @Test(
        arguments: [
            (text: "limit:\n  cpu_seconds: 1\n", line: 1, key: "limit", suggestion: "limits"),
            ("run:\n  job: 1\n", 2, "job", "jobs"),
            ("limits:\n  memory_mb: 1\n  cpu_second: 1\n", 3, "cpu_second", "cpu_seconds"),
            ("models:\n  a:\n    sample: x\n", 3, "sample", "samples"),
        ]
    )
    func `an unknown key is an error with its line and a suggestion`(
        text: String,
        line: Int,
        key: String,
        suggestion: String
    ) {
        let error = #expect(throws: HarnessError.self) { try file(text) }

        #expect(error?.code == .badConfiguration)
        #expect(error?.location == "/project/evalharness.yaml:\(line)")
        #expect(error?.message.contains("\"\(key)\"") == true)
        #expect(error?.remedy?.contains("did you mean \"\(suggestion)\"?") == true)
    }

    @Test(arguments: ["run: [1, 2]\n", "run: 3\n", "- a\n", "run: {\n", "store: {a: b}\n", "models:\n  a:\n"])
    func `a file of another form is a configuration error`(text: String) {
        let error = #expect(throws: HarnessError.self) { try file(text) }

        #expect(error?.code == .badConfiguration)
        #expect(error?.location?.hasPrefix("/project/evalharness.yaml") == true)
    }

    @Test(arguments: ["", "\n", "# nothing\n", "run:\n"])
    func `an empty file sets nothing`(text: String) throws {
        #expect(try file(text).settings.isEmpty)
    }

    @Test func `a store in a file is relative to that file, on the command line to the folder`() throws {
        var configuration = Configuration(
            files: [try file("store: data/my.sqlite\n")],
            environment: [:],
            folder: folder
        )
        #expect(configuration.storeURL.path == "/project/data/my.sqlite")

        configuration.override(.store, with: "other.sqlite")

        #expect(configuration.storeURL.path == "/work-folder/other.sqlite")
    }

    @Test(
        arguments: [
            (key: SettingKey.jobs, text: "0"), (.jobs, "many"), (.seed, "-1"), (.passAt, "1,0"),
            (.passAt, ""),
            (.cpuSeconds, "nan"), (.wallSeconds, "0"), (.memoryMegabytes, "1"), (.cache, "maybe"),
            (.warm, "perhaps"), (.requireLevel, "total"), (.requireLevel, "none"),
        ]
    )
    func `a value that breaks its rule is refused with key, value and origin`(key: SettingKey, text: String) {
        var configuration = Configuration(files: [], environment: [:], folder: folder)
        configuration.override(key, with: text)

        let error = #expect(throws: HarnessError.self) {
            _ = try configuration.jobs(processors: 2)
            _ = try configuration.seed()
            _ = try configuration.passAt()
            _ = try configuration.limits()
            _ = try configuration.isWarm()
            _ = try configuration.choice(.cache, of: CacheWord.self)
            _ = try configuration.requiredLevel()
        }

        #expect(error?.code == .usage)
        #expect(error?.message.hasPrefix("\(key.rawValue) = \"\(text)\"") == true)
        #expect(error?.location == "flag \(key.flagName)")
    }

    private enum CacheWord: String, CaseIterable {
        case on
        case off
        case refresh
    }

    @Test func `limits replace only what somebody set`() throws {
        var configuration = Configuration(files: [], environment: [:], folder: folder)
        configuration.override(.cpuSeconds, with: "2.5")
        configuration.override(.memoryMegabytes, with: "256")

        let limits = try configuration.limits()

        #expect(limits == LimitOverrides(cpuMilliseconds: 2_500, memoryBytes: 256 << 20))
    }

    @Test func `the k of pass@k are sorted and named once`() throws {
        var configuration = Configuration(files: [], environment: [:], folder: folder)
        configuration.override(.passAt, with: "10, 1,5,1")

        #expect(try configuration.passAt() == [1, 5, 10])
    }
}

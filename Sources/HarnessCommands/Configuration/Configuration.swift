import Foundation
import HarnessCore
import Scoring

/// All settings in force: flag over environment over project file over user file over default.
struct Configuration: Sendable {
    /// The files that were read, the strongest first.
    let files: [ConfigurationFile]
    private let environment: [String: String]
    private var flags: [SettingKey: String]
    /// What a relative path in a flag, a variable or a default is relative to.
    private let folder: URL

    init(files: [ConfigurationFile], environment: [String: String], folder: URL) {
        self.files = files
        self.environment = environment
        self.folder = folder
        flags = [:]
    }

    /// Reads the files that apply in a folder.
    ///
    /// A file named by `--config` stands in for the project's own.
    static func load(
        explicitFile: String?,
        folder: URL,
        environment: [String: String]
    ) throws(HarnessError) -> Configuration {
        let project =
            explicitFile.map { URL(fileURLWithPath: $0, relativeTo: folder).absoluteURL.standardizedFileURL }
            ?? folder.appending(path: "evalharness.yaml")
        var files: [ConfigurationFile] = []
        if let file = try ConfigurationFile.read(project, isRequired: explicitFile != nil) {
            files.append(file)
        }
        if let user = userFile(environment), let file = try ConfigurationFile.read(user, isRequired: false) {
            files.append(file)
        }
        return Configuration(files: files, environment: environment, folder: folder)
    }

    /// `$XDG_CONFIG_HOME/evalharness/config.yaml`, or the same under `~/.config`.
    static func userFile(_ environment: [String: String]) -> URL? {
        // The standard says that a relative path in this variable is to be ignored.
        if let base = environment["XDG_CONFIG_HOME"], base.hasPrefix("/") {
            return URL(fileURLWithPath: base).appending(path: "evalharness/config.yaml")
        }
        guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
        return URL(fileURLWithPath: home).appending(path: ".config/evalharness/config.yaml")
    }

    /// Puts the value of a flag above everything else; nil leaves the setting alone.
    mutating func override(_ key: SettingKey, with flag: String?) {
        if let flag { flags[key] = flag }
    }

    /// The setting in force; nil where nobody says anything and there is no default.
    func setting(_ key: SettingKey) -> Setting? {
        if let text = flags[key] {
            return Setting(text: resolved(text, key), origin: .flag(name: key.flagName))
        }
        if let text = environment[key.environmentName], !text.isEmpty {
            return Setting(text: resolved(text, key), origin: .environment(name: key.environmentName))
        }
        for file in files {
            if let setting = file.settings[key] { return setting }
        }
        return key.defaultText.map { Setting(text: resolved($0, key), origin: .builtIn) }
    }

    /// Models by name; the project's win over the user's.
    var models: [String: ConfigurationFile.ModelEntry] {
        files.reduce(into: [:]) { $0.merge($1.models) { strong, _ in strong } }
    }

    /// Suites by name; the project's win over the user's.
    var suites: [String: ConfigurationFile.SuiteEntry] {
        files.reduce(into: [:]) { $0.merge($1.suites) { strong, _ in strong } }
    }

    /// Gate policies by name; the project's win over the user's.
    var gates: [String: GatePolicy] {
        files.reduce(into: [:]) { $0.merge($1.gates) { strong, _ in strong } }
    }

    private func resolved(_ text: String, _ key: SettingKey) -> String {
        guard key.isPath else { return text }
        return URL(fileURLWithPath: text, relativeTo: folder).absoluteURL.standardizedFileURL.path
    }
}

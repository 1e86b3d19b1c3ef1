/// What this build is.
package struct VersionReport: Report {
    private let version: String
    private let operatingSystem: String
    private let architecture: String

    package init(version: String, operatingSystem: String, architecture: String) {
        self.version = version
        self.operatingSystem = operatingSystem
        self.architecture = architecture
    }

    package func lines(_ style: TextStyle) -> [String] {
        ["evalharness \(version) (\(operatingSystem) \(architecture))"]
    }

    package var json: JSONValue {
        .document(
            "version",
            ["version": .text(version), "os": .text(operatingSystem), "arch": .text(architecture)]
        )
    }
}

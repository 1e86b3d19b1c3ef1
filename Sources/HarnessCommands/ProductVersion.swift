/// What this build is, as every run records it.
enum ProductVersion {
    /// Semantic version of the command line, its JSON and its file formats.
    static let text = "0.1.0"

    static var operatingSystem: String {
        #if os(Linux)
        "linux"
        #else
        "other"
        #endif
    }

    static var architecture: String {
        #if arch(x86_64)
        "x86_64"
        #elseif arch(arm64)
        "aarch64"
        #else
        "other"
        #endif
    }
}

import HarnessCore

/// The text of a setting and where it comes from.
struct Setting: Sendable, Hashable {
    var text: String
    var origin: Origin

    /// A source of settings, the weakest first.
    enum Origin: Sendable, Hashable {
        case builtIn
        case file(location: String)
        case environment(name: String)
        case flag(name: String)
    }
}

extension Setting.Origin: CustomStringConvertible {
    var description: String {
        switch self {
        case .builtIn: "default"
        case .file(let location): location
        case .environment(let name): "env \(name)"
        case .flag(let name): "flag \(name)"
        }
    }

    /// A flag is a matter of usage; everything else is configuration.
    var errorCode: HarnessError.Code {
        switch self {
        case .flag: .usage
        case .builtIn, .file, .environment: .badConfiguration
        }
    }
}

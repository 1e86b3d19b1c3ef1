import CLauncher
package import HarnessCore

/// The fences that stood around a program when its first instruction ran.
///
/// The confined child reports each one after raising it; what a kernel lacks is not there.
package struct Fences: OptionSet, Sendable, Hashable {
    package let rawValue: UInt32

    package init(rawValue: UInt32) { self.rawValue = rawValue }

    package static let namespaces = Fences(rawValue: LAUNCHER_FENCE_NAMESPACES.rawValue)
    package static let landlock = Fences(rawValue: LAUNCHER_FENCE_LANDLOCK.rawValue)
    package static let systemCallFilter = Fences(rawValue: LAUNCHER_FENCE_SECCOMP.rawValue)
    package static let noNewPrivileges = Fences(rawValue: LAUNCHER_FENCE_NO_NEW_PRIVILEGES.rawValue)
    package static let resourceLimits = Fences(rawValue: LAUNCHER_FENCE_RESOURCE_LIMITS.rawValue)
    package static let noCapabilities = Fences(rawValue: LAUNCHER_FENCE_NO_CAPABILITIES.rawValue)
    package static let controlGroups = Fences(rawValue: LAUNCHER_FENCE_CONTROL_GROUPS.rawValue)

    /// What a level promises on every machine.
    ///
    /// Landlock is the wall of `fence`. Behind namespaces it is a second one, where the kernel has it.
    package static func required(at level: IsolationLevel) -> Fences {
        let always: Fences = [.noNewPrivileges, .resourceLimits, .noCapabilities]
        return switch level {
        case .none: always
        case .fence: always.union([.systemCallFilter, .landlock])
        case .namespaces: always.union([.systemCallFilter, .namespaces])
        case .full: always.union([.systemCallFilter, .namespaces, .controlGroups])
        }
    }

    /// In a fixed order, as documents call them.
    package var names: [String] {
        let all: [(Fences, String)] = [
            (.namespaces, "namespaces"), (.landlock, "Landlock"), (.systemCallFilter, "seccomp"),
            (.noNewPrivileges, "no new privileges"), (.resourceLimits, "resource limits"),
            (.noCapabilities, "no capabilities"), (.controlGroups, "control groups"),
        ]
        return all.filter { contains($0.0) }.map(\.1)
    }
}

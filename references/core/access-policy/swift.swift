enum TaskError: Error {
    case invalidArgument, notFound, invalidState, permissionDenied
}

final class AccessPolicy {
    /// Names by their code points: texts that are merely equivalent are different names here.
    private typealias Name = [Unicode.Scalar]

    private struct Role {
        var own: [Name: String] = [:]
        var parents: Set<Name> = []
    }

    private var roles: [Name: Role] = [:]

    init() {}

    func define(_ role: String) throws {
        let name = Name(role.unicodeScalars)
        guard roles[name] == nil else { throw TaskError.invalidState }
        roles[name] = Role()
    }

    func inherit(_ role: String, _ parent: String) throws {
        let (heir, ancestor) = (try find(role), try find(parent))
        guard !lineage(of: ancestor).contains(heir) else { throw TaskError.invalidArgument }
        roles[heir]?.parents.insert(ancestor)
    }

    func grant(_ role: String, _ permission: String) throws {
        roles[try find(role)]?.own[Name(permission.unicodeScalars)] = permission
    }

    func revoke(_ role: String, _ permission: String) throws {
        let removed = roles[try find(role)]?.own.removeValue(forKey: Name(permission.unicodeScalars))
        guard removed != nil else { throw TaskError.notFound }
    }

    func permissions(_ role: String) throws -> Set<String> {
        Set(lineage(of: try find(role)).flatMap { roles[$0]?.own.values.map { $0 } ?? [] })
    }

    func require(_ role: String, _ permission: String) throws {
        let name = Name(permission.unicodeScalars)
        let isGranted = lineage(of: try find(role)).contains { roles[$0]?.own[name] != nil }
        guard isGranted else { throw TaskError.permissionDenied }
    }

    private func find(_ role: String) throws -> Name {
        let name = Name(role.unicodeScalars)
        guard roles[name] != nil else { throw TaskError.notFound }
        return name
    }

    /// The role and all roles it inherits from.
    private func lineage(of role: Name) -> Set<Name> {
        var reached: Set<Name> = []
        var open = [role]
        while let each = open.popLast() {
            if reached.insert(each).inserted { open += roles[each]?.parents ?? [] }
        }
        return reached
    }
}

import API
import Domain

/// `docs/permissions.md`, made from the endpoints and the built-in roles; a test compares the two,
/// and another the server with both.
enum PermissionTable {
    private static let tree = RoleTree(BuiltInRoles.all)
    private static let holders = BuiltInRoles.all.map { RoleHolder($0, in: tree) }

    static let markdown: String = """
        # Who may do what

        Made from the endpoints (`Sources/API`) and the built-in roles (`Sources/Domain/Roles`); \
        `make permissions` writes it anew. The tests compare it with the code, and walk every line \
        of it against a running server.

        What a role may do is looked up at every call, so a change acts at once. Roles can be made \
        and changed while the community runs: what counts is the permissions and the weight, not \
        the name.

        ## Roles

        \(roles)

        ## Rules beyond the permission

        Holding the permission of an endpoint is not enough where it acts on somebody or something \
        with a standing. *Lower*, *equal* and *higher* compare the weight of the target (of the \
        member's role, of the role, or the `min_role_weight` of the entry) with the weight of the \
        caller's role. 403 is a refusal with a code; 404 means that it does not exist for the \
        caller, whoever asks why. The columns are for somebody who holds every permission and is \
        not SuperAdmin.

        \(rules)

        Nobody hands on a permission or a weight that they do not have, neither by giving a role \
        nor by making or changing one; nobody changes their own role or ratio; the last SuperAdmin \
        stays; inheritance has no cycles. SuperAdmin holds everything, always.

        ## Endpoints

        *yes*: whoever or whatever it acts on. *–*: refused (401 where nobody is signed in, else \
        403). Otherwise on what it works: *own*, or others that are *lower*, *equal* or *higher*. \
        Paths are below `\(Endpoints.prefix)`, but for those of the server.

        \(groups)

        """

    private static var roles: String {
        let rows = holders.map { holder in
            let added = holder.role.grants.sorted().map { "`\($0.rawValue)`" }
            let words = holder.role.isSuperAdmin ? "everything" : added.joined(separator: " ")
            return [
                holder.role.name.rawValue, String(holder.role.weight.value),
                holder.role.parent.flatMap { tree[$0]?.name.rawValue } ?? "", words,
            ]
        }
        return table(["role", "weight", "inherits from", "adds"], rows)
    }

    private static var rules: String {
        var seen: Set<Reach> = []
        let reaches = Endpoints.all.filter { seen.insert($0.reach).inserted }
        let rows = reaches.compactMap { endpoint -> [String]? in
            guard let sentence = endpoint.reach.sentence else { return nil }
            let names = Endpoints.all.filter { $0.reach == endpoint.reach }
                .map { "`\($0.name)`" }.joined(separator: "<br>")
            let cells = Relation.allCases.map { relation in
                let verdict = endpoint.reach.verdict(
                    on: relation, holding: Set(Permission.allCases), isSuperAdmin: false)
                return verdict.status.map { String($0) } ?? "yes"
            }
            return [names, sentence] + cells
        }
        return table(["endpoints", "rule"] + Relation.allCases.map(\.rawValue), rows)
    }

    private static var groups: String {
        Endpoints.groups.map { group in
            let header =
                ["endpoint", "needs", "not signed in"] + holders.map(\.role.name.rawValue)
            let rows = group.endpoints.map { endpoint in
                ["`\(endpoint.name)`", needs(endpoint), cell(endpoint, nil)]
                    + holders.map { cell(endpoint, $0) }
            }
            return "### \(group.name)\n\n\(group.summary)\n\n\(table(header, rows))"
        }.joined(separator: "\n\n")
    }

    private static func needs(_ endpoint: any AnyEndpoint) -> String {
        switch endpoint.access {
        case .anyone: "nothing"
        case .signedIn: "to be signed in"
        case .inPerson: "to be signed in with a password, not by a key"
        case .permission(let permission): "`\(permission.rawValue)`"
        }
    }

    private static func cell(_ endpoint: any AnyEndpoint, _ holder: RoleHolder?) -> String {
        let relations = holder?.relations ?? Relation.allCases
        let reached = relations.filter { endpoint.verdict(for: holder, on: $0) == .allowed }
        if reached.isEmpty { return "–" }
        if reached == relations { return "yes" }
        return reached.map(\.rawValue).joined(separator: ", ")
    }

    private static func table(_ header: [String], _ rows: [[String]]) -> String {
        ([header, header.map { _ in "---" }] + rows)
            .map { "| " + $0.joined(separator: " | ") + " |" }
            .joined(separator: "\n")
    }
}

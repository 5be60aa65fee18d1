import Domain

/// Who lives in the demo: one account for every role, with passwords in the open.
enum DemoAccounts {
    static let founder = "admin"
    static let founderPassword = "admin123"

    struct Account {
        let username: String
        let role: RoleID
        let roleName: String

        var password: String { DemoAccounts.password(of: username) }
    }

    static let others = [
        Account(username: "ana", role: BuiltInRoles.admin, roleName: "Admin"),
        Account(username: "gil", role: BuiltInRoles.gerente, roleName: "Gerente"),
        Account(username: "sofia", role: BuiltInRoles.supervisor, roleName: "Supervisor"),
        Account(username: "maria", role: BuiltInRoles.member, roleName: "Member"),
        Account(username: "visita", role: BuiltInRoles.guest, roleName: "Guest"),
    ]

    static func password(of username: String) -> String {
        username == founder ? founderPassword : "\(username)-demo-123"
    }

    static var listed: [DemoPlace.Account] {
        [.init(username: founder, password: founderPassword, role: "SuperAdmin")]
            + others.map { .init(username: $0.username, password: $0.password, role: $0.roleName) }
    }
}

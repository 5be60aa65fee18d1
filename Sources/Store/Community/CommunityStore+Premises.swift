import Domain
import Service

extension CommunityStore {
    /// What the act of `entry` was decided upon, as it is at this moment and not when the
    /// transaction began.
    static func requirePremise(of entry: AuditEntry, _ db: any SQLConnection) throws {
        guard let premise = entry.premise else { return }
        let tree = RoleTree(try db.all("select * from role\(db.dialect.sharing)").map(Role.init))
        let actor = try account("id = ?", .id(premise.actor), db, locking: db.dialect.sharing)
        let role = try premise.target.flatMap { target in
            try db.first(
                "select role_id from account where id = ?\(db.dialect.sharing)",
                [.id(target.user)]
            ).map { try $0.id("role_id") as RoleID }
        }
        let weight = premise.target.map { _ in
            role.flatMap { tree[$0]?.weight } ?? .superAdmin
        }
        guard premise.holds(actor: actor, target: weight, in: tree, at: entry.at) else {
            throw StoreFailure.standingChanged
        }
    }
}

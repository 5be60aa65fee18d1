import Domain
import Service

extension CommunityStore {
    /// Throws `.duplicate` or `.looksLike` where the name is taken or could be taken for another.
    /// Whoever asks holds the roles, so of two that come at once one finds the other.
    static func requireOwnLook(_ name: Username, _ db: any SQLConnection) throws {
        let other = try db.first(
            "select username from account where look = ? order by username = ? desc limit 1",
            [.text(Looks(name.rawValue).drawn), .text(name.rawValue)])
        guard let other = try other?.text("username") else { return }
        throw other == name.rawValue ? StoreFailure.duplicate : StoreFailure.looksLike(other)
    }

    /// As above, for a role that is made or renamed.
    static func requireOwnLook(_ role: Role, in tree: RoleTree) throws {
        if tree[role.id]?.name == role.name { return }
        let looks = Looks(role.name.rawValue)
        let others = tree.roles.filter {
            $0.id != role.id && Looks($0.name.rawValue).isLike(looks)
        }
        if others.contains(where: { $0.name == role.name }) { throw StoreFailure.duplicate }
        if let other = others.first { throw StoreFailure.looksLike(other.name.rawValue) }
    }
}

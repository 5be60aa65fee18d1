package import Domain

/// What the use cases need kept about accounts. Staff acts take their audit entry and write it in
/// the same transaction.
package protocol AccountStore: Sendable {
    func account(_ id: UserID) async throws -> AccountRecord?
    /// Those of them that there are, in any order.
    func accounts(_ ids: [UserID]) async throws -> [AccountRecord]
    func account(named: Username) async throws -> AccountRecord?
    func account(passkey: Passkey) async throws -> AccountRecord?
    /// Names containing `text`, in order of name, after `name`.
    func accounts(matching text: String, after name: String?, limit: Int) async throws
        -> [AccountRecord]
    func countAccounts(matching text: String) async throws -> Int

    /// Throws `StoreFailure.duplicate` when the name is taken.
    func create(_ account: NewAccount, audit: AuditEntry?) async throws -> UserID
    /// Throws `.lastSuperAdmin` when nobody would be left with that role who is not banned.
    func setRole(of id: UserID, to role: RoleID, audit: AuditEntry) async throws
    /// With it end every session and key of the user, and the passkey: whoever knew the password
    /// had all three. Answers how many keys there were. Throws `.gone` where the password is not
    /// `old` any more.
    func changePassword(
        of id: UserID, from old: String, to new: String, passkey: Passkey, at: Timestamp
    ) async throws -> Int
    /// Their clients leave every swarm until they come with the new one.
    func setPasskey(of id: UserID, _ passkey: Passkey) async throws
    /// Keeps the row, and with it the name: nobody finds the account any more. Throws `.gone` where
    /// nobody finds it already, and `.lastSuperAdmin`.
    func deleteAccount(_ id: UserID, retiring: Passkey, audit: AuditEntry) async throws
    /// `nil` lifts the ban. Sessions end when one begins. Throws `.lastSuperAdmin` when it would
    /// fall on the last one who is not banned.
    func setBan(of id: UserID, _ ban: Ban?, at: Timestamp, audit: AuditEntry) async throws
}

package import Domain

/// A key for scripts as the store keeps it; the key itself is not kept, only its SHA-256 digest.
package struct APIKeyRecord: Hashable, Sendable {
    package let id: APIKeyID
    package let owner: UserID
    package let name: String
    /// What it may at most; what its owner may not, it may not either.
    package let permissions: Set<Permission>
    package let createdAt: Timestamp
    package let expiresAt: Timestamp?
    /// To the minute.
    package let usedAt: Timestamp?

    package init(
        id: APIKeyID, owner: UserID, name: String, permissions: Set<Permission>,
        createdAt: Timestamp, expiresAt: Timestamp?, usedAt: Timestamp?
    ) {
        self.id = id
        self.owner = owner
        self.name = name
        self.permissions = permissions
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.usedAt = usedAt
    }

    package func isOver(at now: Timestamp) -> Bool { expiresAt.map { $0 <= now } ?? false }
}

package struct APIKeyDraft: Hashable, Sendable {
    package let owner: UserID
    package let digest: [UInt8]
    package let name: String
    package let permissions: Set<Permission>
    package let createdAt: Timestamp
    package let expiresAt: Timestamp?

    package init(
        owner: UserID, digest: [UInt8], name: String, permissions: Set<Permission>,
        createdAt: Timestamp, expiresAt: Timestamp?
    ) {
        self.owner = owner
        self.digest = digest
        self.name = name
        self.permissions = permissions
        self.createdAt = createdAt
        self.expiresAt = expiresAt
    }
}

/// Who is behind a key.
package struct APIKeyStanding: Sendable {
    package let key: APIKeyRecord
    package let account: AccountRecord
    package let roles: RoleTree

    package init(key: APIKeyRecord, account: AccountRecord, roles: RoleTree) {
        self.key = key
        self.account = account
        self.roles = roles
    }
}

/// Keys that were ended are in none of the answers.
package protocol APIKeyStore: Sendable {
    /// Throws `.tooMany` when the owner has `bound`.
    func create(_ draft: APIKeyDraft, bound: Int) async throws -> APIKeyID
    /// Newest first.
    func keys(of owner: UserID) async throws -> [APIKeyRecord]
    /// `false` where the owner has no such key.
    func endKey(_ id: APIKeyID, of owner: UserID, at: Timestamp) async throws -> Bool
    /// The key, its owner and all roles as they stood at one moment.
    func standing(keyDigest: [UInt8]) async throws -> APIKeyStanding?
    func standing(key: APIKeyID) async throws -> APIKeyStanding?
    func used(key: APIKeyID, at: Timestamp) async throws
}

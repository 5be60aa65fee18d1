package import Domain

/// Keys for scripts: a part of what their owner may, without the owner's password.
///
/// 1. What a key may is its own permissions and its owner's, both, as they stand at each request.
/// 2. A key is never SuperAdmin: it hands on nothing that it does not hold itself, and stands above
///    nobody of its owner's weight.
/// 3. It does not change passwords, second factors, sessions, passkeys or keys. With `catalog.read`
///    it downloads torrents, which hold its owner's passkey as everybody's do.
/// 4. A ban of its owner stops it at once, and so does a new password.
package struct APIKeys: Sendable {
    package static let prefix = "enx_"
    package static let bound = 20

    private let store: any APIKeyStore
    private let secrets: any Secrets
    private let notices: NoticeBoard
    private let clock: Clock

    package init(
        store: any APIKeyStore, secrets: any Secrets, notices: NoticeBoard, clock: Clock
    ) {
        self.store = store
        self.secrets = secrets
        self.notices = notices
        self.clock = clock
    }

    /// The key's record, and the key, which is shown this once.
    package func create(
        name: String, permissions: Set<Permission>, expires: Timestamp?, by person: Person
    ) async throws -> (key: APIKeyRecord, token: String) {
        let cleaned = OneLine.cleaned(name.prefix(1000))
        guard name.unicodeScalars.count <= 60, !cleaned.isEmpty else {
            throw ServiceError.invalid(field: "name", "A key has a name of 1 to 60 characters.")
        }
        if let extra = permissions.subtracting(person.actor.permissions).min() {
            throw ServiceError.objected(.cannotGrant(extra))
        }
        let now = clock.now()
        if let expires, expires <= now || expires > .endOfDates {
            throw ServiceError.invalid(
                field: "expires_at", "A key expires in the future, before the year 10000.")
        }
        let token = Self.prefix + secrets.token()
        let draft = APIKeyDraft(
            owner: person.account.id, digest: secrets.digest(token), name: cleaned,
            permissions: permissions, createdAt: now, expiresAt: expires)
        do {
            let id = try await store.create(draft, bound: Self.bound)
            let record = APIKeyRecord(
                id: id, owner: draft.owner, name: cleaned, permissions: permissions, createdAt: now,
                expiresAt: expires, usedAt: nil)
            return (record, token)
        } catch StoreFailure.tooMany {
            throw ServiceError.conflict(
                code: "too_many_keys", "You have \(Self.bound) keys: delete one first.")
        }
    }

    package func list(of person: Person) async throws -> [APIKeyRecord] {
        try await store.keys(of: person.account.id)
    }

    package func end(_ id: APIKeyID, of person: Person) async throws {
        guard try await store.endKey(id, of: person.account.id, at: clock.now()) else {
            throw ServiceError.notFound("key")
        }
        // Open event streams end with it, and not at their next beat.
        notices.post(Notice(.sessionEnded, to: .key(id), reason: "The key was deleted."))
    }
}

extension Role {
    /// The role as a key has it.
    func asKey() -> Role {
        Role(
            id: id, name: name, weight: weight, parent: parent, grants: grants, denies: denies,
            isSuperAdmin: false)
    }
}

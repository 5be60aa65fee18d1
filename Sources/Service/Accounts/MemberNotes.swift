package import Domain

/// What one of the staff wrote down about a member.
package struct MemberNote: Hashable, Sendable {
    package let id: Int64
    package let user: UserID
    package let authorName: String
    package let text: String
    package let madeAt: Timestamp

    package init(id: Int64, user: UserID, authorName: String, text: String, madeAt: Timestamp) {
        self.id = id
        self.user = user
        self.authorName = authorName
        self.text = text
        self.madeAt = madeAt
    }
}

package protocol NoteStore: Sendable {
    /// Newest first, those with a smaller id.
    func notes(on user: UserID, before id: Int64?, limit: Int) async throws -> [MemberNote]
    /// The id of `note` is ignored; the new one is answered.
    func add(_ note: MemberNote, audit: AuditEntry) async throws -> Int64
    /// Throws `.gone`. The audit entry is made of what is there, in the same transaction.
    func deleteNote(
        _ id: Int64, on user: UserID, audit: @escaping @Sendable (MemberNote) -> AuditEntry
    ) async throws
}

/// Notes on members, for the staff that stands above them. The audit log says that there was one and
/// not what it said: whoever reads the log need not be one of those who read notes.
package struct MemberNotes: Sendable {
    private static let lengths = 1...2000

    private let store: any NoteStore
    private let accounts: any AccountStore
    private let roles: any RoleStore
    private let clock: Clock

    package init(
        store: any NoteStore, accounts: any AccountStore, roles: any RoleStore, clock: Clock
    ) {
        self.store = store
        self.accounts = accounts
        self.roles = roles
        self.clock = clock
    }

    package func notes(on id: UserID, before note: Int64?, limit: Int, for actor: Actor)
        async throws -> [MemberNote]
    {
        _ = try await target(id, by: actor)
        return try await store.notes(on: id, before: note, limit: limit)
    }

    package func add(_ text: String, on id: UserID, by actor: Actor) async throws -> MemberNote {
        let (account, target, visibleTo) = try await target(id, by: actor)
        let cleaned = OneLine.cleanedParagraphs(text)
        guard Self.lengths.contains(cleaned.count), cleaned.utf8.count <= 8000,
            !cleaned.allSatisfy(\.isWhitespace)
        else {
            throw ServiceError.invalid(field: "text", "A note has 1 to 2,000 characters.")
        }
        let now = clock.now()
        let note = MemberNote(
            id: 0, user: id, authorName: actor.username.rawValue, text: cleaned, madeAt: now)
        let audit = AuditEntry(
            actor, "note.added", "user \(account.username)", after: Self.words(cleaned), at: now,
            visibleTo: visibleTo, on: target)
        return MemberNote(
            id: try await store.add(note, audit: audit), user: id, authorName: note.authorName,
            text: cleaned, madeAt: now)
    }

    package func delete(_ note: Int64, on id: UserID, by actor: Actor) async throws {
        let (account, target, visibleTo) = try await target(id, by: actor)
        let now = clock.now()
        do {
            try await store.deleteNote(note, on: id) { note in
                AuditEntry(
                    actor, "note.deleted", "user \(account.username)",
                    before: "\(note.authorName), \(note.madeAt.inWords): \(Self.words(note.text))",
                    at: now, visibleTo: visibleTo, on: target)
            }
        } catch StoreFailure.gone {
            throw ServiceError.notFound("note")
        }
    }

    private static func words(_ text: String) -> String {
        "a note of \(text.count) \(text.count == 1 ? "character" : "characters")"
    }

    /// The member, and the least weight that stands above them.
    private func target(_ id: UserID, by actor: Actor) async throws
        -> (AccountRecord, Premise.Target, RoleWeight)
    {
        guard let account = try await accounts.account(id) else {
            throw ServiceError.notFound("member")
        }
        if id == actor.id { throw ServiceError.objected(.ownAccount) }
        let weight = try await roles.tree()[account.roleID]?.weight ?? .superAdmin
        if let objection = Conduct.objection(
            to: actor, using: .usersManage, on: id, weighing: weight)
        {
            throw ServiceError.objected(objection)
        }
        let target = Premise.Target(id, weighing: weight)
        return (account, target, RoleWeight(weight.value + 1) ?? .superAdmin)
    }
}

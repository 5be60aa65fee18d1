package import Domain

/// One staff act: who did what to whom, when, why, before and after.
package struct AuditEntry: Hashable, Sendable {
    package let actorID: UserID
    package let actorName: String
    package let act: String
    package let subject: String
    package let reason: String?
    package let before: String?
    package let after: String?
    package let at: Timestamp
    /// Below this weight nobody reads it: it names an entry of the catalog that is hidden there.
    package let visibleTo: RoleWeight

    package init(
        _ actor: Actor, _ act: String, _ subject: String, reason: String? = nil,
        before: String? = nil, after: String? = nil, at: Timestamp, visibleTo: RoleWeight = .guest
    ) {
        self.init(
            actorID: actor.id, actorName: actor.username.rawValue, act: act, subject: subject,
            reason: reason, before: before, after: after, at: at, visibleTo: visibleTo)
    }

    package init(
        actorID: UserID, actorName: String, act: String, subject: String, reason: String?,
        before: String?, after: String?, at: Timestamp, visibleTo: RoleWeight
    ) {
        self.actorID = actorID
        self.actorName = actorName
        self.act = act
        self.subject = subject
        self.reason = reason
        self.before = before
        self.after = after
        self.at = at
        self.visibleTo = visibleTo
    }
}

package protocol AuditStore: Sendable {
    /// Newest first, those before `id` that a role of this weight may read, each with its id.
    func audit(before id: Int64?, visibleTo weight: RoleWeight, limit: Int) async throws
        -> [(id: Int64, entry: AuditEntry)]
}

/// A staff act's reason: one line of 1 to 500 characters.
package enum Reason {
    package static func checked(_ text: String) throws -> String {
        let cleaned = OneLine.cleaned(text)
        guard (1...500).contains(cleaned.count), cleaned.utf8.count <= 2000 else {
            throw ServiceError.invalid(
                field: "reason", "A reason is needed: one line, at most 500 characters.")
        }
        return cleaned
    }
}

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
    /// Where the request came from, where that is known.
    package let address: IPAddress?
    /// What the act was decided upon. It is held against the moment of the act and not kept; `nil`
    /// for an entry that is read.
    package let premise: Premise?

    /// `target` is the member that the act is about, where there is one; `tree` the roles, where it
    /// hands one on or changes one.
    package init(
        _ actor: Actor, _ act: String, _ subject: String, reason: String? = nil,
        before: String? = nil, after: String? = nil, at: Timestamp, visibleTo: RoleWeight = .guest,
        on target: Premise.Target? = nil, in tree: RoleTree? = nil
    ) {
        self.init(
            actorID: actor.id, actorName: actor.username.rawValue, act: act, subject: subject,
            reason: reason, before: before, after: after, at: at, visibleTo: visibleTo,
            address: actor.address, premise: Premise(actor, on: target, in: tree))
    }

    package init(
        actorID: UserID, actorName: String, act: String, subject: String, reason: String?,
        before: String?, after: String?, at: Timestamp, visibleTo: RoleWeight,
        address: IPAddress? = nil, premise: Premise? = nil
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
        self.address = address
        self.premise = premise
    }

    /// The same act with what the transaction itself found before and left after.
    package func finding(before: String, leaving after: String) -> AuditEntry {
        AuditEntry(
            actorID: actorID, actorName: actorName, act: act, subject: subject, reason: reason,
            before: before, after: after, at: at, visibleTo: visibleTo, address: address,
            premise: premise)
    }
}

/// A staff act's reason: one line of 1 to 500 characters.
package enum Reason {
    package static func checked(_ text: String) throws -> String {
        let cleaned = OneLine.cleaned(text)
        // As it came, too: what is promised of a text's length is promised before it is cleaned.
        guard !cleaned.isEmpty, text.unicodeScalars.count <= 500 else {
            throw ServiceError.invalid(
                field: "reason", "A reason is needed: one line, at most 500 characters.")
        }
        return cleaned
    }
}

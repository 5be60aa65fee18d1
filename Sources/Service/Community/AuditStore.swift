package import Domain

/// Which entries of the audit log are wanted. The viewer's weight is part of it, so that no
/// statement exists that could forget it.
package struct AuditSearch: Hashable, Sendable {
    /// Each is found in the subject, the reason or the actor's name, whatever its case.
    package var words: [String]
    package var actor: String?
    /// An act, or the first part of one: `user` finds `user.banned`.
    package var act: String?
    package var since: Timestamp?
    /// The first moment that is too late.
    package var until: Timestamp?
    /// Only entries before this number.
    package var before: Int64?
    package var visibleTo: RoleWeight
    package var limit: Int

    package init(
        words: [String] = [], actor: String? = nil, act: String? = nil, since: Timestamp? = nil,
        until: Timestamp? = nil, before: Int64? = nil, visibleTo: RoleWeight, limit: Int
    ) {
        self.words = words
        self.actor = actor
        self.act = act
        self.since = since
        self.until = until
        self.before = before
        self.visibleTo = visibleTo
        self.limit = limit
    }
}

package protocol AuditStore: Sendable {
    /// Newest first, each with its number in the chain.
    func audit(_ search: AuditSearch) async throws -> [(id: Int64, entry: AuditEntry)]
    /// Walks the chain from its beginning.
    func verifyAudit() async throws -> AuditVerdict
}

extension AuditStore {
    package func audit(before id: Int64?, visibleTo weight: RoleWeight, limit: Int) async throws
        -> [(id: Int64, entry: AuditEntry)]
    {
        try await audit(AuditSearch(before: id, visibleTo: weight, limit: limit))
    }
}

/// What a walk along the audit log's chain found.
package enum AuditVerdict: Hashable, Sendable {
    /// So many entries; the hash of the last, in hexadecimal, stands for all of them.
    case sound(entries: Int64, hash: String)
    case broken(AuditBreak)
}

/// The first entry at which the chain does not hold.
package enum AuditBreak: Hashable, Sendable {
    /// It, or the hash that it carries of the one before, is not what was written.
    case altered(number: Int64)
    case missing(number: Int64)
    /// A row that nobody wrote through the server.
    case unnumbered(id: Int64)
    /// The log ends elsewhere than at the entry that was written last; `kept` is its number.
    case cutOff(found: Int64, kept: Int64?)
}

extension AuditBreak: CustomStringConvertible {
    package var description: String {
        switch self {
        case .altered(let number):
            "entry \(number) is not as it was written, or not where it was written"
        case .missing(let number): "entry \(number) is missing"
        case .unnumbered(let id): "the row with the id \(id) is none of the log's entries"
        case .cutOff(let found, let kept?):
            "the log ends at entry \(found), and the last one written was \(kept)"
        case .cutOff(let found, nil):
            "the log has \(found) entries, and the record of the last one is gone"
        }
    }
}

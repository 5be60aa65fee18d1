package import Domain
package import Tracker

/// A case as the store keeps it: what speaks against one member in one torrent in one way.
package struct EvidenceRecord: Hashable, Sendable {
    package let id: Int64
    package let kind: EvidenceKind
    package let score: Int
    package let user: Party
    package let torrent: CatalogID
    package let peerID: PeerID
    package let claimed: ByteCount
    package let explained: ByteCount
    package let since: Timestamp
    package let until: Timestamp
    package let times: Int
    package let counterpart: Party?
    package let review: Review?

    /// A member, and how they stand now.
    package struct Party: Hashable, Sendable {
        package let id: UserID
        package let username: String
        package let weight: RoleWeight

        package init(id: UserID, username: String, weight: RoleWeight) {
            self.id = id
            self.username = username
            self.weight = weight
        }
    }

    package struct Review: Hashable, Sendable {
        package let verdict: EvidenceVerdict
        package let reviewer: String
        package let reason: String
        package let at: Timestamp

        package init(verdict: EvidenceVerdict, reviewer: String, reason: String, at: Timestamp) {
            self.verdict = verdict
            self.reviewer = reviewer
            self.reason = reason
            self.at = at
        }
    }

    package init(
        id: Int64, kind: EvidenceKind, score: Int, user: Party, torrent: CatalogID,
        peerID: PeerID, claimed: ByteCount, explained: ByteCount, since: Timestamp,
        until: Timestamp, times: Int, counterpart: Party?, review: Review?
    ) {
        self.id = id
        self.kind = kind
        self.score = score
        self.user = user
        self.torrent = torrent
        self.peerID = peerID
        self.claimed = claimed
        self.explained = explained
        self.since = since
        self.until = until
        self.times = times
        self.counterpart = counterpart
        self.review = review
    }
}

/// Which cases are wanted: newest first, those with a smaller id.
package struct EvidenceSearch: Hashable, Sendable {
    package var isOpen: Bool
    package var user: UserID?
    /// Members that weigh less; `nil` for all.
    package var below: RoleWeight?
    /// Nobody reads what speaks against themselves.
    package var except: UserID
    package var before: Int64?
    package var limit: Int

    package init(
        isOpen: Bool, user: UserID? = nil, below: RoleWeight?, except: UserID,
        before: Int64? = nil, limit: Int
    ) {
        self.isOpen = isOpen
        self.user = user
        self.below = below
        self.except = except
        self.before = before
        self.limit = limit
    }
}

package protocol EvidenceStore: Sendable {
    /// One open case for each member, torrent and rule: what is found again makes it grow. Behind
    /// it stand the last 16 announces.
    func keep(_ pieces: [Evidence]) async throws
    func evidence(_ search: EvidenceSearch) async throws -> [EvidenceRecord]
    func evidence(_ id: Int64) async throws -> EvidenceRecord?
    /// The last at the end.
    func announces(behind evidence: Int64) async throws -> [ClaimedAnnounce]
    /// Throws `.gone`, and `.spent` where somebody has judged it.
    func review(_ id: Int64, _ review: EvidenceRecord.Review, audit: AuditEntry) async throws
    /// Those of these torrents that the member ever had a session on.
    func torrents(_ hashes: [InfoHash], sharedBy user: UserID) async throws
        -> [InfoHash: CatalogID]
}

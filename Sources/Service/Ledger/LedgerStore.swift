package import Domain
package import Tracker

/// An announce as the ledger books it.
package struct Claim: Hashable, Sendable {
    package let key: SessionKey
    /// What the client says it moved since it started.
    package let counters: Counters
    package let left: ByteCount
    package let endpoint: PeerEndpoint
    package let event: AnnounceEvent?
    package let at: Timestamp

    package init(
        key: SessionKey, counters: Counters, left: ByteCount, endpoint: PeerEndpoint,
        event: AnnounceEvent?, at: Timestamp
    ) {
        self.key = key
        self.counters = counters
        self.left = left
        self.endpoint = endpoint
        self.event = event
        self.at = at
    }
}

/// Where a client of a torrent was seen, to fill a swarm again after a restart.
package struct Sighting: Hashable, Sendable {
    package let user: UserID
    package let peerID: PeerID
    package let left: ByteCount
    package let endpoint: PeerEndpoint
    package let at: Timestamp

    package init(
        user: UserID, peerID: PeerID, left: ByteCount, endpoint: PeerEndpoint, at: Timestamp
    ) {
        self.user = user
        self.peerID = peerID
        self.left = left
        self.endpoint = endpoint
        self.at = at
    }
}

/// An increment of a member's counters by staff.
package struct Adjustment: Hashable, Sendable {
    package let user: UserID
    package let actor: UserID
    package let up: Int64
    package let down: Int64
    package let reason: String
    package let at: Timestamp

    package init(
        user: UserID, actor: UserID, up: Int64, down: Int64, reason: String, at: Timestamp
    ) {
        self.user = user
        self.actor = actor
        self.up = up
        self.down = down
        self.reason = reason
        self.at = at
    }
}

/// What one member moved of one torrent, over all sessions.
package struct ShareRecord: Hashable, Sendable {
    package let catalog: CatalogID
    package let credited: Counters
    package let isActive: Bool

    package init(catalog: CatalogID, credited: Counters, isActive: Bool) {
        self.catalog = catalog
        self.credited = credited
        self.isActive = isActive
    }
}

package struct HistoryRecord: Hashable, Sendable {
    package let beganAt: Timestamp
    package let up: Int64
    package let down: Int64

    package init(beganAt: Timestamp, up: Int64, down: Int64) {
        self.beganAt = beganAt
        self.up = up
        self.down = down
    }
}

/// How finely history is kept: minutes for a day, hours for good.
package enum HistorySpan: Int64, CaseIterable, Sendable {
    case minute = 60
    case hour = 3600
    case day = 86_400

    package func start(of time: Timestamp) -> Timestamp {
        Timestamp(seconds: time.seconds - time.seconds % rawValue)
    }
}

/// What a client says it finished or sent: kept for review beside the announces.
package struct TransferNote: Hashable, Sendable {
    package enum Kind: String, Sendable {
        case pieceFinished = "piece_finished"
        case torrentFinished = "torrent_finished"
        case uploadTick = "upload_tick"
    }

    package let kind: Kind
    package let infoHash: InfoHash
    package let piece: Int?
    package let bytes: ByteCount?

    package init(kind: Kind, infoHash: InfoHash, piece: Int?, bytes: ByteCount?) {
        self.kind = kind
        self.infoHash = infoHash
        self.piece = piece
        self.bytes = bytes
    }
}

/// A row that breaks invariant 6: the member's counter differs from the sum behind it.
package struct LedgerBreak: Hashable, Sendable {
    package let user: UserID
    package let username: String
    package let counter: String
    package let kept: Int64
    package let derived: Int64

    package init(user: UserID, username: String, counter: String, kept: Int64, derived: Int64) {
        self.user = user
        self.username = username
        self.counter = counter
        self.kept = kept
        self.derived = derived
    }
}

/// What the ledger and the tracker need kept. The promises are numbered in `Tracker.Ledger`.
package protocol LedgerStore: Sendable {
    /// Reads the session, steps it, and writes baseline, credit, total, history and the swarm's
    /// size in one transaction, which is on disk when this returns (invariants 4, 5 and 6).
    /// Answers what was credited.
    func book(_ claim: Claim, terms: CreditTerms, counts: SwarmCounts) async throws -> Counters
    func hasSession(of user: UserID, with torrent: CatalogID) async throws -> Bool
    /// All who ever had a session on it.
    func users(of torrent: CatalogID) async throws -> Set<UserID>
    /// Clients that were active and seen after `moment`.
    func sightings(of torrent: CatalogID, since moment: Timestamp) async throws -> [Sighting]
    /// Torrents of which lists show a swarm.
    func busyTorrents() async throws -> [CatalogID]
    /// The size of a swarm as lists show it, when clients left it without a word.
    func setCounts(of torrent: CatalogID, _ counts: SwarmCounts) async throws

    /// Throws `.belowZero` when a counter would end below zero. The audit entry gets the counters as
    /// the transaction finds and leaves them: announces change them all the time.
    func adjust(_ adjustment: Adjustment, audit: AuditEntry) async throws
    func shares(of user: UserID, activeSince moment: Timestamp) async throws -> [ShareRecord]
    /// Torrents a member seeds and leeches now, of those that a role of this weight may see.
    func activity(of user: UserID, since moment: Timestamp, visibleTo weight: RoleWeight)
        async throws -> SwarmCounts
    func history(of user: UserID, _ span: HistorySpan, since moment: Timestamp) async throws
        -> [HistoryRecord]
    /// Notes about torrents that are not in the catalog are dropped.
    func keep(_ notes: [TransferNote], of user: UserID, at: Timestamp) async throws
    /// Empty when every total is the sum behind it.
    func verifyTotals() async throws -> [LedgerBreak]
}

package import Domain
package import Tracker

/// A session as the database has it, to fill a swarm again after a restart.
package struct SessionRow: Hashable, Sendable {
    package let session: LedgerSession
    package let left: ByteCount
    package let v4: LedgerRecord.Place?
    package let v6: LedgerRecord.Place?

    package init(
        session: LedgerSession, left: ByteCount, v4: LedgerRecord.Place? = nil,
        v6: LedgerRecord.Place? = nil
    ) {
        self.session = session
        self.left = left
        self.v4 = v4
        self.v6 = v6
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
    /// As the clients said it, whatever it counted for.
    package let moved: Counters
    /// In no case longer than since it was first heard of.
    package let seededSeconds: Int64
    package let isActive: Bool

    package init(
        catalog: CatalogID, credited: Counters, moved: Counters, seededSeconds: Int64,
        isActive: Bool
    ) {
        self.catalog = catalog
        self.credited = credited
        self.moved = moved
        self.seededSeconds = seededSeconds
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
package protocol LedgerStore: LedgerBatchStore {
    /// Grows with every act of staff. `nil` where no other server writes to this database, for then
    /// nobody needs telling.
    func lastActElsewhere() async throws -> Int64?
    func session(_ key: SessionKey) async throws -> SessionRow?
    func hasSession(of user: UserID, with torrent: CatalogID) async throws -> Bool
    /// What a member downloads now: clients that were active, seen after `moment`, and not done.
    func downloads(of user: UserID, since moment: Timestamp) async throws -> Set<CatalogID>
    /// All who ever had a session on it.
    func users(of torrent: CatalogID) async throws -> Set<UserID>
    /// Of clients that were heard after `moment`; without the places that are older.
    func sessions(of torrent: CatalogID, since moment: Timestamp) async throws -> [SessionRow]
    /// Torrents of which lists show a swarm.
    func busyTorrents() async throws -> [CatalogID]

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

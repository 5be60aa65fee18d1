import Domain
import Service
import Tracker

/// Records on their way into rows, within a transaction.
///
/// 1. A row that stands where its record says is changed by one statement that looks and writes;
///    any other is read and stepped from where it stands.
/// 2. What a row is credited its member's total grows by, in the same transaction.
struct LedgerRows {
    /// 1 EiB: no member moved more. Without a bound two claims of 2^63 − 1 would push a sum out of
    /// the column, and the account could not be read again.
    static let mostBytes: Int64 = 1 << 60

    private static let write = """
        update ledger_session set last_up = ?, last_down = ?,
            credited_up = credited_up + ?, credited_down = credited_down + ?,
            bytes_left = coalesce(?, bytes_left), active = ?, last_seen_at = ?,
            completed = completed | ?, moved_up = moved_up + ?, moved_down = moved_down + ?,
            seeded_seconds = seeded_seconds + ?,
            v4_address = coalesce(?, v4_address), v4_seen_at = coalesce(?, v4_seen_at),
            v6_address = coalesce(?, v6_address), v6_seen_at = coalesce(?, v6_seen_at)
        where user_id = ? and catalog_id = ? and peer_id = ?
        """
    private static let writeFromBase = write + " and last_up = ? and last_down = ?"
    private static let insert = """
        insert into ledger_session (last_up, last_down, credited_up, credited_down, bytes_left,
            active, last_seen_at, completed, moved_up, moved_down, seeded_seconds, v4_address, v4_seen_at, v6_address, v6_seen_at,
            user_id, catalog_id, peer_id, first_seen_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """

    private let db: any SQLConnection
    /// Where totals are looked at before anything is credited: only where one of them is near its
    /// end.
    private let most: Int64?
    private var credits: [UserID: Credit] = [:]
    private var differences: [UserID: LedgerDifference] = [:]
    private var completions: [CatalogID: Int64] = [:]

    private struct Credit {
        var sum = Counters.zero
        var at: Timestamp
    }

    init(_ db: any SQLConnection, most: Int64?) {
        self.db = db
        self.most = most
    }

    /// The order in which two servers do not wait for each other's rows: by keys, and claims of one
    /// session as they came.
    static func order(_ records: [LedgerRecord]) -> [Int] {
        records.indices.sorted {
            let (one, other) = (records[$0].key, records[$1].key)
            guard one.user == other.user else { return one.user < other.user }
            guard one.torrent == other.torrent else { return one.torrent < other.torrent }
            return $0 < $1
        }
    }

    /// - Parameters:
    ///   - records: ordered.
    ///   - counts: of swarms, ordered too.
    /// - Returns: what members were credited beyond what the records foresaw.
    mutating func write(
        _ records: some Sequence<LedgerRecord>, counts: [(CatalogID, SwarmCounts)]
    ) throws -> [UserID: LedgerDifference] {
        for record in records {
            let credit = try write(record)
            let user = record.key.user
            if credit != .zero {
                credits[user, default: Credit(at: record.at)].sum += credit
                credits[user]?.at = record.at
            }
            if credit != record.credit {
                differences[user, default: LedgerDifference()].up +=
                    credit.up.bytes - record.credit.up.bytes
                differences[user, default: LedgerDifference()].down +=
                    credit.down.bytes - record.credit.down.bytes
            }
        }
        for (user, credit) in credits.sorted(by: { $0.key < $1.key }) {
            try add(credit, to: user)
        }
        let shown = Dictionary(counts) { $1 }
        for torrent in Set(shown.keys).union(completions.keys).sorted() {
            try show(torrent, shown[torrent])
        }
        return differences
    }

    // MARK: sessions

    /// Answers what was credited.
    private mutating func write(_ record: LedgerRecord) throws -> Counters {
        if record.completes, try isFirstCompletion(record) {
            completions[record.key.torrent, default: 0] += 1
        }
        // What was credited from a row that is gone stays with its member.
        var change = Change(record)
        change.credit = try fitting(change.credit, record.key.user)
        if let base = record.base {
            let outcome = try db.run(
                Self.writeFromBase,
                values(record, change) + [.bytes(base.up), .bytes(base.down)])
            if outcome.changes == 1 { return change.credit }
        }
        guard let (row, left) = try db.session(record.key, locks: true) else {
            try db.run(Self.insert, values(record, change) + [.time(record.at)])
            return change.credit
        }
        change = Change(record, from: row, left: left)
        change.credit = try fitting(change.credit, record.key.user)
        try db.run(Self.write, values(record, change))
        return change.credit
    }

    /// What becomes of a row.
    private struct Change {
        var session: LedgerSession
        var credit: Counters
        var moved: Counters
        var seededSeconds: Int64
        var left: ByteCount?

        /// What the record says; a claim that meets no row is the first of its session.
        init(_ record: LedgerRecord) {
            session = LedgerSession(
                key: record.key, last: record.last, credited: .zero, seenAt: record.at,
                isRunning: record.isRunning)
            credit = record.isClaim ? .zero : record.credit
            moved = record.isClaim ? .zero : record.moved
            seededSeconds = record.isClaim ? 0 : record.seededSeconds
            left = record.left
        }

        init(_ record: LedgerRecord, from row: LedgerSession, left rowLeft: ByteCount) {
            let (step, seconds) = record.step(from: row, left: rowLeft)
            session = step.session
            credit = step.credit
            moved = step.moved
            seededSeconds = seconds
            left = step.isLate ? nil : record.left
        }
    }

    private func values(_ record: LedgerRecord, _ change: Change) -> [SQLValue] {
        [
            .bytes(change.session.last.up), .bytes(change.session.last.down),
            .bytes(change.credit.up), .bytes(change.credit.down),
            change.left.map { .bytes($0) } ?? .null, .integer(change.session.isRunning ? 1 : 0),
            .time(change.session.seenAt), .integer(record.completes ? 1 : 0),
            .bytes(change.moved.up), .bytes(change.moved.down), .integer(change.seededSeconds),
            record.v4.map { .blob($0.endpoint.compactBytes) } ?? .null, .optional(record.v4?.at),
            record.v6.map { .blob($0.endpoint.compactBytes) } ?? .null, .optional(record.v6?.at),
            .id(record.key.user), .id(record.key.torrent), .blob(record.key.peerID.bytes),
        ]
    }

    private func isFirstCompletion(_ record: LedgerRecord) throws -> Bool {
        try db.count(
            "ledger_session where user_id = ? and catalog_id = ? and peer_id = ? and completed = 1",
            [
                .id(record.key.user), .id(record.key.torrent), .blob(record.key.peerID.bytes),
            ]) == 0
    }

    // MARK: totals

    /// As much of `credit` as the member's total still takes.
    private func fitting(_ credit: Counters, _ user: UserID) throws -> Counters {
        guard let most, credit != .zero else { return credit }
        let row = try db.first(
            "select bytes_up, bytes_down from account where id = ?\(db.dialect.locking)",
            [.id(user)])
        guard let row else { throw StoreFailure.gone }
        let sum = credits[user]?.sum ?? .zero
        let all = ByteCount(clamping: most)
        return Counters(
            up: min(credit.up, all - (try row.bytes("bytes_up")) - sum.up),
            down: min(credit.down, all - (try row.bytes("bytes_down")) - sum.down))
    }

    private func add(_ credit: Credit, to user: UserID) throws {
        let (up, down) = (credit.sum.up.bytes, credit.sum.down.bytes)
        let outcome = try db.run(
            """
            update account set bytes_up = bytes_up + ?, bytes_down = bytes_down + ?
            where id = ? and bytes_up <= ? and bytes_down <= ?
            """,
            [
                .integer(up), .integer(down), .id(user), .integer(Self.mostBytes - up),
                .integer(Self.mostBytes - down),
            ])
        guard outcome.changes == 1 else { throw StoreFailure.totalIsFull }
        try CommunityStore.addHistory(up: up, down: down, of: user, at: credit.at, db)
    }

    // MARK: swarms

    private func show(_ torrent: CatalogID, _ counts: SwarmCounts?) throws {
        let completions = completions[torrent] ?? 0
        if let counts {
            try db.run(
                "update catalog set seeders = ?, leechers = ?, completed = completed + ? where id = ?",
                [
                    .int(counts.seeders), .int(counts.leechers), .integer(completions),
                    .id(torrent),
                ])
        } else {
            try db.run(
                "update catalog set completed = completed + ? where id = ?",
                [.integer(completions), .id(torrent)])
        }
    }
}

extension SQLConnection {
    /// A session and what is left to it.
    func session(_ key: SessionKey, locks: Bool = false) throws -> (LedgerSession, ByteCount)? {
        try first(
            """
            select last_up, last_down, credited_up, credited_down, active, last_seen_at, bytes_left
            from ledger_session where user_id = ? and catalog_id = ? and peer_id = ?
            """ + (locks ? dialect.locking : ""),
            [.id(key.user), .id(key.torrent), .blob(key.peerID.bytes)]
        ).map { (try LedgerSession($0, key: key), try $0.bytes("bytes_left")) }
    }
}

extension LedgerSession {
    init(_ row: SQLRow, key: SessionKey) throws {
        self.init(
            key: key,
            last: Counters(up: try row.bytes("last_up"), down: try row.bytes("last_down")),
            credited: Counters(
                up: try row.bytes("credited_up"), down: try row.bytes("credited_down")),
            seenAt: try row.time("last_seen_at"), isRunning: try row.integer("active") == 1)
    }
}

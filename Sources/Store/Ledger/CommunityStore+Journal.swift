package import Domain
package import Service
package import Tracker

/// The journal: what announces did, on disk at once and in its rows a little later, when what one
/// session and one member did in the meantime is one change each.
///
/// 1. Entries are applied in the order in which they came, all up to one of them (`end`) together,
///    in pieces. `ledger_journal_mark` says how far that went, and is written with each piece: a
///    piece that is in the rows is never applied again, whoever goes on.
/// 2. A store that is opened has applied everything: rows say what was promised.
extension CommunityStore {
    private static let piece = 5000

    package func keep(_ batch: LedgerBatch, as name: BatchName) async throws -> Int {
        let bytes = JournalWriter(batch).bytes
        try await engine.write { db in
            guard try db.take(name) else { return }
            try db.run("insert into ledger_journal (body) values (?)", [.blob(bytes)])
        }
        return bytes.count
    }

    package func journal() async throws -> LedgerJournal? {
        try await engine.read { db in
            let mark = try db.journalMark()
            let last = try db.first("select max(id) as last from ledger_journal")?
                .optionalInteger("last")
            guard let end = mark?.end ?? last else { return nil }
            var joining = JournalJoining()
            for row in try db.all(
                "select body from ledger_journal where id <= ? order by id", [.integer(end)])
            {
                joining.add(try JournalReader.batch(try row.blob("body")))
            }
            return joining.journal(end: end, applied: mark?.applied ?? 0)
        }
    }

    package func apply(_ journal: LedgerJournal, atMost most: Int) async throws
        -> [UserID: LedgerDifference]?
    {
        try await engine.writeRows { db, mostBytes -> [UserID: LedgerDifference]? in
            guard try db.stands(journal) else { return nil }
            let next = journal.applying(most)
            var rows = LedgerRows(db, most: mostBytes)
            let differences = try rows.write(
                journal.records[journal.piece(most)], counts: journal.countsPiece(most))
            if journal.applied == 0 {
                try db.run(
                    "insert into ledger_journal_mark (id, last_entry, applied) values (1, ?, ?)",
                    [.integer(journal.end), .int(next.applied)])
            } else {
                try db.run(
                    "update ledger_journal_mark set applied = ? where id = 1", [.int(next.applied)])
            }
            if next.isApplied {
                try db.run("delete from ledger_journal where id <= ?", [.integer(journal.end)])
                try db.run("delete from ledger_journal_mark", [])
            }
            return differences
        }
    }

    /// Has everything in its rows.
    func applyJournal() async throws {
        while var journal = try await journal() {
            repeat {
                guard try await apply(journal, atMost: Self.piece) != nil else { break }
                journal = journal.applying(Self.piece)
            } while !journal.isApplied
        }
    }
}

/// Entries of the journal, joined by session.
private struct JournalJoining {
    private var records: [LedgerRecord] = []
    /// The last record of each session.
    private var places: [SessionKey: Int] = [:]
    private var counts: [CatalogID: SwarmCounts] = [:]

    mutating func add(_ batch: LedgerBatch) {
        for record in batch.records {
            if let place = places[record.key], records[place].join(record) { continue }
            places[record.key] = records.count
            records.append(record)
        }
        counts.merge(batch.counts) { $1 }
    }

    func journal(end: Int64, applied: Int) -> LedgerJournal {
        LedgerJournal(
            end: end, records: LedgerRows.order(records).map { records[$0] },
            counts: counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, applied: applied)
    }
}

extension LedgerJournal {
    fileprivate func piece(_ most: Int) -> Range<Int> {
        let start = min(applied, records.count)
        return start..<min(start + most, records.count)
    }

    /// Behind the records.
    fileprivate func countsPiece(_ most: Int) -> [(CatalogID, SwarmCounts)] {
        let start = max(0, applied - records.count)
        let end = min(max(0, applied + most - records.count), counts.count)
        return start < end ? counts[start..<end].map { ($0.torrent, $0.counts) } : []
    }
}

extension SQLConnection {
    fileprivate func journalMark() throws -> (end: Int64, applied: Int)? {
        try first("select last_entry, applied from ledger_journal_mark").map {
            (try $0.integer("last_entry"), try $0.int("applied"))
        }
    }

    /// Nobody has applied more of it since it was read.
    fileprivate func stands(_ journal: LedgerJournal) throws -> Bool {
        if let mark = try journalMark() {
            return mark.end == journal.end && mark.applied == journal.applied
        }
        return try journal.applied == 0
            && count("ledger_journal where id = ?", [.integer(journal.end)]) == 1
    }
}

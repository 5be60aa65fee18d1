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
            let entries = try db.all(
                "select body from ledger_journal where id <= ? order by id", [.integer(end)]
            ).map { try $0.blob("body") }
            return LedgerJournal(
                end: end, changes: try KeptChanges(entries), applied: mark?.applied ?? 0)
        }
    }

    package func apply(_ journal: LedgerJournal, atMost most: Int) async throws
        -> (differences: [UserID: LedgerDifference], rest: LedgerJournal)?
    {
        let piece = try journal.changes.piece(from: journal.applied, atMost: most)
        let rest = journal.applied(before: piece.end)
        let differences = try await engine.writeRows {
            db, mostBytes -> [UserID: LedgerDifference]? in
            guard try db.stands(journal) else { return nil }
            var rows = LedgerRows(db, most: mostBytes)
            let differences = try rows.write(piece.records, counts: piece.counts)
            if journal.applied == 0 {
                try db.run(
                    "insert into ledger_journal_mark (id, last_entry, applied) values (1, ?, ?)",
                    [.integer(journal.end), .int(rest.applied)])
            } else {
                try db.run(
                    "update ledger_journal_mark set applied = ? where id = 1", [.int(rest.applied)])
            }
            if rest.isApplied {
                try db.run("delete from ledger_journal where id <= ?", [.integer(journal.end)])
                try db.run("delete from ledger_journal_mark", [])
            }
            return differences
        }
        return differences.map { ($0, rest) }
    }

    /// Has everything in its rows.
    func applyJournal() async throws {
        while var journal = try await journal() {
            repeat {
                guard let applied = try await apply(journal, atMost: Self.piece) else { break }
                journal = applied.rest
            } while !journal.isApplied
        }
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

package import Domain
package import Service
package import Tracker

/// Group commits: keeps invariants 4, 5 and 6 of `Tracker.Ledger` for many announces at once.
///
/// 1. A batch goes into its rows (`book`), or into the journal (`keep`), from where it goes into
///    its rows in the order in which batches came.
/// 2. The name of a batch is written with it, so one whose commit was in doubt is never written
///    twice.
extension CommunityStore: LedgerBatchStore {
    package func book(_ batch: LedgerBatch, as name: BatchName) async throws
        -> [UserID: LedgerDifference]
    {
        try await engine.writeRows { db, most in
            guard try db.take(name) else { return [:] }
            var rows = LedgerRows(db, most: most)
            return try rows.write(
                LedgerRows.order(batch.records).map { batch.records[$0] },
                counts: batch.counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
        }
    }
}

extension SQLEngine {
    /// - Parameter body: is told where totals end in the second try, when one of them was at its end
    ///   in the first.
    func writeRows<T: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection, Int64?) throws -> T
    ) async throws -> T {
        do {
            return try await write { try body($0, nil) }
        } catch StoreFailure.totalIsFull {
            return try await write { try body($0, LedgerRows.mostBytes) }
        }
    }
}

extension SQLConnection {
    /// `false` where this batch was written before.
    func take(_ name: BatchName) throws -> Bool {
        let number = SQLValue.integer(Int64(clamping: name.number))
        let outcome = try run(
            "update ledger_writer set batch = ? where id = ? and batch < ?",
            [number, .integer(name.writer), number])
        if outcome.changes == 1 { return true }
        let isKnown = try count("ledger_writer where id = ?", [.integer(name.writer)]) == 1
        guard !isKnown else { return false }
        try run(
            "insert into ledger_writer (id, batch) values (?, ?)", [.integer(name.writer), number])
        return true
    }
}

package import Domain
package import Tracker

/// Writes what a tracker did since it last asked, in one transaction. The promises are numbered in
/// `Tracker.Ledger`.
package protocol LedgerBatchStore: Sendable {
    /// Other servers may write to it.
    var isShared: Bool { get }
    /// On disk when this returns: sessions, what their members are credited, and the sizes of
    /// swarms. Under a name that was written before it changes nothing.
    ///
    /// Answers what each member was credited beyond what the records foresaw: less where another
    /// server was first, more where only the database knew the baseline.
    func book(_ batch: LedgerBatch, as name: BatchName) async throws -> [UserID: LedgerDifference]
    /// The same, but rows do not show it until the journal is applied. Answers the bytes it takes.
    func keep(_ batch: LedgerBatch, as name: BatchName) async throws -> Int
    /// What was kept and is not in its rows; `nil` where everything is.
    func journal() async throws -> LedgerJournal?
    /// Brings changes of it into at most so many rows. Answers as `book` does, and what is left;
    /// `nil` where somebody else went on with it, and it must be read again.
    func apply(_ journal: LedgerJournal, atMost most: Int) async throws
        -> (differences: [UserID: LedgerDifference], rest: LedgerJournal)?
}

/// Names a batch for good, so that one whose commit was in doubt is not written twice.
package struct BatchName: Hashable, Sendable {
    /// Whoever writes: a number that no other has.
    package let writer: Int64
    /// Greater than that of the batch before.
    package let number: UInt64

    package init(writer: Int64, number: UInt64) {
        self.writer = writer
        self.number = number
    }
}

/// What a total differs by from what was foreseen.
package struct LedgerDifference: Hashable, Sendable {
    package var up: Int64
    package var down: Int64

    package init(up: Int64 = 0, down: Int64 = 0) {
        self.up = up
        self.down = down
    }
}

import Foundation
import Synchronization

/// Now and then takes away the marks of transactions whose fate nobody asks about any more.
final class MySQLSweeper: Sendable {
    /// Rows in one statement, so that it holds nobody up.
    static let bite = 1000
    private static let between: Duration = .seconds(60)
    /// A try that hangs ends long before.
    private static let kept: TimeInterval = 3600

    private let last = Mutex(ContinuousClock.now)

    /// Starts a sweep where one is due. It may fail: the next one does its work.
    func transactionEnded(_ pool: MySQLPool) {
        let isDue = last.withLock { last in
            guard last.duration(to: .now) > Self.between else { return false }
            last = .now
            return true
        }
        guard isDue else { return }
        Task { try await Self.sweep(pool, olderThan: Self.kept) }
    }

    static func sweep(_ pool: MySQLPool, olderThan seconds: TimeInterval) async throws {
        let lowest = MySQLCommitToken.lowest(of: Date(timeIntervalSinceNow: -seconds))
        while try await pool.withSession({ try await $0.sweep(below: lowest, most: bite) }) == bite
        {}
    }
}

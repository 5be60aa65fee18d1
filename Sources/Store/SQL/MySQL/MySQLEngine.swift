/// The engine for MySQL, MariaDB and what speaks as they do, alone or in a cluster.
///
/// 1. A transaction that the database undoes (a deadlock, a certification lost in a cluster, a lock
///    waited for too long) or that dies with its connection is run again from its beginning, at
///    most `MySQLLimits.attempts` times in all, on another host where the first is gone.
/// 2. What was committed is never run again, even when its answer was lost on the way
///    (`MySQLCommitToken`).
package struct MySQLEngine: SQLEngine {
    package let dialect = SQLDialect.mysql
    private let hosts: MySQLHosts
    private let pool: MySQLPool
    private let sweeper: MySQLSweeper

    /// Connects, and throws the `SQLFault` that says why the database cannot be used.
    package static func open(
        _ address: MySQLAddress, limits: MySQLLimits = MySQLLimits()
    ) async throws -> MySQLEngine {
        let engine = MySQLEngine(address, limits)
        do {
            try await engine.pool.withSession { try await $0.inspect() }
        } catch {
            await engine.pool.close()
            throw error
        }
        return engine
    }

    private init(_ address: MySQLAddress, _ limits: MySQLLimits) {
        hosts = MySQLHosts(address, limits: limits)
        pool = MySQLPool(hosts)
        sweeper = MySQLSweeper()
    }

    package func read<T: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> T
    ) async throws -> T {
        try await pool.withSession { session in
            try await trying { _, _ in await session.read(body) }
        }
    }

    package func write<T: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> T
    ) async throws -> T {
        let value = try await pool.withSession { session in
            let token = MySQLCommitToken()
            return try await trying { number, isInDoubt in
                await session.write(token, number: number, isInDoubt: isInDoubt, body)
            }
        }
        sweeper.transactionEnded(pool)
        return value
    }

    /// Takes away the marks of commits from more than so many seconds ago.
    func sweep(olderThan seconds: Double) async throws {
        try await MySQLSweeper.sweep(pool, olderThan: seconds)
    }

    package func close() async throws { await pool.close() }

    private static let duplicatesTried = 3

    private func trying<T: Sendable>(
        _ attempt: (_ number: Int, _ isInDoubt: Bool) async -> MySQLAttempt<T>
    ) async throws -> T {
        /// What tries answered whose commit is in doubt, by their number.
        var drafts: [Int: T] = [:]
        var last = SQLFault.unavailable("it was not tried")
        let most = max(1, hosts.limits.attempts)
        for number in 1...most {
            var isLost = false
            switch await attempt(number, !drafts.isEmpty) {
            case .done(let value): return value
            case .doneBefore(let earlier):
                guard let value = drafts[earlier] else { throw last }
                return value
            case .inDoubt(let value, let fault):
                drafts[number] = value
                (last, isLost) = (fault, true)
            case .again(let fault, let wasLost): (last, isLost) = (fault, wasLost)
            case .unreachable(let fault):
                // Only a commit in doubt is worth waiting for.
                if drafts.isEmpty { throw fault }
                (last, isLost) = (fault, true)
            case .failed(let error):
                // Two that look for a row, miss it and insert it: the second finds it next time.
                guard error as? SQLFault == .duplicate, number < Self.duplicatesTried else {
                    throw error
                }
                last = .duplicate
                continue
            }
            if number < most { await Self.pause(after: number, isLost: isLost) }
        }
        throw last
    }

    /// Short where others only had to finish, longer where a server has to come back; never the
    /// same twice, so that two that collided do not collide again.
    private static func pause(after number: Int, isLost: Bool) async {
        let longest = (isLost ? 100 : 10) << min(number, 5)
        try? await Task.sleep(for: .milliseconds(Int.random(in: longest / 4...longest)))
    }
}

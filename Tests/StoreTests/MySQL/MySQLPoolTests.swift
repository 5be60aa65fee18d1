import Testing

@testable import Store

@Suite("The pool of connections", .inTurn)
struct MySQLPoolTests {
    private static func pool(_ size: Int, wait: Duration = .seconds(30)) throws -> MySQLPool {
        var limits = MySQLLimits()
        limits.pool = wait
        // Nobody connects in these tests.
        guard case .mysql(let address) = try DatabaseURL("mysql://u:p@h/d?pool=\(size)") else {
            throw WrongURL()
        }
        return MySQLPool(MySQLHosts(address, limits: limits))
    }

    @Test("those who wait are served in the order they came")
    func order() async throws {
        let pool = try Self.pool(1)
        let served = Locked<[Int]>([])
        let waiting = try await pool.withSession { _ in
            var tasks: [Task<Void, any Error>] = []
            for number in 1...5 {
                tasks.append(
                    Task {
                        try await pool.withSession { _ in _ = served.change { $0.append(number) } }
                    })
                while pool.waiting < number { await Task.yield() }
            }
            return tasks
        }
        for task in waiting { try await task.value }
        #expect(served.value == [1, 2, 3, 4, 5])
    }

    @Test("whoever waits too long is told, and the session is handed out again")
    func bounded() async throws {
        let pool = try Self.pool(1, wait: .milliseconds(30))
        try await pool.withSession { _ in
            await #expect(throws: SQLFault.unavailable("all 1 connections are in use")) {
                try await pool.withSession { _ in }
            }
            return ()
        }
        try await pool.withSession { _ in }
        #expect(pool.waiting == 0)
    }

    @Test("closing it ends the wait of those in line")
    func closed() async throws {
        let pool = try Self.pool(1)
        try await pool.withSession { _ in
            let waiting = Task { try await pool.withSession { _ in } }
            while pool.waiting == 0 { await Task.yield() }
            await pool.close()
            await #expect(throws: SQLFault.unavailable("it was closed")) {
                try await waiting.value
            }
            return ()
        }
        await #expect(throws: SQLFault.self) { try await pool.withSession { _ in } }
    }
}

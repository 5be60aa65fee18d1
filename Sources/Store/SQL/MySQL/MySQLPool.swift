import Dispatch
import Synchronization

/// At most so many sessions, handed out in the order they were asked for.
final class MySQLPool: Sendable {
    private struct Waiter {
        let number: Int
        let continuation: CheckedContinuation<MySQLSession, any Error>
    }

    private struct State {
        /// The one used last is handed out first, so that what is not needed rests.
        var idle: [MySQLSession] = []
        var made = 0
        var waiters: [Waiter] = []
        var asked = 0
        var isClosed = false
    }

    private let hosts: MySQLHosts
    private let state = Mutex(State())

    init(_ hosts: MySQLHosts) { self.hosts = hosts }

    /// Runs `body` with a session that nobody else has meanwhile.
    func withSession<T: Sendable>(
        _ body: (MySQLSession) async throws -> T
    ) async throws -> T {
        let session = try await take()
        do {
            let value = try await body(session)
            await giveBack(session)
            return value
        } catch {
            await giveBack(session)
            throw error
        }
    }

    /// Sessions in use are closed when they come back.
    func close() async {
        let (idle, waiters) = state.withLock { state in
            state.isClosed = true
            defer {
                state.idle = []
                state.waiters = []
            }
            return (state.idle, state.waiters)
        }
        for waiter in waiters { waiter.continuation.resume(throwing: Self.closed) }
        for session in idle { await session.close() }
    }

    /// How many stand in line.
    var waiting: Int { state.withLock { $0.waiters.count } }

    private static let closed = SQLFault.unavailable("it was closed")

    private func take() async throws -> MySQLSession {
        try await withCheckedThrowingContinuation { continuation in
            let answer: Result<MySQLSession, SQLFault>? = state.withLock { state in
                if state.isClosed { return .failure(Self.closed) }
                if let session = state.idle.popLast() { return .success(session) }
                if state.made < hosts.address.pool {
                    state.made += 1
                    return .success(MySQLSession(hosts))
                }
                state.asked += 1
                state.waiters.append(Waiter(number: state.asked, continuation: continuation))
                giveUp(state.asked)
                return nil
            }
            switch answer {
            case .success(let session)?: continuation.resume(returning: session)
            case .failure(let fault)?: continuation.resume(throwing: fault)
            case nil: break
            }
        }
    }

    private func giveBack(_ session: MySQLSession) async {
        let (next, isClosed) = state.withLock { state -> (Waiter?, Bool) in
            guard !state.isClosed else { return (nil, true) }
            guard !state.waiters.isEmpty else {
                state.idle.append(session)
                return (nil, false)
            }
            return (state.waiters.removeFirst(), false)
        }
        if isClosed { await session.close() }
        next?.continuation.resume(returning: session)
    }

    /// Whoever waited too long hears so.
    private func giveUp(_ number: Int) {
        let wait = hosts.limits.pool.components
        let seconds = Double(wait.seconds) + Double(wait.attoseconds) / 1e18
        DispatchQueue.global().asyncAfter(deadline: .now() + seconds) { [self] in
            let waiter = state.withLock { state in
                state.waiters.firstIndex { $0.number == number }.map {
                    state.waiters.remove(at: $0)
                }
            }
            waiter?.continuation.resume(
                throwing: SQLFault.unavailable("all \(hosts.address.pool) connections are in use"))
        }
    }
}

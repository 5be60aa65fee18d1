import Store
import Synchronization

/// A database one of whose reads can be held up after it was read, and before anybody learns what.
final class HoldingEngine: SQLEngine {
    private struct Hold {
        /// Reads to let pass; the one after them is held.
        var pass: Int
        var held: CheckedContinuation<Void, Never>?
        var isOpen = false
        var onHeld: CheckedContinuation<Void, Never>?
        var isHeld = false
    }

    private let engine: any SQLEngine
    private let hold = Mutex<Hold?>(nil)

    init(_ engine: any SQLEngine) { self.engine = engine }

    var dialect: SQLDialect { engine.dialect }

    func read<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws
        -> T
    {
        let isHeld = hold.withLock { hold in
            guard let pass = hold?.pass else { return false }
            hold?.pass = pass - 1
            return pass == 0
        }
        let answer = try await engine.read(body)
        if isHeld { await wait() }
        return answer
    }

    func write<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T)
        async throws -> T
    {
        try await engine.write(body)
    }

    func close() async throws { try await engine.close() }

    /// Holds up the read after the next `count`.
    func hold(after count: Int) { hold.withLock { $0 = Hold(pass: count) } }

    /// Answers when the read is held, or `task` came to its end without it.
    func waitUntilHeld(or task: Task<Void, any Error>) async -> Bool {
        let end = Task {
            _ = await task.result
            self.report()
        }
        await withCheckedContinuation { continuation in
            let isOver = hold.withLock { hold in
                if hold == nil || hold?.isHeld == true || hold?.isOpen == true { return true }
                hold?.onHeld = continuation
                return false
            }
            if isOver { continuation.resume() }
        }
        end.cancel()
        return hold.withLock { hold in
            if hold?.isHeld == true { return true }
            hold = nil
            return false
        }
    }

    func release() {
        let held = hold.withLock { hold in
            let held = hold?.held
            hold = nil
            return held
        }
        held?.resume()
    }

    private func report() {
        let waiting = hold.withLock { hold in
            hold?.isOpen = true
            let waiting = hold?.onHeld
            hold?.onHeld = nil
            return waiting
        }
        waiting?.resume()
    }

    private func wait() async {
        await withCheckedContinuation { continuation in
            let waiting = hold.withLock { hold -> CheckedContinuation<Void, Never>?? in
                guard hold != nil else { return .none }
                hold?.held = continuation
                hold?.isHeld = true
                let waiting = hold?.onHeld
                hold?.onHeld = nil
                return .some(waiting)
            }
            guard let waiting else { return continuation.resume() }
            waiting?.resume()
        }
    }
}

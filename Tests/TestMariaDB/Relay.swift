import Foundation
import Synchronization

/// Stands between a client and a server on the loopback, and cuts the connection at a commit when it
/// is told to.
package final class Relay: Sendable {
    package enum Cut: Sendable {
        /// The server never hears of the commit.
        case before
        /// The server has carried it out; its answer goes nowhere.
        case after
    }

    package let port: Int
    private let server: UInt16
    private let listener: Int32
    private let cut = Mutex<Cut?>(nil)
    private let ends = Mutex<Set<Int32>>([])
    private let isStopped = Mutex(false)

    /// - Parameter server: its port on 127.0.0.1.
    package init(to server: Int) throws {
        let (listener, port) = try Loopback.listen()
        self.server = UInt16(server)
        self.listener = listener
        self.port = port
        Thread.detachNewThread { [weak self] in
            while case let client = accept(listener, nil, nil), client >= 0 {
                guard let self else {
                    close(client)
                    continue
                }
                self.serve(client)
            }
            close(listener)
        }
    }

    deinit { stop() }

    /// What it does at the next commit, once.
    package func cutNext(_ cut: Cut) { self.cut.withLock { $0 = cut } }

    /// Whether it still waits for the commit to cut at.
    package var isArmed: Bool { cut.withLock { $0 != nil } }

    /// Cuts every connection and takes no more.
    package func stop() {
        isStopped.withLock { isStopped in
            // Whoever accepts closes it then, and its number may be somebody else's after that.
            if !isStopped { shutdown(listener, Int32(SHUT_RDWR)) }
            isStopped = true
        }
        ends.withLock { for end in $0 { shutdown(end, Int32(SHUT_RDWR)) } }
    }

    private func serve(_ client: Int32) {
        guard let server = Loopback.connect(to: server) else {
            close(client)
            return
        }
        ends.withLock { $0.formUnion([client, server]) }
        let state = Exchange()
        Thread.detachNewThread { [self] in
            Loopback.pump(from: client, to: server) { self.passes($0, state) }
            self.end(state, client, server)
        }
        Thread.detachNewThread { [self] in
            Loopback.pump(from: server, to: client) { _ in
                state.isLastAnswer.withLock { $0 } ? false : true
            }
            self.end(state, client, server)
        }
    }

    /// The later of both directions closes: a number that is closed can be another connection's at
    /// once.
    private func end(_ state: Exchange, _ client: Int32, _ server: Int32) {
        let isLater = state.isHalfOver.withLock { isHalfOver in
            defer { isHalfOver = true }
            return isHalfOver
        }
        guard isLater else { return }
        ends.withLock { $0.subtract([client, server]) }
        close(client)
        close(server)
    }

    /// What the two directions of a connection share.
    private final class Exchange: Sendable {
        let isMarked = Mutex(false)
        let isHalfOver = Mutex(false)
        let isLastAnswer = Mutex(false)
    }

    /// Whether what the client said goes on to the server. Of the commits only those of a
    /// transaction that has left its mark count: others changed nothing.
    private func passes(_ bytes: ArraySlice<UInt8>, _ state: Exchange) -> Bool? {
        if String(decoding: bytes, as: UTF8.self).contains("insert into committed_write") {
            state.isMarked.withLock { $0 = true }
        }
        guard bytes.suffix(7).elementsEqual([3] + "commit".utf8),
            state.isMarked.withLock({ marked in
                defer { marked = false }
                return marked
            })
        else { return true }
        let cut = cut.withLock { cut in
            defer { cut = nil }
            return cut
        }
        if case .after = cut { state.isLastAnswer.withLock { $0 = true } }
        return cut == .before ? false : true
    }
}

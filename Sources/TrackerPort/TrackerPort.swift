internal import CLinux
package import Domain
import Foundation
import Synchronization

/// A tracker's listener: HTTP and UDP on one port, served by one thread of its own over epoll.
///
/// 1. Only that thread touches connections; what others want of it goes through `mail`, and a
///    descriptor that wakes it.
/// 2. A request is answered in the order it came over its connection, also when one before it
///    waits.
/// 3. Every request that waits is answered, or its client is gone: `stop` lets them finish.
package final class TrackerPort: Sendable {
    struct Mail {
        var completions: [PortCompletion] = []
        var isStopping = false
    }

    /// What the system gave, where 0 was asked for.
    package let port: Int
    private let sockets: ListeningSockets
    private let poll: Int32
    private let wake: Int32
    private let limits: PortLimits
    private let sparing: @Sendable (IPAddress) -> Bool
    private let desk: any TrackerDesk
    private let mail = Mutex(Mail())
    private let counters = PortCounters()

    /// Opens the sockets: what comes from then on is answered once `run` is called.
    ///
    /// - Parameter sparing: addresses whose limits are those of all together: this machine's, and
    ///   proxies that ask for many. It is asked often, and on the port's thread.
    package init(
        host: String, port: Int, limits: PortLimits = PortLimits(),
        sparing: @escaping @Sendable (IPAddress) -> Bool = { $0.isLoopback },
        desk: any TrackerDesk
    ) throws(PortError) {
        sockets = try ListeningSockets(host: host, port: port)
        poll = enxame_epoll_create(Int32(enxame_close_on_exec))
        wake = enxame_eventfd(0, Int32(enxame_nonblocking))
        self.port = sockets.port
        self.limits = limits
        self.sparing = sparing
        self.desk = desk
        guard poll >= 0, wake >= 0 else {
            let reason = errno
            sockets.close()
            throw .system(reason)
        }
    }

    deinit {
        close(poll)
        close(wake)
    }

    /// Serves until `stop`; blocks the thread that calls it. To be called once.
    package func serve() {
        let loop = PortLoop(
            sockets: sockets, poll: poll, wake: wake, limits: limits, sparing: sparing, desk: desk,
            counters: counters)
        loop.run { [self] in
            mail.withLock { mail in
                defer { mail.completions = [] }
                return mail
            }
        }
    }

    /// Serves on a thread of its own, until `stop` or the task is cancelled.
    package func run() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let thread = Thread {
                    self.serve()
                    continuation.resume()
                }
                thread.name = "tracker-port"
                thread.start()
            }
        } onCancel: {
            stop()
        }
    }

    /// From any thread.
    package func complete(_ completions: [PortCompletion]) {
        guard !completions.isEmpty else { return }
        mail.withLock { $0.completions += completions }
        wakeUp()
    }

    /// Takes no new connections, answers what is under way, and ends.
    package func stop() {
        mail.withLock { $0.isStopping = true }
        wakeUp()
    }

    package var figures: PortFigures { counters.figures }

    /// Connections that are held now: those that are idle, slow, or wait for an answer.
    package var openConnections: Int { figures.openConnections }

    private func wakeUp() {
        var one: UInt64 = 1
        write(wake, &one, 8)
    }
}

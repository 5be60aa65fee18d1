import CLinux
import Foundation

/// One thread that announces over HTTP, with so many connections at once: a new one for each
/// announce, or all of them kept.
struct HTTPAnnouncer: AnnounceThread {
    /// A tracker that refuses so often is asked nothing more.
    private static let mostFailures = 100_000

    let crowd: Crowd
    let port: UInt16
    let window: Int
    let keepsOpen: Bool
    let interruption: Latch
    private var own: OwnSessions
    private let bytes: CrowdBytes
    private let request = RequestBytes(capacity: 1024)
    private let ending: [UInt8]

    init(
        crowd: Crowd, thread: Int, threads: Int, window: Int, port: UInt16, keepsOpen: Bool,
        interruption: Latch
    ) {
        self.crowd = crowd
        self.port = port
        self.keepsOpen = keepsOpen
        self.interruption = interruption
        own = OwnSessions(crowd: crowd, thread: thread, of: threads)
        bytes = CrowdBytes(crowd, sessions: own.all)
        self.window = max(1, min(window, own.count / 2))
        ending = Array(
            " HTTP/1.1\r\nHost: t\r\n\(keepsOpen ? "" : "Connection: close\r\n")\r\n".utf8)
    }

    var claimed: (up: Int64, down: Int64) { own.claimed }

    mutating func fill() { _ = exchange(.everybody) }

    mutating func run(seconds: Double) -> AnnounceTally { exchange(.anybody(seconds: seconds)) }

    private mutating func exchange(_ whom: AnnounceOrder) -> AnnounceTally {
        var (order, tally) = (whom, AnnounceTally())
        tally.milliseconds.reserveCapacity(1 << 20)
        let poll = enxame_epoll_create(Int32(enxame_close_on_exec))
        defer { close(poll) }
        var lines = (0..<window).map { _ in Line(port: port) }
        defer { for index in lines.indices { lines[index].end() } }
        var events = [enxame_event](repeating: enxame_event(), count: window)
        var busy = 0
        for place in lines.indices { busy += begin(place, &lines, &order, &tally, poll) ? 1 : 0 }
        while busy > 0, !interruption.isRaised, tally.failures < Self.mostFailures {
            let count = Int(enxame_epoll_wait(poll, &events, Int32(window), 1000))
            if count == 0 {
                // Nobody was answered for a second: what they said is said again.
                for place in lines.indices where lines[place].isBusy {
                    tally.failures += 1
                    lines[place].end()
                    send(place, &lines, poll)
                }
            }
            for event in 0..<max(0, count) {
                let place = Int(events[event].data)
                switch lines[place].receive(untilClosed: !keepsOpen) {
                case .more: break
                case .closed:
                    lines[place].end()
                    send(place, &lines, poll)
                case .broken:
                    tally.failures += 1
                    lines[place].end()
                    send(place, &lines, poll)
                case .granted:
                    let sent = own.isAnswered(lines[place].index)
                    tally.milliseconds.append(Double(nanoseconds() - sent) / 1e6)
                    if !keepsOpen { lines[place].end() }
                    lines[place].isBusy = false
                    busy -= begin(place, &lines, &order, &tally, poll) ? 0 : 1
                }
            }
        }
        return tally
    }

    /// The next announce over a line; `false` when there is no more.
    private mutating func begin(
        _ place: Int, _ lines: inout [Line], _ order: inout AnnounceOrder,
        _ tally: inout AnnounceTally, _ poll: Int32
    ) -> Bool {
        guard let index = order.next(of: &own, now: nanoseconds()) else { return false }
        own.claimMore(index)
        tally.announces += 1
        lines[place].index = index
        lines[place].isBusy = true
        own.isSent(index, at: nanoseconds())
        send(place, &lines, poll)
        return true
    }

    private func send(_ place: Int, _ lines: inout [Line], _ poll: Int32) {
        write(lines[place].index)
        lines[place].send(request, as: place, poll)
    }

    private func write(_ index: Int) {
        let session = own.session(index)
        let identity = bytes.identity(index)
        let middle = identity.startIndex + 20
        request.clear()
        add("GET /announce?passkey=")
        request.add(bytes.passkey(of: crowd.user(of: session)))
        add("&info_hash=")
        request.add(escaped: identity[..<middle])
        add("&peer_id=")
        request.add(escaped: identity[middle...])
        add("&port=")
        request.add(decimal: Int64(Crowd.port(of: session)))
        add("&uploaded=")
        request.add(decimal: own.ups[index])
        add("&downloaded=")
        request.add(decimal: own.downs[index])
        add("&left=")
        request.add(decimal: Int64(Crowd.left(session)))
        add("&compact=1&numwant=50")
        request.add(ending)
    }

    private func add(_ text: StaticString) {
        request.add(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
}

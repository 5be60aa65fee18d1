import Domain

/// One thread that announces over UDP, with so many packets under way at once.
struct UDPAnnouncer: AnnounceThread {
    /// After so many nanoseconds a packet or its answer was lost: it is sent again, for a claim that
    /// is not taken would be nobody's.
    private static let patience: UInt64 = 500_000_000
    /// A tracker that refuses so often is asked nothing more.
    private static let mostFailures = 100_000

    let crowd: Crowd
    let port: UInt16
    let window: Int
    let interruption: Latch
    private var own: OwnSessions
    private let bytes: CrowdBytes
    private let packet = RequestBytes(capacity: 256)

    init(
        crowd: Crowd, thread: Int, threads: Int, window: Int, port: UInt16, interruption: Latch
    ) {
        self.crowd = crowd
        self.port = port
        self.interruption = interruption
        own = OwnSessions(crowd: crowd, thread: thread, of: threads)
        bytes = CrowdBytes(crowd, sessions: own.all)
        self.window = max(1, min(window, own.count / 2))
    }

    var claimed: (up: Int64, down: Int64) { own.claimed }

    mutating func fill() { _ = exchange(.everybody) }

    mutating func run(seconds: Double) -> AnnounceTally { exchange(.anybody(seconds: seconds)) }

    private mutating func exchange(_ whom: AnnounceOrder) -> AnnounceTally {
        var (order, tally) = (whom, AnnounceTally())
        guard var line = DatagramLine(port: port, window: window) else { return tally }
        defer { line.end() }
        tally.milliseconds.reserveCapacity(1 << 20)
        let outgoing = DatagramMessages(capacity: window, room: 256)
        var waiting: [Int] = []
        var (isOver, looked) = (false, nanoseconds())
        while !interruption.isRaised, tally.failures < Self.mostFailures {
            let now = nanoseconds()
            if now - looked > Self.patience / 5 {
                looked = now
                for index in waiting where now - own.sentAt(index) > Self.patience {
                    tally.failures += 1
                    put(index, line, now, outgoing)
                }
                line.send(outgoing)
            }
            while !isOver, waiting.count < window {
                guard let index = order.next(of: &own, now: now) else {
                    isOver = true
                    break
                }
                own.claimMore(index)
                waiting.append(index)
                tally.announces += 1
                put(index, line, now, outgoing)
            }
            line.send(outgoing)
            guard !waiting.isEmpty else { break }
            take(&line, &waiting, &tally)
        }
        return tally
    }

    private mutating func put(
        _ index: Int, _ line: DatagramLine, _ now: UInt64, _ outgoing: DatagramMessages
    ) {
        own.isSent(index, at: now)
        write(index, line.connection)
        outgoing.add(packet)
    }

    private mutating func take(
        _ line: inout DatagramLine, _ waiting: inout [Int], _ tally: inout AnnounceTally
    ) {
        let count = line.receive()
        let now = nanoseconds()
        var isRefused = false
        for answer in 0..<count {
            guard let (action, transaction) = line.answer(answer), transaction < own.count,
                own.sentAt(Int(transaction)) != 0
            else { continue }
            guard action == 1 else {
                tally.failures += 1
                isRefused = true
                continue
            }
            let index = Int(transaction)
            tally.milliseconds.append(Double(now - own.isAnswered(index)) / 1e6)
            if let place = waiting.firstIndex(of: index) {
                waiting.swapAt(place, waiting.count - 1)
                waiting.removeLast()
            }
        }
        // Its connection id may be too old; what was refused is said again in a while.
        if isRefused { _ = line.greet() }
    }

    private func write(_ index: Int, _ connection: UInt64) {
        let session = own.session(index)
        packet.clear()
        packet.add(bigEndian: connection)
        packet.add(bigEndian: UInt32(1))
        packet.add(bigEndian: UInt32(truncatingIfNeeded: index))
        packet.add(bytes.identity(index))
        packet.add(bigEndian: own.downs[index])
        packet.add(bigEndian: Int64(Crowd.left(session)))
        packet.add(bigEndian: own.ups[index])
        packet.add(bigEndian: UInt32(0))
        packet.add(bigEndian: UInt32(0))
        packet.add(bigEndian: UInt32(1))
        packet.add(bigEndian: UInt32(50))
        packet.add(bigEndian: UInt16(Crowd.port(of: session)))
        // BEP 41: the path of the announce's URL.
        let path: StaticString = "/announce?passkey="
        packet.add(2)
        packet.add(UInt8(path.utf8CodeUnitCount + CrowdBytes.passkeyCount))
        packet.add(UnsafeBufferPointer(start: path.utf8Start, count: path.utf8CodeUnitCount))
        packet.add(bytes.passkey(of: crowd.user(of: session)))
    }
}

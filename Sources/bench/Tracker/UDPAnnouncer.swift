import Domain
import Foundation

/// One thread that announces over UDP, with so many packets under way at once.
struct UDPAnnouncer: AnnounceThread {
    private static let window = 16
    /// A claim is said until it is taken, or the counters would be nobody's.
    private static let tries = 5

    let crowd: Crowd
    let port: UInt16
    let interruption: Latch
    private var own: OwnSessions

    private struct Sent {
        let claim: OwnSessions.Claim
        let at: ContinuousClock.Instant
    }

    init(crowd: Crowd, thread: Int, threads: Int, port: UInt16, interruption: Latch) {
        self.crowd = crowd
        self.port = port
        self.interruption = interruption
        own = OwnSessions(crowd: crowd, thread: thread, of: threads)
    }

    var claimed: (up: Int64, down: Int64) { own.claimed }

    mutating func fill() {
        guard let line = DatagramLine(port: port) else { return }
        defer { line.end() }
        var tally = AnnounceTally()
        for start in stride(from: 0, to: own.count, by: Self.window)
        where !interruption.isRaised {
            let end = min(start + Self.window, own.count)
            exchange((start..<end).map { own.claim($0) }, line, &tally)
        }
    }

    mutating func run(until end: ContinuousClock.Instant) -> AnnounceTally {
        var tally = AnnounceTally()
        guard own.count > 0, let line = DatagramLine(port: port) else { return tally }
        defer { line.end() }
        tally.milliseconds.reserveCapacity(1 << 20)
        while ContinuousClock.now < end, !interruption.isRaised {
            var claims: [OwnSessions.Claim] = []
            for _ in 0..<Self.window {
                let claim = own.next()
                // A session has one announce under way: the later one says it all.
                claims.removeAll { $0.index == claim.index }
                claims.append(claim)
            }
            exchange(claims, line, &tally)
        }
        return tally
    }

    private func exchange(
        _ claims: [OwnSessions.Claim], _ line: DatagramLine, _ tally: inout AnnounceTally
    ) {
        var left = claims
        for attempt in 0..<Self.tries where !left.isEmpty {
            if attempt > 0 { tally.failures += left.count }
            var waiting: [UInt32: Sent] = [:]
            for claim in left {
                let transaction = UInt32(truncatingIfNeeded: claim.session)
                let packet = packet(claim, line.connection, transaction)
                waiting[transaction] = Sent(claim: claim, at: .now)
                tally.announces += attempt == 0 ? 1 : 0
                line.send(packet)
            }
            while !waiting.isEmpty, let answer = line.receive() {
                guard let sent = waiting.removeValue(forKey: answer.transaction) else { continue }
                tally.milliseconds.append((ContinuousClock.now - sent.at) / .milliseconds(1))
                if answer.action != 1 { tally.failures += 1 }
            }
            left = waiting.values.map(\.claim)
        }
    }

    private func packet(
        _ claim: OwnSessions.Claim, _ connection: UInt64, _ transaction: UInt32
    ) -> [UInt8] {
        let session = claim.session
        var packet: [UInt8] = []
        packet.reserveCapacity(192)
        packet.append(bigEndian: connection)
        packet.append(bigEndian: UInt32(1))
        packet.append(bigEndian: transaction)
        packet += Crowd.hash(crowd.torrent(of: session)).bytes
        packet += Crowd.peer(session).bytes
        packet.append(bigEndian: UInt64(bitPattern: claim.down))
        packet.append(bigEndian: UInt64(Crowd.left(session)))
        packet.append(bigEndian: UInt64(bitPattern: claim.up))
        packet.append(bigEndian: UInt32(0))
        packet.append(bigEndian: UInt32(0))
        packet.append(bigEndian: UInt32(1))
        packet.append(bigEndian: UInt32(50))
        packet.append(bigEndian: UInt16(Crowd.port(of: session)))
        let target = "/announce?passkey=\(Crowd.passkey(crowd.user(of: session)).rawValue)"
        packet += [2, UInt8(target.utf8.count)]
        packet += target.utf8
        return packet
    }
}

extension [UInt8] {
    mutating func append(bigEndian number: some FixedWidthInteger) {
        for shift in stride(from: number.bitWidth - 8, through: 0, by: -8) {
            append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }
}

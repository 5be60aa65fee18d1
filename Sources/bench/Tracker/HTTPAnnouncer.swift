import Domain
import Foundation

/// One thread that announces over HTTP, with a connection for each announce or one for all.
struct HTTPAnnouncer: AnnounceThread {
    /// A claim is said until it is taken, or the counters would be nobody's.
    private static let tries = 5

    let crowd: Crowd
    let port: UInt16
    let keepsOpen: Bool
    let interruption: Latch
    private var own: OwnSessions
    private let ending: [UInt8]

    init(
        crowd: Crowd, thread: Int, threads: Int, port: UInt16, keepsOpen: Bool,
        interruption: Latch
    ) {
        self.crowd = crowd
        self.port = port
        self.keepsOpen = keepsOpen
        self.interruption = interruption
        own = OwnSessions(crowd: crowd, thread: thread, of: threads)
        ending = Array(
            " HTTP/1.1\r\nHost: t\r\n\(keepsOpen ? "" : "Connection: close\r\n")\r\n".utf8)
    }

    var claimed: (up: Int64, down: Int64) { own.claimed }

    mutating func fill() {
        var line = Line(port: port, keepsOpen: true)
        for index in 0..<own.count where !interruption.isRaised {
            announce(own.claim(index), over: &line, ending: Array(" HTTP/1.1\r\n\r\n".utf8))
        }
        line.end()
    }

    mutating func run(until end: ContinuousClock.Instant) -> AnnounceTally {
        var tally = AnnounceTally()
        guard own.count > 0 else { return tally }
        tally.milliseconds.reserveCapacity(1 << 18)
        var line = Line(port: port, keepsOpen: keepsOpen)
        while ContinuousClock.now < end, !interruption.isRaised {
            let claim = own.next()
            let began = ContinuousClock.now
            tally.failures += announce(claim, over: &line, ending: ending)
            tally.milliseconds.append((ContinuousClock.now - began) / .milliseconds(1))
            tally.announces += 1
        }
        line.end()
        return tally
    }

    /// Answers how often it failed.
    @discardableResult
    private func announce(
        _ claim: OwnSessions.Claim, over line: inout Line, ending: [UInt8]
    ) -> Int {
        write(claim, ending, &line.request)
        for failures in 0..<Self.tries where line.exchange() { return failures }
        return Self.tries
    }

    private func write(_ claim: OwnSessions.Claim, _ ending: [UInt8], _ bytes: inout [UInt8]) {
        let session = claim.session
        bytes.removeAll(keepingCapacity: true)
        bytes += "GET /announce?passkey=".utf8
        bytes += Crowd.passkey(crowd.user(of: session)).rawValue.utf8
        bytes += "&info_hash=".utf8
        Self.escape(Crowd.hash(crowd.torrent(of: session)).bytes, &bytes)
        bytes += "&peer_id=".utf8
        Self.escape(Crowd.peer(session).bytes, &bytes)
        bytes += "&port=\(Crowd.port(of: session))&uploaded=\(claim.up)".utf8
        bytes += "&downloaded=\(claim.down)&left=\(Crowd.left(session))".utf8
        bytes += "&compact=1&numwant=50".utf8
        bytes += ending
    }

    private static func escape(_ raw: [UInt8], _ bytes: inout [UInt8]) {
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in raw {
            bytes.append(UInt8(ascii: "%"))
            bytes.append(digits[Int(byte >> 4)])
            bytes.append(digits[Int(byte & 15)])
        }
    }
}

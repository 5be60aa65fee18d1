import Domain
import Testing
import Tracker

/// What each rule takes for evidence, and what it does not.
@Suite struct SwarmWatchTests {
    private static let gigabyte: Int64 = 1 << 30
    private static let interval: Int64 = 1800

    private func watch(size: Int64 = 100 * gigabyte, _ limits: EvidenceLimits = EvidenceLimits())
        -> SwarmWatch
    {
        SwarmWatch(
            torrent: CatalogID(7), size: bytes(size), interval: Int(Self.interval), limits: limits)
    }

    /// The announce of an interval, counted from 0.
    private func said(
        _ user: Int64, _ number: Int64, up: Int64 = 0, down: Int64 = 0, left: Int64 = 0,
        _ event: AnnounceEvent? = nil, id: PeerID? = nil, key: String? = nil, after: Int64 = 0
    ) -> WatchedAnnounce {
        WatchedAnnounce(
            identity: SwarmMember.Identity(user: UserID(user), peerID: id ?? peerID(Int(user))),
            counters: counters(up, down), left: bytes(left),
            event: number == 0 && event == nil ? .started : event,
            key: key.map { Array($0.utf8) }, at: at(1_000_000 + number * Self.interval + after))
    }

    /// Nearly a gigabyte an interval, and never twice the same.
    private func growing(_ number: Int64) -> Int64 {
        number * 900_000_007 + number * number * 16_391
    }

    private func report(_ user: Int64, _ number: UInt32, _ giver: Int64, _ count: Int64)
        -> ReceiptReport
    {
        ReceiptReport(
            receiver: identity(user, Int(user)), number: number,
            lines: [
                ReceiptReport.Line(giver: identity(giver, Int(giver)), bytes: bytes(count))
            ])
    }

    /// A seeder and a leecher of ours over ten announces: what `claims` makes of each gigabyte.
    private func pair(claims factor: Double, attests: Bool = true) -> [Evidence] {
        var watch = watch()
        var found: [Evidence] = []
        for number in 0..<Int64(10) {
            let truth = number * Self.gigabyte
            if attests, number > 0 {
                watch.received(report(2, UInt32(number), 1, Self.gigabyte))
            }
            found += watch.announced(
                said(2, number, down: truth, left: 100 * Self.gigabyte - truth, after: 60))
            // Not a whole multiple of anything.
            let claimed = Int64(Double(truth) * factor) + number * number * 16_391
            found += watch.announced(said(1, number, up: claimed, after: 120))
            found += watch.balance(at: at(1_000_000 + number * Self.interval + 120))
        }
        return found
    }

    @Test("who says what the others attest gives no evidence, and a tenth more is nothing")
    func honest() {
        #expect(pair(claims: 1).isEmpty)
        #expect(pair(claims: 1.1).isEmpty)
        #expect(pair(claims: 1.1, attests: false).isEmpty)
    }

    @Test(
        "who says half as much again is pointed out with figures and announces",
        arguments: [true, false])
    func multiplied(attests: Bool) throws {
        let found = pair(claims: 1.6, attests: attests)
        let worst = try #require(found.max { $0.score < $1.score })
        #expect(worst.rule == .unreceived)
        #expect(worst.suspect == identity(1, 1))
        #expect(worst.torrent == CatalogID(7))
        #expect(worst.score >= Evidence.reviewScore)
        #expect(worst.claimed > worst.explained)
        #expect(worst.announces.count == 4)
        #expect(worst.announces.map(\.at) == worst.announces.map(\.at).sorted())
        // The first piece is a trace, which chance could be.
        #expect((found.first { $0.rule == .unreceived }?.score ?? 100) < Evidence.reviewScore)
    }

    @Test("who gives to nobody is pointed out as such")
    func nobody() throws {
        var watch = watch()
        var found: [Evidence] = []
        for number in 0..<Int64(5) {
            found += watch.announced(said(1, number, up: growing(number)))
            found += watch.announced(said(3, number))
        }
        let worst = try #require(found.max { $0.score < $1.score })
        #expect(worst.rule == .nobodyToReceive)
        #expect(worst.suspect == identity(1, 1))
        #expect(worst.score >= 70)
    }

    @Test("one who was there and says it got nothing may be the liar: then nobody is pointed out")
    func hiding() throws {
        var watch = watch()
        var found: [Evidence] = []
        for number in 0..<Int64(10) {
            found += watch.announced(said(2, number, left: 100 * Self.gigabyte))
            found += watch.announced(said(1, number, up: growing(number), after: 60))
        }
        let worst = try #require(found.max { $0.score < $1.score })
        #expect(worst.score < Evidence.reviewScore)
        #expect(worst.suspect == identity(1, 1))
        #expect(worst.counterpart == identity(2, 2))
    }

    @Test("a swarm that claims more up than down is told of, and nobody alone is it")
    func unbalanced() throws {
        var watch = watch()
        var found: [Evidence] = []
        for number in 0..<Int64(8) {
            // Each could have given all of it, and both cannot.
            found += watch.announced(
                said(3, number, down: number * Self.gigabyte, left: 50 * Self.gigabyte))
            for user in [Int64(1), 2] {
                let up = number * Self.gigabyte + number * number * 16_391
                found += watch.announced(said(user, number, up: up, after: 60))
            }
            found += watch.balance(at: at(1_000_000 + number * Self.interval + 60))
        }
        #expect(Set(found.map(\.rule)) == [.unbalancedSwarm])
        #expect(Set(found.map(\.suspect)) == [identity(1, 1), identity(2, 2)])
        #expect(found.allSatisfy { $0.score == 25 })
    }

    @Test("the books go on balancing when those who took were forgotten")
    func forgotten() {
        var watch = watch()
        var found: [Evidence] = []
        for number in 0..<Int64(60) {
            let moved = min(number, 8) * Self.gigabyte
            if number <= 8 {
                found += watch.announced(
                    said(2, number, down: moved, left: 8 * Self.gigabyte - moved))
            }
            found += watch.announced(said(1, number, up: moved, after: 60))
            found += watch.balance(at: at(1_000_000 + number * Self.interval + 60))
        }
        #expect(watch.sessionCount == 1)
        #expect(!found.contains { $0.rule == .unbalancedSwarm })
    }

    @Test("the books of a window balance up to what is sent in vain")
    func window() {
        let limits = EvidenceLimits()
        let window = { (up: Int64, down: Int64, excused: Int64) in
            SwarmWatch.Window(up: bytes(up), down: bytes(down), excused: bytes(excused))
        }
        let whole = 100 * Self.gigabyte
        #expect(window(whole * 12 / 10, whole, 0).excess() == .zero)
        #expect(window(whole * 13 / 10, whole, 0).excess().bytes > 9 * Self.gigabyte)
        #expect(window(whole * 13 / 10, whole * 9 / 10, whole / 5).excess() == .zero)
        #expect(window(limits.trifle, 0, 0).excess() == .zero)
        #expect(window(.max, .max, .max).excess() == .zero)
        #expect(window(.max, 0, 0).excess().bytes > .max - limits.trifle - 1)
    }

    @Test("nobody gives or takes more than a line carries, and a late announce is no line")
    func speed() {
        var watch = watch()
        _ = watch.announced(said(1, 0))
        // What was sent half an hour ago came just now.
        let fair = 1_250_000_000 * 61 as Int64
        #expect(watch.announced(said(1, 0, up: fair, after: 1)).isEmpty)
        let found = watch.announced(said(1, 0, up: 2 * fair + 1_250_000_000, after: 2))
        #expect(found.map(\.rule) == [.impossibleSpeed])
        #expect(found.map(\.score) == [100])
        // Nothing that can be said makes the arithmetic end.
        _ = watch.announced(said(2, 0, left: .max))
        _ = watch.announced(said(2, 1, up: .max, down: .max, left: .max))
        _ = watch.announced(said(2, 2, up: .max, down: .max))
        watch.received(report(2, 1, 1, .max))
        watch.received(report(2, 2, 1, .max))
        _ = watch.announced(said(1, 3, up: .max))
        _ = watch.balance(at: at(.max))
    }

    @Test("counters that grow as no transfer does are told of once")
    func madeUp() {
        let patterns: [(Int64) -> (up: Int64, down: Int64)] = [
            { ($0 * 123_456_789, 0) }, { ($0 * ($0 + 1) * 1_000_000, 0) },
            { ($0 * ($0 + 1) * 7_654_321 * 3, $0 * ($0 + 1) * 7_654_321) },
        ]
        for pattern in patterns {
            var watch = watch()
            _ = watch.announced(said(2, 0, left: 100 * Self.gigabyte))
            var found: [Evidence] = []
            for number in 0..<Int64(12) {
                let (up, down) = pattern(number)
                found += watch.announced(
                    said(1, number, up: up, down: down, left: 100 * Self.gigabyte - down))
            }
            #expect(found.filter { $0.rule == .madeUpCounters }.map(\.score) == [65])
        }
    }

    @Test("a client that contradicts its own name is told of, more with each contradiction")
    func contradictions() throws {
        let rtorrent = try #require(PeerID(Array("-lt0D80-abcdefghijkl".utf8)))
        var watch = watch()
        _ = watch.announced(said(1, 0, left: 9, id: rtorrent, key: "0badcafe"))
        #expect(watch.announced(said(1, 1, left: 9, id: rtorrent, key: "0badcafe")).isEmpty)
        let first = watch.announced(said(1, 2, .completed, id: rtorrent, key: "0badcafe"))
        #expect(first.map(\.rule) == [.contradictoryClient])
        #expect(first.map(\.score) == [25])
        let second = watch.announced(said(1, 3, id: rtorrent, key: "deadbeef"))
        #expect(second.map(\.score) == [50])
        #expect(watch.announced(said(1, 4, id: rtorrent, key: "0badcafe")).isEmpty)
        let third = watch.announced(said(1, 5, left: 3, .completed, id: rtorrent))
        #expect(third.map(\.score) == [75])
    }

    @Test("habits are held against those alone who give a known name")
    func habits() throws {
        let text = { (id: String) in try #require(PeerID(Array(id.utf8))) }
        for (id, key, evidence) in [
            ("-qB4520-abcdefghijkl", "1A2B3C4D", 0), ("-qB4520-abcdefghijkl", "not hex", 1),
            ("-XX0001-abcdefghijkl", "not hex", 0), ("-TR4040-abcdefghijkl", "1a2b3c4d", 1),
            ("-qB4520-abcdefghijkl", "1a2b3c", 0),
        ] {
            var watch = watch()
            _ = watch.announced(said(1, 0, up: 9, left: 9, id: try text(id)))
            // Begins again under the same id: a pause in one client, a contradiction in another.
            let found = watch.announced(
                said(1, 1, left: 9, .started, id: try text(id), key: key))
            #expect(found.count == evidence, "\(id) \(key)")
        }
    }

    @Test("who attests more than it takes is told of, with whose sake it is for")
    func attesting() throws {
        var watch = watch()
        _ = watch.announced(said(1, 0))
        _ = watch.announced(said(2, 0, left: 100 * Self.gigabyte))
        watch.received(report(2, 1, 1, Self.gigabyte))
        // The same report again, and one from before, change nothing.
        watch.received(report(2, 1, 1, Self.gigabyte))
        watch.received(report(2, 0, 1, Self.gigabyte))
        #expect(
            watch.announced(
                said(2, 1, down: Self.gigabyte * 4 / 5, left: 99 * Self.gigabyte)
            ).isEmpty)
        watch.received(report(2, 2, 1, Self.gigabyte))
        let found = watch.announced(
            said(2, 2, down: Self.gigabyte * 4 / 5, left: 99 * Self.gigabyte))
        #expect(found.map(\.rule) == [.receiptsBeyondDownload])
        #expect(found.map(\.counterpart) == [identity(1, 1)])
    }

    @Test("a torrent is taken once, and a quarter more; not twice")
    func wholeTorrent() {
        var watch = watch(size: Self.gigabyte)
        _ = watch.announced(said(2, 0, left: Self.gigabyte))
        #expect(watch.announced(said(2, 1, down: Self.gigabyte * 5 / 4)).isEmpty)
        let more = watch.announced(said(2, 2, down: Self.gigabyte * 7 / 4))
        #expect(more.map(\.score) == [50])
        let twice = watch.announced(said(2, 3, down: Self.gigabyte * 3))
        #expect(twice.map(\.rule) == [.downloadBeyondSize])
        #expect(twice.map(\.score) == [80])
    }

    @Test("several pieces come to more than one, and one rule counts once in a torrent")
    func combined() {
        let piece = { (rule: Evidence.Rule, torrent: Int64, score: Int) in
            Evidence(
                rule: rule, suspect: identity(1, 1), counterpart: nil, torrent: CatalogID(torrent),
                score: score, claimed: .zero, explained: .zero, announces: [])
        }
        #expect(Evidence.combinedScore(of: []) == 0)
        #expect(Evidence.combinedScore(of: [piece(.unreceived, 1, 40)]) == 40)
        let grown = [piece(.unreceived, 1, 40), piece(.unreceived, 1, 50)]
        #expect(Evidence.combinedScore(of: grown) == 50)
        let elsewhere = [piece(.unreceived, 1, 50), piece(.unreceived, 2, 50)]
        #expect(Evidence.combinedScore(of: elsewhere) == 75)
        #expect(Evidence.combinedScore(of: [piece(.impossibleSpeed, 1, 100)]) == 100)
        // The swarm that does not balance is what the client that gave to nobody did.
        let same = [piece(.unreceived, 1, 50), piece(.unbalancedSwarm, 1, 25)]
        #expect(Evidence.combinedScore(of: same) == 50)
        let word = [Int64(1), 2, 3].map { torrent in
            Evidence(
                rule: .unreceived, suspect: identity(1, 1), counterpart: identity(2, 2),
                torrent: CatalogID(torrent), score: 50, claimed: .zero, explained: .zero,
                announces: [])
        }
        #expect(Evidence.combinedScore(of: word) == 50)
    }

    @Test("what is remembered is bounded, in sessions and in what a session takes")
    func bounded() {
        var limits = EvidenceLimits()
        limits.sessions = 50
        var watch = watch(limits)
        for user in 0..<Int64(200) {
            for number in 0..<Int64(3) {
                _ = watch.announced(said(user, 0, up: number, left: 5, after: user * 3 + number))
            }
        }
        #expect(watch.sessionCount == 50)
        // Whom it does not know it holds nothing against, nor anybody else.
        var found: [Evidence] = []
        for number in 1..<Int64(9) {
            found += watch.announced(said(1, number, up: growing(number)))
        }
        #expect(!found.contains { $0.rule == .unreceived || $0.rule == .nobodyToReceive })
        watch.expire(at: at(1_000_000 + 10 * 86_400))
        #expect(watch.sessionCount == 0)
        print("Evidence: \(SwarmWatch.bytesPerSession) bytes for a session at most")
        #expect(SwarmWatch.bytesPerSession <= 1024)
    }
}

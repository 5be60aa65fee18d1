import Domain
import Testing
import Tracker

/// The tables against `Swarm` and `Ledger`, which say the same slowly.
@Suite struct SwarmMemoryTests {
    private struct Model {
        var swarms: [CatalogID: Swarm] = [:]
        /// What an announce is held against.
        var sessions: [SessionKey: LedgerSession] = [:]
        var lefts: [SessionKey: ByteCount] = [:]
        var totals: [UserID: Counters] = [:]
        /// What a database holds: the rows, and the totals of members.
        var rows: [SessionKey: LedgerSession] = [:]
        var credited: [UserID: Counters] = [:]

        mutating func write(_ batch: LedgerBatch) {
            for record in batch.records {
                let row = rows[record.key]
                #expect(row?.last == record.base, "nobody else writes")
                rows[record.key] = LedgerSession(
                    key: record.key, last: record.last, credited: .zero, seenAt: record.at,
                    isRunning: record.isRunning)
                credited[record.key.user, default: .zero] += record.credit
            }
        }
    }

    private static func endpoint(_ number: Int, isV6: Bool) -> PeerEndpoint {
        let address: IPAddress =
            isV6 ? .v6(high: 7, low: UInt64(number)) : .v4(0x0A00_0000 + UInt32(number))
        return PeerEndpoint(address: address, port: 7000)
    }

    @Test(
        "random histories end as the model says: swarms, peers, and every byte",
        arguments: (1...60) as ClosedRange<UInt64>)
    func histories(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var memory = SwarmMemory()
        var model = Model()
        let members = (0..<5).map { memory.addMember(UserID(Int64($0 + 1)), totals: .zero) }
        let torrents = (0..<3).map { memory.addTorrent(CatalogID(Int64($0 + 1))) }
        var now = Timestamp(seconds: 1_700_000_000)
        for _ in 0..<400 {
            now = now.adding(seconds: Int64.random(in: 0...20, using: &random))
            let (member, torrent) = (
                Int.random(in: 0..<5, using: &random), Int.random(in: 0..<3, using: &random)
            )
            let user = UserID(Int64(member + 1))
            let catalog = CatalogID(Int64(torrent + 1))
            switch Int.random(in: 0..<30, using: &random) {
            case 0:
                // Whoever is forgotten is known by their row.
                model.write(memory.takeBatch())
                let limit = now.adding(seconds: -300)
                memory.expire(memory.places, before: limit)
                for id in Array(model.swarms.keys) { _ = model.swarms[id]?.expire(before: limit) }
            case 1:
                memory.dismiss(memory.places) { who, _, _, _ in who == members[member] }
                for id in Array(model.swarms.keys) { model.swarms[id]?.remove(user: user) }
            case 2:
                memory.dismiss(memory.places) { _, what, _, _ in what == torrents[torrent] }
                model.swarms[catalog] = nil
            case 3, 4: model.write(memory.takeBatch())
            default:
                let peer = PeerID(Bytes20(repeating: UInt8.random(in: 1...3, using: &random)))
                let endpoint = Self.endpoint(
                    Int.random(in: 0..<12, using: &random), isV6: Bool.random(using: &random))
                let left = ByteCount(clamping: Int64.random(in: 0...1, using: &random) * 5)
                let events: [AnnounceEvent?] = [nil, nil, nil, .started, .stopped, .completed]
                let event = events.randomElement(using: &random) ?? nil
                let key = SessionKey(user: user, torrent: catalog, peerID: peer)
                let before = model.sessions[key]?.last ?? .zero
                let goesBack = Int.random(in: 0..<10, using: &random) == 0
                let claimed =
                    goesBack
                    ? Counters(up: ByteCount(clamping: 3), down: .zero)
                    : before
                        + Counters(
                            up: ByteCount(clamping: Int64.random(in: 0...99, using: &random)),
                            down: ByteCount(clamping: Int64.random(in: 0...9, using: &random)))
                let step = Ledger.step(
                    model.sessions[key], key: key, claimed: claimed, event: event, at: now)
                model.sessions[key] = step.session
                model.totals[user, default: .zero] += step.credit
                let identity = SwarmMember.Identity(user: user, peerID: peer)
                let isListed = model.swarms[catalog]?.member(identity) != nil
                if !step.isLate || event == .stopped {
                    _ = model.swarms[catalog, default: Swarm()].announced(
                        identity, from: endpoint, left: left, event: event, at: now)
                } else if isListed {
                    model.swarms[catalog]?.wasSeen(identity, at: endpoint, now: now)
                } else if step.session.isRunning {
                    // Put out by a review, and back: what is left was said before.
                    _ = model.swarms[catalog, default: Swarm()].announced(
                        identity, from: endpoint, left: model.lefts[key] ?? left, event: nil,
                        at: now)
                }
                if !step.isLate { model.lefts[key] = left }
                let number =
                    memory.session(peer, members[member], torrents[torrent])
                    ?? memory.remember(
                        peer, member: members[member], torrent: torrents[torrent],
                        as: model.rows[key], at: now)
                let booking = memory.announce(
                    number,
                    SwarmMemory.Claim(
                        endpoint: endpoint, counters: claimed, left: left, event: event, at: now))
                #expect(booking.credit == step.credit)
                #expect(booking.waitsForDisk == step.waitsForDisk)
                let family = endpoint.address.family
                guard event != .stopped, !step.isLate || step.session.isRunning else {
                    #expect(memory.peers(for: number, over: family, limit: 20).isEmpty)
                    continue
                }
                guard !step.isLate else { continue }
                let limit = Int.random(in: 0...20, using: &random)
                let told = memory.peers(for: number, over: family, limit: limit)
                #expect(Set(told).count == told.count && told.count <= limit)
                let all = model.swarms[catalog]?.peers(
                    for: identity, over: family, limit: .max, using: &random)
                #expect(Set(told).isSubset(of: all ?? []))
                #expect(told.count == min(limit, all?.count ?? 0))
            }
            var all = SwarmCounts()
            for torrent in 0..<3 {
                let swarm = model.swarms[CatalogID(Int64(torrent + 1))] ?? Swarm()
                #expect(memory.counts(of: torrents[torrent]) == swarm.counts)
                all.seeders += swarm.counts.seeders
                all.leechers += swarm.counts.leechers
            }
            #expect(memory.peerCounts == all)
        }
        model.write(memory.takeBatch())
        #expect(!memory.hasBatch)
        for (user, total) in model.totals {
            #expect(model.credited[user] ?? .zero == total, "\(user)")
        }
    }

    @Test("everybody of a swarm is as likely to be named, and nobody twice")
    func fairness() {
        var memory = SwarmMemory()
        let torrent = memory.addTorrent(CatalogID(1))
        var asker: UInt32 = 0
        for number in 0..<300 {
            let member = memory.addMember(UserID(Int64(number)), totals: .zero)
            let peer = PeerID(Bytes20(repeating: 1))
            asker = memory.remember(
                peer, member: member, torrent: torrent, as: nil, at: Timestamp(seconds: 1))
            memory.announce(
                asker,
                SwarmMemory.Claim(
                    endpoint: Self.endpoint(number, isV6: number % 10 == 0), counters: .zero,
                    left: ByteCount(clamping: number % 3 == 0 ? 0 : 1), event: .started,
                    at: Timestamp(seconds: 1)))
        }
        var named: [PeerEndpoint: Int] = [:]
        for _ in 0..<3000 {
            let peers = memory.peers(for: asker, over: .v4, limit: 50)
            #expect(Set(peers).count == 50)
            for peer in peers { named[peer.endpoint, default: 0] += 1 }
        }
        #expect(named.count == 299 && named[Self.endpoint(299, isV6: false)] == nil)
        // 502 are expected of each; a fifth more or less is over four times the deviation.
        #expect(named.values.allSatisfy { (400...600).contains($0) })
        var (v4s, v6s): ([UInt8], [UInt8]) = ([], [])
        memory.peers(for: asker, over: .v4, limit: 200, to: &v4s, and: &v6s)
        #expect(v4s.count % 6 == 0 && v6s.count % 18 == 0)
        #expect(v4s.count / 6 + v6s.count / 18 == 200)
    }

    @Test("a partial seed takes nothing, is told to those who do, and counts as incomplete")
    func partialSeeds() {
        var memory = SwarmMemory()
        let torrent = memory.addTorrent(CatalogID(1))
        let now = Timestamp(seconds: 1)
        let sessions = (0..<3).map { number in
            memory.remember(
                PeerID(Bytes20(repeating: 1)),
                member: memory.addMember(UserID(Int64(number)), totals: .zero), torrent: torrent,
                as: nil, at: now)
        }
        let (seeder, partial, leecher) = (sessions[0], sessions[1], sessions[2])
        func announce(_ number: Int, _ left: Int64, _ event: AnnounceEvent?) {
            memory.announce(
                sessions[number],
                SwarmMemory.Claim(
                    endpoint: Self.endpoint(number, isV6: false), counters: .zero,
                    left: ByteCount(clamping: left), event: event, at: now))
        }
        announce(0, 0, nil)
        announce(1, 5, .paused)
        announce(2, 5, nil)
        #expect(memory.counts(of: torrent) == SwarmCounts(seeders: 1, leechers: 2))
        #expect(memory.peers(for: leecher, over: .v4, limit: 9).count == 2)
        #expect(memory.peers(for: seeder, over: .v4, limit: 9).count == 1)
        #expect(memory.peers(for: partial, over: .v4, limit: 9).count == 1)
        announce(1, 0, nil)
        #expect(memory.counts(of: torrent) == SwarmCounts(seeders: 2, leechers: 1))
        announce(1, 5, .paused)
        announce(1, 5, nil)
        announce(1, 5, .stopped)
        #expect(memory.counts(of: torrent) == SwarmCounts(seeders: 1, leechers: 1))
    }

    @Test("a row that another server wrote is stepped from where it stands")
    func overtaken() {
        let key = SessionKey(
            user: UserID(1), torrent: CatalogID(1), peerID: PeerID(Bytes20(repeating: 1)))
        func count(_ up: Int64) -> Counters { Counters(up: ByteCount(clamping: up), down: .zero) }
        func credit(_ last: Int64, from row: Int64, _ seconds: Int64 = 1) -> Int64 {
            LedgerRecord(
                key: key, base: count(100), last: count(last), at: Timestamp(seconds: 500),
                isRunning: true
            ).step(
                from: LedgerSession(
                    key: key, last: count(row), credited: count(row),
                    seenAt: Timestamp(seconds: 500 - seconds), isRunning: true),
                left: .zero
            ).step.credit.up.bytes
        }
        #expect(credit(160, from: 150) == 10)
        #expect(credit(160, from: 160) == 0)
        #expect(credit(160, from: 170) == 0)
        #expect(credit(160, from: 20) == 140)
    }
}

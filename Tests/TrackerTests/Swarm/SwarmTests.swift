import Domain
import Testing
import Tracker

@Suite struct SwarmTests {
    private var generator = SeededGenerator(seed: 5)

    private func swarm(seeders: Int, leechers: Int) -> Swarm {
        var swarm = Swarm()
        for number in 0..<(seeders + leechers) {
            _ = swarm.announced(
                identity(Int64(number), number), from: v4(UInt32(number)),
                left: bytes(number < seeders ? 0 : 1), event: .started, at: at(0))
        }
        return swarm
    }

    @Test("seeders and leechers are counted, and move from one to the other")
    func counts() {
        var swarm = swarm(seeders: 2, leechers: 3)
        #expect(swarm.counts == SwarmCounts(seeders: 2, leechers: 3))
        let change = swarm.announced(
            identity(4, 4), from: v4(4), left: .zero, event: .completed, at: at(1))
        #expect(change == .completed)
        #expect(swarm.counts == SwarmCounts(seeders: 3, leechers: 2))
        let goodbye = swarm.announced(
            identity(0, 0), from: v4(0), left: .zero, event: .stopped, at: at(1))
        #expect(goodbye == .left)
        #expect(swarm.counts == SwarmCounts(seeders: 2, leechers: 2))
    }

    @Test("a completion is told once, with or without the event")
    func completions() {
        var swarm = Swarm()
        let me = identity(1, 1)
        func announce(_ left: Int64, _ event: AnnounceEvent? = nil) -> Swarm.Change {
            swarm.announced(me, from: v4(1), left: bytes(left), event: event, at: at(0))
        }
        #expect(announce(5, .started) == .joined)
        #expect(announce(0) == .completed)
        #expect(announce(0, .completed) == .nothing)
        #expect(announce(0, .stopped) == .left)
        #expect(announce(0, .stopped) == .nothing)
        #expect(announce(0, .started) == .joined)
        #expect(announce(0, .stopped) == .left)
        #expect(announce(0, .completed) == .completed)
    }

    @Test("two addresses of one client are one member, and each is named to its own kind")
    func dualStack() {
        var swarm = Swarm()
        var generator = generator
        let both = identity(1, 1)
        _ = swarm.announced(both, from: v4(1), left: .zero, event: nil, at: at(0))
        _ = swarm.announced(both, from: v6(1), left: .zero, event: nil, at: at(5))
        #expect(swarm.counts == SwarmCounts(seeders: 1, leechers: 0))
        #expect(swarm.lastSeen(both, over: .v4) == at(0))
        #expect(swarm.lastSeen(both, over: .v6) == at(5))
        let asker = identity(2, 2)
        _ = swarm.announced(asker, from: v4(2), left: bytes(1), event: nil, at: at(5))
        let over4 = swarm.peers(for: asker, over: .v4, limit: 9, using: &generator)
        let over6 = swarm.peers(for: asker, over: .v6, limit: 9, using: &generator)
        #expect(over4.map(\.endpoint) == [v4(1)])
        #expect(over6.map(\.endpoint) == [v6(1)])
        #expect(swarm.peers(for: both, over: .v6, limit: 9, using: &generator).count == 1)
    }

    @Test("nobody is told of themselves, whichever address they ask from")
    func notMyself() {
        var swarm = Swarm()
        var generator = generator
        let me = identity(1, 1)
        _ = swarm.announced(me, from: v4(1), left: bytes(1), event: nil, at: at(0))
        _ = swarm.announced(me, from: v6(1), left: bytes(1), event: nil, at: at(0))
        #expect(swarm.peers(for: me, over: .v4, limit: 50, using: &generator).isEmpty)
        #expect(swarm.peers(for: me, over: .v6, limit: 50, using: &generator).isEmpty)
    }

    @Test("the ghost of a killed client is gone when it comes back on its port under a new id")
    func ghost() {
        var swarm = Swarm()
        var generator = generator
        _ = swarm.announced(identity(1, 1), from: v4(1), left: bytes(1), event: nil, at: at(0))
        _ = swarm.announced(identity(1, 2), from: v4(1), left: bytes(1), event: nil, at: at(9))
        #expect(swarm.counts.leechers == 1)
        #expect(swarm.peers(for: identity(1, 2), over: .v4, limit: 9, using: &generator).isEmpty)
        #expect(swarm.member(identity(1, 1)) == nil)
    }

    @Test("a client that moves takes its old address with it")
    func moved() {
        var swarm = Swarm()
        _ = swarm.announced(identity(1, 1), from: v4(1), left: .zero, event: nil, at: at(0))
        _ = swarm.announced(identity(1, 1), from: v4(2), left: .zero, event: nil, at: at(9))
        _ = swarm.announced(identity(2, 2), from: v4(1), left: .zero, event: nil, at: at(9))
        #expect(swarm.member(identity(1, 1))?.endpoints == [v4(2)])
        #expect(swarm.counts.seeders == 2)
    }

    @Test("a leecher is told of both kinds, a seeder of leechers only")
    func kinds() {
        let swarm = swarm(seeders: 3, leechers: 4)
        var generator = generator
        let forLeecher = swarm.peers(for: identity(6, 6), over: .v4, limit: 50, using: &generator)
        #expect(Set(forLeecher.map(\.id)) == Set((0..<6).map(peerID)))
        let forSeeder = swarm.peers(for: identity(0, 0), over: .v4, limit: 50, using: &generator)
        #expect(Set(forSeeder.map(\.id)) == Set((3..<7).map(peerID)))
    }

    @Test("no more than asked for are named, each once, and a limit of any size is safe")
    func limits() {
        let swarm = swarm(seeders: 30, leechers: 30)
        var generator = generator
        for limit in [0, 1, 2, 58, 59, 60, 1000, Int.max, -1, Int.min] {
            let peers = swarm.peers(
                for: identity(40, 40), over: .v4, limit: limit, using: &generator)
            #expect(peers.count == min(max(0, limit), 59))
            #expect(Set(peers.map(\.endpoint)).count == peers.count)
            #expect(!peers.contains { $0.id == peerID(40) })
        }
    }

    @Test("the choice is fair: everybody is named about as often")
    func fairness() {
        let swarm = swarm(seeders: 10, leechers: 11)
        var generator = generator
        var times: [PeerID: Int] = [:]
        for _ in 0..<4000 {
            let peers = swarm.peers(for: identity(20, 20), over: .v4, limit: 5, using: &generator)
            #expect(peers.count == 5)
            for peer in peers { times[peer.id, default: 0] += 1 }
        }
        // 1000 each would be even; five standard deviations are about 137.
        #expect(times.count == 20)
        #expect(times.values.allSatisfy { (850...1150).contains($0) })
    }

    @Test("the silent leave, address by address")
    func expiry() {
        var swarm = Swarm()
        let both = identity(1, 1)
        _ = swarm.announced(both, from: v4(1), left: .zero, event: nil, at: at(0))
        _ = swarm.announced(both, from: v6(1), left: .zero, event: nil, at: at(100))
        _ = swarm.announced(identity(2, 2), from: v4(2), left: bytes(1), event: nil, at: at(50))
        #expect(swarm.expire(before: at(51)) == [identity(2, 2)])
        #expect(swarm.member(both)?.endpoints == [v6(1)])
        #expect(swarm.expire(before: at(100)) == [])
        #expect(swarm.expire(before: at(101)) == [both])
        #expect(swarm.isEmpty)
    }

    @Test("a banned user's clients leave together")
    func removeUser() {
        var swarm = swarm(seeders: 2, leechers: 2)
        _ = swarm.announced(identity(0, 77), from: v4(77), left: bytes(1), event: nil, at: at(0))
        swarm.remove(user: UserID(0))
        #expect(swarm.counts == SwarmCounts(seeders: 1, leechers: 2))
    }

    @Test("random lives keep the books: counts, endpoints and members agree")
    func lives() {
        var generator = generator
        var swarm = Swarm()
        var model: [SwarmMember.Identity: Bool] = [:]
        for step in 0..<5000 {
            let number = Int.random(in: 0..<40, using: &generator)
            let who = identity(Int64(number), number)
            let left = bytes(Int64.random(in: 0...1, using: &generator))
            let leaves = Int.random(in: 0..<5, using: &generator) == 0
            // Its own addresses: nobody dispossesses anybody here.
            let endpoint = Bool.random(using: &generator) ? v4(UInt32(number)) : v6(UInt64(number))
            _ = swarm.announced(
                who, from: endpoint, left: left, event: leaves ? .stopped : nil, at: at(Int64(step))
            )
            model[who] = leaves ? nil : left == .zero
            #expect(swarm.counts.seeders == model.values.count { $0 })
            #expect(swarm.counts.leechers == model.values.count { !$0 })
        }
        #expect(Set(swarm.expire(before: at(.max))) == Set(model.keys))
    }
}

import Domain
import Testing
import Tracker

/// Honest and cheating clients in swarms that chance makes and a seed repeats: who is pointed out?
@Suite struct EvidenceSimulationTests {
    /// What a part of the simulation came to.
    private struct Tally {
        var sessions = 0
        var alarms: [String] = []
        var traces = 0
        var petty = 0
        var found = 0
        var missed: [String] = []
        var announcesUntilFound = 0
    }

    private static func plan(_ chance: inout SeededGenerator) -> SimulatedSwarm.Plan {
        SimulatedSwarm.Plan(
            clients: .random(in: 2...30, using: &chance),
            intervals: .random(in: 6...24, using: &chance),
            size: [1 << 28, 1 << 30, 8 << 30, 64 << 30].randomElement(using: &chance) ?? 1 << 30,
            attesting: [0, 50, 90, 100].randomElement(using: &chance) ?? 100,
            lostAnnounces: .random(in: 0...10, using: &chance),
            crashes: .random(in: 0...4, using: &chance))
    }

    private func count(_ swarm: SimulatedSwarm, _ seed: UInt64, _ tally: inout Tally) {
        for (number, client) in swarm.clients.enumerated() where client.cheat == nil {
            guard !client.hides else { continue }
            tally.sessions += 1
            let pieces = swarm.evidence[number] ?? []
            tally.traces += pieces.isEmpty ? 0 : 1
            let score = Evidence.combinedScore(of: pieces)
            guard score >= Evidence.reviewScore else { continue }
            tally.alarms.append(
                "seed \(seed), client \(number) of \(swarm.clients.count): "
                    + "\(pieces.map { "\($0.rule) \($0.score) \($0.claimed.bytes >> 20)/\($0.explained.bytes >> 20)" }), \(swarm.plan)"
            )
        }
    }

    @Test("no honest session is pointed out, of more than 10,000", arguments: 0..<8)
    func honest(part: UInt64) {
        var tally = Tally()
        var seed = part << 20
        while tally.sessions < 1300 {
            seed += 1
            var chance = SeededGenerator(seed: seed)
            var swarm = SimulatedSwarm(Self.plan(&chance), seed: seed)
            swarm.run()
            count(swarm, seed, &tally)
        }
        print(
            "Evidence, honest part \(part): \(tally.sessions) sessions, "
                + "\(tally.alarms.count) false alarms, \(tally.traces) with some evidence")
        #expect(tally.alarms.isEmpty)
    }

    @Test("who hides what it takes gets next to no honest seeder pointed out")
    func hiding() {
        var tally = Tally()
        var named = 0
        for seed in 1...UInt64(60) {
            var chance = SeededGenerator(seed: seed)
            var plan = Self.plan(&chance)
            plan.size = 64 << 30
            plan.attesting = 90
            var swarm = SimulatedSwarm(plan, seed: seed)
            let hider = swarm.clients.count
            swarm.join(left: plan.size, stays: plan.intervals, hides: true)
            swarm.run()
            count(swarm, seed, &tally)
            let words = swarm.evidence.values.joined().map(\.counterpart)
            named += words.contains(swarm.clients[hider].identity) ? 1 : 0
        }
        print(
            "Evidence, hiding: \(tally.sessions) honest sessions beside 60 who hide, "
                + "\(tally.alarms.count) false alarms, \(named) named as the one who may lie")
        #expect(tally.alarms.count * 500 < tally.sessions, "\(tally.alarms)")
    }

    /// Stock clients attest nothing, and what they take may have been from anybody.
    @Test("the fewer attest, the fewer cheats are found, and still nobody else")
    func coverage() {
        for attesting in [100, 95, 80, 50, 0] {
            for kind in [Kind.multiplier, .fakeSeeder] {
                var tally = Tally()
                for seed in 1...UInt64(20) {
                    let (swarm, cheats) = cheating(kind, seed: seed, attesting: attesting)
                    count(swarm, seed, &tally)
                    let isFound = cheats.contains { (swarm.foundAfter[$0] ?? .max) <= 10 }
                    tally.found += isFound ? 1 : 0
                }
                print(
                    "Evidence, \(kind), \(attesting) in a hundred attest: "
                        + "\(tally.found) of 20 found, \(tally.alarms.count) false alarms")
                #expect(tally.alarms.isEmpty)
            }
        }
    }

    private enum Kind: CaseIterable {
        case multiplier, fakeSeeder, fakeSeederAlone, collusionWithoutTaking, collusionWithTaking
    }

    /// A swarm that goes on wanting, and in it one cheat or two who work together.
    private func cheating(
        _ kind: Kind, seed: UInt64, attesting: Int = 100
    ) -> (swarm: SimulatedSwarm, cheats: [Int]) {
        var chance = SeededGenerator(seed: seed)
        let isAlone = kind == .fakeSeederAlone
        var swarm = SimulatedSwarm(
            SimulatedSwarm.Plan(
                clients: isAlone ? 1 : .random(in: 6...24, using: &chance), intervals: 15,
                size: 200 << 30, attesting: attesting,
                lostAnnounces: .random(in: 0...10, using: &chance),
                crashes: .random(in: 0...3, using: &chance), newcomers: isAlone ? 0 : 3),
            seed: seed)
        let first = swarm.clients.count
        let bytes = Int64.random(in: 1 << 28...8 << 30, using: &chance)
        switch kind {
        case .multiplier:
            let factor = Double.random(in: 1.5...4, using: &chance)
            swarm.join(
                left: Bool.random(using: &chance) ? 0 : 200 << 30, cheat: .multiplies(factor),
                stays: 15)
        case .fakeSeeder, .fakeSeederAlone:
            swarm.join(left: 0, cheat: .pretends(bytes), stays: 15)
        case .collusionWithoutTaking:
            swarm.join(left: 0, cheat: .isAttested(bytes), stays: 15)
            swarm.join(left: 200 << 30, cheat: .attests(friend: first, bytes), stays: 15)
        case .collusionWithTaking:
            swarm.join(left: 0, cheat: .isAttested(100 << 30), stays: 15)
            swarm.join(
                left: 200 << 30, cheat: .takesForFriend(friend: first, 100 << 30), stays: 15)
        }
        swarm.run()
        return (
            swarm,
            Array(
                first..<min(
                    swarm.clients.count,
                    first
                        + (kind == .collusionWithoutTaking || kind == .collusionWithTaking ? 2 : 1))
            )
        )
    }

    @Test(
        "every cheat above 1.5 that brings a gigabyte is found within ten announces, and nobody else",
        arguments: Kind.allCases)
    private func cheats(kind: Kind) {
        var tally = Tally()
        for seed in 1...UInt64(150) {
            let (swarm, cheats) = cheating(kind, seed: seed)
            count(swarm, seed, &tally)
            let after = cheats.compactMap { swarm.foundAfter[$0] }.min()
            let cheat = swarm.clients[cheats[0]]
            if let after, after <= 10 {
                tally.found += 1
                tally.announcesUntilFound += after
            } else if (cheat.inventedByTen ?? 0) < 1 << 30 {
                // What brings less is within what crashes leave unexplained.
                tally.petty += 1
            } else {
                tally.missed.append(
                    "seed \(seed): \(String(describing: cheat.cheat)) gave \(cheat.given), "
                        + "invented \(cheat.invented), \(swarm.plan), found after "
                        + "\(String(describing: after)) of \(cheat.announces)")
            }
        }
        print(
            "Evidence, \(kind): \(tally.found) of 150 found and \(tally.petty) too petty, after "
                + "\(Double(tally.announcesUntilFound * 10 / max(1, tally.found)) / 10) announces, "
                + "\(tally.alarms.count) false alarms among \(tally.sessions) honest sessions")
        #expect(tally.missed.isEmpty)
        #expect(tally.alarms.isEmpty)
    }
}

import Domain
import Testing
import Tracker

@Suite struct SeedingPolicyTests {
    private static let day = SeedingPolicy(hours: 24, ratioPercent: 100)

    private func share(_ up: Int64, _ down: Int64, seeded: Int64 = 0) -> SeedingPolicy.Share {
        SeedingPolicy.Share(size: bytes(1000), moved: counters(up, down), seededSeconds: seeded)
    }

    @Test("who took the torrent owes the hours that are missing, or the bytes")
    func owed() {
        #expect(
            Self.day.verdict(share(300, 1000), at: at(50))
                == .owes(until: at(50 + 86_400), orBytes: bytes(700)))
        #expect(
            Self.day.verdict(share(300, 1000, seeded: 86_000), at: at(50))
                == .owes(until: at(450), orBytes: bytes(700)))
        #expect(
            SeedingPolicy(hours: 1).verdict(share(9999, 1000), at: at(0))
                == .owes(until: at(3600), orBytes: nil))
    }

    @Test("either is enough, and tasting is free")
    func done() {
        #expect(Self.day.verdict(share(0, 1000, seeded: 86_400), at: at(0)) == .nothing)
        #expect(Self.day.verdict(share(1000, 1000), at: at(0)) == .nothing)
        #expect(Self.day.verdict(share(0, 100), at: at(0)) == .nothing)
        #expect(Self.day.verdict(share(0, 101), at: at(0)) != .nothing)
        #expect(SeedingPolicy(hours: 0).verdict(share(0, 1000), at: at(0)) == .nothing)
    }

    @Test("nothing that can be set or said makes the arithmetic end")
    func extremes() {
        let most = SeedingPolicy(hours: .max, ratioPercent: .max)
        let verdict = most.verdict(share(0, .max, seeded: .min), at: at(.max))
        #expect(verdict == .owes(until: at(.max), orBytes: bytes(.max)))
        #expect(SeedingPolicy(hours: .min, ratioPercent: .min).seconds == 0)
    }

    @Test("time counts between two announces that miss nothing, and silence only so long")
    func seeded() {
        let count = { (leftThen: Int64, left: Int64, from: Int64, to: Int64) in
            SeedingPolicy.seeded(
                since: at(from), had: bytes(leftThen), has: bytes(left), at: at(to), interval: 1800)
        }
        #expect(count(0, 0, 100, 1900) == 1800)
        #expect(count(0, 0, 100, 9_999_999) == 4500)
        #expect(count(5, 0, 100, 1900) == 0)
        #expect(count(0, 5, 100, 1900) == 0)
        #expect(count(0, 0, 1900, 100) == 0)
        #expect(count(0, 0, .min, .max) == 4500)
    }
}

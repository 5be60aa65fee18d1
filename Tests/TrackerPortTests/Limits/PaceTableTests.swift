import Domain
import Testing
import TrackerPort

@Suite struct PaceTableTests {
    private final class Door {
        private var table: PaceTable

        init(_ table: PaceTable) { self.table = table }

        func admit(_ key: UInt64, at now: Int64) -> Bool { table.admit(key, at: now) }
    }

    private static func door(_ pace: Pace, askers: Int = 64) -> Door {
        Door(PaceTable(pace, askers: askers, key: (1, 2)))
    }

    @Test("a burst is let through, and then so many a minute")
    func steady() {
        let door = Self.door(Pace(perMinute: 600, burst: 5))
        #expect((0..<8).map { _ in door.admit(7, at: 1000) }.filter { $0 }.count == 5)
        #expect(!door.admit(7, at: 1099))
        #expect(door.admit(7, at: 1100))
        #expect(!door.admit(7, at: 1100))
        // A long rest fills the bucket, and no more than that.
        #expect((0..<8).map { _ in door.admit(7, at: 100_000) }.filter { $0 }.count == 5)
    }

    @Test("over a minute nobody gets more than the burst and the pace", arguments: 1...5)
    func bounded(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let door = Self.door(Pace(perMinute: 1200, burst: 30))
        var admitted = 0
        var now: Int64 = 0
        while now < 60_000 {
            now += Int64.random(in: 0...30, using: &generator)
            if door.admit(3, at: now) { admitted += 1 }
        }
        #expect(admitted <= 30 + 20 * 61)
        #expect(admitted >= 20 * 59)
    }

    @Test("a flood of one is no harm to another, whoever else is there", arguments: 1...5)
    func others(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let door = Self.door(Pace(perMinute: 600, burst: 10))
        for now in Int64(0)..<20_000 {
            for _ in 0..<5 { _ = door.admit(666, at: now) }
            // Many more than there are places for.
            _ = door.admit(UInt64.random(in: 1000...9000, using: &generator), at: now)
            if now % 200 == 0 { #expect(door.admit(5, at: now)) }
        }
    }

    @Test("whoever floods is held back also while others come and go")
    func flood() {
        let door = Self.door(Pace(perMinute: 600, burst: 10), askers: 1024)
        var admitted = 0
        for now in Int64(0)..<10_000 {
            for _ in 0..<5 where door.admit(666, at: now) { admitted += 1 }
            _ = door.admit(UInt64(now) + 1000, at: now)
        }
        #expect(admitted <= 10 + 10 * 11)
    }

    @Test("a clock that is set back, stands still or ends locks nobody out")
    func clocks() {
        let door = Self.door(Pace(perMinute: 60, burst: 2))
        #expect(door.admit(1, at: .max))
        #expect(door.admit(1, at: .max))
        #expect(!door.admit(1, at: .max))
        #expect(!door.admit(1, at: 5000))
        #expect(door.admit(1, at: 6000))
        #expect(door.admit(2, at: .min))
        #expect(door.admit(2, at: -1))
        #expect(!door.admit(2, at: 0))
    }

    @Test("the smallest and the largest settings are settings")
    func extremes() {
        let none = Self.door(Pace(perMinute: 0, burst: 0), askers: 0)
        #expect(none.admit(0, at: 0))
        #expect(!none.admit(0, at: 0))
        let all = Self.door(Pace(perMinute: .max, burst: .max), askers: 1)
        for key in UInt64(0)..<1000 { #expect(all.admit(key, at: 0)) }
        for _ in 0..<1000 { #expect(all.admit(.max, at: .max)) }
    }

    @Test("an IPv6 host is its /64, an IPv4 host its address")
    func networks() throws {
        let addresses = ["2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:db8:1:3::1", "10.0.0.1"]
        let networks = try addresses.map { try #require(IPAddress($0)).network }
        #expect(networks[0] == networks[1])
        #expect(Set(networks).count == 3)
        #expect(try #require(IPAddress("::ffff:10.0.0.1")).network == networks[3])
    }
}

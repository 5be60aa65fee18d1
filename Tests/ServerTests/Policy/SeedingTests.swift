import API
import Domain
import Service
import Testing

/// What is owed for what was taken, until when: seen by the member and by the staff, and no more.
@Suite(.everyEngine) struct SeedingTests {
    @Test("a member sees until when a torrent is owed, and what does as well")
    func owed() async throws {
        try await LiveSite.with { live in
            let site = live.site
            let ana = try await site.member("ana")
            let sara = try await site.member("sara", role: BuiltInRoles.supervisor)
            let entry = try await site.publish(1, by: site.admin)
            let hash = entry.summary.infoHash
            let share = { (member: Member) in
                let again = try await site.signIn(member.name, member.password)
                return try #require(
                    try await site.call(Endpoints.shares, ana.id.rawValue, as: again).items.first)
            }
            let size = entry.summary.size.bytes
            // Free or not, whoever takes it stays.
            try await site.call(
                Endpoints.changeTerms, entry.summary.id.rawValue,
                body: TermsChange(
                    periods: [TermsPeriodBody(uploadPercent: 100, downloadPercent: 0)], reason: "x"
                ), as: site.admin)
            try await live.announce(ana, hash, left: size)
            try await live.announce(ana, hash, down: size, event: "completed")
            #expect(try await share(ana).owedUntil == nil)

            let settings = try await site.call(
                Endpoints.changeSettings,
                body: SettingsPatch(seedingHours: 2, seedingRatioPercent: 50), as: site.admin)
            #expect(settings.seedingHours == 2 && settings.seedingRatioPercent == 50)
            #expect(try await share(ana).bytesDown == .zero)
            #expect(try await share(ana).owedUntil == site.clock.now.adding(seconds: 7200))
            #expect(try await share(ana).owedBytes?.bytes == size / 2)
            #expect(try await share(sara) == share(ana))

            site.clock.advance(by: 1800)
            try await live.announce(ana, hash, up: size / 4, down: size, event: nil)
            #expect(try await share(ana).owedUntil == site.clock.now.adding(seconds: 5400))
            #expect(try await share(ana).owedBytes?.bytes == size / 4)
            // Away, the end goes away with the clock.
            try await live.announce(ana, hash, up: size / 4, down: size, event: "stopped")
            site.clock.advance(by: 1800)
            #expect(try await share(ana).owedUntil == site.clock.now.adding(seconds: 5400))
            // Enough is enough, in bytes.
            try await live.announce(ana, hash, up: size / 4, down: size)
            try await live.announce(ana, hash, up: size / 2, down: size, event: nil)
            #expect(try await share(ana).owedUntil == nil)
            #expect(try await share(ana).owedBytes == nil)
        }
    }

    @Test("what is gone is owed by nobody")
    func gone() async throws {
        try await LiveSite.with { live in
            let site = live.site
            let ana = try await site.member("ana")
            let entry = try await site.publish(1, by: site.admin)
            try await site.call(
                Endpoints.changeSettings, body: SettingsPatch(seedingHours: 2), as: site.admin)
            let size = entry.summary.size.bytes
            try await live.announce(ana, entry.summary.infoHash, left: size)
            try await live.announce(ana, entry.summary.infoHash, down: size, event: "completed")
            let share = {
                try #require(
                    try await site.call(Endpoints.shares, ana.id.rawValue, as: ana).items.first)
            }
            #expect(try await share().owedUntil != nil)
            #expect(try await share().owedBytes == nil)
            try await site.call(
                Endpoints.deleteEntry, entry.summary.id.rawValue, body: ReasonBody(reason: "x"),
                as: site.admin)
            #expect(try await share().owedUntil == nil)
        }
    }
}

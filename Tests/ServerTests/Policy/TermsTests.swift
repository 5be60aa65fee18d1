import API
import Domain
import Service
import Testing

/// Freeleech and multipliers, from the API to the ledger.
@Suite(.everyEngine) struct TermsTests {
    private func plan(
        _ periods: [TermsPeriodBody], _ entry: CatalogDetail, _ site: TestSite,
        by member: Member? = nil
    ) async throws -> TermsBody {
        try await site.call(
            Endpoints.changeTerms, entry.summary.id.rawValue,
            body: TermsChange(periods: periods, reason: "a weekend"), as: member ?? site.admin)
    }

    @Test("freeleech counts no byte down while it lasts, and is told wherever the entry is shown")
    func freeleech() async throws {
        try await LiveSite.with { live in
            let site = live.site
            let ana = try await site.member("ana")
            let entry = try await site.publish(1, by: site.admin)
            let (id, hash) = (entry.summary.id.rawValue, entry.summary.infoHash)
            #expect(entry.summary.uploadPercent == nil && entry.summary.termsUntil == nil)
            let end = site.clock.now.adding(seconds: 1000)
            let made = try await plan(
                [TermsPeriodBody(uploadPercent: 200, downloadPercent: 0, until: end)], entry, site)
            #expect(made.uploadPercent == 200 && made.downloadPercent == 0 && made.until == end)
            #expect(made.periods.map(\.from) == [site.clock.now])

            let shown = try await site.call(Endpoints.catalogEntry, id, as: ana).summary
            let listed = try #require(try await site.search("", as: ana).items.first)
            for summary in [shown, listed] {
                #expect(summary.uploadPercent == 200 && summary.downloadPercent == 0)
                #expect(summary.termsUntil == end)
            }
            #expect(try await site.call(Endpoints.terms, id, as: ana) == made)

            try await live.announce(ana, hash, left: 40_000)
            site.clock.advance(by: 900)
            try await live.announce(ana, hash, up: 1000, down: 40_000, event: "completed")
            let moved = {
                let again = try await site.signIn(ana.name, ana.password)
                let stats = try await site.call(Endpoints.stats, ana.id.rawValue, as: again)
                return [stats.bytesUp.bytes, stats.bytesDown.bytes]
            }
            #expect(try await moved() == [2000, 0])
            site.clock.advance(by: 900)
            // It was over by now, and not when the client was last heard.
            try await live.announce(ana, hash, up: 1001, down: 40_001, event: nil)
            #expect(try await moved() == [2002, 0])
            site.clock.advance(by: 900)
            try await live.announce(ana, hash, up: 1002, down: 40_003, event: nil)
            #expect(try await moved() == [2003, 2])
            #expect(try await site.home.site.accounting.verify().isEmpty)
            let again = try await site.signIn(ana.name, ana.password)
            let after = try await site.call(Endpoints.catalogEntry, id, as: again).summary
            #expect(after.uploadPercent == nil && after.downloadPercent == nil)
            #expect(try await site.call(Endpoints.terms, id, as: again).periods.isEmpty)
        }
    }

    @Test("what staff takes back was promised until then, and the log says by whom and why")
    func takenBack() async throws {
        try await LiveSite.with { live in
            let site = live.site
            let ada = try await site.member("ada", role: BuiltInRoles.admin)
            let ana = try await site.member("ana")
            let entry = try await site.publish(1, by: site.admin)
            let free = TermsPeriodBody(uploadPercent: 100, downloadPercent: 0)
            _ = try await plan([free], entry, site, by: ada)
            try await live.announce(ana, entry.summary.infoHash, left: 40_000)
            site.clock.advance(by: 600)
            let ended = try await plan([], entry, site)
            #expect(ended.downloadPercent == 100 && ended.periods.isEmpty)
            site.clock.advance(by: 200)
            try await live.announce(
                ana, entry.summary.infoHash, down: 30_000, left: 10_000, event: nil)
            let stats = try await site.call(Endpoints.stats, ana.id.rawValue, as: ana)
            #expect(stats.bytesDown == .zero)
            let log = try await site.call(
                Endpoints.audit, query: AuditQuery(act: "catalog.terms_changed"), as: site.admin
            ).items
            #expect(
                log.map(\.actor) == ["admin", "ada"]
                    && log.map(\.reason) == ["a weekend", "a weekend"])
            #expect(log.last?.before == "a byte counts for a byte")
            #expect(log.last?.after?.hasPrefix("up 100 %, down 0 % from 20") == true)
            #expect(log.first?.after == "a byte counts for a byte")
        }
    }

    @Test("periods have bounds, and setting them takes the permission to adjust ratios")
    func rules() async throws {
        try await TestSite.with { site in
            let gil = try await site.member("gil", role: BuiltInRoles.gerente)
            let entry = try await site.publish(1, by: site.admin)
            let now = site.clock.now
            let refusal = { (periods: [TermsPeriodBody], reason: String, by: Member) in
                try await site.refusal(
                    Endpoints.changeTerms, entry.summary.id.rawValue,
                    body: TermsChange(periods: periods, reason: reason), as: by
                ).code
            }
            let good = TermsPeriodBody(uploadPercent: 100, downloadPercent: 0)
            #expect(try await refusal([good], "x", gil) == "permission_missing")
            #expect(try await refusal([good], " ", site.admin) == "invalid_reason")
            for bad in [
                TermsPeriodBody(uploadPercent: -1, downloadPercent: 0),
                TermsPeriodBody(uploadPercent: 100, downloadPercent: 10_001),
                TermsPeriodBody(uploadPercent: 100, downloadPercent: 0, until: now),
                TermsPeriodBody(
                    uploadPercent: 100, downloadPercent: 0, from: now.adding(seconds: 9),
                    until: now.adding(seconds: 9)),
                TermsPeriodBody(
                    uploadPercent: 100, downloadPercent: 0, from: Timestamp(seconds: .max)),
                TermsPeriodBody(
                    uploadPercent: 100, downloadPercent: 0, until: Timestamp(seconds: .max)),
            ] {
                #expect(try await refusal([bad], "x", site.admin) == "invalid_periods")
            }
            let many = [TermsPeriodBody](repeating: good, count: 21)
            #expect(try await refusal(many, "x", site.admin) == "invalid_periods")
            #expect(
                try await site.call(Endpoints.terms, entry.summary.id.rawValue, as: gil).periods
                    .isEmpty)
        }
    }
}

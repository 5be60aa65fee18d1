import API
import Domain
import Service
import Testing

@Suite(.everyEngine) struct LedgerRoutesTests {
    @Test("what an announce credits is in the stats, the history and the torrent list")
    func credited() async throws {
        try await LiveSite.with { live in
            let site = live.site
            let ana = try await site.member("ana")
            let entry = try await site.publish(1, by: site.admin)
            try await live.announce(ana, entry.summary.infoHash, left: 40_000)
            try await live.announce(
                ana, entry.summary.infoHash, up: 10_000, down: 40_000, event: "completed")
            let stats = try await site.call(Endpoints.stats, ana.id.rawValue, as: ana)
            #expect(stats.bytesUp.bytes == 10_000 && stats.bytesDown.bytes == 40_000)
            #expect(stats.ratio == 0.25)
            #expect(stats.seeding == 1 && stats.leeching == 0)
            #expect(stats.requiredRatio == 0.6)
            let history = try await site.call(
                Endpoints.history, ana.id.rawValue,
                query: HistoryQuery(bucket: .minute, count: 1), as: ana)
            #expect(history.bucketSeconds == 60)
            #expect(history.points.map(\.bytesUp) == [10_000])
            let shares = try await site.call(Endpoints.shares, ana.id.rawValue, as: ana)
            #expect(shares.items.map(\.catalogId) == [entry.summary.id])
            #expect(shares.items.map(\.isActive) == [true])
            let page = try await site.call(
                Endpoints.catalogEntry, entry.summary.id.rawValue, as: ana)
            #expect(page.summary.seeders == 1 && page.summary.completed == 1)
        }
    }

    @Test("history falls out of the window that was asked for")
    func window() async throws {
        try await TestSite.with { site in
            let ana = try await site.member("ana")
            try await adjust(ana, up: 5, site)
            site.clock.advance(by: 3 * 3600)
            let admin = try await site.signIn("admin", TestHome.adminPassword)
            let points = { (count: Int) in
                try await site.call(
                    Endpoints.history, ana.id.rawValue,
                    query: HistoryQuery(bucket: .hour, count: count), as: admin
                ).points.map(\.bytesUp)
            }
            #expect(try await points(3).isEmpty)
            #expect(try await points(4) == [5])
        }
    }

    @Test("one's own figures are open, those of others need stats.read")
    func reading() async throws {
        try await TestSite.with { site in
            let (ana, bia) = (try await site.member("ana"), try await site.member("bia"))
            let sara = try await site.member("sara", role: BuiltInRoles.supervisor)
            let id = ana.id.rawValue
            for member in [ana, sara] {
                try await site.call(Endpoints.stats, id, as: member)
                try await site.call(Endpoints.history, id, as: member)
                try await site.call(Endpoints.shares, id, as: member)
            }
            #expect(try await site.refusal(Endpoints.stats, id, as: bia).status == 403)
            #expect(try await site.refusal(Endpoints.history, id, as: bia).status == 403)
            #expect(try await site.refusal(Endpoints.shares, id, as: bia).status == 403)
            // Who may not ask does not learn who exists.
            #expect(try await site.refusal(Endpoints.stats, 999, as: bia).status == 403)
            #expect(try await site.refusal(Endpoints.stats, 999, as: sara).status == 404)
        }
    }

    @Test("an adjustment changes the stats and stands in the audit log with its reason")
    func adjusting() async throws {
        try await TestSite.with { site in
            let ana = try await site.member("ana")
            let ada = try await site.member("ada", role: BuiltInRoles.admin)
            let stats = try await site.call(
                Endpoints.adjustRatio, ana.id.rawValue,
                body: RatioAdjustment(bytesUp: 3000, bytesDown: 2000, reason: " lost\ndisk "),
                as: ada)
            #expect(stats.bytesUp.bytes == 3000 && stats.ratio == 1.5)
            #expect(try await site.call(Endpoints.me, as: ana).stats == stats)
            let act = try #require(try await site.call(Endpoints.audit, as: ada).items.first)
            #expect(act.act == "ratio.adjusted")
            #expect(act.actor == "ada" && act.subject == "user ana")
            #expect(act.reason == "lost disk")
            #expect(act.before == "up 0, down 0")
            #expect(act.at == site.clock.now)
            #expect(try await site.home.site.accounting.verify().isEmpty)
        }
    }

    @Test("an adjustment has bounds, and nobody adjusts themselves or a superior")
    func adjustmentRules() async throws {
        try await TestSite.with { site in
            let ana = try await site.member("ana")
            let ada = try await site.member("ada", role: BuiltInRoles.admin)
            let refusal = { (target: Member, up: Int64, down: Int64, reason: String, by: Member) in
                try await site.refusal(
                    Endpoints.adjustRatio, target.id.rawValue,
                    body: RatioAdjustment(bytesUp: up, bytesDown: down, reason: reason), as: by
                ).code
            }
            #expect(try await refusal(ana, 1, 0, "", ada) == "invalid_reason")
            #expect(try await refusal(ana, 0, 0, "x", ada) == "invalid_bytes_up")
            #expect(try await refusal(ana, -1, 0, "x", ada) == "invalid_bytes_up")
            #expect(try await refusal(ana, 0, -1, "x", ada) == "invalid_bytes_up")
            #expect(try await refusal(ana, .max, 0, "x", ada) == "invalid_bytes_up")
            #expect(try await refusal(ana, .min, .min, "x", ada) == "invalid_bytes_up")
            #expect(try await refusal(ada, 1, 0, "x", ada) == "own_ratio")
            #expect(try await refusal(site.admin, 1, 0, "x", ada) == "not_below_you")
            #expect(try await refusal(ada, 1, 0, "x", ana) == "permission_missing")
            #expect(try await site.call(Endpoints.me, as: ana).stats.bytesUp == .zero)
        }
    }

    @Test("what clients report is taken, and credits nothing")
    func reports() async throws {
        try await TestSite.with { site in
            let ana = try await site.member("ana")
            let hash = try await site.publish(1, by: site.admin).summary.infoHash
            let unknown = try #require(InfoHash([UInt8](repeating: 1, count: 20)))
            let tick = TransferReport(
                type: .uploadTick, infoHash: hash, bytes: ByteCount(clamping: .max))
            let events = [
                tick, TransferReport(type: .pieceFinished, infoHash: hash, piece: 0),
                TransferReport(type: .torrentFinished, infoHash: unknown),
            ]
            try await site.call(
                Endpoints.reportTransfers, body: TransferReports(events: events), as: ana)
            let most = [TransferReport](repeating: tick, count: 500)
            try await site.call(
                Endpoints.reportTransfers, body: TransferReports(events: most), as: ana)
            #expect(
                try await site.refusal(
                    Endpoints.reportTransfers, body: TransferReports(events: most + [tick]),
                    as: ana
                ).code == "invalid_events")
            #expect(try await site.call(Endpoints.me, as: ana).stats.bytesUp == .zero)
        }
    }

    @Test("figures beyond all reason break no account and no list")
    func absurd() async throws {
        try await LiveSite.with { live in
            let site = live.site
            let ana = try await site.member("ana")
            let hash = try await site.publish(1, by: site.admin).summary.infoHash
            for peer in UInt8(1)...3 {
                let id = try #require(PeerID([UInt8](repeating: peer, count: 20)))
                for figure in [0, Int64.max] {
                    let answer = try await live.tracker.announce(
                        ana.passkey, hash, peer: id, up: figure, down: figure)
                    #expect(answer.failure == nil)
                }
            }
            let stats = try await site.call(Endpoints.stats, ana.id.rawValue, as: ana)
            #expect(stats.ratio == 1)
            try await site.call(Endpoints.users, as: site.admin)
            try await site.call(Endpoints.shares, ana.id.rawValue, as: ana)
            try await site.call(Endpoints.history, ana.id.rawValue, as: ana)
            #expect(try await site.home.site.accounting.verify().isEmpty)
        }
    }

    private func adjust(_ member: Member, up: Int64, _ site: TestSite) async throws {
        let _: StatsBody = try await site.call(
            Endpoints.adjustRatio, member.id.rawValue,
            body: RatioAdjustment(bytesUp: up, bytesDown: 0, reason: "x"), as: site.admin)
    }
}

import API
import Domain
import Service
import Testing

/// Clients by name: kept out, or alone let in.
@Suite(.everyEngine) struct ClientRuleTests {
    private func announce(_ client: String, _ hash: InfoHash, _ live: LiveSite) async throws
        -> String?
    {
        let peer = try #require(PeerID(Array((client + "----------------").utf8.prefix(20))))
        return try await live.tracker.announce(
            live.site.admin.passkey, hash, peer: peer,
            port: 7000 + client.utf8.reduce(0) { $0 + Int($1) }
        ).failure
    }

    private func rule(_ prefix: String, _ kind: ClientRule?, _ site: TestSite) async throws
        -> ClientBanBody
    {
        try await site.call(
            Endpoints.banClient, body: NewClientBan(prefix: prefix, kind: kind, reason: "it lies"),
            as: site.admin)
    }

    @Test("while one client is allowed by name, no other is, and a ban is the stronger word")
    func allowing() async throws {
        try await LiveSite.with { live in
            let site = live.site
            let hash = try await site.publish(1, by: site.admin).summary.infoHash
            #expect(try await rule("-XX", nil, site).kind == .ban)
            #expect(try await announce("-TR4000-", hash, live) == nil)
            #expect(try await announce("-XX4000-", hash, live)?.contains("it lies") == true)
            let first = try await rule("-qB", .allow, site)
            let second = try await rule("-lt", .allow, site)
            _ = try await rule("-qB1", .ban, site)
            #expect(first.kind == .allow)
            #expect(try await announce("-qB4650-", hash, live) == nil)
            #expect(try await announce("-lt0D60-", hash, live) == nil)
            #expect(try await announce("-qB1000-", hash, live)?.contains("it lies") == true)
            #expect(
                try await announce("-TR4000-", hash, live)
                    == "This community takes only some clients, and yours is none of them: use one "
                    + "whose peer id begins with -lt or -qB.")
            // Who is not let in is in no swarm either.
            let ana = try await site.member("ana")
            let counts = try await live.tracker.scrape(ana.passkey, [hash]).files[hash]
            #expect(counts?.seeders == 2)
            let listed = try await site.call(Endpoints.clientBans, as: site.admin).items
            #expect(listed.map(\.kind) == [.ban, .allow, .allow, .ban])
            for rule in [first, second] {
                try await site.call(Endpoints.unbanClient, rule.id, as: site.admin)
            }
            #expect(try await announce("-TR4000-", hash, live) == nil)
            #expect(
                try await site.refusal(
                    Endpoints.banClient,
                    body: NewClientBan(prefix: "-XX", kind: .allow, reason: "x"), as: site.admin
                ).code == "already_banned")
        }
    }
}

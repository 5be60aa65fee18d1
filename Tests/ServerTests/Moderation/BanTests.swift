import API
import Domain
import Service
import Store
import Testing

@testable import Server

/// Bans of addresses and of clients, at the API and at the tracker.
@Suite(.everyEngine) struct BanTests {
    private func ban(_ range: String, until: Timestamp? = nil, _ site: TestSite) async throws
        -> AddressBanBody
    {
        try await site.call(
            Endpoints.banAddresses,
            body: NewAddressBan(range: range, reason: "spam", expiresAt: until), as: site.admin)
    }

    private func admits(_ address: String, _ site: TestSite) async throws -> Bool {
        do {
            try await site.home.site.bans.list.admit(
                IPAddress(address), at: site.clock.now)
            return true
        } catch ServiceError.addressBanned { return false }
    }

    @Test("a ban of a block holds for what is in it, until it is lifted")
    func block() async throws {
        try await TestSite.with { site in
            let ban = try await ban("203.0.113.0/24", site)
            #expect(ban.range == "203.0.113.0/24" && ban.actor == "admin")
            _ = try await self.ban("2001:db8::/32", site)
            for address in ["203.0.113.1", "203.0.113.255", "2001:db8::5", "::ffff:203.0.113.9"] {
                #expect(try await !admits(address, site), "\(address)")
            }
            for address in ["203.0.112.255", "203.0.114.0", "2001:db9::", "127.0.0.1", "::1"] {
                #expect(try await admits(address, site), "\(address)")
            }
            let listed = try await site.call(Endpoints.addressBans, as: site.admin)
            #expect(listed.items.map(\.range) == ["2001:db8::/32", "203.0.113.0/24"])
            try await site.call(Endpoints.unbanAddresses, ban.id, as: site.admin)
            #expect(try await admits("203.0.113.1", site))
            #expect(
                try await site.refusal(Endpoints.unbanAddresses, ban.id, as: site.admin).status
                    == 404)
        }
    }

    @Test("a ban ends when it says, and the same block can be banned again then")
    func expiry() async throws {
        try await TestSite.with { site in
            let end = site.clock.now.adding(seconds: 60)
            _ = try await ban("203.0.113.7", until: end, site)
            #expect(
                try await site.refusal(
                    Endpoints.banAddresses,
                    body: NewAddressBan(range: "203.0.113.7/32", reason: "x"), as: site.admin
                ).code == "already_banned")
            #expect(try await !admits("203.0.113.7", site))
            site.clock.advance(by: 60)
            #expect(try await admits("203.0.113.7", site))
            _ = try await ban("203.0.113.7", site)
            #expect(try await !admits("203.0.113.7", site))
        }
    }

    @Test(
        "what is no range, and what would shut everybody out, is refused",
        arguments: [
            ("127.0.0.1", "loopback_address"), ("::1/128", "loopback_address"),
            ("0.0.0.0/0", "loopback_address"), ("::/0", "loopback_address"),
            ("126.0.0.0/7", "loopback_address"), ("", "invalid_range"),
            ("10.0.0.0/33", "invalid_range"), ("203.0.113.77/24", "invalid_range"),
            ("10.0.0.0/-1", "invalid_range"), ("10.0.0/8", "invalid_range"),
            ("::/129", "invalid_range"), ("10.0.0.0/8/8", "invalid_range"),
            (String(repeating: "1", count: 4000), "invalid_range"),
        ])
    func refused(range: String, code: String) async throws {
        try await TestSite.with { site in
            let refusal = try await site.refusal(
                Endpoints.banAddresses, body: NewAddressBan(range: range, reason: "x"),
                as: site.admin)
            #expect(refusal.code == code)
        }
    }

    @Test("nobody bans the address of whom they could not ban")
    func standing() async throws {
        try await TestSite.with { site in
            let role: RoleBody = try await site.call(
                Endpoints.createRole,
                body: NewRole(
                    name: "Porteiro", weight: RoleWeight(clamping: 300), parentId: nil,
                    grants: [.usersBan]), as: site.admin)
            let bia = try await site.member("bia", role: role.id)
            for (family, member, address) in [
                ("a", site.admin, "198.51.100.7"), ("b", try await site.member("ana"), "192.0.2.1"),
            ] {
                try await site.home.store.begin(
                    family: family, user: member.id, provenBy: nil,
                    tokenDigest: Array(family.utf8), at: site.clock.now,
                    expires: site.clock.now.adding(seconds: 60),
                    from: Visit(address: IPAddress(address)))
            }
            for range in ["198.51.100.7", "198.51.100.0/24"] {
                let refusal = try await site.refusal(
                    Endpoints.banAddresses, body: NewAddressBan(range: range, reason: "x"), as: bia)
                #expect(refusal.code == "not_below_you")
            }
            let _: AddressBanBody = try await site.call(
                Endpoints.banAddresses, body: NewAddressBan(range: "192.0.2.1", reason: "x"),
                as: bia)
        }
    }

    @Test("behind a trusted proxy a ban is of who asks, at an announce and at a scrape")
    func proxied() async throws {
        var settings = TestHome.anyPort
        settings.proxies = TrustedProxies([try #require(AddressRange("127.0.0.0/8"))])
        try await LiveSite.with(try await TestHome(settings: settings)) { live in
            let site = live.site
            let ana = try await site.member("ana")
            let entry = try await site.publish(1, by: site.admin).summary
            _ = try await ban("203.0.113.7", site)
            let hash = TrackerClient.escaped(entry.infoHash.bytes)
            for target in [
                "/scrape?passkey=\(ana.passkey.rawValue)&info_hash=\(hash)",
                "/announce?passkey=\(ana.passkey.rawValue)&info_hash=\(hash)&peer_id="
                    + "\(TrackerClient.escaped(try LiveSite.peer(ana).bytes))&port=6881"
                    + "&uploaded=0&downloaded=0&left=0&compact=1",
            ] {
                for (sender, isBanned) in [("203.0.113.7", true), ("203.0.113.8", false)] {
                    let wire = try Wire(port: live.trackerPort)
                    try await wire.send(
                        "GET \(target) HTTP/1.1\r\nHost: t\r\nX-Forwarded-For: \(sender)\r\n"
                            + "Connection: close\r\n"
                            + "Forwarded: for=192.0.2.9\r\n\r\n")
                    let answer = String(decoding: await wire.read { _ in false }, as: UTF8.self)
                    #expect(answer.contains("failure reason") == isBanned, "\(answer)")
                }
            }
        }
    }

    @Test("the ban of another server is known a moment later")
    func otherServer() async throws {
        try await TestSite.with { site in
            #expect(try await admits("203.0.113.7", site))
            let other = BanList(store: site.home.store)
            #expect(try await other.current().version != nil)
            let bans = Bans(
                store: site.home.store, list: other, notices: NoticeBoard(),
                clock: site.clock.clock)
            let admin = try #require(try await site.home.store.account(site.admin.id))
            let tree = try await site.home.store.tree()
            let role = try #require(tree[admin.roleID])
            let actor = Actor(
                id: admin.id, username: admin.username, role: role,
                permissions: tree.effective(role.id))
            _ = try await bans.ban(
                addresses: "203.0.113.7", reason: "x", until: nil, by: actor)
            let deadline = ContinuousClock.now + .seconds(60)
            while try await admits("203.0.113.7", site), ContinuousClock.now < deadline {
                await Task.yield()
            }
            #expect(try await !admits("203.0.113.7", site))
        }
    }

    @Test("everything is refused to a banned address, and the sentence says why")
    func middleware() async throws {
        try await LiveSite.with { live in
            let site = live.site
            // Behind the API's back, as another server might: nobody bans loopback through it.
            let range = try #require(AddressRange("127.0.0.0/8"))
            let stream = try await live.events(as: site.admin)
            _ = try await site.home.store.ban(
                AddressBan(
                    id: 0, range: range, reason: "spam", expiresAt: nil, actorName: "x",
                    madeAt: site.clock.now),
                audit: AuditEntry(
                    actorID: site.admin.id, actorName: "admin", act: "address.banned",
                    subject: "x", reason: nil, before: nil, after: nil, at: site.clock.now,
                    visibleTo: .guest))
            try await site.home.site.bans.list.refresh()
            let wire = try Wire(port: live.apiPort)
            try await wire.send(
                "GET \(Endpoints.me.path([])) HTTP/1.1\r\nHost: t\r\n"
                    + "Authorization: Bearer \(site.admin.access)\r\nConnection: close\r\n\r\n")
            let reply = await wire.read(untilText: "spam")
            #expect(reply.contains("403") && reply.contains("address_banned"), "\(reply)")
            site.home.site.notices.post(
                Notice(.sessionEnded, to: .addresses(range), reason: "spam"))
            #expect(try await stream.eventsToTheEnd().last?.kind == .sessionEnded)
            let entry = try await site.publish(1, by: site.admin)
            #expect(
                try await live.announce(site.admin, entry.summary.infoHash).failure
                    == "Your address is banned from this community, until its staff lifts that: spam"
            )
            #expect(
                try await live.tracker.scrape(site.admin.passkey, [entry.summary.infoHash]).failure
                    == "Your address is banned from this community, until its staff lifts that: spam"
            )
        }
    }

    @Test(
        "a banned client is refused at the tracker, leaves its swarms, and comes back when it may")
    func client() async throws {
        try await LiveSite.with { live in
            let site = live.site
            let (ana, bia) = (try await site.member("ana"), try await site.member("bia"))
            let hash = try await site.publish(1, by: site.admin).summary.infoHash
            let peer = try #require(PeerID(Array("-XL0012-abcdefghijkl".utf8)))
            let announce = {
                try await live.tracker.announce(ana.passkey, hash, peer: peer, left: 5)
            }
            #expect(try await announce().failure == nil)
            #expect(try await live.announce(bia, hash).peers.isEmpty == false)
            let ban = try await site.call(
                Endpoints.banClient, body: NewClientBan(prefix: "-XL00", reason: "it lies"),
                as: site.admin)
            #expect(
                try await announce().failure
                    == "Clients named -XL00 are not welcome here, use another: it lies")
            #expect(try await live.announce(bia, hash, event: nil).failure == nil)
            #expect(
                try await live.announce(site.admin, hash, left: 5).peers == [LiveSite.compact(bia)])
            try await site.call(Endpoints.unbanClient, ban.id, as: site.admin)
            #expect(try await announce().failure == nil)
            #expect(
                try await site.refusal(
                    Endpoints.banClient, body: NewClientBan(prefix: "-X", reason: "x"),
                    as: site.admin
                ).code == "invalid_prefix")
        }
    }

    @Test("notes are for the staff that stands above a member")
    func notes() async throws {
        try await TestSite.with { site in
            let ana = try await site.member("ana")
            let ada = try await site.member("ada", role: BuiltInRoles.admin)
            let ari = try await site.member("ari", role: BuiltInRoles.admin)
            let note = try await site.call(
                Endpoints.addNote, ana.id.rawValue, body: NewNote(text: " two\u{202E} \nlines "),
                as: ada)
            #expect(note.text == "two\nlines" && note.author == "ada")
            let second = try await site.call(
                Endpoints.addNote, ana.id.rawValue, body: NewNote(text: "more"), as: site.admin)
            let listed = try await site.call(Endpoints.notes, ana.id.rawValue, as: ari)
            #expect(listed.items.map(\.id) == [second.id, note.id])
            #expect(
                try await site.refusal(Endpoints.notes, ari.id.rawValue, as: ada).code
                    == "not_below_you")
            #expect(
                try await site.refusal(Endpoints.notes, ada.id.rawValue, as: ada).code
                    == "own_account")
            #expect(
                try await site.refusal(Endpoints.notes, ana.id.rawValue, as: ana).code
                    == "permission_missing")
            #expect(
                try await site.refusal(
                    Endpoints.addNote, ana.id.rawValue, body: NewNote(text: " \n "), as: ada
                ).code == "invalid_text")
            // A note is deleted under the member it is on.
            #expect(
                try await site.refusal(
                    Endpoints.deleteNote, ari.id.rawValue, note.id, as: site.admin
                ).status == 404)
            try await site.call(Endpoints.deleteNote, ana.id.rawValue, note.id, as: ari)
            #expect(
                try await site.call(Endpoints.notes, ana.id.rawValue, as: ada).items == [second])
        }
    }
}

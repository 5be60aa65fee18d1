import API
import Domain
import Service
import Store
import Testing
import Tracker

@Suite(.everyEngine) struct AuditTests {
    /// A staff act: by whom it is refused, and what it leaves in the log when it is not.
    private struct Act: Sendable {
        let name: String
        let act: String
        let isChange: Bool
        let run: @Sendable (TestSite, Cast, Member) async throws -> HTTPReply

        init(
            _ name: String, leaves act: String, isChange: Bool = true,
            _ run: @escaping @Sendable (TestSite, Cast, Member) async throws -> HTTPReply
        ) {
            self.name = name
            self.act = act
            self.isChange = isChange
            self.run = run
        }
    }

    /// Whom and what the acts are done to.
    private struct Cast: Sendable {
        let ana: Member
        let role: Int64
        let uploads: [Int64]
        let addressBan: Int64
        let clientBan: Int64
        let clientAllowed: Int64
        let note: Int64
        let invitation: Int64
        let evidence: Int64
    }

    private static let why = ReasonBody(reason: "because")

    private static let acts: [Act] = [
        Act("create a member", leaves: "user.created", isChange: false) { site, _, by in
            try await site.send(
                Endpoints.createUser, [],
                body: NewUser(
                    username: "novo", password: "uma senha boa", roleId: BuiltInRoles.member),
                as: by)
        },
        Act("give a role", leaves: "user.role_changed") { site, cast, by in
            try await site.send(
                Endpoints.changeUser, [cast.ana.id.rawValue],
                body: UserPatch(roleId: BuiltInRoles.supervisor), as: by)
        },
        Act("adjust a ratio", leaves: "ratio.adjusted") { site, cast, by in
            try await site.send(
                Endpoints.adjustRatio, [cast.ana.id.rawValue],
                body: RatioAdjustment(bytesUp: 5, bytesDown: 0, reason: "lost"), as: by)
        },
        Act("approve", leaves: "upload.approved") { site, cast, by in
            try await site.send(Endpoints.approve, [cast.uploads[0]], as: by)
        },
        Act("reject", leaves: "upload.rejected") { site, cast, by in
            try await site.send(Endpoints.reject, [cast.uploads[1]], body: why, as: by)
        },
        Act("send back", leaves: "upload.sent_back") { site, cast, by in
            try await site.send(Endpoints.sendBack, [cast.uploads[2]], body: why, as: by)
        },
        Act("edit", leaves: "catalog.edited") { site, cast, by in
            try await site.send(
                Endpoints.editEntry, [cast.uploads[3]], body: CatalogPatch(title: "Outro"), as: by)
        },
        Act("set terms", leaves: "catalog.terms_changed") { site, cast, by in
            try await site.send(
                Endpoints.changeTerms, [cast.uploads[3]], body: .example, as: by)
        },
        Act("delete an entry", leaves: "catalog.deleted") { site, cast, by in
            try await site.send(Endpoints.deleteEntry, [cast.uploads[3]], body: why, as: by)
        },
        Act("change settings", leaves: "settings.changed") { site, _, by in
            try await site.send(
                Endpoints.changeSettings, [], body: SettingsPatch(requiredRatio: 2), as: by)
        },
        Act("create a role", leaves: "role.created", isChange: false) { site, _, by in
            try await site.send(
                Endpoints.createRole, [],
                body: NewRole(
                    name: "Nova", weight: try #require(RoleWeight(50)), parentId: nil,
                    grants: [], denies: []), as: by)
        },
        Act("change a role", leaves: "role.changed") { site, cast, by in
            try await site.send(
                Endpoints.changeRole, [cast.role], body: RolePatch(weight: RoleWeight(60)), as: by)
        },
        Act("delete a role", leaves: "role.deleted", isChange: false) { site, cast, by in
            try await site.send(
                Endpoints.deleteRole, [cast.role], body: RoleDeletion(), as: by)
        },
        Act("note", leaves: "note.added", isChange: false) { site, cast, by in
            try await site.send(
                Endpoints.addNote, [cast.ana.id.rawValue], body: NewNote(text: "polite"), as: by)
        },
        Act("delete a note", leaves: "note.deleted", isChange: false) { site, cast, by in
            try await site.send(
                Endpoints.deleteNote, [cast.ana.id.rawValue, cast.note], as: by)
        },
        Act("ban addresses", leaves: "address.banned") { site, _, by in
            try await site.send(
                Endpoints.banAddresses, [],
                body: NewAddressBan(range: "198.51.100.0/24", reason: "x"),
                as: by)
        },
        Act("lift a ban of addresses", leaves: "address.unbanned") { site, cast, by in
            try await site.send(Endpoints.unbanAddresses, [cast.addressBan], as: by)
        },
        Act("ban a client", leaves: "client.banned") { site, _, by in
            try await site.send(
                Endpoints.banClient, [], body: NewClientBan(prefix: "-YY", reason: "x"), as: by)
        },
        Act("allow a client", leaves: "client.allowed") { site, _, by in
            try await site.send(
                Endpoints.banClient, [],
                body: NewClientBan(prefix: "-ZZ", kind: .allow, reason: "x"), as: by)
        },
        Act("strike a client off the list", leaves: "client.unlisted") { site, cast, by in
            try await site.send(Endpoints.unbanClient, [cast.clientAllowed], as: by)
        },
        Act("lift a ban of a client", leaves: "client.unbanned") { site, cast, by in
            try await site.send(Endpoints.unbanClient, [cast.clientBan], as: by)
        },
        Act("withdraw an invitation", leaves: "invitation.withdrawn") { site, cast, by in
            try await site.send(Endpoints.withdrawInvitation, [cast.invitation], as: by)
        },
        Act("take off a second factor", leaves: "user.second_factor_removed") { site, cast, by in
            try await site.send(
                Endpoints.removeMembersSecondFactor, [cast.ana.id.rawValue], body: why, as: by)
        },
        Act("judge evidence", leaves: "evidence.dismissed") { site, cast, by in
            try await site.send(
                Endpoints.reviewEvidence, [cast.evidence], body: .example, as: by)
        },
        Act("ban", leaves: "user.banned") { site, cast, by in
            try await site.send(
                Endpoints.banUser, [cast.ana.id.rawValue], body: BanBody(reason: "x"), as: by)
        },
        Act("lift a ban", leaves: "user.unbanned") { site, cast, by in
            try await site.send(Endpoints.unbanUser, [cast.ana.id.rawValue], as: by)
        },
    ]

    private static func cast(_ site: TestSite) async throws -> Cast {
        let ana = try await site.member("ana")
        var uploads: [Int64] = []
        for number in 1...4 {
            uploads.append(try await site.publish(number, by: ana).summary.id.rawValue)
        }
        let store = site.home.store
        try await store.beginSecondFactor(of: ana.id, secret: [1], at: site.clock.now)
        try await store.confirmSecondFactor(of: ana.id, step: 1, recovery: [], at: site.clock.now)
        let role = try await site.call(
            Endpoints.createRole,
            body: NewRole(
                name: "Velha", weight: try #require(RoleWeight(40)), parentId: nil,
                grants: [], denies: []), as: site.admin)
        return Cast(
            ana: ana, role: role.id.rawValue, uploads: uploads,
            addressBan: try await site.call(
                Endpoints.banAddresses, body: NewAddressBan(range: "203.0.113.7", reason: "x"),
                as: site.admin
            ).id,
            clientBan: try await site.call(
                Endpoints.banClient, body: NewClientBan(prefix: "-XL", reason: "x"),
                as: site.admin
            ).id,
            clientAllowed: try await site.call(
                Endpoints.banClient,
                body: NewClientBan(prefix: "-XM", kind: .allow, reason: "x"), as: site.admin
            ).id,
            note: try await site.call(
                Endpoints.addNote, ana.id.rawValue, body: NewNote(text: "first"), as: site.admin
            ).id, invitation: try await invitation(site),
            evidence: try await evidence(site, against: ana.id, of: CatalogID(uploads[0])))
    }

    private static func evidence(
        _ site: TestSite, against user: UserID, of torrent: CatalogID
    ) async throws -> Int64 {
        let store = site.home.store
        try await store.keep([
            Evidence(
                rule: .unreceived,
                suspect: SwarmMember.Identity(user: user, peerID: PeerID(Bytes20(repeating: 7))),
                counterpart: nil, torrent: torrent, score: 80, claimed: .zero, explained: .zero,
                announces: [])
        ])
        let search = EvidenceSearch(isOpen: true, below: nil, except: UserID(0), limit: 1)
        return try #require(try await store.evidence(search).first).id
    }

    /// Of a supervisor; the community takes newcomers for as long as it takes to make one.
    private static func invitation(_ site: TestSite) async throws -> Int64 {
        let sara = try await site.member("sara", role: BuiltInRoles.supervisor)
        let register = { (mode: CommunitySettings.Registration) in
            let _: SettingsBody = try await site.call(
                Endpoints.changeSettings, body: SettingsPatch(registration: mode), as: site.admin)
        }
        try await register(.invite)
        let made = try await site.call(Endpoints.invite, body: NewInvitation(), as: sara)
        try await register(.closed)
        return made.id.rawValue
    }

    private static func log(_ site: TestSite) async throws -> [AuditBody] {
        try await site.call(
            Endpoints.audit, query: AuditQuery(page: PageQuery(limit: 200)), as: site.admin
        ).items
    }

    @Test("each staff act leaves exactly one entry, and none when it is refused")
    func everyAct() async throws {
        try await TestSite.with { site in
            let cast = try await Self.cast(site)
            let bia = try await site.member("bia")
            var known = try await Self.log(site).count
            for act in Self.acts {
                let refused = try await act.run(site, cast, bia)
                #expect((400..<500).contains(refused.status), "\(act.name): \(refused.text)")
                #expect(try await Self.log(site).count == known, "refused: \(act.name)")

                let done = try await act.run(site, cast, site.admin)
                #expect((200..<300).contains(done.status), "\(act.name): \(done.text)")
                let log = try await Self.log(site)
                #expect(log.count == known + 1, "\(act.name)")
                known = log.count
                let entry = try #require(log.first)
                #expect(entry.act == act.act && entry.actor == "admin")
                #expect(entry.id == Int64(known) && !entry.subject.isEmpty)
                #expect(entry.before != nil || entry.after != nil, "\(act.name)")
                if act.isChange {
                    #expect(entry.before != nil && entry.after != nil, "\(act.name)")
                    #expect(entry.before != entry.after, "\(act.name)")
                }
            }
            guard case .sound(let entries, _) = try await site.home.site.audit.verifyAudit() else {
                Issue.record("the log should hold")
                return
            }
            #expect(entries == Int64(known))
        }
    }

    @Test("what an adjustment found and left is what the counters were")
    func adjusted() async throws {
        try await TestSite.with { site in
            let ana = try await site.member("ana")
            for up in [Int64(7), 5] {
                let _: StatsBody = try await site.call(
                    Endpoints.adjustRatio, ana.id.rawValue,
                    body: RatioAdjustment(bytesUp: up, bytesDown: 0, reason: "x"), as: site.admin)
            }
            let entry = try #require(try await Self.log(site).first)
            #expect(entry.before == "up 7, down 0" && entry.after == "up 12, down 0")
        }
    }

    @Test("the log is searched by words, actor, act and time, and read page by page")
    func search() async throws {
        try await TestSite.with { site in
            let ada = try await site.member("ada", role: BuiltInRoles.admin)
            let (ana, bia) = (try await site.member("ana"), try await site.member("bia"))
            let early = site.clock.now
            site.clock.advance(by: 100)
            let _: UserBody = try await site.call(
                Endpoints.banUser, ana.id.rawValue, body: BanBody(reason: "Falsificação 100%"),
                as: site.admin)
            let _: StatsBody = try await site.call(
                Endpoints.adjustRatio, bia.id.rawValue,
                body: RatioAdjustment(bytesUp: 5, bytesDown: 0, reason: "disco"), as: ada)
            let found = { (query: AuditQuery) in
                try await site.call(Endpoints.audit, query: query, as: site.admin).items.map(\.act)
            }
            #expect(try await found(AuditQuery(q: "FALSIFICAÇÃO ana")) == ["user.banned"])
            #expect(try await found(AuditQuery(q: "100%")) == ["user.banned"])
            #expect(try await found(AuditQuery(q: "_ana")) == [])
            #expect(try await found(AuditQuery(actor: "ada")) == ["ratio.adjusted"])
            #expect(try await found(AuditQuery(actor: "ad")) == [])
            #expect(try await found(AuditQuery(act: "ratio")) == ["ratio.adjusted"])
            #expect(try await found(AuditQuery(act: "user.banned")) == ["user.banned"])
            #expect(try await found(AuditQuery(act: "user.ban")) == [])
            #expect(try await found(AuditQuery(act: "user")).count == 4)
            #expect(try await found(AuditQuery(until: site.clock.now)).count == 3)
            #expect(try await found(AuditQuery(since: early.adding(seconds: 1))).count == 2)
            let first = try await site.call(
                Endpoints.audit, query: AuditQuery(act: "user", page: PageQuery(limit: 3)),
                as: site.admin)
            let second = try await site.call(
                Endpoints.audit,
                query: AuditQuery(act: "user", page: PageQuery(limit: 3, cursor: first.nextCursor)),
                as: site.admin)
            #expect(first.items.count == 3 && second.items.map(\.subject) == ["user ada"])
            #expect(second.nextCursor == nil)
        }
    }

    @Test(
        "a filter that cannot be read is named",
        arguments: [
            "since=x", "since=-1", "until=9223372036854775808", "cursor=x", "limit=0",
            "q=\(String(repeating: "a", count: 201))",
        ])
    func badFilters(query: String) async throws {
        try await TestSite.with { site in
            let reply = try await site.raw(
                .get, Endpoints.audit.path([]) + "?" + query, token: site.admin.access)
            #expect(try TestSite.problem(reply).code == "bad_parameter")
            #expect(reply.text.contains(query.prefix { $0 != "=" }))
        }
    }

    @Test("a note on a member is in the log of those who stand above them, and its text in none")
    func notes() async throws {
        try await TestSite.with { site in
            let ada = try await site.member("ada", role: BuiltInRoles.admin)
            let ari = try await site.member("ari", role: BuiltInRoles.admin)
            let _: NoteBody = try await site.call(
                Endpoints.addNote, ari.id.rawValue, body: NewNote(text: "under watch"),
                as: site.admin)
            let seen = try await site.call(Endpoints.audit, as: ada).items
            #expect(!seen.contains { $0.act == "note.added" })
            #expect(try await Self.log(site).first?.after == "a note of 11 characters")
        }
    }
}

import API
import Domain
import Service
import Testing

@Suite(.everyEngine) struct InvitationTests {
    private func opened(
        _ site: TestSite, _ mode: CommunitySettings.Registration = .invite
    ) async throws {
        let _: SettingsBody = try await site.call(
            Endpoints.changeSettings, body: SettingsPatch(registration: mode), as: site.admin)
    }

    private func invite(_ site: TestSite, by member: Member, _ wish: NewInvitation = .init())
        async throws -> (InvitationBody, String)
    {
        let made = try await site.call(Endpoints.invite, body: wish, as: member)
        return (made, try #require(made.code))
    }

    private func newcomer(_ name: String, _ code: String?) -> Registration {
        Registration(username: name, password: "uma senha boa", inviteCode: code)
    }

    @Test("a newcomer comes in with a code once, and who invited them is in their profile")
    func comesIn() async throws {
        try await TestSite.with { site in
            try await opened(site)
            let sara = try await site.member("sara", role: BuiltInRoles.supervisor)
            let (made, code) = try await invite(site, by: sara, NewInvitation(note: " for\nNova "))
            #expect(made.state == .open && made.note == "for Nova")
            #expect(made.expiresAt == site.clock.now.adding(seconds: 7 * 86_400))
            #expect(code.wholeMatch(of: /([a-z2-7]{4}-){4}[a-z2-7]{4}/) != nil)
            #expect(
                try await site.refusal(Endpoints.register, body: newcomer("nova", nil)).code
                    == "invitation_needed")
            // As somebody may have written it down.
            let typed = code.uppercased().replacing("-", with: " ")
            let nova = try await site.call(Endpoints.register, body: newcomer("nova", typed))
            #expect(nova.role.name == "Member")
            #expect(
                try await site.refusal(Endpoints.register, body: newcomer("outra", code)).code
                    == "invalid_invite_code")

            let profile = try await site.call(Endpoints.user, nova.id.rawValue, as: site.admin)
            #expect(profile.invitedBy == MemberName(id: sara.id, username: "sara"))
            #expect(
                try await site.call(Endpoints.user, sara.id.rawValue, as: site.admin).invitedBy
                    == nil)
            let listed = try await site.call(Endpoints.invitations, as: sara).items
            #expect(listed.map(\.state) == [.used])
            #expect(listed.first?.usedBy == MemberName(id: nova.id, username: "nova"))
            #expect(listed.first?.code == nil)
        }
    }

    @Test("of two who use one code in the same moment, one comes in")
    func race() async throws {
        try await TestSite.with { site in
            try await opened(site)
            let (_, code) = try await invite(site, by: site.admin)
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for name in ["ana", "bia", "caio"] {
                    group.addTask {
                        try await site.send(
                            Endpoints.register, [], body: newcomer(name, code)
                        ).status
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }.sorted()
            }
            #expect(statuses == [201, 422, 422])
            #expect(try await site.call(Endpoints.users, as: site.admin).total == 2)
        }
    }

    @Test("a code is worth nothing that is late, withdrawn, unknown, or whose maker lost the right")
    func refused() async throws {
        try await TestSite.with { site in
            try await opened(site)
            let sara = try await site.member("sara", role: BuiltInRoles.supervisor)
            let code = { (wish: NewInvitation) in try await invite(site, by: sara, wish) }
            let register = { (code: String) in
                try await site.refusal(Endpoints.register, body: newcomer("nova", code)).code
            }
            let (late, withdrawn) = (
                try await code(NewInvitation(expiresInDays: 1)), try await code(NewInvitation())
            )
            try await site.call(
                Endpoints.withdrawInvitation, withdrawn.0.id.rawValue, as: sara)
            site.clock.advance(by: 86_400)
            let renewed = try await site.signIn("sara", sara.password)
            for code in [
                late.1, withdrawn.1, "", "-", "nãoé", String(repeating: "a", count: 9000),
                String(late.1.dropLast()),
            ] {
                #expect(try await register(code) == "invalid_invite_code", "\(code)")
            }
            #expect(
                try await site.refusal(
                    Endpoints.withdrawInvitation, late.0.id.rawValue, as: renewed
                ).code == "invitation_over")

            let open = try await invite(site, by: renewed)
            let admin = try await site.signIn("admin", TestHome.adminPassword)
            let _: UserBody = try await site.call(
                Endpoints.banUser, sara.id.rawValue, body: BanBody(reason: "x"), as: admin)
            #expect(try await register(open.1) == "invalid_invite_code")
            let _: UserBody = try await site.call(Endpoints.unbanUser, sara.id.rawValue, as: admin)
            let _: UserBody = try await site.call(
                Endpoints.changeUser, sara.id.rawValue,
                body: UserPatch(roleId: BuiltInRoles.member), as: admin)
            #expect(try await register(open.1) == "invalid_invite_code")
        }
    }

    @Test("who may not invite does not, and sees and withdraws only what is theirs")
    func rights() async throws {
        try await TestSite.with { site in
            try await opened(site)
            let ana = try await site.member("ana")
            let sara = try await site.member("sara", role: BuiltInRoles.supervisor)
            let ada = try await site.member("ada", role: BuiltInRoles.admin)
            #expect(
                try await site.refusal(Endpoints.invite, body: NewInvitation(), as: ana).code
                    == "permission_missing")
            let hers = try await invite(site, by: sara).0
            let his = try await invite(site, by: site.admin).0
            #expect(try await site.call(Endpoints.invitations, as: ana).items == [])
            #expect(
                try await site.call(Endpoints.invitations, as: sara).items.map(\.id) == [hers.id])
            let page = try await site.call(
                Endpoints.invitations, query: PageQuery(limit: 1), as: ada)
            #expect(page.items.map(\.id) == [his.id])
            let rest = try await site.call(
                Endpoints.invitations, query: PageQuery(cursor: page.nextCursor), as: ada)
            #expect(rest.items.map(\.id) == [hers.id] && rest.nextCursor == nil)

            let withdraw = { (id: InvitationID, by: Member) in
                try await site.refusal(Endpoints.withdrawInvitation, id.rawValue, as: by).code
            }
            #expect(try await withdraw(hers.id, ana) == "not_found")
            #expect(try await withdraw(his.id, sara) == "not_found")
            #expect(try await withdraw(his.id, ada) == "not_below_you")
            #expect(try await withdraw(InvitationID(99), ada) == "not_found")
            try await site.call(Endpoints.withdrawInvitation, hers.id.rawValue, as: ada)
            let act = try #require(try await site.call(Endpoints.audit, as: ada).items.first)
            #expect(act.act == "invitation.withdrawn" && act.subject.contains("sara"))
        }
    }

    @Test("invitations have bounds, each refusal says which")
    func bounds() async throws {
        try await TestSite.with { site in
            #expect(
                try await site.refusal(Endpoints.invite, body: NewInvitation(), as: site.admin)
                    .code == "registration_closed")
            try await opened(site)
            let wish = { (days: Int?, note: String?) in
                try await site.refusal(
                    Endpoints.invite, body: NewInvitation(expiresInDays: days, note: note),
                    as: site.admin
                ).code
            }
            #expect(try await wish(0, nil) == "invalid_expires_in_days")
            #expect(try await wish(91, nil) == "invalid_expires_in_days")
            #expect(try await wish(nil, String(repeating: "n", count: 201)) == "invalid_note")
            for _ in 0..<Invitations.bound { _ = try await invite(site, by: site.admin) }
            #expect(try await wish(nil, nil) == "too_many_invitations")
        }
    }

    @Test("where registration is open a code may be given, and is used up; closed is closed")
    func otherModes() async throws {
        try await TestSite.with { site in
            try await opened(site, .open)
            let (_, code) = try await invite(site, by: site.admin)
            let nova = try await site.call(Endpoints.register, body: newcomer("nova", code))
            #expect(
                try await site.call(Endpoints.user, nova.id.rawValue, as: site.admin).invitedBy?
                    .username == "admin")
            #expect(
                try await site.refusal(Endpoints.register, body: newcomer("mais", code)).code
                    == "invalid_invite_code")
            try await site.call(Endpoints.register, body: newcomer("mais", nil))
            let (_, kept) = try await invite(site, by: site.admin)
            try await opened(site, .closed)
            #expect(
                try await site.refusal(Endpoints.register, body: newcomer("tarde", kept)).code
                    == "registration_closed")
        }
    }

    @Test("a name that is taken, or a poor password, leaves the invitation open")
    func keptOpen() async throws {
        try await TestSite.with { site in
            try await opened(site)
            let (_, code) = try await invite(site, by: site.admin)
            #expect(
                try await site.refusal(Endpoints.register, body: newcomer("Admin", code)).code
                    == "name_taken")
            let poor = Registration(username: "nova", password: "password1", inviteCode: code)
            #expect(
                try await site.refusal(Endpoints.register, body: poor).code == "invalid_password")
            try await site.call(Endpoints.register, body: newcomer("nova", code))
        }
    }
}

import API
import Domain
import Service
import Testing

@Suite(.everyEngine) struct MembersTests {
    @Test("members are listed and found by those who may read them")
    func listing() async throws {
        try await TestSite.with { site in
            let ana = try await site.member("ana")
            let gil = try await site.member("gil", role: BuiltInRoles.gerente)
            let page = try await site.call(
                Endpoints.users, query: UserQuery(page: PageQuery(limit: 2)), as: gil)
            #expect(page.items.map(\.username) == ["admin", "ana"])
            #expect(page.total == 3)
            let rest = try await site.call(
                Endpoints.users,
                query: UserQuery(page: PageQuery(limit: 2, cursor: page.nextCursor)), as: gil)
            #expect(rest.items.map(\.username) == ["gil"])
            #expect(rest.nextCursor == nil)
            let found = try await site.call(Endpoints.users, query: UserQuery(q: "AN"), as: gil)
            #expect(found.items.map(\.id) == [ana.id])
            let one = try await site.call(Endpoints.user, ana.id.rawValue, as: gil)
            #expect(one.role.name == "Member" && one.ban == nil)
            #expect(try await site.refusal(Endpoints.users, as: ana).code == "permission_missing")
            #expect(try await site.refusal(Endpoints.user, 99, as: gil).code == "not_found")
        }
    }

    @Test("names are found by those who may look at ratios, and nothing else with them")
    func names() async throws {
        try await TestSite.with { site in
            let ana = try await site.member("ana")
            let sara = try await site.member("sara", role: BuiltInRoles.supervisor)
            let page = try await site.call(
                Endpoints.memberNames, query: UserQuery(page: PageQuery(limit: 2)), as: sara)
            #expect(page.items.map(\.username) == ["admin", "ana"])
            #expect(page.nextCursor == "ana")
            let response = try await site.send(Endpoints.memberNames, [], as: sara)
            #expect(!response.text.contains("role") && !response.text.contains("stats"))
            #expect(
                try await site.refusal(Endpoints.memberNames, as: ana).code == "permission_missing")
        }
    }

    @Test("an account is made only with a role that its maker could give")
    func creating() async throws {
        try await TestSite.with { site in
            let ada = try await site.member("ada", role: BuiltInRoles.admin)
            let refusal = { (name: String, role: RoleID) in
                try await site.refusal(
                    Endpoints.createUser,
                    body: NewUser(username: name, password: "uma senha boa", roleId: role), as: ada)
            }
            #expect(try await refusal("novo", BuiltInRoles.admin).code == "weight_not_below_yours")
            #expect(try await refusal("novo", BuiltInRoles.superAdmin).code == "cannot_grant")
            #expect(try await refusal("novo", RoleID(99)).code == "invalid_role_id")
            #expect(try await refusal("ADA", BuiltInRoles.member).code == "name_taken")
            #expect(try await refusal("no/vo", BuiltInRoles.member).code == "invalid_username")
            let made = try await site.call(
                Endpoints.createUser,
                body: NewUser(
                    username: "Novo", password: "uma senha boa", roleId: BuiltInRoles.gerente),
                as: ada)
            #expect(made.username == "novo")
        }
    }

    @Test("every rule of conduct about roles holds through the API")
    func rolesOfMembers() async throws {
        try await TestSite.with { site in
            let ada = try await site.member("ada", role: BuiltInRoles.admin)
            let bob = try await site.member("bob", role: BuiltInRoles.admin)
            let ana = try await site.member("ana")
            let give = { (target: Member, role: RoleID, by: Member) in
                try await site.refusal(
                    Endpoints.changeUser, target.id.rawValue, body: UserPatch(roleId: role), as: by)
            }
            #expect(try await give(ada, BuiltInRoles.member, ada).code == "own_role")
            #expect(try await give(bob, BuiltInRoles.member, ada).code == "not_below_you")
            #expect(try await give(site.admin, BuiltInRoles.member, ada).code == "not_below_you")
            #expect(try await give(ana, BuiltInRoles.admin, ada).code == "weight_not_below_yours")
            #expect(try await give(bob, BuiltInRoles.guest, ana).code == "permission_missing")
            #expect(try await give(ana, RoleID(99), ada).code == "invalid_role_id")
            #expect(
                try await give(site.admin, BuiltInRoles.member, site.admin).code == "own_role")
            let promoted = try await site.call(
                Endpoints.changeUser, ana.id.rawValue,
                body: UserPatch(roleId: BuiltInRoles.gerente), as: ada)
            #expect(promoted.role.name == "Gerente")
        }
    }

    @Test("a demotion acts at once on a token that is out already")
    func demotion() async throws {
        try await TestSite.with { site in
            let ada = try await site.member("ada", role: BuiltInRoles.admin)
            try await site.call(Endpoints.audit, as: ada)
            let _: UserBody = try await site.call(
                Endpoints.changeUser, ada.id.rawValue,
                body: UserPatch(roleId: BuiltInRoles.member), as: site.admin)
            #expect(try await site.refusal(Endpoints.audit, as: ada).code == "permission_missing")
            #expect(try await site.call(Endpoints.me, as: ada).role.name == "Member")
        }
    }

    @Test("a permission taken from a role is gone at once for all who inherit it")
    func roleEdited() async throws {
        try await TestSite.with { site in
            let gil = try await site.member("gil", role: BuiltInRoles.gerente)
            let ada = try await site.member("ada", role: BuiltInRoles.admin)
            try await site.call(Endpoints.users, as: gil)
            let _: RoleBody = try await site.call(
                Endpoints.changeRole, BuiltInRoles.gerente.rawValue,
                body: RolePatch(grants: [], denies: [.statsRead]), as: site.admin)
            #expect(try await site.refusal(Endpoints.users, as: gil).status == 403)
            #expect(try await site.refusal(Endpoints.users, as: ada).status == 403)
            let me = try await site.call(Endpoints.me, as: ada)
            #expect(!me.permissions.contains(.statsRead))
        }
    }

    @Test("a ban ends sessions at once, says why, and ends when it says")
    func ban() async throws {
        try await TestSite.with { site in
            let ana = try await site.member("ana")
            let end = site.clock.now.adding(seconds: 3600)
            let banned = try await site.call(
                Endpoints.banUser, ana.id.rawValue,
                body: BanBody(reason: "  fake\nfiles ", expiresAt: end), as: site.admin)
            #expect(banned.ban == BanBody(reason: "fake files", expiresAt: end))
            #expect(try await site.refusal(Endpoints.me, as: ana).status == 401)
            let refresh = RefreshRequest(refreshToken: ana.refresh)
            #expect(try await site.refusal(Endpoints.refresh, body: refresh).status == 401)
            let signIn = SignInRequest(username: "ana", password: ana.password)
            let problem = try await site.refusal(Endpoints.signIn, body: signIn)
            #expect(problem.code == "banned")
            #expect(problem.detail == "You are banned until 2023-11-14T23:13:20Z: fake files")
            site.clock.advance(by: 3600)
            _ = try await site.signIn("ana", ana.password)
        }
    }

    @Test("a ban can be lifted, and needs a reason, a future and a lesser one")
    func banRules() async throws {
        try await TestSite.with { site in
            let ana = try await site.member("ana")
            let bob = try await site.member("bob", role: BuiltInRoles.admin)
            let ban = { (id: Int64, reason: String, until: Timestamp?, by: Member) in
                try await site.refusal(
                    Endpoints.banUser, id, body: BanBody(reason: reason, expiresAt: until), as: by)
            }
            let id = ana.id.rawValue
            #expect(try await ban(id, " \u{200B}", nil, site.admin).code == "invalid_reason")
            #expect(
                try await ban(id, String(repeating: "x", count: 501), nil, site.admin).code
                    == "invalid_reason")
            #expect(
                try await ban(id, "x", site.clock.now, site.admin).code == "invalid_expires_at")
            let never = Timestamp(seconds: .max)
            #expect(try await ban(id, "x", never, site.admin).code == "invalid_expires_at")
            #expect(
                try await ban(site.admin.id.rawValue, "x", nil, site.admin).code == "own_account")
            #expect(try await ban(id, "x", nil, bob).code == "permission_missing")
            #expect(try await ban(99, "x", nil, site.admin).code == "not_found")

            let warden = try await site.call(
                Endpoints.createRole,
                body: NewRole(
                    name: "Warden", weight: try #require(RoleWeight(500)),
                    parentId: BuiltInRoles.member, grants: [.usersBan]), as: site.admin)
            let eva = try await site.member("eva", role: warden.id)
            #expect(try await ban(bob.id.rawValue, "x", nil, eva).code == "not_below_you")
            let _: UserBody = try await site.call(
                Endpoints.banUser, id, body: BanBody(reason: "spam"), as: eva)
            let _: UserBody = try await site.call(Endpoints.unbanUser, id, as: eva)
            _ = try await site.signIn("ana", ana.password)
        }
    }
}

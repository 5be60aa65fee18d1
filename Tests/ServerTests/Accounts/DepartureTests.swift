import API
import Domain
import Service
import Testing

@Suite(.everyEngine) struct DepartureTests {
    private let reason = ReasonBody(reason: " left \n us ")

    @Test("a deleted member is nobody: no session, no sign-in, no page, no place in a list")
    func gone() async throws {
        try await TestSite.with { site in
            let ana = try await site.member("ana")
            let sara = try await site.member("sara", role: BuiltInRoles.supervisor)
            try await site.call(Endpoints.deleteUser, ana.id.rawValue, body: reason, as: site.admin)
            #expect(try await site.refusal(Endpoints.me, as: ana).code == "not_signed_in")
            let refresh = RefreshRequest(refreshToken: ana.refresh)
            #expect(try await site.refusal(Endpoints.refresh, body: refresh).status == 401)
            let signIn = SignInRequest(username: "ana", password: ana.password)
            #expect(
                try await site.refusal(Endpoints.signIn, body: signIn).code == "wrong_credentials")
            let id = ana.id.rawValue
            #expect(try await site.refusal(Endpoints.user, id, as: site.admin).status == 404)
            #expect(try await site.refusal(Endpoints.stats, id, as: sara).status == 404)
            #expect(try await site.refusal(Endpoints.history, id, as: sara).status == 404)
            #expect(try await site.refusal(Endpoints.shares, id, as: sara).status == 404)
            #expect(
                try await site.refusal(Endpoints.deleteUser, id, body: reason, as: site.admin)
                    .status == 404)
            let names = try await site.call(Endpoints.memberNames, as: sara).items.map(\.username)
            #expect(names == ["admin", "sara"])
            #expect(try await site.call(Endpoints.users, as: site.admin).total == 2)
            let member = try await site.call(Endpoints.roles, as: site.admin).items
                .first { $0.id == BuiltInRoles.member }
            #expect(member?.users == 0)
        }
    }

    @Test("only those below, never oneself, with a reason, and what was done is written down")
    func rules() async throws {
        try await TestSite.with { site in
            let ana = try await site.member("ana")
            let ada = try await site.member("ada", role: BuiltInRoles.admin)
            let eva = try await site.member("eva", role: BuiltInRoles.admin)
            let gil = try await site.member("gil", role: BuiltInRoles.gerente)
            let delete = { (member: Member, by: Member) in
                try await site.refusal(
                    Endpoints.deleteUser, member.id.rawValue, body: reason, as: by)
            }
            #expect(try await delete(ana, gil).code == "permission_missing")
            #expect(try await delete(eva, ada).code == "not_below_you")
            #expect(try await delete(site.admin, ada).code == "not_below_you")
            #expect(try await delete(ada, ada).code == "own_account")
            #expect(try await delete(site.admin, site.admin).code == "own_account")
            let silent = try await site.refusal(
                Endpoints.deleteUser, ana.id.rawValue, body: ReasonBody(reason: " "), as: ada)
            #expect(silent.code == "invalid_reason")
            try await site.call(Endpoints.deleteUser, ana.id.rawValue, body: reason, as: ada)
            let entry = try #require(
                try await site.call(Endpoints.audit, as: site.admin).items.first)
            #expect(entry.act == "user.deleted" && entry.actor == "ada")
            #expect(entry.subject == "user ana" && entry.reason == "left us")
            #expect(entry.before == "role Member")
        }
    }

    @Test("the name stays taken, and what was published is a deleted member's")
    func traces() async throws {
        try await TestSite.with { site in
            let gil = try await site.member("gil", role: BuiltInRoles.gerente)
            let entry = try await site.publish(1, title: "Mapa", by: gil)
            try await site.call(Endpoints.deleteUser, gil.id.rawValue, body: reason, as: site.admin)
            let again = NewUser(
                username: "Gil", password: "outra senha", roleId: BuiltInRoles.member)
            #expect(
                try await site.refusal(Endpoints.createUser, body: again, as: site.admin).code
                    == "name_taken")
            let page = try await site.call(
                Endpoints.catalogEntry, entry.summary.id.rawValue, as: site.admin)
            #expect(page.summary.uploader == CatalogSummary.deletedMember)
            #expect(page.uploaderRole.isEmpty)
            let list = try await site.search("mapa", as: site.admin)
            #expect(list.items.map(\.uploader) == [CatalogSummary.deletedMember])
            #expect(try await site.search("by:gil", as: site.admin).total == 0)
        }
    }

    @Test("of two SuperAdmins either may delete the other, and the last one stays")
    func lastOne() async throws {
        try await TestSite.with { site in
            let rita = try await site.member("rita", role: BuiltInRoles.superAdmin)
            try await site.call(
                Endpoints.deleteUser, site.admin.id.rawValue, body: reason, as: rita)
            #expect(
                try await site.refusal(
                    Endpoints.deleteUser, rita.id.rawValue, body: reason, as: rita
                ).code == "own_account")
            try await site.call(Endpoints.me, as: rita)
        }
    }
}

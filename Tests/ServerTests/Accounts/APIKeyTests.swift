import API
import Domain
import Service
import Testing

@Suite(.everyEngine) struct APIKeyTests {
    private func key(
        _ site: TestSite, of owner: Member, _ permissions: [Permission], expires: Timestamp? = nil
    ) async throws -> (id: APIKeyID, caller: Member) {
        let made = try await site.call(
            Endpoints.createAPIKey,
            body: NewAPIKey(name: "script", permissions: permissions, expiresAt: expires),
            as: owner)
        var caller = owner
        caller.access = try #require(made.key)
        return (made.id, caller)
    }

    @Test("a key does what it was given and its owner may, and nothing more")
    func subset() async throws {
        try await TestSite.with { site in
            let ada = try await site.member("ada", role: BuiltInRoles.admin)
            let (_, script) = try await key(site, of: ada, [.usersRead, .auditRead])
            #expect(script.access.hasPrefix("enx_"))
            try await site.call(Endpoints.users, as: script)
            #expect(
                Set(try await site.call(Endpoints.me, as: script).permissions)
                    == [.usersRead, .auditRead])
            #expect(try await site.call(Endpoints.me, as: script).announceURL == "")
            #expect(
                try await site.refusal(Endpoints.memberNames, as: script).code
                    == "permission_missing")
            // What the owner loses, the key loses.
            let _: UserBody = try await site.call(
                Endpoints.changeUser, ada.id.rawValue,
                body: UserPatch(roleId: BuiltInRoles.gerente), as: site.admin)
            try await site.call(Endpoints.users, as: script)
            #expect(
                try await site.refusal(Endpoints.audit, as: script).code == "permission_missing")
        }
    }

    @Test("nobody puts into a key what they do not hold")
    func extra() async throws {
        try await TestSite.with { site in
            let ana = try await site.member("ana")
            let wish = { (name: String, permissions: [Permission], expires: Timestamp?) in
                try await site.refusal(
                    Endpoints.createAPIKey,
                    body: NewAPIKey(name: name, permissions: permissions, expiresAt: expires),
                    as: ana
                ).code
            }
            #expect(try await wish("x", [.usersBan], nil) == "cannot_grant")
            #expect(try await wish(" \u{200B}", [], nil) == "invalid_name")
            #expect(try await wish(String(repeating: "x", count: 61), [], nil) == "invalid_name")
            #expect(try await wish("x", [], site.clock.now) == "invalid_expires_at")
            for _ in 0..<APIKeys.bound { _ = try await key(site, of: ana, []) }
            #expect(try await wish("x", [], nil) == "too_many_keys")
        }
    }

    @Test("a SuperAdmin's key is no SuperAdmin: it makes none, and hands on only what it holds")
    func noSuperAdmin() async throws {
        try await TestSite.with { site in
            let (_, script) = try await key(
                site, of: site.admin, [.usersManage, .rolesManage, .usersBan])
            let user = { (role: RoleID) in
                try await site.refusal(
                    Endpoints.createUser,
                    body: NewUser(username: "novo", password: "uma senha boa", roleId: role),
                    as: script
                ).code
            }
            #expect(try await user(BuiltInRoles.superAdmin) == "cannot_grant")
            #expect(try await user(BuiltInRoles.member) == "cannot_grant")
            let role = NewRole(
                name: "Backdoor", weight: try #require(RoleWeight(900)), parentId: nil,
                grants: [.settingsManage])
            #expect(
                try await site.refusal(Endpoints.createRole, body: role, as: script).code
                    == "cannot_grant")
            let other = try await site.member("outra", role: BuiltInRoles.superAdmin)
            #expect(
                try await site.refusal(
                    Endpoints.banUser, other.id.rawValue, body: BanBody(reason: "x"), as: script
                ).code == "not_below_you")
        }
    }

    @Test("a key does not reach passwords, second factors, sessions, passkeys or keys")
    func notByKey() async throws {
        try await TestSite.with { site in
            let (id, script) = try await key(site, of: site.admin, Permission.allCases)
            let requests: [(Method, String)] = [
                (.get, "/me/sessions"), (.delete, "/me/sessions"), (.delete, "/me/sessions/1"),
                (.get, "/me/api-keys"), (.post, "/me/api-keys"), (.delete, "/me/api-keys/\(id)"),
                (.put, "/me/password"), (.post, "/me/totp"), (.post, "/me/totp/confirm"),
                (.delete, "/me/totp"), (.post, "/auth/logout"), (.post, "/me/passkey/reset"),
            ]
            let body =
                #"{"name":"n","permissions":[],"current":"a","new":"b","password":"p","code":"c"}"#
            for (method, path) in requests {
                let answer = try await site.raw(
                    method, Endpoints.prefix + path, Array(body.utf8), token: script.access)
                #expect(try TestSite.problem(answer).code == "not_by_key", "\(path)")
            }
        }
    }

    @Test(
        "a key ends at once when it is deleted, late, its owner banned, or the password another")
    func ends() async throws {
        try await TestSite.with { site in
            let ana = try await site.member("ana")
            let (kept, script) = try await key(site, of: ana, [.catalogRead])
            let (_, late) = try await key(
                site, of: ana, [], expires: site.clock.now.adding(seconds: 10))
            let (gone, deleted) = try await key(site, of: ana, [])
            let bia = try await site.member("bia")
            #expect(
                try await site.refusal(Endpoints.deleteAPIKey, gone.rawValue, as: bia).code
                    == "not_found")
            try await site.call(Endpoints.me, as: deleted)
            try await site.call(Endpoints.deleteAPIKey, gone.rawValue, as: ana)
            #expect(try await site.refusal(Endpoints.me, as: deleted).status == 401)
            site.clock.advance(by: 10)
            #expect(try await site.refusal(Endpoints.me, as: late).status == 401)

            try await site.call(Endpoints.me, as: script)
            let listed = try await site.call(Endpoints.apiKeys, as: ana).items
            #expect(listed.last?.id == kept && listed.last?.lastUsedAt == site.clock.now)
            #expect(listed.allSatisfy { $0.key == nil })
            let _: UserBody = try await site.call(
                Endpoints.banUser, ana.id.rawValue, body: BanBody(reason: "x"), as: site.admin)
            #expect(try await site.refusal(Endpoints.me, as: script).code == "banned")
            let _: UserBody = try await site.call(
                Endpoints.unbanUser, ana.id.rawValue, as: site.admin)
            try await site.call(Endpoints.me, as: script)
            let changed = try await site.call(
                Endpoints.changePassword,
                body: PasswordChange(current: ana.password, new: "outra senha"),
                as: try await site.signIn("ana", ana.password))
            #expect(changed.apiKeys == 1)
            #expect(try await site.refusal(Endpoints.me, as: script).status == 401)
            let nobody = try await site.raw(.get, Endpoints.me.path([]), token: "enx_guess")
            #expect(try TestSite.problem(nobody).code == "not_signed_in")
        }
    }
}

import API
import Domain
import Service
import Store
import Testing

/// A request whose body takes its time: what happened meanwhile holds for it, too.
@Suite(.everyEngine) struct HeldBodyTests {
    /// Sends all of a request but the end of its body, and waits until its caller was let in.
    private func begin(
        _ method: String, _ path: String, _ body: String, as member: Member, _ live: LiveSite
    ) async throws -> Wire {
        live.site.clock.advance(by: 61)
        let now = live.site.clock.now
        let wire = try Wire(port: live.apiPort)
        try await wire.send(
            "\(method) \(Endpoints.prefix)\(path) HTTP/1.1\r\nHost: t\r\nConnection: close\r\n"
                + "Authorization: Bearer \(member.access)\r\nContent-Type: application/json\r\n"
                + "Content-Length: \(body.utf8.count)\r\n\r\n" + body.dropLast())
        let store = live.site.home.store
        let deadline = ContinuousClock.now + .seconds(60)
        // A session in use is noted when somebody is let in with it.
        while try await store.openSessions(of: member.id, at: now).first?.seenAt != now {
            try #require(ContinuousClock.now < deadline)
            await Task.yield()
        }
        return wire
    }

    private func finish(_ wire: Wire) async throws -> String {
        try await wire.send("}")
        return String(decoding: await wire.read { _ in false }, as: UTF8.self)
    }

    @Test("whoever is banned before the end of the body does not act", arguments: [true, false])
    func banned(isBan: Bool) async throws {
        try await LiveSite.with { live in
            let site = live.site
            let ada = try await site.member("ada", role: BuiltInRoles.admin)
            let body =
                #"{"username":"novo","password":"uma senha boa","role_id":\#(BuiltInRoles.guest)}"#
            let held = try await begin("POST", "/users", body, as: ada, live)
            if isBan {
                let _: UserBody = try await site.call(
                    Endpoints.banUser, ada.id.rawValue, body: BanBody(reason: "x"), as: site.admin)
            } else {
                let _: UserBody = try await site.call(
                    Endpoints.changeUser, ada.id.rawValue,
                    body: UserPatch(roleId: BuiltInRoles.member), as: site.admin)
            }
            let answer = try await finish(held)
            #expect(answer.hasPrefix(isBan ? "HTTP/1.1 401" : "HTTP/1.1 403"), "\(answer)")
            #expect(try await site.call(Endpoints.users, as: site.admin).total == 2)
        }
    }

    @Test("a password that was changed meanwhile is not changed again by who knew the old one")
    func password() async throws {
        try await LiveSite.with { live in
            let site = live.site
            let ana = try await site.member("ana")
            let thief = try await site.signIn("ana", ana.password)
            let body = #"{"current":"\#(ana.password)","new":"senha do ladrao"}"#
            let held = try await begin("PUT", "/me/password", body, as: thief, live)
            let owner = try await site.signIn("ana", ana.password)
            _ = try await site.call(
                Endpoints.changePassword,
                body: PasswordChange(current: ana.password, new: "outra senha"), as: owner)
            #expect(try await finish(held).hasPrefix("HTTP/1.1 401"))
            _ = try await site.signIn("ana", "outra senha")
        }
    }
}

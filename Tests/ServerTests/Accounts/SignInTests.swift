import API
import Domain
import Foundation
import Service
import Testing

@Suite(.everyEngine) struct SignInTests {
    @Test("a right password is exchanged for tokens, and the account knows itself")
    func signIn() async throws {
        try await TestSite.with { site in
            let tokens = try await site.call(
                Endpoints.signIn,
                body: SignInRequest(username: "Admin", password: TestHome.adminPassword))
            #expect(tokens.tokenType == "Bearer")
            #expect(tokens.expiresIn == 900)
            let me = try await site.call(Endpoints.me, as: site.admin)
            #expect(me.username == "admin")
            #expect(me.role.name == "SuperAdmin")
            #expect(me.role.weight.value == 1000)
            #expect(Set(me.permissions) == Set(Permission.allCases))
            #expect(me.stats.bytesUp == .zero && me.stats.ratio == nil)
            #expect(me.announceURL.hasSuffix("/announce?passkey=\(site.admin.passkey.rawValue)"))
        }
    }

    @Test("a wrong password and an unknown name get the same answer")
    func wrongCredentials() async throws {
        try await TestSite.with { site in
            var answers: Set<String> = []
            for (name, password) in [
                ("admin", "abelha-rainhA"), ("admin", ""), ("nobody", TestHome.adminPassword),
                ("no such name!", "x"), ("admin", String(repeating: "x", count: 5000)),
                ("admin", TestHome.adminPassword + "\u{0}"),
            ] {
                let response = try await site.send(
                    Endpoints.signIn, [], body: SignInRequest(username: name, password: password))
                #expect(try TestSite.problem(response).code == "wrong_credentials")
                #expect(response.status == 401)
                answers.insert(response.text)
            }
            #expect(answers.count == 1)
        }
    }

    @Test("a refresh token works once; used again it ends the whole family")
    func refresh() async throws {
        try await TestSite.with { site in
            let other = try await site.signIn("admin", TestHome.adminPassword)
            let first = RefreshRequest(refreshToken: site.admin.refresh)
            let second = try await site.call(Endpoints.refresh, body: first)
            var renewed = site.admin
            renewed.access = second.accessToken
            try await site.call(Endpoints.me, as: renewed)

            // Two programs of one person may meet: the later one gets nothing, and nothing ends.
            let raced = try await site.refusal(Endpoints.refresh, body: first)
            #expect(raced.status == 409 && raced.code == "refresh_raced")
            try await site.call(Endpoints.me, as: renewed)
            site.clock.advance(by: SignIn.raceSeconds)
            let reuse = try await site.refusal(Endpoints.refresh, body: first)
            #expect(reuse.code == "not_signed_in")
            // Neither the new access token nor the new refresh token is worth anything now.
            #expect(try await site.refusal(Endpoints.me, as: renewed).status == 401)
            let next = RefreshRequest(refreshToken: second.refreshToken)
            #expect(try await site.refusal(Endpoints.refresh, body: next).status == 401)
            // Another sign-in of the same account goes on.
            try await site.call(Endpoints.me, as: other)
        }
    }

    @Test("an access token lives a quarter of an hour, a refresh token thirty days")
    func expiry() async throws {
        try await TestSite.with { site in
            site.clock.advance(by: 899)
            try await site.call(Endpoints.me, as: site.admin)
            site.clock.advance(by: 1)
            let problem = try await site.refusal(Endpoints.me, as: site.admin)
            #expect(problem.code == "not_signed_in")
            #expect(problem.detail == "The access token has expired.")
            site.clock.advance(by: 30 * 86_400 - 901)
            let tokens = try await site.call(
                Endpoints.refresh, body: RefreshRequest(refreshToken: site.admin.refresh))
            site.clock.advance(by: 30 * 86_400)
            let late = RefreshRequest(refreshToken: tokens.refreshToken)
            #expect(try await site.refusal(Endpoints.refresh, body: late).status == 401)
        }
    }

    @Test("signing out ends this session at once, and no other")
    func signOut() async throws {
        try await TestSite.with { site in
            let other = try await site.signIn("admin", TestHome.adminPassword)
            try await site.call(Endpoints.signOut, as: site.admin)
            #expect(try await site.refusal(Endpoints.me, as: site.admin).status == 401)
            let refresh = RefreshRequest(refreshToken: site.admin.refresh)
            #expect(try await site.refusal(Endpoints.refresh, body: refresh).status == 401)
            try await site.call(Endpoints.me, as: other)
        }
    }

    @Test("a new password ends every session, and the old one opens none")
    func password() async throws {
        try await TestSite.with { site in
            let ana = try await site.member("ana")
            let change = { (current: String, new: String) in
                PasswordChange(current: current, new: new)
            }
            #expect(
                try await site.refusal(
                    Endpoints.changePassword, body: change("wrong one", "outra senha"), as: ana
                ).code == "wrong_credentials")
            for new in ["short", "", String(repeating: "x", count: 257)] {
                #expect(
                    try await site.refusal(
                        Endpoints.changePassword, body: change(ana.password, new), as: ana
                    ).code == "invalid_password")
            }
            try await site.call(
                Endpoints.changePassword, body: change(ana.password, "outra senha"), as: ana)
            #expect(try await site.refusal(Endpoints.me, as: ana).status == 401)
            let old = SignInRequest(username: "ana", password: ana.password)
            #expect(try await site.refusal(Endpoints.signIn, body: old).status == 401)
            _ = try await site.signIn("ana", "outra senha")
        }
    }

    @Test("a password counts to its end, also behind a NUL")
    func passwordWithNUL() async throws {
        try await TestSite.with { site in
            let _: UserBody = try await site.call(
                Endpoints.createUser,
                body: NewUser(
                    username: "nil", password: "\u{0}segredo-longo", roleId: BuiltInRoles.member),
                as: site.admin)
            for wrong in ["", "\u{0}", "\u{0}segredo-curto"] {
                let request = SignInRequest(username: "nil", password: wrong)
                #expect(try await site.refusal(Endpoints.signIn, body: request).status == 401)
            }
            _ = try await site.signIn("nil", "\u{0}segredo-longo")
        }
    }

    @Test("a token that is forged, cut or of another kind is none of ours")
    func forged() async throws {
        try await TestSite.with { site in
            let parts = site.admin.access.split(separator: ".").map(String.init)
            let none = Data(#"{"alg":"none","typ":"JWT"}"#.utf8).base64EncodedString()
                .replacingOccurrences(of: "=", with: "")
            let foreign = try await SignedTokensFixture.foreign(site.admin.id, site.clock.now)
            for token in [
                "", " ", "x", "..", parts[0] + "." + parts[1] + ".", parts[0] + "." + parts[1],
                none + "." + parts[1] + ".", foreign, site.admin.refresh,
                String(site.admin.access.dropLast(4)) + "AAAA", String(repeating: "a", count: 9000),
            ] {
                let response = try await site.raw(.get, Endpoints.me.path([]), token: token)
                #expect(try TestSite.problem(response).code == "not_signed_in", "\(token)")
                #expect(response.header("WWW-Authenticate") == "Bearer")
            }
            let bare = try await site.raw(.get, Endpoints.me.path([]))
            #expect(try TestSite.problem(bare).code == "not_signed_in")
        }
    }

    @Test("an account is opened only where registration is open")
    func register() async throws {
        try await TestSite.with { site in
            let request = Registration(username: "nova", password: "uma senha boa")
            #expect(
                try await site.refusal(Endpoints.register, body: request).code
                    == "registration_closed")
            let _: SettingsBody = try await site.call(
                Endpoints.changeSettings, body: SettingsPatch(registration: .open), as: site.admin)
            let user = try await site.call(Endpoints.register, body: request)
            #expect(user.role.name == "Member")
            #expect(
                try await site.refusal(Endpoints.register, body: request).code == "name_taken")
            for (name, code) in [("x", "invalid_username"), ("outra", "invalid_password")] {
                let bad = Registration(username: name, password: "outra")
                #expect(try await site.refusal(Endpoints.register, body: bad).code == code)
            }
        }
    }

    @Test("a replaced passkey announces no more")
    func passkey() async throws {
        try await LiveSite.with { live in
            let admin = live.site.admin
            let hash = try await live.site.publish(1, by: admin).summary.infoHash
            #expect(try await live.announce(admin, hash).failure == nil)
            let me = try await live.site.call(Endpoints.resetPasskey, as: admin)
            #expect(!me.announceURL.contains(admin.passkey.rawValue))
            #expect(
                try await live.announce(admin, hash).failure
                    == "This passkey is not known: download the torrent file again.")
        }
    }
}

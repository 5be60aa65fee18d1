import API
import Domain
import Server
import Service
import Store
import Testing

@Suite struct PasswordRuleTests {
    @Test(
        "what everybody tries first is refused, in every dress",
        arguments: [
            "password", "PassWord1", "p@ssw0rd", "drowssap", "admin123", "senha123", "Flamengo10",
            "!dragon2024", "12345678", "87654321", "aaaaaaaa", "abcabcabc", "qwertyui", "qwer1234",
            "1q2w3e4r", "iloveyou2", "enxame2026", "Enxame!!", "senhasenha", "asdfzxcv",
        ])
    func common(password: String) {
        #expect(PasswordRule.complaint(about: password, username: "ana") != nil)
        // The length is all that the operator's own first account is held to.
        #expect(
            PasswordRule.complaint(about: password, username: "ana", refusingCommon: false) == nil)
    }

    @Test(
        "anything else will do, without rules of composition",
        arguments: [
            "uma senha boa", "abelha-rainha", "correct staple horse", "zwölf Boxkämpfer",
            "77201943", "mnvtrqpz", "        x", "ana e seu cavalo", "ñandúñandúx", "日本語のパスワード長い",
        ])
    func fine(password: String) {
        #expect(PasswordRule.complaint(about: password, username: "ana") == nil)
    }

    @Test(
        "a name with something at its ends is no password",
        arguments: [
            "margarida", "Margarida1", "margarida2024!", "xymargarida", "margaridamargarida",
        ])
    func name(password: String) {
        #expect(PasswordRule.complaint(about: password, username: "margarida") != nil)
    }

    @Test("length is counted in code points of the composed form")
    func length() {
        let seven = String(repeating: "e\u{301}", count: 7)
        #expect(PasswordRule.complaint(about: seven + "x", username: "ana") == nil)
        #expect(PasswordRule.complaint(about: seven, username: "ana") != nil)
        let long = (0..<64).map { "\($0 * 7 % 10)xq:" }.joined()
        #expect(PasswordRule.complaint(about: long, username: "ana") == nil)
        #expect(PasswordRule.complaint(about: long + "y", username: "ana") != nil)
    }
}

@Suite(.everyEngine) struct PasswordTests {
    @Test("an accent is the same however a keyboard composes it")
    func normalised() async throws {
        try await TestSite.with { site in
            let _: UserBody = try await site.call(
                Endpoints.createUser,
                body: NewUser(
                    username: "zoe", password: "chave cafe\u{301} boa", roleId: BuiltInRoles.member),
                as: site.admin)
            for typed in ["chave caf\u{E9} boa", "chave cafe\u{301} boa"] {
                _ = try await site.signIn("zoe", typed)
            }
            let bare = SignInRequest(username: "zoe", password: "chave cafe boa")
            #expect(try await site.refusal(Endpoints.signIn, body: bare).status == 401)
        }
    }

    @Test("a hash of the letters as they were typed, from an earlier version, still opens")
    func earlier() async throws {
        try await TestSite.with { site in
            let ana = try await site.member("ana")
            let typed = "chave cafe\u{301} boa"
            let hash = try await site.home.hashing.hash(typed)
            let store = site.home.store
            let first = try #require(try await store.account(ana.id)).passwordHash
            _ = try await store.changePassword(
                of: ana.id, from: first, to: hash, passkey: .random(), at: site.clock.now)
            _ = try await site.signIn("ana", typed)
        }
    }

    @Test("a common password is refused wherever one is set")
    func everywhere() async throws {
        try await TestSite.with { site in
            let ana = try await site.member("ana")
            let change = PasswordChange(current: ana.password, new: "password1")
            let problem = try await site.refusal(Endpoints.changePassword, body: change, as: ana)
            #expect(problem.code == "invalid_password" && problem.detail.contains("first"))
            let user = NewUser(
                username: "novo", password: "12345678", roleId: BuiltInRoles.member)
            #expect(
                try await site.refusal(Endpoints.createUser, body: user, as: site.admin).code
                    == "invalid_password")
        }
    }
}

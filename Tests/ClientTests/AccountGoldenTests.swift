import API
import Cells
import Client
import Domain
import Testing

@Suite struct AccountGoldenTests {
    @Test("the account: who one is, what can be done about it, what one may")
    func oneself() throws {
        try Golden.expect(
            Sample.account().state, "account")
        var shown = Sample.account(as: BuiltInRoles.superAdmin, secondFactor: true)
        shown.press("u")
        shown.press("G")
        try Golden.expect(shown.state, "account-url")
        var portuguese = Sample.account(language: .portuguese)
        try Golden.expect(portuguese.state, "account-portuguese")
        portuguese.press(.tab)
        try Golden.expect(portuguese.state, "account-sessions-portuguese")
        portuguese.press(.tab)
        try Golden.expect(portuguese.state, "account-keys-portuguese")
    }

    @Test("where one is signed in")
    func sessions() throws {
        var stage = Sample.account()
        stage.press(.tab, .down)
        try Golden.expect(stage.state, "account-sessions")
        stage.press("d")
        try Golden.expect(stage.state, "account-session-question")
    }

    @Test("the keys for scripts, the form of a new one, and the key that is shown once")
    func keys() throws {
        var stage = Sample.account()
        stage.press(.tab, .tab)
        try Golden.expect(stage.state, "account-keys")
        stage.press("n")
        stage.type("nightly seeding")
        stage.press(.tab, .tab, .down, .character(" "))
        try Golden.expect(stage.state, "account-key-form")
        stage.send(
            .accountAnswered(
                .keyCreated(
                    .success(
                        APIKeyBody(
                            id: APIKeyID(4), name: "nightly seeding", permissions: [.catalogRead],
                            createdAt: Sample.now.timestamp, expiresAt: nil, lastUsedAt: nil,
                            key: "enx_q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA")))))
        try Golden.expect(stage.state, "account-key-once")
    }

    @Test("the second factor, step by step, in both languages")
    func secondFactor() throws {
        for (language, suffix) in [(Language.english, ""), (.portuguese, "-portuguese")] {
            var stage = Sample.account(language: language)
            stage.press("f")
            try Golden.expect(stage.state, "account-factor-password\(suffix)")
            stage.type("segredo")
            stage.press(.enter)
            let secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
            stage.send(
                .accountAnswered(
                    .secondFactorBegun(
                        .success(
                            SecondFactorSecret(
                                secret: secret,
                                otpauthUri: "otpauth://totp/Enxame:maria?secret=\(secret)"
                                    + "&issuer=Enxame&algorithm=SHA1&digits=6&period=30")))))
            try Golden.expect(stage.state, "account-factor-secret\(suffix)")
            stage.press(.enter)
            try Golden.expect(stage.state, "account-factor-code\(suffix)")
            stage.type("287082")
            stage.press(.enter)
            let codes = (0..<10).map { "k3vt-9mqa-x2fd-7hn\($0)" }
            stage.send(
                .accountAnswered(
                    .secondFactorConfirmed(.success(RecoveryCodes(recoveryCodes: codes)))))
            try Golden.expect(stage.state, "account-factor-recovery\(suffix)")
        }
    }
}

import API
import Domain
import Server
import Service
import Testing

@Suite struct TimedCodeTests {
    /// RFC 6238, appendix B, the last six digits of its eight.
    @Test(
        "the codes of the RFC come out",
        arguments: [
            (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"),
            (1_234_567_890, "005924"), (2_000_000_000, "279037"), (20_000_000_000, "353130"),
        ] as [(Int64, String)])
    func vectors(seconds: Int64, code: String) {
        let key = Array("12345678901234567890".utf8)
        let step = TimedCode.step(at: Timestamp(seconds: seconds))
        #expect(
            TimedCode.code(step: step) { RandomSecrets().hmacSHA1($0, key: key) } == code)
    }
}

@Suite(.everyEngine) struct SecondFactorTests {
    /// What an authenticator shows, so many steps from now.
    private func code(_ site: TestSite, _ secret: String, _ steps: Int64 = 0) throws -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var (bytes, held, bits): ([UInt8], Int, Int) = ([], 0, 0)
        for letter in secret {
            held = (held << 5 | (try #require(letters.firstIndex(of: letter)))) & 0xFFFF
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(held >> bits & 255))
            }
        }
        let key = bytes
        let step = TimedCode.step(at: site.clock.now) + steps
        return TimedCode.code(step: step) { RandomSecrets().hmacSHA1($0, key: key) }
    }

    private func turnedOn(_ site: TestSite, _ member: Member) async throws
        -> (secret: String, recovery: [String])
    {
        let begun = try await site.call(
            Endpoints.beginSecondFactor, body: SecondFactorRequest(password: member.password),
            as: member)
        let codes = try await site.call(
            Endpoints.confirmSecondFactor,
            body: SecondFactorCode(code: try code(site, begun.secret)), as: member)
        return (begun.secret, codes.recoveryCodes)
    }

    private func refusal(_ site: TestSite, _ member: Member, _ code: String?) async throws -> String
    {
        try await site.refusal(
            Endpoints.signIn,
            body: SignInRequest(username: member.name, password: member.password, code: code)
        ).code
    }

    private func signIn(_ site: TestSite, _ member: Member, _ code: String) async throws {
        try await site.call(
            Endpoints.signIn,
            body: SignInRequest(username: member.name, password: member.password, code: code))
    }

    @Test("once confirmed, a sign-in asks for a code after the right password, and each works once")
    func onAndUsed() async throws {
        try await TestSite.with { site in
            let ana = try await site.member("ana")
            let wrong = SecondFactorRequest(password: "wrong")
            #expect(
                try await site.refusal(Endpoints.beginSecondFactor, body: wrong, as: ana).code
                    == "wrong_credentials")
            let begun = try await site.call(
                Endpoints.beginSecondFactor, body: SecondFactorRequest(password: ana.password),
                as: ana)
            #expect(begun.otpauthUri.hasPrefix("otpauth://totp/Enxame:ana?secret=\(begun.secret)&"))
            // Begun is not on.
            #expect(try await !site.call(Endpoints.me, as: ana).secondFactor)
            _ = try await site.signIn("ana", ana.password)
            #expect(
                try await site.refusal(
                    Endpoints.confirmSecondFactor, body: SecondFactorCode(code: "000"), as: ana
                ).code == "wrong_code")
            let recovery = try await site.call(
                Endpoints.confirmSecondFactor,
                body: SecondFactorCode(code: try code(site, begun.secret)), as: ana
            ).recoveryCodes
            #expect(Set(recovery).count == 10)
            #expect(try await site.call(Endpoints.me, as: ana).secondFactor)
            #expect(
                try await site.refusal(
                    Endpoints.beginSecondFactor,
                    body: SecondFactorRequest(password: ana.password), as: ana
                ).code == "second_factor_on")

            #expect(try await refusal(site, ana, nil) == "second_factor_needed")
            let bad = SignInRequest(username: "ana", password: "wrong", code: nil)
            #expect(
                try await site.refusal(Endpoints.signIn, body: bad).code == "wrong_credentials")
            // The code that confirmed it is used; the next step is within the clocks' difference.
            #expect(try await refusal(site, ana, try code(site, begun.secret)) == "wrong_code")
            let next = try code(site, begun.secret, 1)
            try await signIn(site, ana, next)
            #expect(try await refusal(site, ana, next) == "wrong_code")
            #expect(try await refusal(site, ana, try code(site, begun.secret, 2)) == "wrong_code")
            site.clock.advance(by: 60)
            try await signIn(site, ana, try code(site, begun.secret))
        }
    }

    @Test("a recovery code signs in once, and of two at the same moment one")
    func recovery() async throws {
        try await TestSite.with { site in
            let ana = try await site.member("ana")
            let (_, codes) = try await turnedOn(site, ana)
            try await signIn(site, ana, codes[0].uppercased())
            #expect(try await refusal(site, ana, codes[0]) == "wrong_code")
            let body = SignInRequest(username: "ana", password: ana.password, code: codes[1])
            async let first = site.send(Endpoints.signIn, [], body: body).status
            async let second = site.send(Endpoints.signIn, [], body: body).status
            #expect([try await first, try await second].sorted() == [200, 401])
        }
    }

    @Test("guessing codes is slowed down, and a wrong password is not told about it")
    func guessing() async throws {
        try await TestSite.with { site in
            let ana = try await site.member("ana")
            let (secret, _) = try await turnedOn(site, ana)
            for _ in 0..<5 { #expect(try await refusal(site, ana, "12345x") == "wrong_code") }
            let right = try code(site, secret, 1)
            #expect(try await refusal(site, ana, right) == "too_many_attempts")
            site.clock.advance(by: 30)
            try await signIn(site, ana, right)
        }
    }

    @Test("its owner turns it off with password and code, and nothing is left of it")
    func off() async throws {
        try await TestSite.with { site in
            let ana = try await site.member("ana")
            let (_, codes) = try await turnedOn(site, ana)
            let remove = { (password: String, code: String) in
                try await site.send(
                    Endpoints.removeSecondFactor, [],
                    body: SecondFactorRemoval(password: password, code: code), as: ana
                ).status
            }
            #expect(try await remove("wrong", codes[0]) == 401)
            #expect(try await remove(ana.password, "000000x") == 401)
            #expect(try await remove(ana.password, codes[0]) == 204)
            #expect(try await remove(ana.password, codes[1]) == 404)
            _ = try await site.signIn("ana", ana.password)
            _ = try await turnedOn(site, ana)
            #expect(try await refusal(site, ana, codes[1]) == "wrong_code")
        }
    }

    @Test("staff takes it off those below, with a reason, and it stands in the audit log")
    func staff() async throws {
        try await TestSite.with { site in
            let (ana, ada) = (
                try await site.member("ana"), try await site.member("ada", role: BuiltInRoles.admin)
            )
            _ = try await turnedOn(site, ana)
            let remove = { (id: UserID, reason: String, by: Member) in
                try await site.refusal(
                    Endpoints.removeMembersSecondFactor, id.rawValue,
                    body: ReasonBody(reason: reason), as: by
                ).code
            }
            #expect(try await remove(ana.id, "x", ana) == "permission_missing")
            #expect(try await remove(ana.id, " ", ada) == "invalid_reason")
            #expect(try await remove(site.admin.id, "x", ada) == "not_below_you")
            #expect(try await remove(ada.id, "x", ada) == "own_account")
            try await site.call(
                Endpoints.removeMembersSecondFactor, ana.id.rawValue,
                body: ReasonBody(reason: "lost the phone"), as: ada)
            #expect(try await remove(ana.id, "again", ada) == "not_found")
            _ = try await site.signIn("ana", ana.password)
            let act = try #require(try await site.call(Endpoints.audit, as: ada).items.first)
            #expect(act.act == "user.second_factor_removed" && act.reason == "lost the phone")
        }
    }
}

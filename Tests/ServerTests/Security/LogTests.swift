import API
import Domain
import Foundation
import Server
import Service
import Store
import Testing

/// What stands in the log at its most talkative: never what opens a door.
@Suite(.everyEngine) struct LogTests {
    @Test("no password, token or passkey is logged, whatever happens")
    func secrets() async throws {
        let log = LogCapture()
        let folder = try TemporaryFolder()
        let engine = try await TestDatabase.open(folder)
        let home = try await TestHome(folder: folder, engine: engine, logger: log.logger)
        try await LiveSite.with(home) { live in
            let site = live.site
            let ana = try await site.member("ana", role: BuiltInRoles.gerente)
            let (wrong, new) = ("a-wrong-password-41", "a-new-password-42")
            var secrets = [
                TestHome.adminPassword, ana.password, wrong, new, ana.access, ana.refresh,
                ana.passkey.rawValue, site.admin.access, site.admin.refresh,
                site.admin.passkey.rawValue,
            ]
            // As it should go.
            let entry = try await site.publish(1, by: ana)
            let hash = entry.summary.infoHash
            try await live.announce(ana, hash)
            _ = try await live.tracker.scrape(ana.passkey, [hash])
            _ = try await site.send(Endpoints.torrentFile, [entry.summary.id.rawValue], as: ana)
            let me = try await site.call(Endpoints.resetPasskey, as: ana)
            secrets.append(try #require(me.announceURL.split(separator: "=").last.map(String.init)))
            let tokens = try await site.call(
                Endpoints.refresh, body: RefreshRequest(refreshToken: ana.refresh))
            secrets += [tokens.accessToken, tokens.refreshToken]

            // As it should not.
            for target in [
                "/announce?passkey=\(ana.passkey.rawValue)", "/\(ana.passkey.rawValue)/announce",
                "/announce/\(ana.passkey.rawValue)?info_hash=x", "/\(ana.passkey.rawValue)",
            ] { _ = try await live.tracker.ask(target) }
            _ = try await site.refusal(
                Endpoints.signIn, body: SignInRequest(username: "ana", password: wrong))
            _ = try await site.refusal(
                Endpoints.changePassword, body: PasswordChange(current: wrong, new: new),
                as: site.admin)
            _ = try await site.refusal(
                Endpoints.refresh, body: RefreshRequest(refreshToken: ana.refresh))
            let wire = try Wire(port: live.apiPort)
            try await wire.send(
                "GET /api/v1/me?token=\(site.admin.access) HTTP/1.1\r\nHost: t\r\n"
                    + "Authorization: Bearer \(site.admin.access)\r\nConnection: close\r\n\r\n")
            #expect(await wire.read { _ in false }.starts(with: Array("HTTP/1.1 200".utf8)))
            let broken = try Wire(port: live.apiPort)
            try await broken.send(
                "GET /\(site.admin.access) HTTP/1.1\r\nAuthorization \(site.admin.access)\r\n\r\n")
            #expect(await broken.read { _ in false }.starts(with: Array("HTTP/1.1 400".utf8)))

            // And when the server itself is at a loss.
            try await engine.write { db in
                try db.define("alter table ledger_session rename to gone_session")
                try db.define("alter table catalog_page rename to gone_page")
            }
            let failed = try await site.send(
                Endpoints.catalogEntry, [entry.summary.id.rawValue], as: site.admin)
            #expect(failed.status >= 500)
            let path = "/api/v1/catalog/1?passkey=\(site.admin.passkey.rawValue)"
            #expect(try await site.raw(.get, path, token: site.admin.access).status >= 500)
            #expect(try await live.announce(site.admin, hash).failure != nil)

            let text = log.text
            #expect(text.contains("request failed") && text.contains("announce failed"))
            for secret in secrets {
                #expect(!text.contains(secret), "\(secret) was logged")
            }
        }
    }

    @Test("nor the secret of an authenticator, a code, or a key, and the audit log has none either")
    func credentials() async throws {
        let log = LogCapture()
        let folder = try TemporaryFolder()
        let engine = try await TestDatabase.open(folder)
        let home = try await TestHome(folder: folder, engine: engine, logger: log.logger)
        try await TestSite.with(home) { site in
            let ana = try await site.member("ana", role: BuiltInRoles.gerente)
            var secrets = [ana.password, ana.access, ana.refresh, ana.passkey.rawValue]

            let begun = try await site.call(
                Endpoints.beginSecondFactor, body: SecondFactorRequest(password: ana.password),
                as: ana)
            let factor = try #require(try await home.store.secondFactor(of: ana.id))
            secrets += [begun.secret, begun.otpauthUri, Hex.encode(factor.secret)]
            _ = try await site.refusal(
                Endpoints.confirmSecondFactor, body: SecondFactorCode(code: "918273"), as: ana)
            let recovery = try await site.call(
                Endpoints.confirmSecondFactor,
                body: SecondFactorCode(code: Self.code(factor.secret, at: site.clock.now)), as: ana
            ).recoveryCodes
            secrets += ["918273"] + recovery
            for code in [recovery[0], recovery[0], "192837"] {
                _ = try await site.send(
                    Endpoints.signIn, [],
                    body: SignInRequest(username: "ana", password: ana.password, code: code))
            }
            secrets.append("192837")

            let made = try await site.call(
                Endpoints.createAPIKey,
                body: NewAPIKey(name: "script", permissions: [.catalogRead], expiresAt: nil),
                as: ana)
            var script = ana
            script.access = try #require(made.key)
            secrets.append(script.access)
            try await site.call(Endpoints.catalog, as: script)
            _ = try await site.refusal(Endpoints.changePassword, body: .example, as: script)
            try await site.call(
                Endpoints.changeSettings, body: SettingsPatch(registration: .invite),
                as: site.admin)
            let invitation = try await site.call(
                Endpoints.invite, body: NewInvitation(expiresInDays: 1, note: "n"), as: site.admin)
            secrets.append(try #require(invitation.code))
            _ = try await site.send(
                Endpoints.register, [],
                body: Registration(
                    username: "bia", password: "nove abelhas e um favo",
                    inviteCode: invitation.code))
            secrets.append("nove abelhas e um favo")

            // Staff's acts on all of it, which are written down.
            try await site.call(
                Endpoints.removeMembersSecondFactor, ana.id.rawValue, body: ReasonBody(reason: "r"),
                as: site.admin)
            try await SuddenAct.ban.perform(on: ana, site)
            _ = try await site.refusal(Endpoints.me, as: script)
            try await SuddenAct.deletion.perform(on: ana, site)
            let audit = try await site.send(
                Endpoints.audit, [], query: AuditQuery(page: PageQuery(limit: 200)), as: site.admin)
            #expect(audit.text.contains("user.second_factor_removed"))

            // And when the server itself is at a loss.
            try await engine.write { db in
                try db.define("alter table api_key rename to gone_key")
                try db.define("alter table second_factor rename to gone_factor")
            }
            #expect(try await site.send(Endpoints.me, [], as: script).status >= 500)
            #expect(
                try await site.send(
                    Endpoints.signIn, [],
                    body: SignInRequest(username: "admin", password: TestHome.adminPassword)
                ).status >= 500)
            #expect(log.text.contains("request failed"))
            for secret in secrets {
                #expect(!log.text.contains(secret), "\(secret) was logged")
                #expect(!audit.text.contains(secret), "\(secret) is in the audit log")
            }
        }
    }

    private static func code(_ secret: [UInt8], at now: Timestamp) -> String {
        TimedCode.code(step: TimedCode.step(at: now)) {
            RandomSecrets().hmacSHA1($0, key: secret)
        }
    }
}

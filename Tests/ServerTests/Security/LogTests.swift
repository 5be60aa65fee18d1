import API
import Domain
import Foundation
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
}

import API
import Domain
import Foundation
import Store
import TestMariaDB
import Testing

/// A database that goes away under a running server, and comes back.
@Suite struct OutageTests {
    private func withServer(
        _ test: @escaping @Sendable (MariaDBServer, LiveSite) async throws -> Void
    ) async throws {
        let server = try await MariaDBServer.start()
        try await server.makeDatabaseAside("site")
        // An ordinary user: an administrator may write where nobody else may.
        try server.execute(
            "create user 'plain'@'%' identified by 'plain'; grant all on site.* to 'plain'@'%'")
        guard case .mysql(var address) = try DatabaseURL(server.url("site", settings: "pool=2"))
        else { return }
        (address.user, address.password) = ("plain", "plain")
        var limits = MySQLLimits()
        limits.connect = 1
        limits.answer = 2
        let home = try await TestHome(engine: try await MySQLEngine.open(address, limits: limits))
        try await LiveSite.with(home) { try await test(server, $0) }
    }

    @Test("while it is away the API says 503 and when to come back, the tracker when to try again")
    func away() async throws {
        try await withServer { server, live in
            let site = live.site
            let ana = try await site.member("ana", role: BuiltInRoles.gerente)
            let entry = try await site.publish(1, by: ana)
            let hash = entry.summary.infoHash
            try await live.announce(ana, hash, up: 0)
            try await live.announce(ana, hash, up: 500, event: "stopped")

            try await server.kill()
            for (method, path) in [(Method.get, "/api/v1/me"), (.get, "/api/v1/catalog")] {
                let reply = try await site.raw(method, path, token: ana.access)
                #expect(reply.status == 503, "\(path): \(reply.text)")
                #expect(reply.header("Retry-After").flatMap { Int($0) } != nil)
                #expect(try TestSite.problem(reply).code == "database_away")
            }
            #expect(try await site.raw(.get, "/healthz").status == 200)
            #expect(try await site.raw(.get, "/readyz").status == 503)
            // What memory answers before anybody notices is what the next announce brings again.
            let deadline = ContinuousClock.now + .seconds(60)
            var refused = try await live.announce(ana, hash, up: 600)
            while refused.failure == nil {
                try #require(ContinuousClock.now < deadline, "nobody notices")
                refused = try await live.announce(ana, hash, up: 600, event: nil)
            }
            #expect(refused.failure?.contains("nothing is lost") == true)
            #expect(refused.saysWhenToRetry)
            #expect(refused.interval != nil)

            try await server.resumeService()
            while try await site.raw(.get, "/api/v1/me", token: ana.access).status == 503 {
                try #require(ContinuousClock.now < deadline, "it is not used again")
                await Task.yield()
            }
            // What was answered is there, and the next announce brings the rest.
            let stats = try await site.call(Endpoints.stats, ana.id.rawValue, as: ana)
            #expect((500...600).contains(stats.bytesUp.bytes))
            while try await live.announce(ana, hash, up: 700, event: "stopped").failure != nil {
                try #require(ContinuousClock.now < deadline, "the tracker does not write again")
                await Task.yield()
            }
            let after = try await site.call(Endpoints.stats, ana.id.rawValue, as: ana)
            #expect(after.bytesUp.bytes == 700)
        }
    }

    @Test("a database that lost its right to write says so, and writes again when it may")
    func readOnly() async throws {
        try await withServer { server, live in
            let site = live.site
            let ana = try await site.member("ana", role: BuiltInRoles.gerente)
            try server.execute("set global read_only = on")
            let request = PublishRequest(
                title: "x", description: "", tags: [], minRoleWeight: .guest,
                torrent: TestTorrent(1).base64)
            let refused = try await site.refusal(Endpoints.publish, body: request, as: ana)
            #expect(refused.status == 503)
            try server.execute("set global read_only = off")
            let deadline = ContinuousClock.now + .seconds(60)
            while try await site.send(Endpoints.publish, [], body: request, as: ana).status != 201 {
                try #require(ContinuousClock.now < deadline, "it is not written to again")
            }
        }
    }
}

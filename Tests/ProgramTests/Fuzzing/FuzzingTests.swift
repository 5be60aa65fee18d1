import API
import APIClient
import Domain
import Foundation
import Testing

/// The API as it is documented at `/openapi.json`, held against the server that serves it.
@Suite(.inTurn) struct FuzzingTests {
    /// An answer that never ends.
    private static let streams = "/events$"
    /// What changes the rules of the run: who is signed in, and how fast one may ask.
    private static let rules = "/auth/logout$|/settings$|/sessions|/me/password$"

    @Test("as a member it finds no fault of the server and no answer that is not documented")
    func member() async throws {
        try await Self.fuzz { server in
            _ = try await server.join("bia", as: BuiltInRoles.member)
            return RunningServer.request("bia")
        }
    }

    @Test("as SuperAdmin it finds no fault of the server and no answer that is not documented")
    func superAdmin() async throws { try await Self.fuzz { _ in RunningServer.founder } }

    private static func fuzz(
        as person: (RunningServer) async throws -> SignInRequest
    ) async throws {
        try await RunningServer.run { server in
            try await fill(server)
            let token = try await server.admin().call(
                Endpoints.signIn, body: try await person(server)
            ).accessToken
            try await Schemathesis.run(
                token, ["--exclude-path-regex", streams + "|" + rules], cases: 30, against: server)
            try await Schemathesis.run(
                token, ["--include-path-regex", rules], cases: 10, against: server)
        }
    }

    /// Something to find, something to decide about, and nothing in the way of many requests.
    private static func fill(_ server: RunningServer) async throws {
        let admin = try await server.admin()
        _ = try await admin.call(
            Endpoints.changeSettings,
            body: SettingsPatch(
                registration: .open,
                requestsPerSecond: CommunitySettings.requestRates.upperBound,
                requestBurst: CommunitySettings.requestBursts.upperBound))
        let ana = try await server.join("ana", as: BuiltInRoles.member)
        for (number, client) in [admin, ana, admin, ana].enumerated() {
            _ = try await client.call(Endpoints.publish, body: upload(number))
        }
        let maria = try await server.join("maria", as: BuiltInRoles.supervisor).call(Endpoints.me)
            .id
        _ = try await admin.call(
            Endpoints.banUser, ids: [maria.rawValue], body: BanBody(reason: "A reason"))
    }

    private static func upload(_ number: Int) -> PublishRequest {
        let pieces = String(repeating: "a", count: 20)
        let torrent =
            "d4:infod6:lengthi1000\(number)e4:name5:a.pdf12:piece lengthi16384e6:pieces20:\(pieces)ee"
        return PublishRequest(
            title: "Relatório \(number)", description: "Tudo sobre a colmeia.", tags: ["mel"],
            minRoleWeight: .guest, torrent: Data(torrent.utf8).base64EncodedString())
    }
}

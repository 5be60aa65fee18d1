import API
import APIClient
import Domain
import Foundation
import Store
import Testing

/// `enxamed ledger verify` and `explain`, as an operator runs them beside the server.
@Suite(.inTurn) struct LedgerCommandTests {
    private struct Stage {
        let server: RunningServer
        let bia: APIClient
        let entry: CatalogSummary
        /// `host:port`.
        let tracker: String
        let passkey: String

        func announce(
            _ peer: String, up: Int64, down: Int64, _ event: String? = nil, left: Int64 = 5
        ) async throws {
            let call = TrackerCall(
                passkey: passkey, infoHash: entry.infoHash, peerID: Array(peer.utf8), up: up,
                down: down, left: left, event: event)
            #expect(await call.send(to: tracker) == .granted)
        }
    }

    private static let first = "-qB4520-abcdefghijkl"
    private static let second = "-TR4040-mnopqrstuvwx"

    /// A member with two sessions and an adjustment.
    private func withLedger(_ test: (Stage) async throws -> Void) async throws {
        try await RunningServer.run { server in
            let admin = try await server.admin()
            let entry = try await admin.publish("Aula de história")
            let bia = try await server.join("bia", as: BuiltInRoles.member)
            let me = try await bia.call(Endpoints.me)
            let url = try #require(URLComponents(string: me.announceURL))
            let stage = Stage(
                server: server, bia: bia, entry: entry,
                tracker: "127.0.0.1:\(try #require(url.port))",
                passkey: try #require(url.queryItems?.first { $0.name == "passkey" }?.value))
            try await stage.announce(Self.first, up: 0, down: 0, "started")
            try await stage.announce(Self.first, up: 5000, down: 1536)
            try await stage.announce(Self.first, up: 5000, down: 2560, "completed", left: 0)
            try await stage.announce(Self.first, up: 6000, down: 2560, "stopped", left: 0)
            try await stage.announce(Self.second, up: 700, down: 0, "started", left: 0)
            try await stage.announce(Self.second, up: 900, down: 0, left: 0)
            _ = try await admin.call(
                Endpoints.adjustRatio, ids: [me.id.rawValue],
                body: RatioAdjustment(bytesUp: 300, bytesDown: -60, reason: "lost disk"))
            // An announce that is no goodbye is answered before it is on disk.
            try await eventually("everything that was announced is in the rows") {
                try await bia.call(Endpoints.me).stats.bytesUp.bytes == 6500
            }
            try await test(stage)
        }
    }

    private func ledger(_ server: RunningServer, _ words: String...) async throws -> Ended {
        try await RunningProgram.start(
            "enxamed", ["ledger"] + words + ["--data-dir", server.folder.path + "/data"],
            environment: Binaries.environment(home: server.folder.path), in: server.folder.path
        ).end()
    }

    /// Changes the database behind the server's back.
    private func falsify(_ server: RunningServer, _ sql: String) async throws {
        let engine = try SQLiteEngine(path: server.folder.path + "/data/enxame.sqlite")
        _ = try await engine.write { try $0.run(sql, []) }
        try await engine.close()
    }

    @Test("explain tells session by session where a ratio comes from, and what is not counted")
    func explained() async throws {
        try await withLedger { stage in
            let ended = try await ledger(stage.server, "explain", "bia")
            #expect(ended.code == 0, "\(ended.error)")
            let lines = ended.output.split(separator: "\n").map(String.init)
            for words in [
                "gave 6,500 bytes (6.3 KiB) and took 2,500 bytes (2.4 KiB): a ratio of 2.60.",
                "That is what 2 sessions of 1 torrent and 1 adjustment come to.",
                "“Aula de história”: 6,200 bytes (6.0 KiB) up, 2,560 bytes (2.5 KiB) down",
                "finished the download and said goodbye",
                "  -qB4520-6162636465666768696a6b6c came ",
                "  -TR4040-6d6e6f707172737475767778 came ",
                "Not counted of that: 700 bytes up, 0 bytes down",
                "by admin: +300 bytes up, −60 bytes down; “lost disk”",
                "Announces that a later one overtook",
            ] {
                #expect(lines.contains { $0.contains(words) }, "\(words)\n\(ended.output)")
            }
            // A member who was deleted is found by number still.
            let id = try await stage.bia.call(Endpoints.me).id
            #expect(try await ledger(stage.server, "explain", "\(id)").output == ended.output)
            let nobody = try await ledger(stage.server, "explain", "zé")
            #expect(nobody.code == 67)
            #expect(nobody.output.isEmpty)
            #expect(nobody.complaints == ["enxamed: nobody is called zé here"])
        }
    }

    @Test("verify proves every total, and names the row that was changed by hand")
    func verified() async throws {
        try await withLedger { stage in
            let sound = try await ledger(stage.server, "verify")
            #expect(sound.code == 0)
            #expect(
                sound.output == "Every total is the sum of its sessions and adjustments.\n")

            let id = try await stage.bia.call(Endpoints.me).id
            try await falsify(
                stage.server, "update account set bytes_up = 6501 where username = 'bia'")
            let total = try await ledger(stage.server, "verify")
            #expect(total.code == 1)
            #expect(
                total.output.split(separator: "\n") == [
                    "user \(id) (bia): bytes_up is 6501, but sessions and adjustments come to 6500",
                    "  its history comes to the same: account \(id) was changed",
                ])
            let explained = try await ledger(stage.server, "explain", "bia")
            #expect(explained.output.contains("But its rows come to 6500 bytes up and 2500 bytes"))

            try await falsify(
                stage.server, "update account set bytes_up = 6500 where username = 'bia'")
            try await falsify(
                stage.server,
                "update ledger_session set credited_down = 1 where credited_down = 2560")
            let session = try await ledger(stage.server, "verify")
            #expect(session.code == 1)
            let lines = session.output.split(separator: "\n")
            try #require(lines.count == 2)
            #expect(
                lines[0]
                    == "user \(id) (bia): bytes_down is 2500, but sessions and adjustments come to "
                    + "-59")
            #expect(lines[1].contains("a session or adjustment of user \(id) was changed"))
        }
    }
}

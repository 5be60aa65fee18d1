import API
import Domain
import Service
import Store
import Testing
import Tracker

extension VisibilityPath {
    /// Sara seeds and leeches nothing but what Mia may not see.
    static let members = [
        VisibilityPath("GET /users") { scene in
            let page = try await scene.site.call(Endpoints.users, as: scene.mia)
            let sara = try #require(page.items.first { $0.username == "sara" })
            #expect(sara.stats.seeding + sara.stats.leeching == 0)
        },
        VisibilityPath("GET /users/{id}") { scene in
            let id = scene.sara.id.rawValue
            let sara = try await scene.site.call(Endpoints.user, id, as: scene.mia)
            #expect(sara.stats.seeding + sara.stats.leeching == 0)
            let seen = try await scene.site.call(Endpoints.user, id, as: scene.site.admin)
            #expect(seen.stats.leeching == 1)
        },
        VisibilityPath("GET /users/{id}/stats") { scene in
            let id = scene.sara.id.rawValue
            let seen = try await scene.site.call(Endpoints.stats, id, as: scene.mia)
            #expect(seen.seeding + seen.leeching == 0)
            let own = try await scene.site.call(Endpoints.stats, id, as: scene.sara)
            #expect(own.leeching == 1)
        },
        VisibilityPath("GET /users/{id}/torrents") { scene in
            let id = scene.sara.id.rawValue
            let reply = try await scene.site.send(Endpoints.shares, [id], as: scene.mia)
            scene.expectSilence(reply)
            let seen = try WireCoding.decode(Page<TorrentShare>.self, from: reply.data)
            // One line for all, so that nobody counts what they may not see.
            #expect(seen.items.map(\.catalogId) == [nil])
            #expect(seen.items.map(\.isActive) == [false])
            #expect(seen.items.map(\.bytesUp.bytes) == [77])
            #expect(seen.total == 1)
            let own = try await scene.site.call(Endpoints.shares, id, as: scene.sara)
            #expect(own.items.map(\.title) == [scene.above.summary.title, nil])
        },
        // These answer with the member they changed, who stands below the caller.
        VisibilityPath("PATCH /users/{id}") { scene in
            try await expectNoActivity(scene) { rita in
                try await scene.site.call(
                    Endpoints.changeUser, rita.id.rawValue,
                    body: UserPatch(roleId: BuiltInRoles.guest), as: scene.mia
                ).stats
            }
        },
        VisibilityPath("POST /users/{id}/ban") { scene in
            try await expectNoActivity(scene) { rita in
                try await scene.site.call(
                    Endpoints.banUser, rita.id.rawValue, body: BanBody(reason: "x"), as: scene.mia
                ).stats
            }
        },
        VisibilityPath("DELETE /users/{id}/ban") { scene in
            try await expectNoActivity(scene) { rita in
                try await scene.site.call(Endpoints.unbanUser, rita.id.rawValue, as: scene.mia)
                    .stats
            }
        },
        VisibilityPath("POST /users/{id}/ratio-adjustments") { scene in
            try await expectNoActivity(scene) { rita in
                try await scene.site.call(
                    Endpoints.adjustRatio, rita.id.rawValue,
                    body: RatioAdjustment(bytesUp: 1, bytesDown: 0, reason: "x"), as: scene.mia)
            }
        },
        VisibilityPath("GET /leaderboard") { scene in
            let reply = try await scene.site.send(Endpoints.leaderboard, [], as: scene.mia)
            scene.expectSilence(reply)
            let board = try WireCoding.decode(Page<LeaderBody>.self, from: reply.data)
            #expect(board.items.map(\.username) == ["sara"])
        },
        VisibilityPath("GET /evidence") { scene in
            try await accuse(scene)
            let reply = try await scene.site.send(Endpoints.evidence, [], as: scene.mia)
            scene.expectSilence(reply)
            let page = try WireCoding.decode(Page<EvidenceBody>.self, from: reply.data)
            #expect(page.items.count == scene.hidden.count)
            #expect(page.items.allSatisfy { $0.title == nil })
            let all = try await scene.site.call(Endpoints.evidence, as: scene.site.admin)
            #expect(all.items.contains { $0.title == scene.above.summary.title })
        },
        VisibilityPath("GET /evidence/{id}") { scene in
            for id in try await accuse(scene) {
                scene.expectSilence(
                    try await scene.site.send(Endpoints.evidenceCase, [id], as: scene.mia))
            }
        },
        VisibilityPath("POST /evidence/{id}/review") { scene in
            for id in try await accuse(scene) {
                scene.expectSilence(
                    try await scene.site.send(
                        Endpoints.reviewEvidence, [id], body: .example, as: scene.mia))
            }
            let log = try await scene.site.call(
                Endpoints.audit, query: AuditQuery(act: "evidence"), as: scene.mia)
            #expect(log.items.count == scene.hidden.count)
        },
        VisibilityPath("POST /receipts") { scene in
            let signer = try await ReceiptSigner(scene.site, as: scene.mia)
            let send = { (hash: InfoHash) in
                try await scene.site.send(
                    Endpoints.sendReceipts, [],
                    body: try signer.receipts(1, [ReceiptSigner.torrent(hash, from: [])]),
                    as: scene.mia)
            }
            let absent = try await send(try #require(InfoHash([UInt8](repeating: 9, count: 20))))
            #expect(absent.status == 409)
            for (entry, _) in scene.hidden {
                let reply = try await send(entry.summary.infoHash)
                #expect(reply.status == absent.status && reply.text == absent.text)
            }
        },
        VisibilityPath("POST /transfers/events") { scene in
            let report = { (hash: InfoHash) in
                let body = TransferReports(events: [
                    TransferReport(type: .torrentFinished, infoHash: hash)
                ])
                return try await scene.site.send(
                    Endpoints.reportTransfers, [], body: body, as: scene.mia)
            }
            let absent = try await report(
                try #require(InfoHash([UInt8](repeating: 9, count: 20))))
            for (entry, _) in scene.hidden {
                let reply = try await report(entry.summary.infoHash)
                #expect(reply.status == absent.status && reply.text == absent.text)
            }
        },
    ]

    /// Something against a common member in each hidden torrent; answers the cases.
    @discardableResult
    private static func accuse(_ scene: HidingScene) async throws -> [Int64] {
        let rita = try await scene.site.member("rita")
        let store = scene.site.home.store
        for (entry, _) in scene.hidden {
            try await store.keep([
                Evidence(
                    rule: .unreceived,
                    suspect: SwarmMember.Identity(
                        user: rita.id, peerID: PeerID(Bytes20(repeating: 7))),
                    counterpart: nil, torrent: entry.summary.id, score: 80, claimed: .zero,
                    explained: .zero, announces: [])
            ])
        }
        let search = EvidenceSearch(isOpen: true, below: nil, except: UserID(0), limit: 50)
        return try await store.evidence(search).map(\.id)
    }

    /// A Supervisor who leeches what is above Mia, and was then demoted below her.
    private static func expectNoActivity(
        _ scene: HidingScene, _ stats: (Member) async throws -> StatsBody
    ) async throws {
        let rita = try await scene.site.member("rita", role: BuiltInRoles.supervisor)
        try await scene.live.announce(rita, scene.above.summary.infoHash, left: 40_000)
        let before = try await scene.site.call(Endpoints.stats, rita.id.rawValue, as: rita)
        #expect(before.leeching == 1)
        let _: UserBody = try await scene.site.call(
            Endpoints.changeUser, rita.id.rawValue,
            body: UserPatch(roleId: BuiltInRoles.member), as: scene.site.admin)
        let after = try await stats(rita)
        #expect(after.seeding + after.leeching == 0)
    }
}

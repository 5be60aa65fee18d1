import API
import Domain
import Service
import Testing

@testable import Server

/// Receipts of clients: which are taken, and which are not.
@Suite(.everyEngine) struct ReceiptTests {
    /// Bia has a session on the torrent, and Ana has none.
    private struct Scene {
        let site: TestSite
        let ana, bia: Member
        let hash: InfoHash
        let peer: PeerID

        func send(_ body: ReceiptsBody, as member: Member) async throws -> HTTPReply {
            try await site.send(Endpoints.sendReceipts, [], body: body, as: member)
        }

        func code(_ body: ReceiptsBody, as member: Member) async throws -> String {
            try TestSite.problem(try await send(body, as: member)).code
        }

        var torrents: [TorrentReceipt] { [ReceiptSigner.torrent(hash, from: [peer])] }

        static func with(_ test: @escaping @Sendable (Scene) async throws -> Void) async throws {
            try await LiveSite.with { live in
                let site = live.site
                let (ana, bia) = (try await site.member("ana"), try await site.member("bia"))
                let hash = try await site.publish(1, by: site.admin).summary.infoHash
                try await live.announce(bia, hash, left: 40_000)
                try await test(
                    Scene(
                        site: site, ana: ana, bia: bia, hash: hash, peer: try LiveSite.peer(ana)))
            }
        }
    }

    @Test("receipts that the key of their account signed are taken, each time anew")
    func accepted() async throws {
        try await Scene.with { scene in
            let signer = try await ReceiptSigner(scene.site, as: scene.bia)
            for number in Int64(1)...3 {
                let body = try signer.receipts(number, scene.torrents)
                #expect(try await scene.send(body, as: scene.bia).status == 204)
            }
            #expect(signer.key.expiresAt > scene.site.clock.now)
            let empty = try signer.receipts(9)
            #expect(try await scene.send(empty, as: scene.bia).status == 204)
        }
    }

    @Test("the same receipts again are taken once, and nobody is told otherwise")
    func again() async throws {
        try await Scene.with { scene in
            let signer = try await ReceiptSigner(scene.site, as: scene.bia)
            let body = try signer.receipts(5, scene.torrents)
            for _ in 0..<3 { #expect(try await scene.send(body, as: scene.bia).status == 204) }
        }
    }

    @Test("what is signed otherwise is refused, whichever part was changed")
    func forged() async throws {
        try await Scene.with { scene in
            let signer = try await ReceiptSigner(scene.site, as: scene.bia)
            let right = try signer.receipts(1, scene.torrents)
            let more = [ReceiptSigner.torrent(scene.hash, from: [scene.peer], bytes: 1 << 40)]
            let forgeries = [
                ReceiptsBody(
                    keyId: right.keyId, number: 2, age: 0, torrents: right.torrents,
                    signature: right.signature),
                ReceiptsBody(
                    keyId: right.keyId, number: 1, age: 1, torrents: right.torrents,
                    signature: right.signature),
                ReceiptsBody(
                    keyId: right.keyId, number: 1, age: 0, torrents: more,
                    signature: right.signature),
                ReceiptsBody(
                    keyId: right.keyId, number: 1, age: 0, torrents: right.torrents,
                    signature: String(repeating: "0", count: 64)),
                ReceiptsBody(
                    keyId: right.keyId, number: 1, age: 0, torrents: right.torrents,
                    signature: "zz"),
                try ReceiptSigner(
                    ReceiptKeyBody(
                        id: right.keyId, secret: String(repeating: "00", count: 32),
                        expiresAt: signer.key.expiresAt)
                ).receipts(1, scene.torrents),
            ]
            for body in forgeries {
                #expect(try await scene.code(body, as: scene.bia) == "invalid_signature")
            }
            #expect(try await scene.send(right, as: scene.bia).status == 204)
        }
    }

    @Test("older receipts are refused, and so is another body under a number that was taken")
    func replayed() async throws {
        try await Scene.with { scene in
            let signer = try await ReceiptSigner(scene.site, as: scene.bia)
            let (first, second) = (
                try signer.receipts(1, scene.torrents), try signer.receipts(2, scene.torrents)
            )
            #expect(try await scene.send(first, as: scene.bia).status == 204)
            #expect(try await scene.send(second, as: scene.bia).status == 204)
            #expect(try await scene.code(first, as: scene.bia) == "replayed_receipts")
            let other = try signer.receipts(2, age: 1, scene.torrents)
            #expect(try await scene.code(other, as: scene.bia) == "replayed_receipts")
        }
    }

    @Test("receipts of another time are refused, and those of a key that is over")
    func stale() async throws {
        try await Scene.with { scene in
            let signer = try await ReceiptSigner(scene.site, as: scene.bia)
            scene.site.clock.advance(by: 600)
            let body = try signer.receipts(1, age: 10, scene.torrents)
            #expect(try await scene.code(body, as: scene.bia) == "stale_receipts")
            let future = try signer.receipts(1, age: 1000, scene.torrents)
            #expect(try await scene.code(future, as: scene.bia) == "stale_receipts")
            let now = try signer.receipts(1, age: 590, scene.torrents)
            #expect(try await scene.send(now, as: scene.bia).status == 204)
            scene.site.clock.advance(by: 86_400)
            let bia = try await scene.site.signIn("bia", scene.bia.password)
            let late = try signer.receipts(2, age: 87_000, scene.torrents)
            #expect(try await scene.code(late, as: bia) == "unknown_key")
        }
    }

    @Test("a key is its account's, and torrents are those that one has a session on")
    func foreign() async throws {
        try await Scene.with { scene in
            let signer = try await ReceiptSigner(scene.site, as: scene.bia)
            let body = try signer.receipts(1, scene.torrents)
            #expect(try await scene.code(body, as: scene.ana) == "unknown_key")
            let own = try await ReceiptSigner(scene.site, as: scene.ana)
            #expect(
                try await scene.code(try own.receipts(1, scene.torrents), as: scene.ana)
                    == "no_session")
            let absent = try #require(InfoHash([UInt8](repeating: 9, count: 20)))
            let some = try own.receipts(1, [ReceiptSigner.torrent(absent, from: [])])
            #expect(try await scene.code(some, as: scene.ana) == "no_session")
        }
    }

    @Test("an account has eight keys at most: the oldest ends")
    func manyKeys() async throws {
        try await Scene.with { scene in
            let first = try await ReceiptSigner(scene.site, as: scene.bia)
            for _ in 0..<7 { _ = try await ReceiptSigner(scene.site, as: scene.bia) }
            let body = try first.receipts(1, scene.torrents)
            #expect(try await scene.send(body, as: scene.bia).status == 204)
            _ = try await ReceiptSigner(scene.site, as: scene.bia)
            let next = try first.receipts(2, scene.torrents)
            #expect(try await scene.code(next, as: scene.bia) == "unknown_key")
        }
    }

    @Test("too much at once, and what is no peer id, is refused")
    func bounds() async throws {
        try await Scene.with { scene in
            let signer = try await ReceiptSigner(scene.site, as: scene.bia)
            let many = [
                ReceiptSigner.torrent(
                    scene.hash,
                    from: [PeerID](repeating: scene.peer, count: ReceiptsBody.mostLines + 1))
            ]
            #expect(
                try await scene.code(try signer.receipts(1, many), as: scene.bia)
                    == "invalid_torrents")
            let odd = [
                TorrentReceipt(
                    infoHash: scene.hash,
                    peers: [
                        PeerReceipt(peerId: "abc", address: "10.0.0.1", port: 1, bytes: .zero)
                    ])
            ]
            #expect(
                try await scene.code(try signer.receipts(1, odd), as: scene.bia)
                    == "invalid_torrents")
            let most = [
                ReceiptSigner.torrent(
                    scene.hash,
                    from: [PeerID](repeating: scene.peer, count: ReceiptsBody.mostLines),
                    bytes: 1 << 50)
            ]
            let body = try signer.receipts(1, most)
            #expect(try await scene.send(body, as: scene.bia).status == 204)
        }
    }
}

import API
import APIClient
import Domain
import Foundation
import Synchronization
import Testing

/// How receipts leave, and what becomes of those that do not.
@Suite(.timeLimit(.minutes(1))) struct ReceiptSenderTests {
    private static let key = """
        {"id":"k","secret":"\(String(repeating: "ab", count: 32))","expires_at":4000000000}
        """
    private static let taken = TinyReply.answer(status: 204, type: "", body: "")

    private func received(_ torrent: UInt8, _ peer: UInt8, _ count: Int64) -> ReceivedBytes {
        ReceivedBytes(
            infoHash: InfoHash(Bytes20(repeating: torrent)),
            peerID: PeerID(Bytes20(repeating: peer)),
            endpoint: PeerEndpoint(address: .v4(1), port: 2), bytes: ByteCount(clamping: count))
    }

    /// Answers a key, and to receipts what `answer` says to the one of that number.
    private func server(
        _ answer: @escaping @Sendable (Int) -> TinyReply
    ) throws -> TinyServer {
        let sent = Numbers()
        return try TinyServer { request, _ in
            request.target.hasSuffix("/receipts/key")
                ? .json(Self.key, status: 201) : answer(sent.next())
        }
    }

    private func bodies(_ server: TinyServer) throws -> [ReceiptsBody] {
        try server.requests.filter { $0.target.hasSuffix("/receipts") }.map {
            try WireCoding.decode(ReceiptsBody.self, from: Data($0.body.utf8))
        }
    }

    @Test("what came from one peer is one sum, signed under a key that is asked for once")
    func sums() async throws {
        let server = try server { _ in Self.taken }
        defer { server.stop() }
        let sender = ReceiptSender(client: try Client(server.url).api)
        await sender.send()
        #expect(server.requests.isEmpty, "where nothing came nothing is asked")
        await sender.note([received(1, 2, 5), received(1, 2, 6), received(1, 3, 7)])
        await sender.send()
        await sender.note([received(4, 2, 8)])
        await sender.send()
        await sender.send()
        let bodies = try bodies(server)
        #expect(server.requests.count == 3 && bodies.map(\.number) == [1, 2])
        let first = try #require(bodies.first?.torrents.first)
        #expect(bodies[0].torrents.count == 1)
        #expect(Set(first.peers.map(\.bytes.bytes)) == [11, 7])
        #expect(bodies.allSatisfy { $0.signature.count == 64 && $0.keyId == "k" })
    }

    @Test("what was not answered goes again as it was")
    func unanswered() async throws {
        let server = try server { $0 < 3 ? .hangUp : Self.taken }
        defer { server.stop() }
        let sender = ReceiptSender(client: try Client(server.url).api)
        await sender.note([received(1, 2, 5)])
        for _ in 0..<4 { await sender.send() }
        let bodies = try bodies(server)
        #expect(bodies.count >= 2 && Set(bodies).count == 1)
    }

    @Test("what is refused is dropped; of a key that is over it goes again under another")
    func refused() async throws {
        let server = try server { number in
            switch number {
            case 0: .problem(409, "no_session", "no")
            case 1: .problem(409, "unknown_key", "no")
            default: Self.taken
            }
        }
        defer { server.stop() }
        let sender = ReceiptSender(client: try Client(server.url).api)
        await sender.note([received(1, 2, 5)])
        await sender.send()
        await sender.note([received(1, 2, 6)])
        await sender.send()
        await sender.send()
        await sender.send()
        let bodies = try bodies(server)
        #expect(bodies.map { $0.torrents.first?.peers.first?.bytes.bytes } == [5, 6, 6])
        #expect(server.requests.count { $0.target.hasSuffix("/key") } == 2)
    }

    @Test("more than one body holds goes in several, each within its bounds")
    func many() async throws {
        let server = try server { _ in Self.taken }
        defer { server.stop() }
        let sender = ReceiptSender(client: try Client(server.url).api)
        for torrent in UInt8(0)..<60 {
            await sender.note((UInt8(0)..<20).map { received(torrent, $0, 1) })
        }
        await sender.send()
        let bodies = try bodies(server)
        #expect(bodies.allSatisfy { $0.torrents.count <= ReceiptsBody.mostTorrents })
        #expect(bodies.allSatisfy { $0.lineCount <= ReceiptsBody.mostLines })
        #expect(bodies.reduce(0) { $0 + $1.lineCount } == 1200)
    }
}

/// 0, 1, 2, and so on, for whoever asks.
private final class Numbers: Sendable {
    private let last = Mutex(-1)

    func next() -> Int {
        last.withLock { last in
            last += 1
            return last
        }
    }
}

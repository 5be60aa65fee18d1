import API
import Crypto
import Domain
import Testing

/// Signs receipts as a client does.
struct ReceiptSigner {
    let key: ReceiptKeyBody

    init(_ key: ReceiptKeyBody) { self.key = key }

    init(_ site: TestSite, as member: Member) async throws {
        key = try await site.call(Endpoints.issueReceiptKey, as: member)
    }

    func receipts(
        _ number: Int64 = 1, age: Int64 = 0, _ torrents: [TorrentReceipt] = []
    ) throws -> ReceiptsBody {
        let secret = try #require(Hex.decode(key.secret))
        return ReceiptsBody(keyId: key.id, number: number, age: age, torrents: torrents) { text in
            Array(
                HMAC<SHA256>.authenticationCode(for: text, using: SymmetricKey(data: secret)))
        }
    }

    static func torrent(_ hash: InfoHash, from peers: [PeerID], bytes: Int64 = 16_384)
        -> TorrentReceipt
    {
        TorrentReceipt(
            infoHash: hash,
            peers: peers.map {
                PeerReceipt(
                    peerId: $0.hex, address: "127.0.0.1", port: 0,
                    bytes: ByteCount(clamping: bytes))
            })
    }
}

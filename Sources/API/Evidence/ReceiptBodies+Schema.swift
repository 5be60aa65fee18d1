import Domain

extension ReceiptKeyBody: Described {
    package static let schema = Schema.object(
        .field("id", .text(1...100)),
        .field("secret", .digits(64), "Signs receipts; shown this once"),
        .field("expires_at", .timestamp))
    package static let example = ReceiptKeyBody(
        id: "f0a1", secret: String(repeating: "5e", count: 32),
        expiresAt: Timestamp(seconds: 1_790_000_000))
}

extension ReceiptsBody: Described {
    package static let schema = Schema.object(
        .field("key_id", .text(1...100), "Of `POST /receipts/key`"),
        .field(
            "number", .integer(1...Int64.max),
            "One more each time; the same receipts again change nothing"),
        .field(
            "age", .integer(0...Int64.max), "Seconds since the key was issued, by one's own clock"),
        .field("torrents", .list(of: .body(TorrentReceipt.self), most: mostTorrents)),
        .field(
            "signature", .digits(64),
            "HMAC-SHA-256 with the bytes of the secret, of these lines: `enxame receipts 1`, the key id, the number, the age, and for each torrent `torrent` and its info hash, followed by `peer`, the peer id, the address, the port and the bytes for each of its peers; between two lines one line feed"
        ))
    package static let example = ReceiptsBody(
        keyId: "f0a1", number: 3, age: 120, torrents: [.example],
        signature: String(repeating: "a7", count: 32))
}

extension TorrentReceipt: Described {
    package static let schema = Schema.object(
        .field("info_hash", .infoHash),
        .field("peers", .list(of: .body(PeerReceipt.self), most: ReceiptsBody.mostLines)))
    package static let example = TorrentReceipt(
        infoHash: InfoHash(Bytes20(repeating: 0xAB)), peers: [.example])
}

extension PeerReceipt: Described {
    package static let schema = Schema.object(
        .field("peer_id", .digits(40), "As it names itself, hexadecimal"),
        .field("address", .text(2...45), "IPv4 or IPv6"),
        .field("port", .integer(0...65535), "Where it listens; 0 where it did not say"),
        .field("bytes", .byteCount, "Payload received from it since the last receipts"))
    package static let example = PeerReceipt(
        peerId: Hex.encode("-EX1000-abcdefghijkl".utf8), address: "192.0.2.7", port: 6881,
        bytes: ByteCount(clamping: 16_384))
}

extension Schema {
    fileprivate static func digits(_ count: Int) -> Schema {
        .text(count...count, pattern: "^[0-9a-f]{\(count)}$")
    }
}

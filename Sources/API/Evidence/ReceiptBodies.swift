package import Domain

/// What a client signs its receipts with.
package struct ReceiptKeyBody: Codable, Hashable, Sendable {
    package let id: String
    /// 64 hexadecimal digits, shown this once.
    package let secret: String
    package let expiresAt: Timestamp

    package init(id: String, secret: String, expiresAt: Timestamp) {
        self.id = id
        self.secret = secret
        self.expiresAt = expiresAt
    }
}

/// What a client received since its last receipts, and from whom.
package struct ReceiptsBody: Codable, Hashable, Sendable {
    package static let mostTorrents = 50
    /// Of all torrents together; what is left over comes with the next.
    package static let mostLines = 400

    package let keyId: String
    /// From 1 on, one more each time; the same again is the same receipts.
    package let number: Int64
    /// Seconds since the key was issued, by the client's own clock, which need not be right.
    package let age: Int64
    package let torrents: [TorrentReceipt]
    /// HMAC-SHA-256 of `signedText` under the secret of the key, in hexadecimal.
    package let signature: String

    package init(
        keyId: String, number: Int64, age: Int64, torrents: [TorrentReceipt], signature: String
    ) {
        self.keyId = keyId
        self.number = number
        self.age = age
        self.torrents = torrents
        self.signature = signature
    }

    package init(
        keyId: String, number: Int64, age: Int64, torrents: [TorrentReceipt],
        signing sign: ([UInt8]) -> [UInt8]
    ) {
        let text = Self.signedText(keyId: keyId, number: number, age: age, torrents: torrents)
        self.init(
            keyId: keyId, number: number, age: age, torrents: torrents,
            signature: Hex.encode(sign(text)))
    }

    package var lineCount: Int { torrents.reduce(0) { $0 + $1.peers.count } }

    /// What the signature is of: every value of the body, each on a line of its own, in ASCII.
    package var signedText: [UInt8] {
        Self.signedText(keyId: keyId, number: number, age: age, torrents: torrents)
    }

    private static func signedText(
        keyId: String, number: Int64, age: Int64, torrents: [TorrentReceipt]
    ) -> [UInt8] {
        var lines = ["enxame receipts 1", keyId, String(number), String(age)]
        for torrent in torrents {
            lines.append("torrent \(torrent.infoHash.hex)")
            lines += torrent.peers.map { "peer \($0.peerId) \($0.address) \($0.port) \($0.bytes)" }
        }
        return Array(lines.joined(separator: "\n").utf8)
    }
}

/// Of one torrent.
package struct TorrentReceipt: Codable, Hashable, Sendable {
    package let infoHash: InfoHash
    package let peers: [PeerReceipt]

    package init(infoHash: InfoHash, peers: [PeerReceipt]) {
        self.infoHash = infoHash
        self.peers = peers
    }
}

/// Of one peer, by what it calls itself and where it is.
package struct PeerReceipt: Codable, Hashable, Sendable {
    /// 40 hexadecimal digits; some clients take another for each connection.
    package let peerId: String
    package let address: String
    /// Where it listens; 0 where it did not say.
    package let port: UInt16
    /// Payload, whether it was of use or not.
    package let bytes: ByteCount

    package init(peerId: String, address: String, port: UInt16, bytes: ByteCount) {
        self.peerId = peerId
        self.address = address
        self.port = port
        self.bytes = bytes
    }
}

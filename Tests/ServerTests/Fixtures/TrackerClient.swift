import Domain
import Testing

/// Asks a tracker over a real socket.
struct TrackerClient: Sendable {
    let port: Int

    /// Sends a request target as it is, whatever it is.
    func ask(_ target: String, method: String = "GET") async throws -> TrackerReply {
        let wire = try Wire(port: port)
        try await wire.send("\(method) \(target) HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n")
        let bytes = await wire.read { _ in false }
        let end = try #require(bytes.firstRange(of: Array("\r\n\r\n".utf8)))
        let head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
        return try TrackerReply(
            status: String(head.prefix { !$0.isNewline }), bytes: Array(bytes[end.upperBound...]))
    }

    func announce(
        _ passkey: Passkey, _ hash: InfoHash, peer: PeerID, up: Int64 = 0, down: Int64 = 0,
        left: Int64 = 0, event: String? = "started", port: Int = 6881
    ) async throws -> TrackerReply {
        try await ask(
            "/announce?passkey=\(passkey.rawValue)&info_hash=\(Self.escaped(hash.bytes))"
                + "&peer_id=\(Self.escaped(peer.bytes))&port=\(port)&uploaded=\(up)"
                + "&downloaded=\(down)&left=\(left)&compact=1"
                + (event.map { "&event=\($0)" } ?? ""))
    }

    func scrape(_ passkey: Passkey, _ hashes: [InfoHash]) async throws -> TrackerReply {
        let list = hashes.map { "&info_hash=\(Self.escaped($0.bytes))" }.joined()
        return try await ask("/scrape?passkey=\(passkey.rawValue)\(list)")
    }

    static func escaped(_ bytes: [UInt8]) -> String {
        bytes.map { "%" + Hex.encode([$0]) }.joined()
    }
}

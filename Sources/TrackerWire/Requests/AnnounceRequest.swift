package import Domain

/// An HTTP announce (BEP 3, 7, 23), every field checked; the counters are the client's claims.
package struct AnnounceRequest: Hashable, Sendable {
    package static let maximumKeyBytes = 64

    package var infoHash: InfoHash
    package var peerID: PeerID
    /// Raw bytes that tell a client from another at the same address; `nil` when not said.
    package var key: [UInt8]?
    /// Never 0.
    package var port: UInt16
    package var uploaded: ByteCount
    package var downloaded: ByteCount
    package var left: ByteCount
    package var event: AnnounceEvent?
    /// How many peers are wanted, where it is said.
    package var numwant: Int?
    package var isCompact: Bool
    package var noPeerID: Bool
    /// What the client claims to be reachable at (BEP 7): a claim, to be trusted by nobody who
    /// would send others there.
    package var ipv6: IPAddress?

    package init(query: some Collection<UInt8>) throws(AnnounceError) {
        try self.init(RawQuery(query))
    }

    init(_ query: RawQuery) throws(AnnounceError) {
        infoHash = InfoHash(try Self.twentyBytes("info_hash", in: query))
        peerID = PeerID(try Self.twentyBytes("peer_id", in: query))
        key = try query.value("key")
        guard (key?.count ?? 0) <= Self.maximumKeyBytes else { throw .outOfRange("key") }
        port = try Self.port(in: query)
        uploaded = ByteCount(clamping: try query.requiredNumber("uploaded"))
        downloaded = ByteCount(clamping: try query.requiredNumber("downloaded"))
        left = ByteCount(clamping: try query.requiredNumber("left"))
        event = try Self.event(in: query)
        numwant = try Self.numwant(in: query)
        isCompact = try query.number("compact") != 0
        noPeerID = (try query.number("no_peer_id") ?? 0) != 0
        ipv6 = try Self.ipv6(in: query)
    }

    private static func twentyBytes(
        _ name: String, in query: RawQuery
    ) throws(AnnounceError) -> Bytes20 {
        guard let value = try query.value(name) else { throw .missing(name) }
        guard let bytes = Bytes20(value) else { throw .notTwentyBytes(name) }
        return bytes
    }

    private static func port(in query: RawQuery) throws(AnnounceError) -> UInt16 {
        let number = try query.requiredNumber("port")
        guard number != 0 else { throw .portZero }
        guard let port = UInt16(exactly: number) else { throw .outOfRange("port") }
        return port
    }

    private static func event(in query: RawQuery) throws(AnnounceError) -> AnnounceEvent? {
        guard let value = try query.value("event"), !value.isEmpty else { return nil }
        let name = String(decoding: value, as: UTF8.self)
        // How some clients spell “no event”.
        if name == "empty" { return nil }
        guard let event = AnnounceEvent(rawValue: name) else { throw .unknownEvent }
        return event
    }

    private static func numwant(in query: RawQuery) throws(AnnounceError) -> Int? {
        // BEP 15's “as many as you like”, which some clients send over HTTP too.
        if try query.value("numwant") == Array("-1".utf8) { return nil }
        return try query.number("numwant").map { Int(clamping: $0) }
    }

    private static func ipv6(in query: RawQuery) throws(AnnounceError) -> IPAddress? {
        guard let value = try query.value("ipv6"), !value.isEmpty else { return nil }
        if value.count == 16, let address = IPAddress(bytes: value) { return address }
        guard let address = IPAddress(String(decoding: value, as: UTF8.self)) else {
            throw .badAddress("ipv6")
        }
        return address
    }
}

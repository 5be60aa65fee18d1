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
        let bytes = Array(query)
        try self.init(try RawQuery(bytes.span), in: bytes.span)
    }

    init(_ query: RawQuery, in bytes: Span<UInt8>) throws(AnnounceError) {
        infoHash = InfoHash(try Self.twentyBytes(.infoHash, query, bytes))
        peerID = PeerID(try Self.twentyBytes(.peerID, query, bytes))
        key = try query.value(.key, in: bytes)
        guard (key?.count ?? 0) <= Self.maximumKeyBytes else { throw .outOfRange("key") }
        port = try Self.port(query, bytes)
        uploaded = ByteCount(clamping: try query.requiredNumber(.uploaded, in: bytes))
        downloaded = ByteCount(clamping: try query.requiredNumber(.downloaded, in: bytes))
        left = ByteCount(clamping: try query.requiredNumber(.left, in: bytes))
        event = try Self.event(query, bytes)
        numwant = try Self.numwant(query, bytes)
        isCompact = try query.number(.compact, in: bytes) != 0
        noPeerID = (try query.number(.noPeerID, in: bytes) ?? 0) != 0
        ipv6 = try Self.ipv6(query, bytes)
    }

    private static func twentyBytes(
        _ name: RawQuery.Name, _ query: RawQuery, _ bytes: Span<UInt8>
    ) throws(AnnounceError) -> Bytes20 {
        guard let place = try query.place(name) else { throw .missing("\(name.spelling)") }
        guard let value = RawQuery.twentyBytes(place, in: bytes) else {
            throw .notTwentyBytes("\(name.spelling)")
        }
        return value
    }

    private static func port(
        _ query: RawQuery, _ bytes: Span<UInt8>
    ) throws(AnnounceError) -> UInt16 {
        let number = try query.requiredNumber(.port, in: bytes)
        guard number != 0 else { throw .portZero }
        guard let port = UInt16(exactly: number) else { throw .outOfRange("port") }
        return port
    }

    private static func event(
        _ query: RawQuery, _ bytes: Span<UInt8>
    ) throws(AnnounceError) -> AnnounceEvent? {
        guard let value = try query.value(.event, in: bytes), !value.isEmpty else { return nil }
        let name = String(decoding: value, as: UTF8.self)
        // How some clients spell “no event”.
        if name == "empty" { return nil }
        guard let event = AnnounceEvent(rawValue: name) else { throw .unknownEvent }
        return event
    }

    private static func numwant(
        _ query: RawQuery, _ bytes: Span<UInt8>
    ) throws(AnnounceError) -> Int? {
        do {
            return try query.number(.numwant, in: bytes).map { Int(clamping: $0) }
        } catch {
            // BEP 15's “as many as you like”, which some clients send over HTTP too.
            if try query.value(.numwant, in: bytes) == Array("-1".utf8) { return nil }
            throw error
        }
    }

    private static func ipv6(
        _ query: RawQuery, _ bytes: Span<UInt8>
    ) throws(AnnounceError) -> IPAddress? {
        guard let value = try query.value(.ipv6, in: bytes), !value.isEmpty else { return nil }
        if value.count == 16, let address = IPAddress(bytes: value) { return address }
        guard let address = IPAddress(String(decoding: value, as: UTF8.self)) else {
            throw .badAddress("ipv6")
        }
        return address
    }
}

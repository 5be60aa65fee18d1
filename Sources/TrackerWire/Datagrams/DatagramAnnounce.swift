package import Domain

/// An announce over UDP, every field checked. Its `ip` is ignored: it is anybody's claim.
package struct DatagramAnnounce: Hashable, Sendable {
    private static let fixedBytes = 98

    package var passkey: Passkey
    package var infoHash: InfoHash
    package var peerID: PeerID
    /// Never 0.
    package var port: UInt16
    package var uploaded: ByteCount
    package var downloaded: ByteCount
    package var left: ByteCount
    package var event: AnnounceEvent?
    /// How many peers are wanted, where it is said.
    package var numwant: Int?

    init(_ packet: Span<UInt8>) throws(DatagramError) {
        guard packet.count >= Self.fixedBytes else { throw .short }
        infoHash = InfoHash(packet.bytes20(at: 16))
        peerID = PeerID(packet.bytes20(at: 36))
        downloaded = try Self.counter("downloaded", packet, at: 56)
        left = try Self.counter("left", packet, at: 64)
        uploaded = try Self.counter("uploaded", packet, at: 72)
        switch packet.bigEndian32(at: 80) {
        case 0: event = nil
        case 1: event = .completed
        case 2: event = .started
        case 3: event = .stopped
        // BEP 15 has no number for BEP 21's `paused`; libtorrent's partial seeds send this one.
        case 4: event = .paused
        default: throw .of(.unknownEvent)
        }
        let wanted = Int32(bitPattern: packet.bigEndian32(at: 92))
        guard wanted >= -1 else { throw .of(.negative("numwant")) }
        numwant = wanted == -1 ? nil : Int(wanted)
        port = UInt16(packet[96]) << 8 | UInt16(packet[97])
        guard port != 0 else { throw .of(.portZero) }
        passkey = try Self.passkey(in: packet)
    }

    /// A counter with its highest bit set was negative, or is beyond what anybody moves.
    private static func counter(
        _ name: String, _ packet: Span<UInt8>, at place: Int
    ) throws(DatagramError) -> ByteCount {
        guard let value = Int64(exactly: packet.bigEndian64(at: place)) else {
            throw .of(.outOfRange(name))
        }
        return ByteCount(clamping: value)
    }

    /// The path and query of the announce URL, which BEP 41 hands on in pieces of at most 255 bytes;
    /// almost always there is one, which is read where it stands.
    private static func passkey(in packet: Span<UInt8>) throws(DatagramError) -> Passkey {
        var first = fixedBytes..<fixedBytes
        var pieces: [UInt8] = []
        var place = fixedBytes
        while place < packet.count {
            let option = packet[place]
            if option == 0 { break }
            if option == 1 {
                place += 1
                continue
            }
            // Options to come say their length too.
            guard place + 1 < packet.count else { throw .brokenOptions }
            let value = (place + 2)..<(place + 2 + Int(packet[place + 1]))
            guard value.upperBound <= packet.count else { throw .brokenOptions }
            place = value.upperBound
            guard option == 2 else { continue }
            if first.isEmpty {
                first = value
            } else {
                if pieces.isEmpty { append(packet.extracting(first), to: &pieces) }
                append(packet.extracting(value), to: &pieces)
            }
        }
        do {
            return try pieces.isEmpty
                ? TrackerRequest.passkey(target: packet.extracting(first))
                : TrackerRequest.passkey(target: pieces.span)
        } catch {
            throw .of(error)
        }
    }

    private static func append(_ bytes: Span<UInt8>, to all: inout [UInt8]) {
        for index in bytes.indices { all.append(bytes[index]) }
    }
}

import Domain

/// Sessions by their numbers, in pieces that stay where they are: a million of them are never copied
/// to make room for one more.
struct SessionStore {
    private static let chunkBits = 12
    private static let chunkMask = (1 << chunkBits) - 1

    private let digest = Digest()
    private var chunks: [[HotSession]] = []
    private var free: [UInt32] = []
    var v6s: [HotV6] = []
    private var freeV6s: [UInt32] = []

    subscript(session: UInt32) -> HotSession {
        get { chunks[Int(session) >> Self.chunkBits][Int(session) & Self.chunkMask] }
        _modify {
            yield &chunks[Int(session) >> Self.chunkBits][Int(session) & Self.chunkMask]
        }
    }

    /// Every number there could be; `HotSession.Flags.isTaken` says which there are.
    var places: Range<UInt32> { 0..<UInt32(chunks.count << Self.chunkBits) }

    mutating func add(_ session: HotSession) -> UInt32 {
        if free.isEmpty {
            let first = places.upperBound
            var empty = session
            empty.flags = []
            chunks.append([HotSession](repeating: empty, count: 1 << Self.chunkBits))
            free += (first..<places.upperBound).reversed()
        }
        let number = free.removeLast()
        self[number] = session
        self[number].flags.insert(.isTaken)
        return number
    }

    mutating func remove(_ number: UInt32) {
        if self[number].v6 != SlotTable.none { freeV6s.append(self[number].v6) }
        self[number].flags = []
        self[number].record = SlotTable.none
        self[number].v6 = SlotTable.none
        free.append(number)
    }

    mutating func setV6(of number: UInt32, _ side: HotV6) {
        if self[number].v6 == SlotTable.none {
            if freeV6s.isEmpty {
                v6s.append(HotV6())
                freeV6s.append(UInt32(v6s.count - 1))
            }
            self[number].v6 = freeV6s.removeLast()
        }
        v6s[Int(self[number].v6)] = side
    }

    func v4(_ session: HotSession) -> PeerEndpoint {
        PeerEndpoint(address: .v4(session.v4), port: session.v4Port)
    }

    func v6(_ session: HotSession) -> PeerEndpoint {
        let side = v6s[Int(session.v6)]
        return PeerEndpoint(address: .v6(high: side.high, low: side.low), port: side.port)
    }

    // MARK: digests for the tables

    func digest(of number: UInt32) -> UInt64 {
        let session = self[number]
        return digest(session.peer, session.member, session.torrent)
    }

    func digest(_ peer: PeerID, _ member: UInt32, _ torrent: UInt32) -> UInt64 {
        let words = peer.value.words
        return digest.of(
            words.0, words.1, UInt64(words.2), UInt64(member) << 32 | UInt64(torrent))
    }

    /// A session stands in the table of endpoints once for each family: its number, and a bit.
    static func side(_ number: UInt32, _ family: IPAddress.Family) -> UInt32 {
        number << 1 | (family == .v6 ? 1 : 0)
    }

    func endpoint(ofSide side: UInt32) -> PeerEndpoint {
        let session = self[side >> 1]
        return side & 1 == 0 ? v4(session) : v6(session)
    }

    func digest(ofSide side: UInt32) -> UInt64 {
        digest(endpoint(ofSide: side), self[side >> 1].torrent)
    }

    func digest(_ endpoint: PeerEndpoint, _ torrent: UInt32) -> UInt64 {
        let tail = UInt64(torrent) << 16 | UInt64(endpoint.port)
        return switch endpoint.address {
        case .v4(let value): digest.of(UInt64(value), 4, tail, 0)
        case .v6(let high, let low): digest.of(high, low, tail, 6)
        }
    }
}

import Domain

/// Who announces what: made from numbers alone, so that the tracker's process and the generators
/// agree without telling each other.
struct Crowd: Sendable {
    let torrents: Int
    let peers: Int
    let users: Int

    var sessions: Int { torrents * peers }

    func torrent(of session: Int) -> Int { session / peers }

    func user(of session: Int) -> Int { session % users }

    static func hash(_ torrent: Int) -> InfoHash { InfoHash(bytes20(0xAB, torrent)) }

    static func peer(_ session: Int) -> PeerID { PeerID(bytes20(0x2D, session)) }

    static func passkey(_ user: Int) -> Passkey {
        var mixed = SplitMix64(seed: 7, stream: user)
        return Passkey(number: UInt128(mixed.next()) << 64 | UInt128(mixed.next()))
    }

    static func port(of session: Int) -> Int { 1024 + session % 60_000 }

    /// A third has everything.
    static func left(_ session: Int) -> Int { session % 3 == 0 ? 0 : 1 << 30 }

    private static func bytes20(_ first: UInt64, _ number: Int) -> Bytes20 {
        var mixed = SplitMix64(seed: first, stream: number)
        return Bytes20(mixed.next(), mixed.next(), UInt32(truncatingIfNeeded: number))
    }
}

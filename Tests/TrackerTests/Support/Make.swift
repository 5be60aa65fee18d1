import Domain
import Tracker

func bytes(_ count: Int64) -> ByteCount { ByteCount(clamping: count) }

func counters(_ up: Int64, _ down: Int64) -> Counters { Counters(up: bytes(up), down: bytes(down)) }

func at(_ seconds: Int64) -> Timestamp { Timestamp(seconds: seconds) }

/// Peer ids that differ in their number alone.
func peerID(_ number: Int) -> PeerID {
    let digits = Array("-XX0001-\(100_000_000_000 + number)".utf8)
    return PeerID(Bytes20(digits) ?? Bytes20.zero)
}

func identity(_ user: Int64, _ peer: Int) -> SwarmMember.Identity {
    SwarmMember.Identity(user: UserID(user), peerID: peerID(peer))
}

func v4(_ last: UInt32, port: UInt16 = 6881) -> PeerEndpoint {
    PeerEndpoint(address: .v4(0x0A00_0000 + last), port: port)
}

func v6(_ last: UInt64, port: UInt16 = 6881) -> PeerEndpoint {
    PeerEndpoint(address: .v6(high: 0x2001_0DB8 << 32, low: last), port: port)
}

extension Bytes20 {
    fileprivate static var zero: Bytes20 {
        guard let zero = Bytes20([UInt8](repeating: 0, count: 20)) else {
            preconditionFailure("twenty bytes are twenty bytes")
        }
        return zero
    }
}

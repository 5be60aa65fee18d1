package import Domain

extension IPAddress {
    /// What counts as one asker: an IPv4 address, or the /64 that one host of IPv6 may roam in. The
    /// two do not meet, for no /64 below 2^32 is anybody's.
    package var network: UInt64 {
        switch self {
        case .v4(let value): UInt64(value)
        case .v6(let high, _): high
        }
    }

    /// This machine.
    package var isLoopback: Bool {
        switch self {
        case .v4(let value): value >> 24 == 127
        case .v6(let high, let low): high == 0 && low == 1
        }
    }
}

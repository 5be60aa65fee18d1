package import Domain

/// Addresses that are one customer's: an IPv4 address, or the 64 bits of an IPv6 network, in which
/// everybody can take any of 2^64 addresses.
package struct AddressGroup: Hashable, Sendable {
    private let network: UInt64
    private let isV4: Bool

    package init(_ address: IPAddress) {
        switch address {
        case .v4(let value): (network, isV4) = (UInt64(value), true)
        case .v6(let high, _): (network, isV4) = (high, false)
        }
    }
}

package import Domain

/// Addresses that are one customer's: an IPv4 address, or the 64 bits of an IPv6 network, in which
/// everybody can take any of 2^64 addresses.
package struct AddressGroup: Hashable, Sendable {
    private let network: UInt64
    private let isV4: Bool

    /// The 48 bits of an IPv6 network that a customer may be given in a piece, and with them 65,536
    /// groups; `nil` for IPv4, where addresses cost something.
    package var site: AddressGroup? {
        isV4 ? nil : AddressGroup(network: network & ~0xFFFF, isV4: false)
    }

    private init(network: UInt64, isV4: Bool) { (self.network, self.isV4) = (network, isV4) }

    package init(_ address: IPAddress) {
        switch address {
        case .v4(let value): (network, isV4) = (UInt64(value), true)
        case .v6(let high, _): (network, isV4) = (high, false)
        }
    }
}

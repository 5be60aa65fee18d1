/// A block of internet addresses as CIDR writes it (RFC 4632, RFC 4291): those that agree with it in
/// their first bits. Two blocks are one within the other, or have nothing in common.
package struct AddressRange: Hashable, Sendable {
    package let family: IPAddress.Family
    /// The first address; beyond `length` its bits are zero.
    package let first: UInt128
    /// How many bits are the block's own.
    package let length: Int

    /// `10.0.0.0/8`, `2001:db8::/32`, or one address; `nil` for what cannot be read, and where bits
    /// stand beyond the length: a typing mistake would mean more addresses than somebody thinks.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let address = IPAddress(parts[0]) else { return nil }
        guard parts.count == 2 else {
            self.init(address, length: address.family.bits)
            return
        }
        let isShort = (1...3).contains(parts[1].utf8.count)
        guard isShort, parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            var length = Int(parts[1])
        else { return nil }
        // An IPv4 address mapped into IPv6 is the IPv4 address, and so is a block of them.
        if address.family == .v4, text.contains(":") { length -= 96 }
        self.init(address, length: length)
        guard address.number == first else { return nil }
    }

    package init?(_ address: IPAddress, length: Int) {
        guard (0...address.family.bits).contains(length) else { return nil }
        family = address.family
        self.length = length
        first = address.number & Self.mask(length, address.family)
    }

    package func contains(_ address: IPAddress) -> Bool {
        address.family == family && address.number & Self.mask(length, family) == first
    }

    /// Whether any address is in both.
    package func meets(_ other: AddressRange) -> Bool {
        let shorter = min(length, other.length)
        let mask = Self.mask(shorter, family)
        return family == other.family && first & mask == other.first & mask
    }

    /// What this machine calls itself, and what a proxy on it would be seen as.
    package var meetsLoopback: Bool {
        ["127.0.0.0/8", "::1"].compactMap { AddressRange($0) }.contains { meets($0) }
    }

    /// `length` ones, from the top of an address of this family.
    static func mask(_ length: Int, _ family: IPAddress.Family) -> UInt128 {
        let all: UInt128 = family == .v4 ? UInt128(UInt32.max) : .max
        return length == 0 ? 0 : all & (.max << UInt128(family.bits - length))
    }
}

extension AddressRange: CustomStringConvertible {
    package var description: String {
        let bytes = (0..<family.bits / 8).reversed().map {
            UInt8(truncatingIfNeeded: first >> UInt128($0 * 8))
        }
        let address = IPAddress(bytes: bytes).map { "\($0)" } ?? ""
        return length == family.bits ? address : "\(address)/\(length)"
    }
}

extension IPAddress {
    package var number: UInt128 {
        switch self {
        case .v4(let value): UInt128(value)
        case .v6(let high, let low): UInt128(high) << 64 | UInt128(low)
        }
    }
}

extension IPAddress.Family {
    package var bits: Int { self == .v4 ? 32 : 128 }
}

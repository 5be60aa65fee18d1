package import Domain

/// A block of addresses as CIDR writes it (RFC 4632): `10.0.0.0/8`, `fd00::/8`, or one address.
package struct AddressBlock: Hashable, Sendable {
    private let first: IPAddress
    private let length: Int

    /// `nil` where it is none, or where bits stand behind its length: a typing mistake.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let address = parts.first.flatMap({ IPAddress($0) }), parts.count <= 2 else {
            return nil
        }
        let bits = address.bytes.count * 8
        guard let length = parts.count == 2 ? Int(parts[1]) : bits, (0...bits).contains(length)
        else { return nil }
        self.first = address
        self.length = length
        guard Self.masked(address.bytes, length) == address.bytes else { return nil }
    }

    package func contains(_ address: IPAddress) -> Bool {
        address.family == first.family
            && Self.masked(address.bytes, length) == first.bytes
    }

    private static func masked(_ bytes: [UInt8], _ length: Int) -> [UInt8] {
        bytes.enumerated().map { index, byte in
            let left = min(8, max(0, length - index * 8))
            return byte & ~UInt8(truncatingIfNeeded: 0xFF >> left)
        }
    }
}

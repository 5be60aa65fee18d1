/// Where a peer listens.
package struct PeerEndpoint: Hashable, Sendable {
    package let address: IPAddress
    package let port: UInt16

    package init(address: IPAddress, port: UInt16) {
        self.address = address
        self.port = port
    }

    /// Six or eighteen bytes, as `compactBytes` makes them; `nil` for any other number.
    package init?(compactBytes bytes: [UInt8]) {
        guard bytes.count > 2, let address = IPAddress(bytes: bytes.dropLast(2)) else { return nil }
        self.address = address
        port = UInt16(bytes[bytes.count - 2]) << 8 | UInt16(bytes[bytes.count - 1])
    }

    /// As in compact peer lists (BEP 23, BEP 7): the address and then the port, in network order.
    package var compactBytes: [UInt8] {
        address.bytes + [UInt8(port >> 8), UInt8(truncatingIfNeeded: port)]
    }
}

extension PeerEndpoint: CustomStringConvertible {
    package var description: String {
        switch address.family {
        case .v4: "\(address):\(port)"
        case .v6: "[\(address)]:\(port)"
        }
    }
}

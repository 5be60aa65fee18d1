/// An internet address held in place; an IPv4 address mapped into IPv6 is the IPv4 address.
package enum IPAddress: Hashable, Sendable {
    case v4(UInt32)
    case v6(high: UInt64, low: UInt64)

    package enum Family: Hashable, Sendable { case v4, v6 }

    /// Four or sixteen bytes in network order; `nil` for any other number.
    package init?(bytes: some Collection<UInt8>) {
        switch bytes.count {
        case 4: self = .v4(bytes.reduce(0) { $0 << 8 | UInt32($1) })
        case 16:
            let high = bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
            let low = bytes.dropFirst(8).reduce(0) { $0 << 8 | UInt64($1) }
            self =
                high == 0 && low >> 32 == 0xFFFF
                ? .v4(UInt32(truncatingIfNeeded: low)) : .v6(high: high, low: low)
        default: return nil
        }
    }

    package var family: Family {
        switch self {
        case .v4: .v4
        case .v6: .v6
        }
    }

    /// In network order.
    package var bytes: [UInt8] {
        switch self {
        case .v4(let value): Self.bigEndian(value)
        case .v6(let high, let low): Self.bigEndian(high) + Self.bigEndian(low)
        }
    }

    private static func bigEndian(_ value: some FixedWidthInteger) -> [UInt8] {
        stride(from: value.bitWidth - 8, through: 0, by: -8).map {
            UInt8(truncatingIfNeeded: value >> $0)
        }
    }
}

package import Domain

/// Connection ids of BEP 15: a keyed digest of the address and the time, so that they cannot be
/// guessed and nothing is kept for those who ask for one. Whoever has a valid one can be answered
/// at length: they have shown that they receive what is sent to their address.
package struct ConnectionIDs: Sendable {
    /// Seconds. One is good in the span it was made in and in the next, so for two to four minutes:
    /// BEP 15 has clients use one for a minute, and trackers take it for two.
    package static let span: Int64 = 120

    private let digest: SipHash

    package init(key: (UInt64, UInt64)) { digest = SipHash(key: key) }

    package static func random() -> ConnectionIDs {
        var source = SystemRandomNumberGenerator()
        return ConnectionIDs(key: (source.next(), source.next()))
    }

    /// Of the address alone: a client behind a gateway comes back from another port.
    package func id(for address: IPAddress, at now: Timestamp) -> UInt64 {
        id(address, inSpan: now.seconds / Self.span)
    }

    package func isGood(_ id: UInt64, from address: IPAddress, at now: Timestamp) -> Bool {
        let span = now.seconds / Self.span
        return id == self.id(address, inSpan: span) || id == self.id(address, inSpan: span &- 1)
    }

    private func id(_ address: IPAddress, inSpan span: Int64) -> UInt64 {
        let time = UInt64(bitPattern: span)
        return switch address {
        case .v4(let value): digest.digest(4, UInt64(value), time)
        case .v6(let high, let low): digest.digest(high, low, time)
        }
    }
}

package import Domain

/// The answer to a granted announce as almost every client asks for it, written without an
/// allocation of its own. What it writes is what `AnnounceReply` would.
package struct CompactReply: Sendable {
    package var interval: Int
    package var minInterval: Int
    package var counts: SwarmCounts
    package var externalAddress: IPAddress

    package init(
        interval: Int, minInterval: Int, counts: SwarmCounts, externalAddress: IPAddress
    ) {
        self.interval = interval
        self.minInterval = minInterval
        self.counts = counts
        self.externalAddress = externalAddress
    }

    /// `peers` and `peers6` are compact already (BEP 23, BEP 7).
    package func write(peers: [UInt8], peers6: [UInt8], to bytes: inout [UInt8]) {
        Self.append("d8:completei", counts.seeders, &bytes)
        Self.append("e11:external ip", &bytes)
        Self.append(externalAddress, &bytes)
        Self.append("10:incompletei", counts.leechers, &bytes)
        Self.append("e8:intervali", interval, &bytes)
        Self.append("e12:min intervali", minInterval, &bytes)
        Self.append("e5:peers", peers.count, &bytes)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(contentsOf: peers)
        if !peers6.isEmpty {
            Self.append("6:peers6", peers6.count, &bytes)
            bytes.append(UInt8(ascii: ":"))
            bytes.append(contentsOf: peers6)
        }
        bytes.append(UInt8(ascii: "e"))
    }

    private static func append(_ address: IPAddress, _ bytes: inout [UInt8]) {
        switch address {
        case .v4(let value):
            append("4:", &bytes)
            append(UInt64(value) << 32, 4, &bytes)
        case .v6(let high, let low):
            append("16:", &bytes)
            append(high, 8, &bytes)
            append(low, 8, &bytes)
        }
    }

    private static func append(_ word: UInt64, _ count: Int, _ bytes: inout [UInt8]) {
        for index in 0..<count {
            bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * index)))
        }
    }

    private static func append(_ text: StaticString, _ bytes: inout [UInt8]) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    private static func append(_ text: StaticString, _ number: Int, _ bytes: inout [UInt8]) {
        append(text, &bytes)
        Decimal.append(number, to: &bytes)
    }
}

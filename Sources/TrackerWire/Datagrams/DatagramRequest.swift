package import Domain

/// A packet to the tracker over UDP (BEP 15), with what BEP 41 appends to an announce.
package enum DatagramRequest: Hashable, Sendable {
    case connect(transaction: UInt32)
    case announce(connection: UInt64, transaction: UInt32, DatagramAnnounce)
    case scrape(connection: UInt64, transaction: UInt32, [InfoHash])
    /// Something that is none of them, with the number by which a client knows the answer as its.
    case wrong(connection: UInt64, transaction: UInt32, DatagramError)

    /// What a client that has no connection id yet puts in its place.
    package static let magic: UInt64 = 0x417_2710_1980
    /// More fits no packet that BEP 15 speaks of.
    package static let maximumHashes = 74

    /// `nil` for what is too short to be answered, or asks for a connection without the magic
    /// number: whoever answered that would answer anybody for anybody.
    package init?(_ packet: Span<UInt8>) {
        guard packet.count >= 16 else { return nil }
        let connection = packet.bigEndian64(at: 0)
        let action = packet.bigEndian32(at: 8)
        let transaction = packet.bigEndian32(at: 12)
        switch action {
        case 0:
            guard connection == Self.magic else { return nil }
            self = .connect(transaction: transaction)
        case 1:
            do throws(DatagramError) {
                self = .announce(
                    connection: connection, transaction: transaction,
                    try DatagramAnnounce(packet))
            } catch {
                self = .wrong(connection: connection, transaction: transaction, error)
            }
        case 2:
            let count = (packet.count - 16) / 20
            guard (1...Self.maximumHashes).contains(count) else {
                self = .wrong(
                    connection: connection, transaction: transaction,
                    .of(count == 0 ? .missing("info_hash") : .tooManyHashes))
                return
            }
            self = .scrape(
                connection: connection, transaction: transaction,
                (0..<count).map { InfoHash(packet.bytes20(at: 16 + $0 * 20)) })
        default:
            self = .wrong(connection: connection, transaction: transaction, .unknownAction)
        }
    }
}

/// Why a packet is refused.
package enum DatagramError: Error, Hashable, Sendable {
    case short
    case unknownAction
    case brokenOptions
    case of(AnnounceError)

    /// One line, as clients show it.
    package var description: String {
        switch self {
        case .short: "The packet ends too early."
        case .unknownAction: "The packet asks for something that trackers do not know."
        case .brokenOptions: "The packet's options are broken."
        case .of(let error): error.description
        }
    }
}

package import Domain
package import Tracker

/// Bans of addresses and clients as they are looked up: one look for each length that occurs, of
/// which there are at most 162, however many bans there are.
package struct StandingBans: Sendable {
    private struct Block: Hashable, Sendable {
        let family: IPAddress.Family
        let length: Int
    }

    package let version: Int64?
    private var ranges: [Block: [UInt128: AddressBan]] = [:]
    private var prefixes: [Int: [[UInt8]: ClientBan]] = [:]
    /// Those that alone are let in, in order; empty where all are.
    private var allowed: [ClientPrefix] = []

    package static let none = StandingBans(nil)

    package var isEmpty: Bool { ranges.isEmpty && prefixes.isEmpty }

    package init(_ records: BanRecords?) {
        version = records?.version
        for ban in records?.addresses ?? [] {
            let block = Block(family: ban.range.family, length: ban.range.length)
            ranges[block, default: [:]][ban.range.first] = ban
        }
        let clients = records?.clients ?? []
        allowed = clients.filter { $0.kind == .allow }.map(\.prefix)
            .sorted { $0.rawValue < $1.rawValue }
        for ban in clients where ban.kind == .ban {
            let bytes = Array(ban.prefix.rawValue.utf8)
            prefixes[bytes.count, default: [:]][bytes] = ban
        }
    }

    package func ban(of address: IPAddress, at now: Timestamp) -> AddressBan? {
        for (block, bans) in ranges where block.family == address.family {
            guard let range = AddressRange(address, length: block.length),
                let ban = bans[range.first], ban.expiresAt.map({ now < $0 }) ?? true
            else { continue }
            return ban
        }
        return nil
    }

    package func ban(of client: PeerID) -> ClientBan? {
        for (length, bans) in prefixes {
            if let ban = bans[Array(client.bytes.prefix(length))] { return ban }
        }
        return nil
    }

    /// What the tracker says to a client; `nil` when it is welcome.
    package func refusal(
        of address: IPAddress, _ client: PeerID, at now: Timestamp
    ) -> AnnounceRefusal? {
        if let ban = ban(of: address, at: now) { return .addressBanned(reason: ban.reason) }
        if let ban = ban(of: client) {
            return .clientBanned(prefix: ban.prefix.rawValue, reason: ban.reason)
        }
        guard !allowed.isEmpty, !allowed.contains(where: { $0.begins(client) }) else { return nil }
        return .clientNotAllowed(allowed.map(\.rawValue))
    }
}

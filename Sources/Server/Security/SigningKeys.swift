package import Domain
import Foundation

/// The keys that sign access tokens, newest first; one algorithm for all of them, HMAC-SHA-256.
///
/// 1. The first signs. Those behind it are retired: they only verify what they signed, and only for
///    as long as such a token can live.
/// 2. A file of one key is its 32 bytes and nothing else, as the first release wrote it; of more, it
///    is JSON.
package struct SigningKeys: Hashable, Sendable {
    package struct Key: Hashable, Sendable {
        package let secret: [UInt8]
        package let retiredAt: Timestamp?
    }

    package static let length = 32

    package let keys: [Key]

    /// `nil` unless there are 32 bytes.
    package init?(secret: [UInt8]) {
        guard secret.count == Self.length else { return nil }
        self.init(keys: [Key(secret: secret, retiredAt: nil)])
    }

    /// `nil` for what is no file of keys.
    package init?(file: [UInt8]) {
        if file.count == Self.length {
            self.init(secret: file)
            return
        }
        guard let contents = try? JSONDecoder().decode(Contents.self, from: Data(file)) else {
            return nil
        }
        let keys = contents.keys.map { key in
            Key(
                secret: [UInt8](key.secret),
                retiredAt: key.retiredAt.map { Timestamp(seconds: $0) })
        }
        guard let first = keys.first, first.retiredAt == nil,
            keys.allSatisfy({ $0.secret.count == Self.length }),
            keys.dropFirst().allSatisfy({ $0.retiredAt != nil })
        else { return nil }
        self.init(keys: keys)
    }

    private init(keys: [Key]) { self.keys = keys }

    /// A new key signs from now on. The old ones stay for what they signed, but where `forgetting`:
    /// then every access token out there is worth nothing.
    package func rotated(_ secret: [UInt8], at now: Timestamp, forgetting: Bool = false)
        -> SigningKeys?
    {
        guard secret.count == Self.length else { return nil }
        let old = keys.map { Key(secret: $0.secret, retiredAt: $0.retiredAt ?? now) }
            .filter { Self.verifies($0, at: now) }
        return SigningKeys(keys: [Key(secret: secret, retiredAt: nil)] + (forgetting ? [] : old))
    }

    static func verifies(_ key: Key, at now: Timestamp) -> Bool {
        guard let retiredAt = key.retiredAt else { return true }
        return now < retiredAt.adding(seconds: SignedTokens.longestLife)
    }

    package var file: [UInt8] {
        get throws {
            if keys.count == 1, let only = keys.first { return only.secret }
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            let contents = Contents(
                keys: keys.map {
                    .init(secret: Data($0.secret), retiredAt: $0.retiredAt?.seconds)
                })
            return [UInt8](try encoder.encode(contents))
        }
    }

    private struct Contents: Codable {
        struct Key: Codable {
            let secret: Data
            let retiredAt: Int64?
        }

        let keys: [Key]
    }
}

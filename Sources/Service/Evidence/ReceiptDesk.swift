package import Domain
package import Tracker

/// A key to sign receipts with. It lives in memory as what it serves does: after a restart a client
/// asks for another.
package struct ReceiptKey: Hashable, Sendable {
    package let id: String
    package let secret: [UInt8]
    package let issuedAt: Timestamp
    package let expiresAt: Timestamp
}

/// Receipts as they came, with what was signed.
package struct SignedReceipts: Sendable {
    package let keyID: String
    package let number: Int64
    /// Seconds since the key was issued, by the client's clock.
    package let age: Int64
    package let torrents: [(hash: InfoHash, lines: [AttestedLine])]
    package let signed: [UInt8]
    package let signature: [UInt8]

    package init(
        keyID: String, number: Int64, age: Int64,
        torrents: [(hash: InfoHash, lines: [AttestedLine])], signed: [UInt8],
        signature: [UInt8]
    ) {
        self.keyID = keyID
        self.number = number
        self.age = age
        self.torrents = torrents
        self.signed = signed
        self.signature = signature
    }
}

/// Issues keys for receipts, and takes receipts that are signed by one.
///
/// 1. A key is one account's, for a day.
/// 2. Receipts are counted: the same again is taken once, and older ones are refused.
/// 3. They are of now, and of torrents that the account has had a session on.
package actor ReceiptDesk {
    private static let lifetime: Int64 = 86_400
    private static let mostKeys = 20_000
    private static let mostKeysEach = 8
    /// Seconds on the way, and between two clocks.
    private static let tolerance: Int64 = 300

    private let store: any EvidenceStore
    private let room: EvidenceRoom
    private let secrets: any Secrets
    private let clock: Clock
    private var keys = Remembered<String, Issued>(most: mostKeys)
    private var owned = Remembered<UserID, [String]>(most: mostKeys)

    private struct Issued {
        let key: ReceiptKey
        let owner: UserID
        var last: Int64 = 0
        var lastSignature: [UInt8] = []
    }

    package init(
        store: any EvidenceStore, room: EvidenceRoom, secrets: any Secrets, clock: Clock
    ) {
        self.store = store
        self.room = room
        self.secrets = secrets
        self.clock = clock
    }

    /// The oldest of many of one account ends.
    package func issueKey(to owner: UserID) -> ReceiptKey {
        let now = clock.now()
        let key = ReceiptKey(
            id: secrets.token(), secret: secrets.digest(secrets.token()), issuedAt: now,
            expiresAt: now.adding(seconds: Self.lifetime))
        var others = owned[owner] ?? []
        if others.count >= Self.mostKeysEach { keys[others.removeFirst()] = nil }
        owned[owner] = others + [key.id]
        keys[key.id] = Issued(key: key, owner: owner)
        return key
    }

    package func take(_ receipts: SignedReceipts, from user: UserID) async throws {
        guard try isNews(receipts, from: user) else { return }
        let torrents = try await store.torrents(receipts.torrents.map(\.hash), sharedBy: user)
        guard receipts.torrents.allSatisfy({ torrents[$0.hash] != nil }) else {
            throw ServiceError.conflict(
                code: "no_session", "You have no session on one of these torrents.")
        }
        // The same may have come again meanwhile.
        guard try isNews(receipts, from: user) else { return }
        keys[receipts.keyID]?.last = receipts.number
        keys[receipts.keyID]?.lastSignature = receipts.signature
        for (hash, lines) in receipts.torrents {
            guard let torrent = torrents[hash] else { continue }
            room.saw(SeenReceipt(receiver: user, torrent: torrent, lines: lines))
        }
    }

    private func isNews(_ receipts: SignedReceipts, from user: UserID) throws -> Bool {
        let now = clock.now()
        guard let issued = keys[receipts.keyID], issued.owner == user, now < issued.key.expiresAt
        else {
            throw ServiceError.conflict(
                code: "unknown_key", "The key is not yours, or is over: ask for another.")
        }
        let right = secrets.hmacSHA256(receipts.signed, key: issued.key.secret)
        guard Self.areEqual(right, receipts.signature) else {
            throw ServiceError.invalid(
                field: "signature", "The signature is not of these receipts under this key.")
        }
        if receipts.number == issued.last, receipts.signature == issued.lastSignature {
            return false
        }
        guard receipts.number > issued.last else {
            throw ServiceError.conflict(
                code: "replayed_receipts", "Later receipts under this key were taken already.")
        }
        let made = issued.key.issuedAt.adding(seconds: receipts.age)
        guard abs(now.seconds - made.seconds) <= Self.tolerance else {
            throw ServiceError.conflict(
                code: "stale_receipts", "These receipts are not of now: ask for another key.")
        }
        return true
    }

    /// Every byte is looked at, so that time tells nothing.
    private static func areEqual(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        a.count == b.count && zip(a, b).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

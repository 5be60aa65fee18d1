package import Domain
import Synchronization

/// The copy of the bans that every request is held against.
///
/// 1. A change made by this server is in it before the change is answered.
/// 2. What other servers change is in it a second later, at the next request.
/// 3. While the database does not answer, what was known last holds.
package final class BanList: Sendable {
    /// What asking costs is one row by its key.
    private static let freshness = Duration.seconds(1)

    private struct Held {
        var bans: StandingBans
        var askedAt: ContinuousClock.Instant
    }

    private let store: any BanStore
    private let held = Mutex<Held?>(nil)

    package init(store: any BanStore) { self.store = store }

    package func current() async throws -> StandingBans {
        let now = ContinuousClock.now
        let known = held.withLock { held -> (bans: StandingBans, isFresh: Bool)? in
            guard let last = held else { return nil }
            let isFresh = now - last.askedAt < Self.freshness
            // Of many requests at once, one asks and the others do not wait for it.
            if !isFresh { held?.askedAt = now }
            return (last.bans, isFresh)
        }
        if let known, known.isFresh { return known.bans }
        do {
            return try await refresh()
        } catch {
            guard let known else { throw error }
            return known.bans
        }
    }

    /// Asks now.
    @discardableResult
    package func refresh() async throws -> StandingBans {
        let known = held.withLock { $0?.bans }
        let records = try await store.bans(after: known?.version)
        return held.withLock { held in
            guard let records else { return held?.bans ?? .none }
            // An answer that was overtaken by a newer one is dropped.
            if let last = held?.bans, let version = last.version, version > records.version {
                return last
            }
            let bans = StandingBans(records)
            held = Held(bans: bans, askedAt: .now)
            return bans
        }
    }

    /// Throws `ServiceError.addressBanned`. Who comes over no network has no address.
    package func admit(_ address: IPAddress?, at now: Timestamp) async throws {
        guard let address, let ban = try await current().ban(of: address, at: now) else { return }
        throw ServiceError.addressBanned(reason: ban.reason, until: ban.expiresAt)
    }
}

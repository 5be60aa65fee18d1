import Domain
import Synchronization

/// The settings as they were a second ago at most, for whoever asks at every request. A change
/// made here is known at once, one made by another server of the community a second later.
final class RecentSettings: Sendable {
    private struct State {
        var settings: CommunitySettings?
        var askedAt: ContinuousClock.Instant?
    }

    private static let lifetime = Duration.seconds(1)

    private let store: any SettingsStore
    private let state = Mutex(State())

    init(store: any SettingsStore) { self.store = store }

    /// While the database is away: the last that were known, or those of a new community.
    func current() async -> CommunitySettings {
        let now = ContinuousClock.now
        let fresh = state.withLock { state -> CommunitySettings? in
            if let askedAt = state.askedAt, now - askedAt < Self.lifetime,
                let known = state.settings
            {
                return known
            }
            // Of many who come now one asks the database.
            state.askedAt = now
            return nil
        }
        if let fresh { return fresh }
        let read = try? await store.settings()
        return state.withLock { state in
            // What was changed here meanwhile is newer than what was read.
            if let read, state.askedAt == now { state.settings = read }
            return state.settings ?? read ?? .initial
        }
    }

    func note(_ settings: CommunitySettings) {
        state.withLock { state in
            state.settings = settings
            state.askedAt = .now
        }
    }
}

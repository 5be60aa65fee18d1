package import Domain
import Synchronization
import Tracker

/// Who may take part has changed: whoever may not any more leaves every swarm before the change is
/// answered.
extension Announcer {
    /// Places that are walked over before announces come in between.
    private static let stride: UInt32 = 1 << 14

    /// Whose ban or role changed.
    package func review(_ user: UserID) async throws {
        tables.withLock { $0.review(user: user) }
        try await sweep()
    }

    /// Whose passkey was replaced leaves every swarm, until their clients come with the new one.
    package func dismiss(_ user: UserID) async throws {
        tables.withLock { $0.review(user: user) }
        walk { $0.dismiss(user, $1) }
        await settle()
    }

    /// A role or a ban of many changed.
    package func reviewAll() async throws {
        // The rules first: who is read from now on is read by the roles as they are.
        try await refreshRules()
        tables.withLock { $0.review() }
        try await sweep()
    }

    /// What a torrent's entry became is another for those who take part: it was deleted, or shown
    /// to others than before.
    package func review(torrent id: CatalogID) async throws {
        tables.withLock { $0.review(torrent: id) }
        try await sweep()
    }

    /// Lets clients that went silent leave their swarms, and lists show it. Called now and then.
    package func expireSilent() async throws {
        try await refreshRules()
        // After a restart lists show swarms of which nobody has announced since.
        for id in try await ledger.busyTorrents() where !tables.withLock({ $0.isFilled(id) }) {
            guard let entry = try await catalog.entry(id) else { continue }
            try await fill(entry)
            if tables.withLock({ $0.noteSize(of: id, unless: entry.shown) }) { flusher.begins() }
        }
        let timing = tables.withLock { $0.rules?.timing } ?? AnnounceTiming(interval: interval)
        let limit = timing.silenceLimit(at: clock.now())
        walk { $0.memory.expire($1, before: limit) }
        await settle()
    }

    /// Has those leave who may not take part, by what the database says now.
    func sweep() async throws {
        while true {
            let (review, unknown) = tables.withLock { ($0.reviews, $0.unknownParticipants()) }
            try await know(unknown.users, asOf: review)
            for id in unknown.torrents {
                guard let entry = try await catalog.entry(id) else { continue }
                let facts = try await facts(of: entry)
                tables.withLock { $0.take(facts, announcedAs: nil, asOf: review) }
            }
            guard tables.withLock({ $0.reviews }) == review else { continue }
            let now = clock.now()
            walk { $0.dismissUnwelcome($1, at: now) }
            // Lists show it, and so does the row of whoever left.
            await settle()
            return
        }
    }

    private func walk(_ step: @Sendable (inout AnnounceTables, Range<UInt32>) -> Void) {
        var start: UInt32 = 0
        while true {
            let isOver = tables.withLock { tables in
                let end = tables.memory.places.upperBound
                guard start < end else { return true }
                let next = min(end, start + Self.stride)
                step(&tables, start..<next)
                start = next
                return false
            }
            if isOver { break }
        }
        if tables.withLock({ $0.memory.hasBatch }) { flusher.begins() }
    }
}

extension EntryRecord {
    /// As lists show its swarm.
    fileprivate var shown: SwarmCounts { SwarmCounts(seeders: seeders, leechers: leechers) }
}

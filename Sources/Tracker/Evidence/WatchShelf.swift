package import Domain

/// The watches of many swarms in bounded memory.
///
/// It holds at most `mostSessions` sessions, each swarm with one more for itself, in two
/// generations: when the younger one has half of them it becomes the older one, and the swarms that
/// nobody announced to since are forgotten as a whole. A watch that missed half of its swarm would
/// judge without knowing.
package struct WatchShelf: Sendable {
    package static let mostSessions = 50_000

    private let half: Int
    private let limits: EvidenceLimits
    private var younger: [CatalogID: SwarmWatch] = [:]
    private var older: [CatalogID: SwarmWatch] = [:]
    private var youngerWeight = 0
    /// How often swarms were forgotten for want of room.
    package private(set) var turnovers = 0

    package init(sessions: Int = mostSessions, limits: EvidenceLimits = EvidenceLimits()) {
        half = max(1, sessions / 2)
        self.limits = limits
    }

    package var sessionCount: Int {
        younger.values.reduce(0) { $0 + $1.sessionCount }
            + older.values.reduce(0) { $0 + $1.sessionCount }
    }

    /// Bytes that all of it takes at most, tables not counted in: 34 MB.
    package static var mostBytes: Int { mostSessions * SwarmWatch.bytesPerSession }

    /// Anew where the torrent was not watched, or by other terms: figures of two intervals cannot
    /// be held against each other.
    package mutating func watch<T>(
        _ torrent: CatalogID, size: ByteCount, interval: Int, _ body: (inout SwarmWatch) -> T
    ) -> T {
        let fresh = SwarmWatch(torrent: torrent, size: size, interval: interval, limits: limits)
        var watch = taken(torrent) ?? fresh
        if watch.interval != fresh.interval || watch.size != size { watch = fresh }
        let answer = body(&watch)
        put(watch)
        return answer
    }

    /// `nil` where the torrent is not watched.
    package mutating func watch<T>(_ torrent: CatalogID, _ body: (inout SwarmWatch) -> T) -> T? {
        guard var watch = taken(torrent) else { return nil }
        let answer = body(&watch)
        put(watch)
        return answer
    }

    package mutating func forget(_ torrent: CatalogID) { _ = taken(torrent) }

    /// Forgets all others.
    package mutating func keep(_ isKept: (CatalogID) -> Bool) {
        younger = younger.filter { isKept($0.key) }
        older = older.filter { isKept($0.key) }
        youngerWeight = younger.values.reduce(0) { $0 + $1.sessionCount + 1 }
    }

    package mutating func forgetAll() {
        (younger, older, youngerWeight) = ([:], [:], 0)
    }

    /// Taken out, so that it is changed in place and not copied.
    private mutating func taken(_ torrent: CatalogID) -> SwarmWatch? {
        if let watch = younger.removeValue(forKey: torrent) {
            youngerWeight -= watch.sessionCount + 1
            return watch
        }
        return older.removeValue(forKey: torrent)
    }

    private mutating func put(_ watch: SwarmWatch) {
        younger[watch.torrent] = watch
        youngerWeight += watch.sessionCount + 1
        guard youngerWeight >= half else { return }
        turnovers += older.isEmpty ? 0 : 1
        older = younger
        (younger, youngerWeight) = ([:], 0)
    }
}

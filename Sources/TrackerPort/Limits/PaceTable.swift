import TrackerWire

/// Who asked how often lately: a bucket of tokens for each of a bounded number of askers.
///
/// 1. Memory is what `init` takes, 16 bytes an asker; `admit` allocates nothing.
/// 2. Whoever keeps to the pace is never refused, whatever others do: an asker who finds no place
///    takes one whose bucket is full again, or else the fullest, and a bucket that is forgotten is
///    a full one.
/// 3. Who stands where is a keyed digest, so that strangers cannot choose to crowd one place.
package struct PaceTable: Sendable {
    /// The bucket as the moment at which it is full again (the generic cell rate algorithm).
    private struct Place {
        var key: UInt64 = 0
        var fullAt = Int64.min
    }

    /// How many places a key may stand in.
    private static let ways = 4

    private let digest: SipHash
    private let mask: Int
    /// What one question takes, and what a full bucket holds, in microseconds.
    private let cost: Int64
    private let room: Int64
    private var places: [Place]

    /// - Parameters:
    ///   - askers: how many are told apart at a time, about; rounded up to a power of two.
    ///   - key: of the digest; random but in tests.
    package init(_ pace: Pace, askers: Int = 1 << 16, key: (UInt64, UInt64)? = nil) {
        let steady = min(60_000_000, max(1, pace.perMinute))
        cost = 60_000_000 / Int64(steady)
        room = cost * Int64(min(1_000_000, max(1, pace.burst)))
        var sets = 1
        while sets * Self.ways < min(1 << 24, askers) { sets *= 2 }
        mask = sets - 1
        places = Array(repeating: Place(), count: sets * Self.ways)
        var source = SystemRandomNumberGenerator()
        digest = SipHash(key: key ?? (source.next(), source.next()))
    }

    /// Whether `key` may ask now; a refusal takes no token, so whoever slows down is let in again.
    ///
    /// - Parameter now: milliseconds of any clock that does not stand still.
    package mutating func admit(_ key: UInt64, at now: Int64) -> Bool {
        let now = min(max(0, now), 1 << 50) * 1000
        let first =
            (Int(truncatingIfNeeded: digest.digest(key, 0, 0)) & mask) * Self.ways
        var (choice, isKnown) = (first, false)
        for place in first..<(first + Self.ways) {
            if places[place].key == key {
                (choice, isKnown) = (place, true)
                break
            }
            if places[place].fullAt < places[choice].fullAt { choice = place }
        }
        // A clock that was set back leaves nobody refused for longer than a bucket takes to fill.
        let fullAt = isKnown ? min(max(places[choice].fullAt, now), now + room) : now
        guard fullAt + cost <= now + room else {
            places[choice].fullAt = fullAt
            return false
        }
        places[choice] = Place(key: key, fullAt: fullAt + cost)
        return true
    }
}

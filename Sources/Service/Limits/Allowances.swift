/// So many at once, and so many a second after that.
package struct Allowance: Hashable, Sendable {
    package let burst: Double
    package let perSecond: Double

    package init(burst: Double, perSecond: Double) {
        self.burst = burst
        self.perSecond = perSecond
    }
}

/// What each of many has left of an allowance: a token bucket for each, in bounded memory. Times
/// are seconds of any clock that does not go back.
package struct Allowances<Key: Hashable & Sendable>: Sendable {
    private struct Bucket {
        var level: Double
        var at: Double
    }

    private var buckets: Remembered<Key, Bucket>

    package init(most: Int) { buckets = Remembered(most: most) }

    package var count: Int { buckets.count }

    /// Takes `cost`, or answers how many seconds to wait until there is enough.
    package mutating func take(
        _ key: Key, cost: Double = 1, of allowance: Allowance, at now: Double
    ) -> Double? {
        // Nobody waits for more than fits.
        let cost = min(cost, allowance.burst)
        var bucket = buckets[key] ?? Bucket(level: allowance.burst, at: now)
        let gained = max(0, now - bucket.at) * allowance.perSecond
        bucket = Bucket(level: min(allowance.burst, bucket.level + gained), at: now)
        let isEnough = bucket.level >= cost
        if isEnough { bucket.level -= cost }
        buckets[key] = bucket
        return isEnough ? nil : (cost - bucket.level) / allowance.perSecond
    }

    package mutating func giveBack(_ key: Key, _ cost: Double = 1) {
        // `take` cuts what is more than the burst.
        buckets[key]?.level += cost
    }
}

package import Domain

/// How often clients shall announce, in seconds.
package struct AnnounceTiming: Hashable, Sendable {
    package let interval: Int
    package let minInterval: Int

    /// Out of the settings' range counts as the nearest in it.
    package init(interval: Int) {
        let range = CommunitySettings.announceIntervals
        self.interval = min(range.upperBound, max(range.lowerBound, interval))
        minInterval = max(1, self.interval / 2)
    }

    /// A tenth more or less, so that clients which started together do not stay together.
    package func jittered(using generator: inout some RandomNumberGenerator) -> Int {
        let span = UInt64(interval / 10 * 2 + 1)
        // The high half of a product is as even as a remainder, and a fraction of its cost.
        let share = generator.next().multipliedFullWidth(by: span).high
        return interval - interval / 10 + Int(share)
    }

    /// When a client that was silent so long has left without a word: it missed two announces.
    package func silenceLimit(at now: Timestamp) -> Timestamp {
        now.adding(seconds: -Int64(interval) * 5 / 2)
    }

    /// Seconds still to wait; `nil` when it is time. An event is never too soon: `completed` can
    /// come in the second of `started`. But `paused` comes with every announce of a partial seed
    /// (BEP 21), and is none.
    package func wait(
        lastSeen: Timestamp?, now: Timestamp, event: AnnounceEvent?
    ) -> Int? {
        guard event == nil || event == .paused, let lastSeen else { return nil }
        // Half is forgiven: timers drift, and a person may ask again by hand.
        let due = lastSeen.adding(seconds: Int64(minInterval / 2))
        guard now < due, now >= lastSeen else { return nil }
        return Int(clamping: due.seconds - now.seconds)
    }
}

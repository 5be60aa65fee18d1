package import Domain

/// How long whoever took a torrent stays with it: so many hours, or until so much is given back,
/// whichever comes first.
package struct SeedingPolicy: Hashable, Sendable {
    package enum Verdict: Hashable, Sendable {
        case nothing
        /// What is still to do: the moment at which enough is seeded by whoever seeds from now on,
        /// or the bytes up that do as well.
        case owes(until: Timestamp, orBytes: ByteCount?)
    }

    /// What a member did with one torrent, over all sessions.
    package struct Share: Hashable, Sendable {
        package let size: ByteCount
        /// As moved, whatever it counted for: who takes for free stays as long.
        package let moved: Counters
        package let seededSeconds: Int64

        package init(size: ByteCount, moved: Counters, seededSeconds: Int64) {
            self.size = size
            self.moved = moved
            self.seededSeconds = seededSeconds
        }
    }

    /// 0 asks for nothing.
    package let seconds: Int64
    /// Bytes up over bytes down, in hundredths, that do as well; `nil` where nothing but time does.
    package let ratioPercent: Int64?

    /// As the settings say it: a ratio of 0 is none.
    package init(_ settings: CommunitySettings) {
        self.init(
            hours: settings.seedingHours,
            ratioPercent: settings.seedingRatioPercent > 0 ? settings.seedingRatioPercent : nil)
    }

    /// Beyond ten years, or a ratio of a hundred, counts as that.
    package init(hours: Int, ratioPercent: Int? = nil) {
        seconds = Int64(min(87_600, max(0, hours))) * 3600
        self.ratioPercent = ratioPercent.map { Int64(min(10_000, max(0, $0))) }
    }

    /// A tenth is tasting: nothing is owed for it.
    package func verdict(_ share: Share, at now: Timestamp) -> Verdict {
        let left = seconds - max(0, share.seededSeconds)
        guard left > 0, share.moved.down.bytes > share.size.bytes / 10 else { return .nothing }
        let until = now.adding(seconds: left)
        guard let ratioPercent else { return .owes(until: until, orBytes: nil) }
        let owed = share.moved.down.percent(ratioPercent) - share.moved.up
        return owed == .zero ? .nothing : .owes(until: until, orBytes: owed)
    }

    /// Seconds that an announce adds to what was seeded: those since the one before, where both say
    /// that nothing is left. Silence counts no longer than the tracker keeps a client in a swarm.
    package static func seeded(
        since last: Timestamp, had leftThen: ByteCount, has left: ByteCount, at now: Timestamp,
        interval: Int
    ) -> Int64 {
        guard leftThen == .zero, left == .zero, now > last else { return 0 }
        let (elapsed, overflow) = now.seconds.subtractingReportingOverflow(last.seconds)
        let most = Int64(max(0, interval)) * 5 / 2
        return overflow ? most : min(elapsed, most)
    }
}

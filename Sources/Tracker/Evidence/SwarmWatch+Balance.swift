package import Domain

/// The swarm as a whole: what all claim up cannot be more than what all claim down.
extension SwarmWatch {
    /// What a swarm says it moved, in a stretch of time or since it is watched.
    package struct Window: Hashable, Sendable {
        package let up: ByteCount
        package let down: ByteCount
        /// What those may have taken who fell silent.
        package let excused: ByteCount

        package init(up: ByteCount, down: ByteCount, excused: ByteCount) {
            self.up = up
            self.down = down
            self.excused = excused
        }

        /// What nobody took, beyond what clean swarms show; zero where the books balance.
        package func excess(_ limits: EvidenceLimits = EvidenceLimits()) -> ByteCount {
            up - (down + excused).percent(limits.sentPercent)
                - ByteCount(clamping: limits.trifle)
        }
    }

    /// Once an interval. Claims up are those that were judged, so an interval older than those down.
    package mutating func balance(at now: Timestamp) -> [Evidence] {
        guard !isOverfull else { return [] }
        let late = now.adding(seconds: -interval * 13 / 10)
        let peak = Crowd(sessions).peakDown
        var (up, down, tails) = (forgotten.up, forgotten.down, excusedDown)
        for session in sessions.values {
            up += session.judgedUp
            down += session.down
            guard session.isReceiver, session.heardAt < late else { continue }
            tails += whole(session, peak)
        }
        let window = Window(up: up, down: down, excused: tails)
        let excess = window.excess(limits)
        guard excess > .zero else {
            unbalanced = 0
            return []
        }
        unbalanced = min(100, unbalanced + 1)
        // Once may be chance.
        guard unbalanced >= 2 else { return [] }
        let half = ByteCount(clamping: excess.bytes / 2)
        let suspects = sessions.filter {
            $0.value.judgedUp - $0.value.attested.percent(limits.sentPercent) >= half
        }
        var found: [Evidence] = []
        for number in suspects.keys.sorted() {
            tell(
                .unbalancedSwarm, 50 / suspects.count, number, beside: nil, claimed: up,
                explained: down + tails, &found)
        }
        return found
    }

    /// All that a receiver may have taken since it was heard.
    func whole(_ session: WatchedSession, _ peak: ByteCount) -> ByteCount {
        let best = session.peakDown > .zero ? session.peakDown : peak
        return min(session.left.percent(125), best.percent(200))
    }
}

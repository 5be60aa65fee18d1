package import Domain

/// Whether an announce is granted: every rule in one place, and no look at anything but its facts.
package enum AnnouncePolicy {
    /// Where the torrent stands with the member who asks.
    package enum Standing: Hashable, Sendable {
        case absent
        /// Deleted, and this member once had a session on it.
        case deleted(reason: String)
        /// In the catalog, but not for this member.
        case hidden
        /// Told to those who know of it: its uploader and the staff.
        case awaitsApproval
        case available
    }

    package struct Facts: Hashable, Sendable {
        /// `nil` for a member who is not banned.
        package var banReason: String?
        package var standing: Standing
        package var port: UInt16
        package var left: ByteCount
        package var event: AnnounceEvent?
        /// Whether the member has a session with this torrent already, by any client.
        package var hasStarted: Bool
        /// The member's totals, adjustments counted in.
        package var totals: Counters
        /// When this client was last heard over this address family.
        package var lastSeen: Timestamp?
        /// Whether the member downloads this torrent now, by any client.
        package var isDownloading: Bool
        /// Torrents beside this one that the member downloads now.
        package var otherDownloads: Int

        package init(
            banReason: String? = nil, standing: Standing, port: UInt16, left: ByteCount,
            event: AnnounceEvent?, hasStarted: Bool, totals: Counters, lastSeen: Timestamp?,
            isDownloading: Bool = false, otherDownloads: Int = 0
        ) {
            self.banReason = banReason
            self.standing = standing
            self.port = port
            self.left = left
            self.event = event
            self.hasStarted = hasStarted
            self.totals = totals
            self.lastSeen = lastSeen
            self.isDownloading = isDownloading
            self.otherDownloads = otherDownloads
        }
    }

    /// `nil` when the announce is granted.
    package static func refusal(
        of facts: Facts, ratio: RatioPolicy, slots: SlotPolicy = SlotPolicy(downloads: nil),
        timing: AnnounceTiming, now: Timestamp
    ) -> AnnounceRefusal? {
        if let reason = facts.banReason { return .banned(reason: reason) }
        switch facts.standing {
        case .absent, .hidden: return .unknownTorrent
        case .deleted(let reason): return .deleted(reason: reason)
        case .awaitsApproval: return .awaitsApproval
        case .available: break
        }
        // Nobody is sent to a goodbye's port, and its counters shall be booked.
        if facts.event == .stopped { return nil }
        // A peer list must not send clients to somebody's mail or web server.
        guard facts.port >= 1024 else { return .badPort(facts.port) }
        if facts.left > .zero, !facts.hasStarted,
            case .owes(let bytes) = ratio.verdict(up: facts.totals.up, down: facts.totals.down)
        {
            return .owes(bytes, requiredRatio: ratio.requiredRatio)
        }
        if case .full(let most) = slots.verdict(
            left: facts.left, event: facts.event, isDownloading: facts.isDownloading,
            others: facts.otherDownloads)
        {
            return .slotsFull(most)
        }
        if let seconds = timing.wait(lastSeen: facts.lastSeen, now: now, event: facts.event) {
            return .tooSoon(seconds: seconds)
        }
        return nil
    }

    /// How many peers to name: what was asked for, 50 unless said, 200 at most, none at goodbye.
    package static func peerLimit(numwant: Int?, event: AnnounceEvent?) -> Int {
        event == .stopped ? 0 : min(200, max(0, numwant ?? 50))
    }
}

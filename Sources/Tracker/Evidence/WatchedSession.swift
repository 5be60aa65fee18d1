import Domain

/// What the watch remembers of one session: sums, and the last few announces to cite.
struct WatchedSession: Sendable {
    /// One giver of the last report, by its number in the swarm.
    struct Source: Hashable, Sendable {
        let giver: UInt32
        var kibibytes: UInt32
    }

    static let citedAnnounces = 4
    static let keptSources = 16

    /// The arithmetic of the ledger, with a byte for a byte.
    var ledger: LedgerSession
    var left: ByteCount
    var heardAt: Timestamp
    /// Where it was heard from, of each address family the last.
    var v4: PeerEndpoint?
    var v6: PeerEndpoint?
    /// Taken before the first announce that came: nobody was credited for it, and somebody gave it.
    var downBefore: ByteCount

    // MARK: as a giver

    /// What it had claimed up when it was judged last, and when that was.
    var judgedUp: ByteCount = .zero
    var judgedAt: Timestamp
    /// What others attest to have got from it.
    var attested: ByteCount = .zero
    /// What was too much while somebody was there who may have taken it and did not say.
    var disputed: ByteCount = .zero
    /// The most it claimed in one interval.
    var peakUp: ByteCount = .zero
    /// How often what it claims was too much, by more than ever before; and by how much at most.
    /// Once it is not, both begin again.
    var strikes: UInt8 = 0
    var excess: ByteCount = .zero

    // MARK: as a receiver

    /// What it attests to have got from anybody.
    var attests: ByteCount = .zero
    var lastReport: UInt32 = 0
    /// Whom it got most from since the report before the last.
    var sources: [Source] = []
    var peakDown: ByteCount = .zero
    /// When it said last that it had taken something, in an announce or a report.
    var tookAt: Timestamp
    /// How often its counters began again, 3 at most: more would be an excuse.
    var restarts: UInt8 = 0
    /// What it may have taken and had no time to claim.
    var unclaimed: ByteCount = .zero
    /// What it took and does not say from whom: it may have been from anybody.
    var unexplained: ByteCount = .zero
    /// It fell silent, and what it may have taken since is excused.
    var hasVanished = false

    // MARK: otherwise

    var pattern = CounterPattern()
    var fingerprint = ClientFingerprint()
    var announces: [ClaimedAnnounce] = []
    /// The highest score that was told, by rule.
    var told: [Evidence.Rule: UInt8] = [:]

    var up: ByteCount { ledger.credited.up }
    var down: ByteCount { ledger.credited.down + downBefore }
    var isReceiver: Bool { left > .zero && ledger.isRunning && !hasVanished }

    init(_ announce: WatchedAnnounce, ledger: LedgerSession) {
        self.ledger = ledger
        left = announce.left
        heardAt = announce.at
        judgedAt = announce.at
        tookAt = announce.at
        downBefore = announce.counters.down
    }

    /// Whether that is news.
    mutating func wasHeard(from endpoint: PeerEndpoint) -> Bool {
        switch endpoint.address.family {
        case .v4:
            guard v4 != endpoint else { return false }
            v4 = endpoint
        case .v6:
            guard v6 != endpoint else { return false }
            v6 = endpoint
        }
        return true
    }

    mutating func cite(_ announce: WatchedAnnounce) {
        if announces.count == Self.citedAnnounces { announces.removeFirst() }
        announces.append(
            ClaimedAnnounce(
                at: announce.at, counters: announce.counters, left: announce.left,
                event: announce.event))
    }

    /// How much it took from one giver between its last two reports.
    func got(from giver: UInt32) -> ByteCount {
        guard let source = sources.first(where: { $0.giver == giver }) else { return .zero }
        return ByteCount(clamping: Int64(source.kibibytes) << 10)
    }

    /// Of a report: the largest few, and nothing of those before it.
    mutating func keep(_ lines: [(giver: UInt32, bytes: ByteCount)]) {
        sources = lines.sorted { $0.bytes > $1.bytes }.prefix(Self.keptSources).map {
            Source(giver: $0.giver, kibibytes: UInt32(clamping: $0.bytes.bytes >> 10))
        }
    }
}

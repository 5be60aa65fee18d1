import Domain

/// One client of one torrent as an announce finds it: 72 bytes, without a reference in it.
struct HotSession {
    struct Flags: OptionSet {
        let rawValue: UInt8
        /// Has everything.
        static let seeds = Flags(rawValue: 1)
        /// Wants nothing more though it has not everything (BEP 21).
        static let pauses = Flags(rawValue: 2)
        /// In its swarm's lists.
        static let isListed = Flags(rawValue: 4)
        static let hasV4 = Flags(rawValue: 8)
        static let hasV6 = Flags(rawValue: 16)
        /// This place has a tenant.
        static let isTaken = Flags(rawValue: 32)
        /// No goodbye was heard since it began.
        static let isRunning = Flags(rawValue: 64)
        /// Nothing was claimed yet, and no row is known.
        static let isNew = Flags(rawValue: 128)
    }

    var peer: PeerID
    var member: UInt32
    var torrent: UInt32
    var v4Port: UInt16 = 0
    var flags: Flags = []
    /// The counters claimed last: the baseline of the next announce.
    var up: Int64
    var down: Int64
    var v4: UInt32 = 0
    /// When it was heard over IPv4 last, in seconds since 1970.
    var v4Seen: UInt32 = 0
    /// When `up` and `down` were claimed: an announce that came late does not move it.
    var claimedAt: UInt32
    /// Where it stands in its list.
    var place: UInt32 = 0
    /// Its record in the batch under way, if that one names it too.
    var record = SlotTable.none
    /// Its IPv6 side, in a table of its own: few have one.
    var v6 = SlotTable.none
}

extension HotSession {
    var last: Counters {
        Counters(up: ByteCount(clamping: up), down: ByteCount(clamping: down))
    }

    /// Wants nothing more.
    var gives: Bool { !flags.isDisjoint(with: [.seeds, .pauses]) }
}

/// Where a session was seen over IPv6.
struct HotV6 {
    var high: UInt64 = 0
    var low: UInt64 = 0
    var port: UInt16 = 0
    var seen: UInt32 = 0
}

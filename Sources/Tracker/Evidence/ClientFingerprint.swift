import Domain

/// What a client shows of itself beside its name, and where that contradicts the name.
///
/// Only habits that the clients' own sources or our measurements show are held against anybody;
/// who gives no known name contradicts nothing.
struct ClientFingerprint: Hashable, Sendable {
    enum Contradiction: UInt8, CaseIterable, Sendable {
        /// Another announce key under the same id, in the middle of a run.
        case keyChanged
        /// A key that the named client does not make.
        case strangeKey
        /// An event that the named client never sends.
        case strangeEvent
        /// The named client takes a new id for each run, and this one began again under the old.
        case idKept
        /// It says that it finished, and that something is left.
        case finishedWithRest
    }

    private var keyDigest: UInt64 = 0
    private var seen: UInt8 = 0

    /// `beganAgain`: the counters went back. Answers what is new.
    mutating func saw(_ announce: WatchedAnnounce, beganAgain: Bool) -> [Contradiction] {
        var found: [Contradiction] = []
        let habits = ClientHabits(announce.identity.peerID)
        if let key = announce.key {
            let digest = Self.digest(key)
            // A client that began again may have been started again.
            if keyDigest != 0, keyDigest != digest, announce.event != .started, !beganAgain {
                found.append(.keyChanged)
            }
            keyDigest = digest
            if let habits, !habits.makes(key: key) { found.append(.strangeKey) }
        }
        if let habits, let event = announce.event, habits.never.contains(event) {
            found.append(.strangeEvent)
        }
        if let habits, beganAgain, habits.takesNewIDs { found.append(.idKept) }
        if announce.event == .completed, announce.left > .zero { found.append(.finishedWithRest) }
        return found.filter { contradiction in
            let bit = UInt8(1) << contradiction.rawValue
            defer { seen |= bit }
            return seen & bit == 0
        }
    }

    /// How many different ones were seen.
    var contradictions: Int { seen.nonzeroBitCount }

    /// FNV-1a: the same on every run, and never zero, which is for no key at all.
    private static func digest(_ key: [UInt8]) -> UInt64 {
        max(1, key.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
    }
}

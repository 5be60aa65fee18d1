package import Domain

/// Why a claim cannot well be true, for a person to look at. Nothing acts on it.
package struct Evidence: Hashable, Sendable {
    package enum Rule: UInt8, CaseIterable, Sendable {
        /// More is claimed up than all others together can have got from this client.
        case unreceived
        /// Something is claimed up while nobody was there who still missed a byte.
        case nobodyToReceive
        /// The swarm claims more up than down, and this client's part could be the difference.
        case unbalancedSwarm
        /// More in a second than a line of 10 Gbit carries.
        case impossibleSpeed
        /// It attests more than it claims to have taken, for somebody's sake.
        case receiptsBeyondDownload
        /// It took the whole torrent, and again: a torrent has only so many bytes.
        case downloadBeyondSize
        /// Counters that grow as no transfer does.
        case madeUpCounters
        /// The client is not the one that it says it is.
        case contradictoryClient
    }

    /// From here on a single piece is worth a look.
    package static let reviewScore = 60

    package let rule: Rule
    package let suspect: SwarmMember.Identity
    /// Who else is in it: whom the suspect gives a false attestation, or who may have taken what
    /// the suspect gave and does not say so.
    package let counterpart: SwarmMember.Identity?
    package let torrent: CatalogID
    /// 1 to 100: how hard it is to explain otherwise.
    package let score: Int
    /// What the suspect says it moved, and how much of that others explain.
    package let claimed: ByteCount
    package let explained: ByteCount
    /// What was said, the last at the end.
    package let announces: [ClaimedAnnounce]

    package init(
        rule: Rule, suspect: SwarmMember.Identity, counterpart: SwarmMember.Identity?,
        torrent: CatalogID, score: Int, claimed: ByteCount, explained: ByteCount,
        announces: [ClaimedAnnounce]
    ) {
        self.rule = rule
        self.suspect = suspect
        self.counterpart = counterpart
        self.torrent = torrent
        self.score = score
        self.claimed = claimed
        self.explained = explained
        self.announces = announces
    }

    /// What several pieces about one member come to: each takes its part of the doubt that the
    /// others left. What says the same counts once, with its highest score: one rule in one torrent,
    /// and all that rests on the word of one other member.
    package static func combinedScore(of pieces: [Evidence]) -> Int {
        let unreceived = Dictionary(grouping: pieces.filter(\.isOfReceipts), by: \.torrent)
        var highest: [Place: Int] = [:]
        for piece in pieces {
            let of = unreceived[piece.torrent]
            // The swarm does not balance by the same bytes.
            if piece.rule == .unbalancedSwarm, of != nil { continue }
            let word = of?.compactMap(\.counterpart?.user).min()
            let place =
                !piece.isOfReceipts
                ? Place(rule: piece.rule, torrent: piece.torrent, word: nil)
                : Place(rule: .unreceived, torrent: word == nil ? piece.torrent : nil, word: word)
            highest[place] = max(highest[place] ?? 0, piece.score)
        }
        let doubt = highest.values.reduce(1.0) { $0 * Double(100 - min(100, $1)) / 100 }
        return Int(((1 - doubt) * 100).rounded())
    }

    private var isOfReceipts: Bool { rule == .unreceived || rule == .nobodyToReceive }

    private struct Place: Hashable {
        let rule: Rule
        let torrent: CatalogID?
        let word: UserID?
    }
}

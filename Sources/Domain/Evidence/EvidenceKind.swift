/// What makes a claim hard to believe, as the API and the database name it.
package enum EvidenceKind: String, CaseIterable, Codable, Sendable {
    case unreceived
    case nobodyToReceive = "nobody_to_receive"
    case unbalancedSwarm = "unbalanced_swarm"
    case impossibleSpeed = "impossible_speed"
    case receiptsBeyondDownload = "receipts_beyond_download"
    case downloadBeyondSize = "download_beyond_size"
    case madeUpCounters = "made_up_counters"
    case contradictoryClient = "contradictory_client"

    /// One line for people.
    package var meaning: String {
        switch self {
        case .unreceived: "More was claimed as given than all others can have got from this client"
        case .nobodyToReceive: "Something was claimed as given while nobody was there to take it"
        case .unbalancedSwarm: "The swarm claims to have given more than it took"
        case .impossibleSpeed: "More in a second than a line of 10 Gbit carries"
        case .receiptsBeyondDownload: "It attests more than it claims to have taken"
        case .downloadBeyondSize: "It took the whole torrent, and again"
        case .madeUpCounters: "Counters that grow as no transfer does"
        case .contradictoryClient: "The client is not the one that it says it is"
        }
    }
}

/// What a person made of a piece of evidence. Neither does anything by itself.
package enum EvidenceVerdict: String, CaseIterable, Codable, Sendable {
    /// It can be explained otherwise.
    case dismissed
    case confirmed
}

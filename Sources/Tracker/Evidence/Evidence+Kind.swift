package import Domain

extension Evidence.Rule {
    /// As the rest of the house names it.
    package var kind: EvidenceKind {
        switch self {
        case .unreceived: .unreceived
        case .nobodyToReceive: .nobodyToReceive
        case .unbalancedSwarm: .unbalancedSwarm
        case .impossibleSpeed: .impossibleSpeed
        case .receiptsBeyondDownload: .receiptsBeyondDownload
        case .downloadBeyondSize: .downloadBeyondSize
        case .madeUpCounters: .madeUpCounters
        case .contradictoryClient: .contradictoryClient
        }
    }
}

import Domain
import Tracker

/// One client in a swarm, as slow and plain as can be.
struct ModelMember: Hashable, Sendable {
    /// Where it was seen, and when last.
    struct Sighting: Hashable {
        let endpoint: PeerEndpoint
        let at: Timestamp
    }

    let identity: SwarmMember.Identity
    var left: ByteCount
    var v4: Sighting?
    var v6: Sighting?

    var isSeeder: Bool { left == .zero }

    var endpoints: [PeerEndpoint] { [v4, v6].compactMap { $0?.endpoint } }

    mutating func wasSeen(at endpoint: PeerEndpoint, now: Timestamp) {
        let sighting = Sighting(endpoint: endpoint, at: now)
        switch endpoint.address.family {
        case .v4: v4 = sighting
        case .v6: v6 = sighting
        }
    }

    mutating func forget(_ endpoint: PeerEndpoint) {
        if v4?.endpoint == endpoint { v4 = nil }
        if v6?.endpoint == endpoint { v6 = nil }
    }

    mutating func forgetSightings(before moment: Timestamp) {
        if let seen = v4, seen.at < moment { v4 = nil }
        if let seen = v6, seen.at < moment { v6 = nil }
    }

    /// The endpoint to name to somebody who came over `family`.
    func endpoint(preferring family: IPAddress.Family) -> PeerEndpoint? {
        switch family {
        case .v4: (v4 ?? v6)?.endpoint
        case .v6: (v6 ?? v4)?.endpoint
        }
    }
}

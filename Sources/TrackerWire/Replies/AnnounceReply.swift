import Bencoding
package import Domain

/// The answer to an announce that is granted; times are in seconds.
package struct AnnounceReply: Hashable, Sendable {
    package enum Form: Hashable, Sendable {
        /// BEP 23 and BEP 7.
        case compact
        case dictionaries(withPeerIDs: Bool)
    }

    package var interval: Int
    package var minInterval: Int
    package var counts: SwarmCounts
    package var peers: [SwarmPeer]
    package var form: Form
    /// Where the client was seen to come from (BEP 24).
    package var externalAddress: IPAddress?
    /// One line that clients show to their user while all goes well.
    package var warning: String?

    package init(
        interval: Int, minInterval: Int, counts: SwarmCounts, peers: [SwarmPeer],
        form: Form = .compact, externalAddress: IPAddress? = nil, warning: String? = nil
    ) {
        self.interval = interval
        self.minInterval = minInterval
        self.counts = counts
        self.peers = peers
        self.form = form
        self.externalAddress = externalAddress
        self.warning = warning
    }

    package var bytes: [UInt8] {
        BencodeValue.dictionary([
            "complete": .integer(Int64(counts.seeders)),
            "external ip": externalAddress.map { .bytes($0.bytes) },
            "incomplete": .integer(Int64(counts.leechers)),
            "interval": .integer(Int64(interval)),
            "min interval": .integer(Int64(minInterval)),
            "peers": peerList,
            "peers6": peerList6,
            "warning message": warning.map { .string($0) },
        ]).bytes
    }

    /// Always there, for some clients take its absence for a failure.
    private var peerList: BencodeValue {
        switch form {
        case .compact: .bytes(compact(.v4))
        case .dictionaries(let withPeerIDs):
            .list(
                peers.map { peer in
                    .dictionary([
                        "ip": .string(peer.endpoint.address.description),
                        "peer id": withPeerIDs ? .bytes(peer.id.bytes) : nil,
                        "port": .integer(Int64(peer.endpoint.port)),
                    ])
                })
        }
    }

    private var peerList6: BencodeValue? {
        guard form == .compact else { return nil }
        let bytes = compact(.v6)
        return bytes.isEmpty ? nil : .bytes(bytes)
    }

    private func compact(_ family: IPAddress.Family) -> [UInt8] {
        peers.lazy.map(\.endpoint).filter { $0.address.family == family }
            .flatMap(\.compactBytes)
    }
}

extension AnnounceReply.Form {
    package init(_ request: AnnounceRequest) {
        self = request.isCompact ? .compact : .dictionaries(withPeerIDs: !request.noPeerID)
    }
}

package import Domain
import HTTPTypes

/// The proxies before this server, whose word about where a request came from is taken. Nobody
/// else's is: whoever connects could write any address into a header.
package struct TrustedProxies: Hashable, Sendable {
    /// Where they write whom they heard a request from. One of the two: a proxy that writes one
    /// passes on the other as whoever asked wrote it.
    package enum Header: String, CaseIterable, Sendable {
        case xForwardedFor = "x-forwarded-for"
        /// RFC 7239.
        case forwarded
    }

    private let blocks: [AddressRange]
    private let header: Header

    package init(_ blocks: [AddressRange] = [], writing header: Header = .xForwardedFor) {
        self.blocks = blocks
        self.header = header
    }

    package func contains(_ address: IPAddress) -> Bool {
        blocks.contains { $0.contains(address) }
    }

    /// Who sent the request: from the right, the first that is no proxy of ours. Each proxy adds to
    /// the right whom it heard it from, so what stands further left is hearsay.
    func sender(peer: IPAddress?, _ headers: HTTPFields) -> IPAddress? {
        guard let peer, contains(peer) else { return peer }
        var sender = peer
        for hop in ForwardedFor.hops(headers, in: header).reversed() {
            // What cannot be read ends the chain at the last hop that could.
            guard let hop else { return sender }
            sender = hop
            if !contains(hop) { return hop }
        }
        return sender
    }
}

/// How the ids of a client's peers begin, as `-XL0012-` (BEP 20): printable ASCII, 3 to 20
/// characters. Shorter ones would name half of all clients.
package struct ClientPrefix: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init?(rawValue: String) {
        guard (3...20).contains(rawValue.utf8.count),
            rawValue.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { return nil }
        self.rawValue = rawValue
    }

    package func begins(_ peerID: PeerID) -> Bool { peerID.bytes.starts(with: rawValue.utf8) }
}

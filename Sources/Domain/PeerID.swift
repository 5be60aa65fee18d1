/// What a client calls itself in a swarm (BEP 20): twenty raw bytes, never text.
package struct PeerID: Hashable, Sendable {
    package let value: Bytes20

    package init(_ value: Bytes20) { self.value = value }

    package init?(_ bytes: some Collection<UInt8>) {
        guard let value = Bytes20(bytes) else { return nil }
        self.value = value
    }

    package var bytes: [UInt8] { value.bytes }
    package var hex: String { Hex.encode(bytes) }
}

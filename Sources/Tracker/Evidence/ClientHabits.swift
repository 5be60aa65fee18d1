import Domain

/// What is known of how a client announces, by the name at the start of its peer id (BEP 20).
struct ClientHabits {
    private enum Key {
        /// Eight hexadecimal digits, as libtorrent and Transmission write a 32-bit number.
        case hexadecimal
        case any
    }

    private let key: Key
    let takesNewIDs: Bool
    let never: Set<AnnounceEvent>

    /// `nil` for clients of which nothing is known.
    init?(_ peerID: PeerID) {
        let name = Array(peerID.bytes.prefix(3))
        guard name.first == UInt8(ascii: "-") else { return nil }
        switch String(decoding: name.dropFirst(), as: UTF8.self) {
        case "qB", "LT", "DE":
            // libtorrent-rasterbar; a pause begins again at zero under the same id.
            (key, takesNewIDs, never) = (.hexadecimal, false, [])
        case "TR":
            (key, takesNewIDs, never) = (.hexadecimal, true, [])
        case "lt":
            // rtorrent never says that it finished.
            (key, takesNewIDs, never) = (.any, false, [.completed])
        default: return nil
        }
    }

    func makes(key bytes: [UInt8]) -> Bool {
        switch key {
        case .any: true
        // Without leading zeros the number is shorter.
        case .hexadecimal:
            (1...8).contains(bytes.count)
                && bytes.allSatisfy { Character(UnicodeScalar($0)).isHexDigit }
        }
    }
}

/// What names a torrent on the wire: SHA-1 of the info dictionary (BEP 3), or the first twenty
/// bytes of its SHA-256 (BEP 52).
package struct InfoHash: Hashable, Sendable {
    package let value: Bytes20

    package init(_ value: Bytes20) { self.value = value }

    package init?(_ bytes: some Collection<UInt8>) {
        guard let value = Bytes20(bytes) else { return nil }
        self.value = value
    }

    /// `nil` unless the text is forty hexadecimal digits.
    package init?(hex: some StringProtocol) {
        guard let bytes = Hex.decode(hex) else { return nil }
        self.init(bytes)
    }

    package var bytes: [UInt8] { value.bytes }
    package var hex: String { Hex.encode(bytes) }
}

extension InfoHash: CustomStringConvertible {
    package var description: String { hex }
}

extension InfoHash: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let hash = InfoHash(hex: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "an info hash is 40 hexadecimal digits")
        }
        self = hash
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(hex)
    }
}

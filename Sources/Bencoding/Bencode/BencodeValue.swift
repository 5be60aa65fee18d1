/// A value to be bencoded; dictionaries are written in the order of their keys' bytes (BEP 3).
package enum BencodeValue: Hashable, Sendable {
    case integer(Int64)
    case bytes([UInt8])
    case list([BencodeValue])
    case dictionary([[UInt8]: BencodeValue])
    /// Bencoding already, written verbatim.
    case encoded([UInt8])

    package static func string(_ text: String) -> BencodeValue { .bytes(Array(text.utf8)) }

    package static func dictionary(_ entries: KeyValuePairs<String, BencodeValue?>) -> BencodeValue
    {
        var dictionary: [[UInt8]: BencodeValue] = [:]
        for (key, value) in entries { dictionary[Array(key.utf8)] = value }
        return .dictionary(dictionary)
    }

    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return bytes
    }

    private func append(to bytes: inout [UInt8]) {
        switch self {
        case .integer(let value): bytes += Array("i\(value)e".utf8)
        case .bytes(let value): Self.append(value, to: &bytes)
        case .list(let values):
            bytes.append(UInt8(ascii: "l"))
            for value in values { value.append(to: &bytes) }
            bytes.append(UInt8(ascii: "e"))
        case .dictionary(let entries):
            bytes.append(UInt8(ascii: "d"))
            for (key, value) in entries.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
                Self.append(key, to: &bytes)
                value.append(to: &bytes)
            }
            bytes.append(UInt8(ascii: "e"))
        case .encoded(let value): bytes += value
        }
    }

    private static func append(_ string: [UInt8], to bytes: inout [UInt8]) {
        bytes += Array("\(string.count):".utf8)
        bytes += string
    }
}

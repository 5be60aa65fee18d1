/// A body that writes its own JSON: for the few large ones that are answered at every key press,
/// where `JSONEncoder` takes longer than the search.
///
/// The bytes are those `WireCoding` would make through `Encodable`, keys in order and all; a test
/// holds them together.
protocol DirectlyWritten {
    func write(to json: inout JSONText)
}

/// JSON as it grows (RFC 8259).
struct JSONText {
    private(set) var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(16_384) }

    mutating func object(_ members: (inout JSONText) -> Void) {
        bytes.append(UInt8(ascii: "{"))
        members(&self)
        close(with: UInt8(ascii: "}"))
    }

    mutating func array<Element>(
        _ elements: [Element], _ write: (inout JSONText, Element) -> Void
    ) {
        bytes.append(UInt8(ascii: "["))
        for element in elements {
            write(&self, element)
            bytes.append(UInt8(ascii: ","))
        }
        close(with: UInt8(ascii: "]"))
    }

    /// `name` is plain ASCII; the value follows by what is called next.
    mutating func member(_ name: StaticString, _ write: (inout JSONText) -> Void) {
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        write(&self)
        bytes.append(UInt8(ascii: ","))
    }

    /// As above, for names that are not known before.
    mutating func member(named name: String, _ write: (inout JSONText) -> Void) {
        text(name)
        bytes.append(UInt8(ascii: ":"))
        write(&self)
        bytes.append(UInt8(ascii: ","))
    }

    /// JSON has no infinity; `null` stands in for what is not finite.
    mutating func number(_ number: Double) {
        guard number.isFinite else { return text(nil) }
        bytes.append(contentsOf: String(number).utf8)
    }

    mutating func number(_ number: some BinaryInteger) {
        bytes.append(contentsOf: String(number).utf8)
    }

    mutating func bool(_ value: Bool) { bytes.append(contentsOf: (value ? "true" : "false").utf8) }

    mutating func text(_ text: String?) {
        guard let text else { return bytes.append(contentsOf: "null".utf8) }
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0x08: bytes += Array("\\b".utf8)
            case 0x09: bytes += Array("\\t".utf8)
            case 0x0A: bytes += Array("\\n".utf8)
            case 0x0C: bytes += Array("\\f".utf8)
            case 0x0D: bytes += Array("\\r".utf8)
            case 0..<0x20:
                let digits = String(byte, radix: 16)
                bytes += Array(("\\u" + String(repeating: "0", count: 4 - digits.count)).utf8)
                bytes += Array(digits.utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Every value is followed by a comma; the last one's makes way for the bracket.
    private mutating func close(with bracket: UInt8) {
        if bytes.last == UInt8(ascii: ",") { bytes.removeLast() }
        bytes.append(bracket)
    }
}

import Domain

/// Walks through JSON once and refuses what `JSONDecoder` lets pass: other encodings, bottomless
/// nesting, a name that stands twice in one object, and names that the wire never uses (a decoder
/// of snake_case takes `roleId` for `role_id`).
struct JSONInspection {
    /// Deeper than any body of ours.
    static let deepest = 32

    private let bytes: [UInt8]
    private var place = 0
    private var path: [String] = []

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The names of the outermost object; empty where it is none.
    @discardableResult
    static func inspect(_ bytes: [UInt8]) throws(BodyFault) -> Set<String> {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw .malformed }
        var inspection = JSONInspection(bytes)
        inspection.skipSpace()
        let isObject = inspection.next == UInt8(ascii: "{")
        let names = isObject ? try inspection.object(depth: 1) : []
        if !isObject { try inspection.value(depth: 1) }
        inspection.skipSpace()
        guard inspection.next == nil else { throw .malformed }
        return names
    }

    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func skipSpace() {
        while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { place += 1 }
    }

    private mutating func take(_ byte: UInt8) throws(BodyFault) {
        guard next == byte else { throw .malformed }
        place += 1
    }

    private mutating func value(depth: Int) throws(BodyFault) {
        skipSpace()
        switch next {
        case UInt8(ascii: "{"): try object(depth: depth)
        case UInt8(ascii: "["): try array(depth: depth)
        case UInt8(ascii: "\""): try string()
        case UInt8(ascii: "t"): try word("true")
        case UInt8(ascii: "f"): try word("false")
        case UInt8(ascii: "n"): try word("null")
        default: try number()
        }
    }

    @discardableResult
    private mutating func object(depth: Int) throws(BodyFault) -> Set<String> {
        guard depth <= Self.deepest else { throw .tooDeep }
        try take(UInt8(ascii: "{"))
        var names: Set<String> = []
        skipSpace()
        if next == UInt8(ascii: "}") {
            place += 1
            return names
        }
        while true {
            skipSpace()
            let name = try name()
            path.append(name)
            guard Self.isWireName(name) else { throw .unknown(field: field) }
            guard names.insert(name).inserted else { throw .repeated(field: field) }
            skipSpace()
            try take(UInt8(ascii: ":"))
            try value(depth: depth + 1)
            path.removeLast()
            skipSpace()
            if next == UInt8(ascii: ",") {
                place += 1
            } else {
                try take(UInt8(ascii: "}"))
                return names
            }
        }
    }

    private mutating func array(depth: Int) throws(BodyFault) {
        guard depth <= Self.deepest else { throw .tooDeep }
        try take(UInt8(ascii: "["))
        skipSpace()
        if next == UInt8(ascii: "]") { return place += 1 }
        var index = 0
        while true {
            path.append(String(index))
            try value(depth: depth + 1)
            path.removeLast()
            index += 1
            skipSpace()
            if next == UInt8(ascii: ",") {
                place += 1
            } else {
                return try take(UInt8(ascii: "]"))
            }
        }
    }

    /// An object's name. One that is written with escapes is none of ours, whatever it spells.
    private mutating func name() throws(BodyFault) -> String {
        let start = place
        try string()
        return String(decoding: bytes[start + 1..<place - 1], as: UTF8.self)
    }

    private mutating func string() throws(BodyFault) {
        try take(UInt8(ascii: "\""))
        while let byte = next {
            place += 1
            switch byte {
            case UInt8(ascii: "\""): return
            case UInt8(ascii: "\\"): try escape()
            case 0..<0x20: throw .malformed
            default: break
            }
        }
        throw .malformed
    }

    private mutating func escape() throws(BodyFault) {
        guard let letter = next else { throw .malformed }
        place += 1
        guard letter == UInt8(ascii: "u") else {
            guard "\"\\/bfnrt".utf8.contains(letter) else { throw .malformed }
            return
        }
        // Half a surrogate pair is no character (RFC 8259, section 8.2).
        switch try fourDigits() {
        case 0xD800...0xDBFF:
            try take(UInt8(ascii: "\\"))
            try take(UInt8(ascii: "u"))
            guard (0xDC00...0xDFFF).contains(try fourDigits()) else { throw .malformed }
        case 0xDC00...0xDFFF: throw .malformed
        default: break
        }
    }

    private mutating func fourDigits() throws(BodyFault) -> UInt32 {
        let end = place + 4
        guard end <= bytes.count else { throw .malformed }
        var value: UInt32 = 0
        while place < end {
            let digit = Unicode.Scalar(bytes[place])
            guard let number = Character(digit).hexDigitValue else { throw .malformed }
            value = value << 4 | UInt32(number)
            place += 1
        }
        return value
    }

    private mutating func word(_ word: StaticString) throws(BodyFault) {
        for index in 0..<word.utf8CodeUnitCount { try take(word.utf8Start[index]) }
    }

    private mutating func number() throws(BodyFault) {
        if next == UInt8(ascii: "-") { place += 1 }
        let leadingZero = next == UInt8(ascii: "0")
        let whole = digits()
        guard whole == 1 || whole > 1 && !leadingZero else { throw .malformed }
        if next == UInt8(ascii: ".") {
            place += 1
            guard digits() > 0 else { throw .malformed }
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            place += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { place += 1 }
            guard digits() > 0 else { throw .malformed }
        }
    }

    private mutating func digits() -> Int {
        let start = place
        while let byte = next, (0x30...0x39).contains(byte) { place += 1 }
        return place - start
    }

    private var field: String { OneLine.cleaned(path.joined(separator: ".").prefix(100)) }

    private static func isWireName(_ name: String) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_")
            }
    }
}

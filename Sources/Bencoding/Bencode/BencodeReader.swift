/// The one pass over the bytes that `BencodeDocument` promises.
struct BencodeReader {
    /// A list or dictionary that is still open.
    private struct Frame {
        let token: Int
        var lastKey: Range<Int>?
        var awaitsValue = false
    }

    private let bytes: [UInt8]
    private var position = 0
    private var tokens: [BencodeToken] = []
    private var open: [Frame] = []

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func read() throws(BencodeError) -> [BencodeToken] {
        // Positions are kept in 32 bits.
        guard bytes.count < Int(Int32.max) else { throw .tooLong }
        repeat { try readToken() } while !open.isEmpty
        guard position == bytes.count else { throw .trailingBytes(at: position) }
        return tokens
    }

    private mutating func readToken() throws(BencodeError) {
        let byte = try peek()
        if byte == UInt8(ascii: "e"), let frame = open.last {
            return try close(frame)
        }
        guard tokens.count < BencodeDocument.maximumTokens else { throw .tooManyParts }
        let isKey = try expectKeyOrValue(byte)
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): try readString(isKey: isKey)
        case UInt8(ascii: "i"): try readInteger()
        case UInt8(ascii: "l"): try openContainer(.list)
        case UInt8(ascii: "d"): try openContainer(.dictionary)
        default: throw .unexpectedByte(byte, at: position)
        }
    }

    private func peek() throws(BencodeError) -> UInt8 {
        guard position < bytes.count else { throw .endedEarly }
        return bytes[position]
    }

    /// Whether the token about to be read is a dictionary's key.
    private mutating func expectKeyOrValue(_ byte: UInt8) throws(BencodeError) -> Bool {
        guard let frame = open.last, tokens[frame.token].kind == .dictionary else { return false }
        open[open.count - 1].awaitsValue.toggle()
        guard !frame.awaitsValue else { return false }
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else {
            throw .keyIsNotAString(at: position)
        }
        return true
    }

    private mutating func append(_ kind: BencodeToken.Kind, start: Int, content: Int, end: Int) {
        tokens.append(
            BencodeToken(
                kind: kind, start: UInt32(start), end: UInt32(end), content: UInt32(content),
                next: UInt32(tokens.count + 1)))
        position = end
    }

    private mutating func readString(isKey: Bool) throws(BencodeError) {
        let start = position
        var length = 0
        var cursor = start
        while cursor < bytes.count, let digit = Self.digit(bytes[cursor]) {
            // Nine digits hold any length below the 32-bit limit on documents but the largest
            // gigabyte, and cannot overflow.
            guard cursor - start < 9 else { throw .badLength(at: start) }
            length = length * 10 + digit
            cursor += 1
        }
        guard cursor < bytes.count else { throw .endedEarly }
        guard bytes[cursor] == UInt8(ascii: ":") else {
            throw .unexpectedByte(bytes[cursor], at: cursor)
        }
        guard bytes[start] != UInt8(ascii: "0") || cursor == start + 1 else {
            throw .badNumber(at: start)
        }
        let content = cursor + 1
        guard length <= bytes.count - content else { throw .badLength(at: start) }
        append(.string, start: start, content: content, end: content + length)
        if isKey { try compareWithLastKey(content..<content + length) }
    }

    private mutating func compareWithLastKey(_ key: Range<Int>) throws(BencodeError) {
        guard let frame = open.last else { return }
        if let last = frame.lastKey, !bytes[last].lexicographicallyPrecedes(bytes[key]) {
            guard bytes[last] != bytes[key] else { throw .repeatedKey(Array(bytes[key])) }
            tokens[frame.token].isSorted = false
        }
        open[open.count - 1].lastKey = key
    }

    private mutating func readInteger() throws(BencodeError) {
        let start = position
        guard let end = bytes[start...].prefix(22).firstIndex(of: UInt8(ascii: "e")) else {
            throw bytes.count - start < 22 ? .endedEarly : .badNumber(at: start)
        }
        let digits = bytes[(start + 1)..<end]
        guard BencodeNode.integer(digits) != nil else { throw .badNumber(at: start) }
        append(.integer, start: start, content: start + 1, end: end + 1)
    }

    private mutating func openContainer(_ kind: BencodeToken.Kind) throws(BencodeError) {
        guard open.count < BencodeDocument.maximumDepth else { throw .tooDeep }
        open.append(Frame(token: tokens.count))
        append(kind, start: position, content: position + 1, end: position + 1)
    }

    private mutating func close(_ frame: Frame) throws(BencodeError) {
        guard !frame.awaitsValue else { throw .keyWithoutValue(at: position) }
        position += 1
        tokens[frame.token].end = UInt32(position)
        tokens[frame.token].next = UInt32(tokens.count)
        open.removeLast()
        if tokens[frame.token].kind == .dictionary, !tokens[frame.token].isSorted {
            try refuseRepeatedKeys(of: frame.token)
        }
    }

    /// Keys in order were compared with their neighbours; the others are put in order first.
    private func refuseRepeatedKeys(of dictionary: Int) throws(BencodeError) {
        var keys: [ArraySlice<UInt8>] = []
        var index = dictionary + 1
        while index < tokens.count {
            keys.append(bytes[Int(tokens[index].content)..<Int(tokens[index].end)])
            index = Int(tokens[index + 1].next)
        }
        keys.sort { $0.lexicographicallyPrecedes($1) }
        for (key, following) in zip(keys, keys.dropFirst()) where key == following {
            throw .repeatedKey(Array(key))
        }
    }

    private static func digit(_ byte: UInt8) -> Int? {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            ? Int(byte - UInt8(ascii: "0")) : nil
    }
}

/// The head of an HTTP request as far as a tracker looks at it: a line, and whether the connection
/// stays open. Ranges are of the bytes it was read from.
package struct RequestHead: Hashable, Sendable {
    package enum Found: Hashable, Sendable {
        /// The head is not all there.
        case more
        case head(RequestHead)
        /// No HTTP, or none that anybody can go on reading behind.
        case broken
    }

    package var isGet: Bool
    package var target: Range<Int>
    /// Header lines, without the line that ends them.
    package var fields: Range<Int>
    /// Bytes of the head; the next request begins there.
    package var length: Int
    package var keepsOpen: Bool

    /// - Parameter looked: bytes that were looked through before, when there were fewer.
    package static func find(in bytes: Span<UInt8>, looked: Int = 0) -> Found {
        guard let end = end(of: bytes, from: max(0, looked - 3)) else { return .more }
        guard let line = lineEnd(in: bytes, from: 0, to: end) else { return .broken }
        var index = 0
        while index < line, bytes[index] != UInt8(ascii: " ") { index += 1 }
        let method = 0..<index
        let start = index + 1
        index = start
        while index < line, bytes[index] != UInt8(ascii: " ") { index += 1 }
        guard !method.isEmpty, start < line, index > start, index < line else { return .broken }
        let version = bytes.extracting((index + 1)..<line)
        let isNew = spells("HTTP/1.1", version)
        guard isNew || spells("HTTP/1.0", version) else { return .broken }

        var head = RequestHead(
            isGet: spells("GET", bytes.extracting(method)), target: start..<index,
            fields: min(line + 2, end)..<end, length: end + 2, keepsOpen: isNew)
        head.readFields(bytes)
        return .head(head)
    }

    /// A body is no part of asking a tracker; behind one it cannot be told where a request begins.
    private mutating func readFields(_ bytes: Span<UInt8>) {
        var start = fields.lowerBound
        while start < fields.upperBound {
            let end = Self.lineEnd(in: bytes, from: start, to: fields.upperBound) ?? start
            guard end > start else { break }
            let line = bytes.extracting(start..<end)
            switch line[0] | 0x20 {
            case UInt8(ascii: "c"):
                if let start = Self.valueStart(of: "connection", line) {
                    let value = line.extracting(start..<line.count)
                    let asks = Self.holds("keep-alive", value)
                    keepsOpen = !Self.holds("close", value) && (keepsOpen || asks)
                } else if let start = Self.valueStart(of: "content-length", line),
                    !Self.spells("0", line.extracting(start..<line.count))
                {
                    keepsOpen = false
                }
            case UInt8(ascii: "t"):
                if Self.valueStart(of: "transfer-encoding", line) != nil { keepsOpen = false }
            default: break
            }
            start = end + 2
        }
        if !isGet { keepsOpen = false }
    }

    /// Where the empty line begins that ends the head.
    private static func end(of bytes: Span<UInt8>, from start: Int) -> Int? {
        var index = start + 3
        while index < bytes.count {
            switch bytes[index] {
            case 10:
                if bytes[index - 1] == 13, bytes[index - 2] == 10, bytes[index - 3] == 13 {
                    return index - 1
                }
                index += 1
            case 13: index += 1
            // The end has one of the two in every place.
            default: index += 4
            }
        }
        return nil
    }

    private static func lineEnd(in bytes: Span<UInt8>, from start: Int, to end: Int) -> Int? {
        var index = start
        while index < end {
            if bytes[index] == 13, bytes[index + 1] == 10 { return index }
            index += 1
        }
        return nil
    }

    private static func valueStart(of name: StaticString, _ line: Span<UInt8>) -> Int? {
        let isIt = name.withUTF8Buffer { name in
            line.count > name.count && line[name.count] == UInt8(ascii: ":")
                && name.indices.allSatisfy { line[$0] | 0x20 == name[$0] | 0x20 }
        }
        guard isIt else { return nil }
        var start = name.utf8CodeUnitCount + 1
        while start < line.count, line[start] == 0x20 || line[start] == 9 { start += 1 }
        return start
    }

    private static func spells(_ word: StaticString, _ bytes: Span<UInt8>) -> Bool {
        word.withUTF8Buffer { word in
            word.count == bytes.count && word.indices.allSatisfy { word[$0] == bytes[$0] }
        }
    }

    /// Whether a list holds a word, whatever its case.
    private static func holds(_ word: StaticString, _ bytes: Span<UInt8>) -> Bool {
        word.withUTF8Buffer { word in
            var start = 0
            while start + word.count <= bytes.count {
                if word.indices.allSatisfy({ bytes[start + $0] | 0x20 == word[$0] | 0x20 }) {
                    return true
                }
                start += 1
            }
            return false
        }
    }
}

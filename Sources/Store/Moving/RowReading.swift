import Foundation

/// Reads the line of a row. Any JSON array of the right values will do, however it is spaced and
/// escaped; what is not one is told in a few words.
struct RowReading {
    struct Fault: Error, Hashable {
        let why: String
    }

    private let bytes: [UInt8]
    private var at = 0

    /// The values of a row of `table`.
    static func values(_ line: [UInt8], of table: ContentTable) throws(Fault) -> [SQLValue] {
        var reading = RowReading(bytes: line)
        return try reading.row(table)
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func row(_ table: ContentTable) throws(Fault) -> [SQLValue] {
        try expect("[")
        var values: [SQLValue] = []
        values.reserveCapacity(table.columns.count)
        for (place, column) in table.columns.enumerated() {
            if place > 0 { try expect(",") }
            values.append(try value(column))
        }
        try expect("]")
        skipSpace()
        guard at == bytes.count else { throw Fault(why: "something stands after the row") }
        return values
    }

    private mutating func value(_ column: ContentTable.Column) throws(Fault) -> SQLValue {
        skipSpace()
        switch peek {
        case UInt8(ascii: "n"):
            guard bytes[at...].starts(with: "null".utf8), column.isOptional else {
                throw Fault(why: "\(column.name) is missing")
            }
            at += 4
            return .null
        case UInt8(ascii: "\""):
            let (range, isPlain) = try string(column)
            switch column.kind {
            case .base64:
                guard isPlain, let data = Data(base64Encoded: Data(bytes[range])) else {
                    throw Fault(why: "\(column.name) is not base64")
                }
                return .blob([UInt8](data))
            case .text:
                return .text(try text(range, isPlain, column))
            case .integer: throw Fault(why: "\(column.name) is not a whole number")
            }
        default:
            guard column.kind == .integer else { throw Fault(why: "\(column.name) is not text") }
            return .integer(try integer(column))
        }
    }

    private mutating func integer(_ column: ContentTable.Column) throws(Fault) -> Int64 {
        let start = at
        while let byte = peek, byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte) { at += 1 }
        guard let number = Int64(String(decoding: bytes[start..<at], as: UTF8.self)) else {
            throw Fault(why: "\(column.name) is not a whole number of 64 bits")
        }
        return number
    }

    /// Between the quotes, and whether it says what it means, without a backslash.
    private mutating func string(
        _ column: ContentTable.Column
    ) throws(Fault) -> (Range<Int>, isPlain: Bool) {
        at += 1
        let start = at
        var isPlain = true
        while let byte = peek, byte != UInt8(ascii: "\"") {
            guard byte >= 0x20 else { break }
            if byte == UInt8(ascii: "\\") {
                isPlain = false
                at += 1
            }
            at += 1
        }
        guard peek == UInt8(ascii: "\"") else { throw Fault(why: "\(column.name) does not end") }
        at += 1
        return (start..<at - 1, isPlain)
    }

    private func text(
        _ range: Range<Int>, _ isPlain: Bool, _ column: ContentTable.Column
    ) throws(Fault) -> String {
        let text =
            isPlain
            ? String(validating: bytes[range], as: UTF8.self)
            : try? JSONDecoder().decode(
                String.self, from: Data(bytes[range.lowerBound - 1...range.upperBound]))
        guard let text else { throw Fault(why: "\(column.name) is not text in UTF-8") }
        return text
    }

    /// With the line's own end.
    private static let space = Array(" \t\r\n".utf8)

    private var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func skipSpace() {
        while let byte = peek, Self.space.contains(byte) { at += 1 }
    }

    private mutating func expect(_ character: Unicode.Scalar) throws(Fault) {
        skipSpace()
        guard peek == UInt8(ascii: character) else {
            throw Fault(why: "this is not a row of its table")
        }
        at += 1
    }
}

import Foundation

/// A row as a line: a JSON array of whole numbers, strings and nulls, written in one way only, so
/// that equal rows are equal bytes.
enum RowText {
    static func append(_ values: [SQLValue], to line: inout [UInt8]) throws(SQLFault) {
        line.append(UInt8(ascii: "["))
        for (place, value) in values.enumerated() {
            if place > 0 { line.append(UInt8(ascii: ",")) }
            switch value {
            case .null: line.append(contentsOf: "null".utf8)
            case .integer(let number): line.append(contentsOf: String(number).utf8)
            case .text(let text): append(text, to: &line)
            case .blob(let bytes):
                line.append(UInt8(ascii: "\""))
                line.append(contentsOf: Data(bytes).base64EncodedData())
                line.append(UInt8(ascii: "\""))
            case .real: throw .unexpected("a number with a fraction")
            }
        }
        line.append(contentsOf: "]\n".utf8)
    }

    private static func append(_ text: String, to line: inout [UInt8]) {
        line.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                line.append(UInt8(ascii: "\\"))
                line.append(byte)
            case 0..<0x20:
                line.append(contentsOf: "\\u00".utf8)
                line.append(hex[Int(byte >> 4)])
                line.append(hex[Int(byte & 15)])
            default: line.append(byte)
            }
        }
        line.append(UInt8(ascii: "\""))
    }

    private static let hex = Array("0123456789abcdef".utf8)
}

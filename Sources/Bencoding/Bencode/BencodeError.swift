import Domain

/// Why bytes are not bencoding (BEP 3), or not bencoding that we are willing to read.
package enum BencodeError: Error, Hashable, Sendable {
    case endedEarly
    case trailingBytes(at: Int)
    case unexpectedByte(UInt8, at: Int)
    /// A leading zero, a minus zero, no digits, or beyond 64 bits.
    case badNumber(at: Int)
    /// A string longer than what is left.
    case badLength(at: Int)
    case keyIsNotAString(at: Int)
    case keyWithoutValue(at: Int)
    case repeatedKey([UInt8])
    case tooDeep
    case tooManyParts
    case tooLong
}

extension BencodeError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .endedEarly: "it ends too early"
        case .trailingBytes(let at): "something follows its end at byte \(at)"
        case .unexpectedByte(_, let at): "byte \(at) is not bencoding"
        case .badNumber(let at): "the number at byte \(at) is malformed"
        case .badLength(let at): "the text at byte \(at) claims to be longer than the file"
        case .keyIsNotAString(let at): "the key at byte \(at) is not text"
        case .keyWithoutValue(let at): "the key before byte \(at) has no value"
        case .repeatedKey(let key):
            "the key “\(OneLine.cleaned(String(decoding: key.prefix(40), as: UTF8.self)))” "
                + "stands there twice"
        case .tooDeep: "it is nested more than \(BencodeDocument.maximumDepth) deep"
        case .tooManyParts: "it has more than \(BencodeDocument.maximumTokens) parts"
        case .tooLong: "it is too long"
        }
    }
}

/// One value of a document; asking it for a type that it is not answers `nil`.
package struct BencodeNode: Sendable {
    private let document: BencodeDocument
    private let index: Int

    init(document: BencodeDocument, index: Int) {
        self.document = document
        self.index = index
    }

    private var token: BencodeToken { document.tokens[index] }

    /// The value as it stands in the document, to be cut out verbatim.
    package var raw: ArraySlice<UInt8> { document.bytes[Int(token.start)..<Int(token.end)] }

    package var integer: Int64? {
        guard token.kind == .integer else { return nil }
        return Self.integer(document.bytes[Int(token.content)..<Int(token.end) - 1])
    }

    package var string: ArraySlice<UInt8>? {
        guard token.kind == .string else { return nil }
        return document.bytes[Int(token.content)..<Int(token.end)]
    }

    package var list: [BencodeNode]? {
        token.kind == .list ? parts : nil
    }

    package var dictionary: [(key: ArraySlice<UInt8>, value: BencodeNode)]? {
        guard token.kind == .dictionary else { return nil }
        let parts = parts
        return stride(from: 0, to: parts.count - 1, by: 2).map {
            (key: parts[$0].string ?? [], value: parts[$0 + 1])
        }
    }

    package subscript(key: String) -> BencodeNode? {
        dictionary?.first { $0.key.elementsEqual(key.utf8) }?.value
    }

    /// Whether every dictionary in it has its keys in order, as BEP 3 demands, so that writing it
    /// again gives the same bytes.
    package var isCanonical: Bool {
        document.tokens[index..<Int(token.next)].allSatisfy(\.isSorted)
    }

    private var parts: [BencodeNode] {
        var parts: [BencodeNode] = []
        var part = index + 1
        while part < Int(token.next) {
            parts.append(BencodeNode(document: document, index: part))
            part = Int(document.tokens[part].next)
        }
        return parts
    }

    /// `nil` for leading zeros, minus zero, a sign alone and whatever 64 bits do not hold.
    static func integer(_ digits: ArraySlice<UInt8>) -> Int64? {
        let isNegative = digits.first == UInt8(ascii: "-")
        let magnitude = isNegative ? digits.dropFirst() : digits
        guard let first = magnitude.first else { return nil }
        if first == UInt8(ascii: "0") { return magnitude.count == 1 && !isNegative ? 0 : nil }
        var value: Int64 = 0
        for byte in magnitude {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
            let digit = Int64(byte - UInt8(ascii: "0"))
            let (sum, carry) =
                isNegative
                ? tens.subtractingReportingOverflow(digit) : tens.addingReportingOverflow(digit)
            guard !overflow, !carry else { return nil }
            value = sum
        }
        return value
    }
}

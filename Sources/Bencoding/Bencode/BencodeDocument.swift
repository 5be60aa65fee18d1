/// Bencoded bytes, read once into a flat table of tokens.
///
/// Invariants:
/// 1. Reading does not recurse and takes at most `maximumDepth` levels and `maximumTokens` tokens,
///    so no input can overflow the stack or take memory out of proportion.
/// 2. Every length is compared with what is left before it is added to anything.
/// 3. No dictionary holds a key twice. Keys out of order are read, and remembered: see
///    `BencodeNode.isCanonical`.
package struct BencodeDocument: Sendable {
    package static let maximumDepth = 100
    package static let maximumTokens = 3_000_000

    let bytes: [UInt8]
    let tokens: [BencodeToken]

    package init(_ bytes: [UInt8]) throws(BencodeError) {
        var reader = BencodeReader(bytes)
        tokens = try reader.read()
        self.bytes = bytes
    }

    package var root: BencodeNode { BencodeNode(document: self, index: 0) }
}

/// One value of a document: where its bytes are, and which token comes after all of its parts.
struct BencodeToken: Sendable {
    enum Kind: UInt8, Sendable { case integer, string, list, dictionary }

    let kind: Kind
    /// Dictionaries only: whether the keys stand in order.
    var isSorted = true
    /// The whole value with its prefix and end mark.
    let start: UInt32
    var end: UInt32
    /// Where a string's own bytes or an integer's digits begin.
    let content: UInt32
    /// The token after this one and everything in it.
    var next: UInt32
}

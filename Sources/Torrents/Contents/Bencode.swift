/// Bencoded bytes as a value (BEP 3).
///
/// 1. Garbage is an error, never a trap: every length is checked against what is left.
/// 2. Nesting and the number of values have libtorrent's bounds (CVE-2020-8437 was a stack used up
///    by nesting).
/// 3. A dictionary with the same key twice is refused: readers disagree on which one counts.
/// 4. What follows the first value is not looked at.
enum Bencode {
    case integer(Int64)
    case bytes(ArraySlice<UInt8>)
    case list([Bencode])
    case dictionary([ArraySlice<UInt8>: Bencode])

    init(parsing bytes: [UInt8]) throws(TorrentError) {
        var reader = BencodeReader(rest: bytes[...])
        self = try reader.value(depth: 0)
    }

    subscript(key: String) -> Bencode? {
        guard case .dictionary(let entries) = self else { return nil }
        return entries[ArraySlice(key.utf8)]
    }

    var integer: Int64? { if case .integer(let value) = self { value } else { nil } }
    var bytes: ArraySlice<UInt8>? { if case .bytes(let value) = self { value } else { nil } }
    var list: [Bencode]? { if case .list(let value) = self { value } else { nil } }
    var dictionary: [ArraySlice<UInt8>: Bencode]? {
        if case .dictionary(let value) = self { value } else { nil }
    }
}

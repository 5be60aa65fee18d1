/// Reads one bencoded value after the other from the front of some bytes.
struct BencodeReader {
    private static let deepest = 100
    private static let mostValues = 3_000_000

    private var rest: ArraySlice<UInt8>
    private var values = 0

    init(rest: ArraySlice<UInt8>) { self.rest = rest }

    mutating func value(depth: Int) throws(TorrentError) -> Bencode {
        values += 1
        guard depth <= Self.deepest else { throw broken("it is nested too deeply") }
        guard values <= Self.mostValues else { throw broken("it holds too many values") }
        switch rest.first {
        case UInt8(ascii: "i"):
            rest.removeFirst()
            return .integer(try number(until: UInt8(ascii: "e")))
        case UInt8(ascii: "l"):
            rest.removeFirst()
            return .list(try list(depth: depth))
        case UInt8(ascii: "d"):
            rest.removeFirst()
            return .dictionary(try dictionary(depth: depth))
        case .some: return .bytes(try string())
        case nil: throw broken("it ends too early")
        }
    }

    private mutating func list(depth: Int) throws(TorrentError) -> [Bencode] {
        var items: [Bencode] = []
        while try !endsHere() { items.append(try value(depth: depth + 1)) }
        return items
    }

    private mutating func dictionary(
        depth: Int
    ) throws(TorrentError) -> [ArraySlice<UInt8>: Bencode] {
        var entries: [ArraySlice<UInt8>: Bencode] = [:]
        while try !endsHere() {
            let key = try string()
            let item = try value(depth: depth + 1)
            guard entries.updateValue(item, forKey: key) == nil else {
                throw broken("the key “\(String(decoding: key, as: UTF8.self))” is there twice")
            }
        }
        return entries
    }

    private mutating func endsHere() throws(TorrentError) -> Bool {
        guard let next = rest.first else { throw broken("it ends too early") }
        guard next == UInt8(ascii: "e") else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func string() throws(TorrentError) -> ArraySlice<UInt8> {
        let length = try number(until: UInt8(ascii: ":"))
        guard length >= 0, length <= rest.count else { throw broken("a length is wrong") }
        defer { rest = rest.dropFirst(Int(length)) }
        return rest.prefix(Int(length))
    }

    private mutating func number(until end: UInt8) throws(TorrentError) -> Int64 {
        // An Int64 has at most nineteen digits and a sign.
        guard let stop = rest.prefix(21).firstIndex(of: end),
            let number = Int64(String(decoding: rest[..<stop], as: UTF8.self)),
            rest.first != UInt8(ascii: "+")
        else { throw broken("a number is wrong") }
        rest = rest[(stop + 1)...]
        return number
    }

    private func broken(_ reason: String) -> TorrentError { .brokenTorrent(reason: reason) }
}

import Bencoding

/// Torrents that no honest program would write.
enum Bencoded {
    typealias Entries = [String: BencodeValue]

    /// One file in the `files` list of a v1 torrent.
    static func file(_ path: [String], length: Int64 = 5, extra: Entries = [:]) -> BencodeValue {
        dictionary(["length": .integer(length), "path": list(path)], extra)
    }

    /// A v1 torrent of one piece; `files` are as `file` makes them.
    static func torrent(files: [BencodeValue], extra: Entries = [:]) -> [UInt8] {
        let facts: Entries = [
            "files": .list(files), "name": .string("Aula"), "piece length": .integer(16384),
            "pieces": .bytes([UInt8](repeating: 1, count: 20)),
        ]
        return dictionary(["info": dictionary(facts, extra)]).bytes
    }

    /// A v1 torrent that fills its pieces when there are several.
    static func singleFile(
        name: String, length: Int64 = 5, pieces: Int = 1, pieceLength: Int64 = 16384,
        extra: Entries = [:]
    ) -> [UInt8] {
        let facts: Entries = [
            "length": .integer(pieces == 1 ? length : Int64(pieces) * pieceLength),
            "name": .string(name), "piece length": .integer(pieceLength),
            "pieces": .bytes([UInt8](repeating: 1, count: 20 * pieces)),
        ]
        return dictionary(["info": dictionary(facts, extra)]).bytes
    }

    /// The `file tree` of BEP 52 with one file in it.
    static func tree(_ path: [String], _ facts: Entries) -> BencodeValue {
        path.reversed().reduce(dictionary(["": dictionary(facts)])) { dictionary([$1: $0]) }
    }

    static func list(_ parts: [String]) -> BencodeValue { .list(parts.map { .string($0) }) }

    static func dictionary(_ entries: Entries, _ extra: Entries = [:]) -> BencodeValue {
        let entries = entries.merging(extra) { $1 }.map { (Array($0.key.utf8), $0.value) }
        return .dictionary(Dictionary(uniqueKeysWithValues: entries))
    }
}

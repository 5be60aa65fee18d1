import Bencoding

/// An info dictionary of the first format with one thing wrong with it.
struct TorrentBuilder {
    var info: [[UInt8]: BencodeValue]

    /// One file of 40,000 bytes in three pieces.
    init(name: [UInt8] = Array("arquivo.bin".utf8)) {
        info = [:]
        set("length", .integer(40_000))
        set("name", .bytes(name))
        set("piece length", .integer(16_384))
        set("pieces", .bytes([UInt8](repeating: 1, count: 60)))
        set("private", .integer(1))
    }

    /// The same bytes as one file of a folder.
    init(path: [[UInt8]], attributes: String? = nil) {
        self.init(name: Array("Pasta".utf8))
        set("length", nil)
        set(
            "files",
            .list([
                .dictionary([
                    "attr": attributes.map { .string($0) }, "length": .integer(40_000),
                    "path": .list(path.map { .bytes($0) }),
                ])
            ]))
    }

    mutating func set(_ key: String, _ value: BencodeValue?) { info[Array(key.utf8)] = value }

    func with(_ key: String, _ value: BencodeValue?) -> TorrentBuilder {
        var copy = self
        copy.set(key, value)
        return copy
    }

    var bytes: [UInt8] { BencodeValue.dictionary(["info": .dictionary(info)]).bytes }
}

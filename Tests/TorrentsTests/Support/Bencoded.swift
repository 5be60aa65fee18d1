/// Bencoded text for torrents that no honest program would write.
enum Bencoded {
    static func text(_ text: String) -> String { "\(text.utf8.count):\(text)" }

    static func list(_ parts: [String]) -> String { "l" + parts.map(text).joined() + "e" }

    /// One file in the `files` list of a v1 torrent.
    static func file(_ path: [String], length: String = "i5e", extra: String = "") -> String {
        "d6:length\(length)4:path\(list(path))\(extra)e"
    }

    /// A v1 torrent of one piece; `files` are as `file` makes them.
    static func torrent(name: String = "Aula", files: [String], extra: String = "") -> [UInt8] {
        let piece = String(repeating: "x", count: 20)
        let info =
            "d5:filesl\(files.joined())e4:name\(text(name))12:piece lengthi16384e"
            + "6:pieces20:\(piece)\(extra)e"
        return Array("d4:info\(info)e".utf8)
    }

    static func singleFile(
        name: String, length: String = "i5e", pieces: Int = 1, pieceLength: Int64 = 16384,
        extra: String = ""
    ) -> [UInt8] {
        let hashes = String(repeating: "x", count: 20 * pieces)
        let length = pieces == 1 ? length : "i\(Int64(pieces) * pieceLength)e"
        return Array(
            ("d4:infod6:length\(length)4:name\(text(name))12:piece lengthi\(pieceLength)e"
                + "6:pieces\(text(hashes))\(extra)ee").utf8)
    }
}

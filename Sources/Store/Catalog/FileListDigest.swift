import Crypto
import Domain

/// What tells that two torrents hold the same files, whatever their names, piece sizes and order:
/// SHA-256 over the sorted paths and sizes. The torrent's own name, which begins each path where
/// there are several, is left out.
enum FileListDigest {
    private static let batch = 200

    static func of(_ files: [TorrentFile]) -> [UInt8] {
        var lines = files.map { (path: Array($0.path.utf8), size: $0.size.bytes) }
        if lines.count > 1 {
            lines = lines.map { line in
                let rest = line.path.firstIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
                return (Array(line.path[rest...]), line.size)
            }
        }
        lines.sort { a, b in
            a.path == b.path ? a.size < b.size : a.path.lexicographicallyPrecedes(b.path)
        }
        var sum = SHA256()
        for line in lines {
            // A path holds no line break: it was cleaned for one line.
            sum.update(data: line.path + Array("\n\(line.size)\n".utf8))
        }
        return Array(sum.finalize())
    }

    /// For entries from before it was kept.
    static func fillMissing(_ db: any SQLConnection) throws {
        var last: Int64 = 0
        while true {
            let ids = try db.integers(
                "select id from catalog where id > ? and files_digest is null order by id limit ?",
                [.integer(last), .int(batch)]
            ).map { $0[0] }
            for id in ids {
                let files = try db.all(
                    "select path, size from catalog_file where catalog_id = ? order by position",
                    [.integer(id)]
                ).map { TorrentFile(path: try $0.text("path"), size: try $0.bytes("size")) }
                try db.run(
                    "update catalog set files_digest = ? where id = ?",
                    [.blob(of(files)), .integer(id)])
            }
            guard let end = ids.last, ids.count == batch else { return }
            last = end
        }
    }
}

import Domain

/// The files of the first format (BEP 3), padding left out (BEP 47).
struct FileListReader {
    let info: BencodeNode
    let name: PathComponent
    let pieceLength: Int64

    func read() throws(MetainfoError) -> [ListedFile] {
        guard let list = info["files"] else {
            try ListedFile.refuseLink(info, named: name.text)
            let size = try PieceArithmetic.length(of: info)
            try checkHashes(size: size)
            return [ListedFile(path: [name], size: size)]
        }
        guard let entries = list.list, !entries.isEmpty else { throw .malformed("files") }
        guard info["length"] == nil else { throw .malformed("length") }
        var files: [ListedFile] = []
        var sizes: [ByteCount] = []
        for entry in entries {
            let path = try path(of: entry)
            let file = ListedFile(path: path, size: try PieceArithmetic.length(of: entry))
            try ListedFile.refuseLink(entry, named: file.joinedPath)
            sizes.append(file.size)
            let isPadding = entry["attr"]?.string?.contains(UInt8(ascii: "p")) ?? false
            if !isPadding { files.append(file) }
        }
        try checkHashes(size: try PieceArithmetic.sum(sizes))
        return files
    }

    private func path(of entry: BencodeNode) throws(MetainfoError) -> [PathComponent] {
        guard let plain = entry["path"] else { throw .missing("path") }
        let path = try components(plain)
        // Old programs wrote the path once more in UTF-8, and libtorrent prefers that one.
        return if let other = entry["path.utf-8"] { try components(other) } else { path }
    }

    private func components(_ node: BencodeNode) throws(MetainfoError) -> [PathComponent] {
        guard let parts = node.list, !parts.isEmpty else { throw .malformed("path") }
        let names = parts.compactMap(\.string)
        guard names.count == parts.count else { throw .malformed("path") }
        return try PathComponent.path(names, below: [name])
    }

    private func checkHashes(size: ByteCount) throws(MetainfoError) {
        guard let node = info["pieces"] else { throw .missing("pieces") }
        guard let hashes = node.string else { throw .malformed("pieces") }
        let pieces = try PieceArithmetic.pieces(of: size, length: pieceLength)
        guard hashes.count == pieces * 20 else { throw .wrongHashLength }
    }
}

/// The files of the second format (BEP 52), in the order of the tree.
struct FileTreeReader {
    let info: BencodeNode
    let name: PathComponent
    let pieceLength: Int64
    let layers: PieceLayers?

    func read() throws(MetainfoError) -> [ListedFile] {
        guard let tree = info["file tree"] else { throw .missing("file tree") }
        var files: [ListedFile] = []
        try walk(tree, path: [], into: &files)
        guard !files.isEmpty else { throw .empty }
        // A lone file at the top that is called like the torrent stands for itself.
        if files.count == 1, files[0].path == [name] { return files }
        return files.map { ListedFile(path: [name] + $0.path, size: $0.size) }
    }

    /// Recursive, and no deeper than the bencode reader lets a document be.
    private func walk(
        _ folder: BencodeNode, path: [PathComponent], into files: inout [ListedFile]
    ) throws(MetainfoError) {
        guard let entries = folder.dictionary, !entries.isEmpty else {
            throw .malformed("file tree")
        }
        for (key, value) in entries {
            let path = path + [try PathComponent(key)]
            guard let leaf = value[""] else {
                try walk(value, path: path, into: &files)
                continue
            }
            guard value.dictionary?.count == 1 else { throw .malformed("file tree") }
            let file = ListedFile(path: path, size: try PieceArithmetic.length(of: leaf))
            try ListedFile.refuseLink(leaf, named: file.joinedPath)
            try layers?.check(file, leaf: leaf, pieceLength: pieceLength)
            files.append(file)
        }
    }
}

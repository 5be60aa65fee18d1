import Domain

/// Collects the files of an `info` dictionary, checking each before it is kept.
struct ContentsReader {
    let name: String
    private(set) var files: [TorrentContents.File] = []
    private(set) var size = ByteCount.zero

    private let root: ArraySlice<UInt8>

    init(_ name: ArraySlice<UInt8>) {
        root = name
        self.name = String(decoding: name, as: UTF8.self)
    }

    mutating func read(_ info: Bencode) throws(TorrentError) {
        if let list = info["files"]?.list {
            for file in list { try add(listed: file) }
        } else if info["length"] != nil {
            try refuseLink(info, path: [root])
            try add(path: [root], length: info["length"], attributes: info["attr"])
        } else if let tree = info["file tree"] {
            try walk(tree, below: [root])
        } else {
            throw .brokenTorrent(reason: "it describes no files")
        }
        // A hybrid torrent describes its files twice; the second description is checked as well.
        if let tree = info["file tree"], !files.isEmpty {
            var second = ContentsReader(root)
            try second.walk(tree, below: [root])
        }
        guard !files.isEmpty else { throw .brokenTorrent(reason: "it describes no files") }
    }

    private mutating func add(listed file: Bencode) throws(TorrentError) {
        guard let path = parts(file["path"]) else {
            throw .brokenTorrent(reason: "a file has no path")
        }
        let preferred = parts(file["path.utf-8"]) ?? path
        try SafePath.check(path)
        try refuseLink(file, path: [root] + path)
        try add(path: [root] + preferred, length: file["length"], attributes: file["attr"])
    }

    /// BEP 52: a name maps to a dictionary; the key "" in it holds the facts of a file.
    private mutating func walk(
        _ tree: Bencode, below path: [ArraySlice<UInt8>]
    ) throws(TorrentError) {
        guard let entries = tree.dictionary else {
            throw .brokenTorrent(reason: "its file tree is wrong")
        }
        // Bencoded keys are sorted, so this is the order of the files.
        for (part, branch) in entries.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            try SafePath.check(path + [part])
            guard let facts = branch[""] else {
                try walk(branch, below: path + [part])
                continue
            }
            // A v2 torrent of one file repeats its name as the only branch.
            let isAlone = path.count == 1 && entries.count == 1 && part == root
            let full = isAlone ? path : path + [part]
            try refuseLink(facts, path: full)
            try add(path: full, length: facts["length"], attributes: facts["attr"])
        }
    }

    private mutating func add(
        path: [ArraySlice<UInt8>], length: Bencode?, attributes: Bencode?
    ) throws(TorrentError) {
        try SafePath.check(path)
        guard let length = length?.integer, let count = ByteCount(length),
            (size + count).bytes < Int64.max
        else { throw .brokenTorrent(reason: "the size of a file is wrong") }
        if attributes?.bytes?.contains(UInt8(ascii: "p")) == true { return }
        size += count
        files.append(
            TorrentContents.File(
                path: path.map { String(decoding: $0, as: UTF8.self) }, size: count))
    }

    /// BEP 47: `l` among the attributes makes a file a link to wherever the torrent says.
    private func refuseLink(_ facts: Bencode, path: [ArraySlice<UInt8>]) throws(TorrentError) {
        let isLink = facts["attr"]?.bytes?.contains(UInt8(ascii: "l")) == true
        guard !isLink, facts["symlink path"] == nil else {
            throw .symbolicLink(
                path.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/"))
        }
    }

    private func parts(_ value: Bencode?) -> [ArraySlice<UInt8>]? {
        guard let list = value?.list, !list.isEmpty else { return nil }
        let parts = list.compactMap(\.bytes)
        return parts.count == list.count ? parts : nil
    }
}

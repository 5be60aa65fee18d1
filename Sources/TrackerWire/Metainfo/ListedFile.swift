import Domain

/// A file as one of the two formats lists it.
struct ListedFile: Hashable {
    let path: [PathComponent]
    let size: Int64

    var joinedPath: String { path.map(\.text).joined(separator: "/") }

    static func refuseSamePaths(_ files: [ListedFile]) throws(MetainfoError) {
        var seen: Set<[PathComponent]> = []
        for file in files {
            guard seen.insert(file.path).inserted else { throw .samePathTwice(file.joinedPath) }
        }
    }

    /// BEP 47: a link would let the torrent reach out of its folder.
    static func refuseLink(_ entry: BencodeNode, named name: String) throws(MetainfoError) {
        let isLink = entry["attr"]?.string?.contains(UInt8(ascii: "l")) ?? false
        guard !isLink, entry["symlink path"] == nil else { throw .symbolicLink(name) }
    }
}

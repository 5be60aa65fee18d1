package import Domain

/// A file as one of the two formats lists it.
package struct ListedFile: Hashable, Sendable {
    /// Below the folder that the torrent is saved in, the torrent's own name first.
    package let path: [PathComponent]
    package let size: ByteCount

    package init(path: [PathComponent], size: ByteCount) {
        self.path = path
        self.size = size
    }

    /// Cleaned for one line.
    var joinedPath: String { path.map(\.text).joined(separator: "/") }

    /// As a disk gets it.
    package var pathOnDisk: String { path.map(\.onDisk).joined(separator: "/") }

    static func refuseSamePaths(_ files: [ListedFile]) throws(MetainfoError) {
        var seen: Set<String> = []
        for path in files.lazy.map(\.joinedPath) {
            guard seen.insert(path).inserted else { throw .samePathTwice(path) }
        }
    }

    /// BEP 47: a link would let the torrent reach out of its folder.
    static func refuseLink(_ entry: BencodeNode, named name: String) throws(MetainfoError) {
        let isLink = entry["attr"]?.string?.contains(UInt8(ascii: "l")) ?? false
        guard !isLink, entry["symlink path"] == nil else { throw .symbolicLink(name) }
    }
}

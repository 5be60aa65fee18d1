package import Domain

/// What a .torrent file says it holds, read without trusting it (BEPs 3, 47, 52).
///
/// 1. Every path passed `SafePath`; there is no symbolic link among the files.
/// 2. Sizes are not negative and their sum fits.
package struct TorrentContents: Hashable, Sendable {
    package struct File: Hashable, Sendable {
        /// Relative to the save path; the first part is the torrent's name.
        package let path: [String]
        package let size: ByteCount
    }

    package static let largest = 10_000_000

    package let name: String
    /// Padding left out.
    package let files: [File]
    package let size: ByteCount
    package let isPrivate: Bool

    package init(_ bytes: [UInt8]) throws(TorrentError) {
        guard bytes.count <= Self.largest else { throw .torrentTooLarge }
        try self.init(Bencode(parsing: bytes))
    }

    /// Resume data holds the same `info` dictionary as the torrent does.
    init(_ root: Bencode) throws(TorrentError) {
        guard let info = root["info"], info.dictionary != nil else {
            throw .brokenTorrent(reason: "it describes no files")
        }
        var reader = ContentsReader(try Self.names(info))
        try reader.read(info)
        name = reader.name
        files = reader.files
        size = reader.size
        isPrivate = info["private"]?.integer == 1
    }

    /// Every spelling of the name is checked; the one that libtorrent prefers comes first.
    private static func names(_ info: Bencode) throws(TorrentError) -> ArraySlice<UInt8> {
        guard let name = info["name"]?.bytes else {
            throw .brokenTorrent(reason: "it has no name")
        }
        let preferred = info["name.utf-8"]?.bytes ?? name
        try SafePath.check([name])
        try SafePath.check([preferred])
        return preferred
    }
}

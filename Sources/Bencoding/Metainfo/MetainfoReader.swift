import Crypto
package import Domain

/// Reads a `.torrent` from a stranger to be offered to others.
///
/// The bounds are libtorrent's own, so that what is accepted here can be opened by clients.
package enum MetainfoReader {
    package static let maximumBytes = 10_000_000
    package static let maximumPieces = 2_097_152
    /// The torrent's own name and the file's count too.
    package static let maximumFolderDepth = 100

    package static func read(_ torrent: [UInt8]) throws(MetainfoError) -> Metainfo {
        let contents = try TorrentContents(torrent: torrent)
        let info = PrivateInfo(contents.info)
        return Metainfo(
            name: contents.name.text,
            files: contents.files.map { TorrentFile(path: $0.joinedPath, size: $0.size) },
            size: contents.size, pieceLength: Int(contents.pieceLength),
            infoHashes: hashes(of: info.bytes, isV1: contents.isV1, isV2: contents.isV2),
            info: info.bytes, pieceLayers: contents.layers?.raw, becamePrivate: info.isChanged)
    }

    private static func hashes(of info: [UInt8], isV1: Bool, isV2: Bool) -> [InfoHash] {
        var digests: [[UInt8]] = []
        if isV1 { digests.append(Array(Insecure.SHA1.hash(data: info))) }
        if isV2 { digests.append(Array(SHA256.hash(data: info).prefix(20))) }
        return digests.compactMap { InfoHash($0) }
    }
}

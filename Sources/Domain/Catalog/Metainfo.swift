/// What a `.torrent` says, checked: names are cleaned, sizes add up, every hash is in its place.
///
/// Invariants:
/// 1. `info` holds the private flag (BEP 27), and `infoHashes` are of exactly these bytes.
/// 2. `infoHashes` is not empty; the first is the primary one: SHA-1 where there is one, then the
///    cut SHA-256 (BEP 52).
/// 3. `size` is the sum over `files`, which leave out padding (BEP 47).
package struct Metainfo: Hashable, Sendable {
    package let name: String
    package let files: [TorrentFile]
    package let size: ByteCount
    package let pieceLength: Int
    package let infoHashes: [InfoHash]
    /// The bencoded info dictionary.
    package let info: [UInt8]
    /// The bencoded `piece layers` of BEP 52, which stand outside the info dictionary.
    package let pieceLayers: [UInt8]?
    /// Whether the private flag was missing and has been set, so that the copy it was read from
    /// has another info hash.
    package let becamePrivate: Bool

    package init(
        name: String, files: [TorrentFile], size: ByteCount, pieceLength: Int,
        infoHashes: [InfoHash], info: [UInt8], pieceLayers: [UInt8]?, becamePrivate: Bool
    ) {
        self.name = name
        self.files = files
        self.size = size
        self.pieceLength = pieceLength
        self.infoHashes = infoHashes
        self.info = info
        self.pieceLayers = pieceLayers
        self.becamePrivate = becamePrivate
    }

    package var kind: FileKind {
        FileKind(files: files.lazy.map { (path: $0.path, size: $0.size) })
    }
}

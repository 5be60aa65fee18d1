package import Bencoding
package import Domain

/// A torrent made from files of this machine, and where they are.
package struct MadeTorrent: Hashable, Sendable {
    package let bytes: [UInt8]
    package let infoHash: InfoHash
    package let name: String
    package let size: ByteCount
    package let files: [ListedFile]
    /// The folder to seed it from: the one that holds what was shared.
    package let savePath: String
}

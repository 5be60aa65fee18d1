import Bencoding
package import Domain
import Glibc

/// A `.torrent` file that somebody named, read without trusting it.
package struct TorrentFileOnDisk: Sendable {
    package let bytes: [UInt8]
    /// Of the file or folder that it describes, fit for one line.
    package let name: String
    package let size: ByteCount
    /// The announce addresses in it, whoever wrote them.
    package let trackers: [String]
    private let contents: TorrentContents

    /// Blocks for as long as the disk does.
    ///
    /// - Throws: why it is none that could be added.
    package init(path: String) throws(TorrentError) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw .system(errno, path: path) }
        // A pipe of that name would be waited for.
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notReadable(path: path) }
        bytes = try FileBytes.read(path, atMost: MetainfoReader.maximumBytes)
        contents = try TorrentSession.contents(of: bytes)
        name = contents.name.text
        size = contents.size
        trackers = contents.trackers
    }

    /// The same torrent, announcing there and nowhere else.
    package func bytes(announcingTo url: String) -> [UInt8] {
        TorrentFileWriter.bytes(contents, announce: url)
    }
}

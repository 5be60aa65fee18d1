/// One file of a torrent.
package struct TorrentFile: Hashable, Sendable {
    /// Below the folder that the torrent is saved in, the torrent's own name first when it holds
    /// several files; components joined by `/`, each cleaned for one line.
    package let path: String
    package let size: ByteCount

    package init(path: String, size: ByteCount) {
        self.path = path
        self.size = size
    }
}

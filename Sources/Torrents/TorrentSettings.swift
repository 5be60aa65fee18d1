package import Domain

/// How a `TorrentSession` runs.
package struct TorrentSettings: Hashable, Sendable {
    /// libtorrent's notation: addresses with ports, separated by commas; port 0 lets the system
    /// choose.
    package var listen: String
    /// Where resume data is kept; `nil` keeps none, and every session starts empty.
    package var stateFolder: String?
    /// Bytes a second, `.zero` for no limit.
    package var downloadLimit: ByteCount
    package var uploadLimit: ByteCount
    /// Seconds between announces, whatever less the tracker may ask for.
    package var minAnnounceInterval: Int
    /// Seconds that a shutdown waits for trackers to hear of it.
    package var stopTimeout: Int

    /// Every address of this machine. Those of the loopback are named, for libtorrent leaves them
    /// out of “every”, and then a tracker on this machine cannot be reached.
    package static func everywhere(port: UInt16) -> String {
        ["0.0.0.0", "[::]", "127.0.0.1", "[::1]"].map { "\($0):\(port)" }.joined(separator: ",")
    }

    package init(
        listen: String = everywhere(port: 6881), stateFolder: String? = nil,
        downloadLimit: ByteCount = .zero, uploadLimit: ByteCount = .zero,
        minAnnounceInterval: Int = 30, stopTimeout: Int = 2
    ) {
        self.listen = listen
        self.stateFolder = stateFolder
        self.downloadLimit = downloadLimit
        self.uploadLimit = uploadLimit
        self.minAnnounceInterval = minAnnounceInterval
        self.stopTimeout = stopTimeout
    }
}

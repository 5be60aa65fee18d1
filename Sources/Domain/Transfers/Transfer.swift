/// One torrent of the local client as it stands now.
package struct Transfer: Hashable, Sendable, Identifiable {
    package enum State: String, Hashable, Sendable {
        case checking, downloading, finished, seeding, paused, queued, failed
    }

    package var id: InfoHash { infoHash }
    package let infoHash: InfoHash
    /// Cleaned for one line.
    package var name: String
    package var state: State
    /// Bytes wanted, and how many of them are here and verified.
    package var size: ByteCount
    package var done: ByteCount
    /// Payload bytes per second.
    package var downloadRate: ByteCount
    package var uploadRate: ByteCount
    /// Payload over all runs of the client.
    package var downloaded: ByteCount
    package var uploaded: ByteCount
    package var peers: Int
    package var seeds: Int
    /// The folder its files are in.
    package var savePath: String
    /// One sentence: why it stands still; set whenever `state` is `failed`.
    package var problem: String?

    package init(
        infoHash: InfoHash, name: String, state: State, size: ByteCount, done: ByteCount = .zero,
        downloadRate: ByteCount = .zero, uploadRate: ByteCount = .zero,
        downloaded: ByteCount = .zero, uploaded: ByteCount = .zero, peers: Int = 0, seeds: Int = 0,
        savePath: String = "", problem: String? = nil
    ) {
        self.infoHash = infoHash
        self.name = name
        self.state = state
        self.size = size
        self.done = done
        self.downloadRate = downloadRate
        self.uploadRate = uploadRate
        self.downloaded = downloaded
        self.uploaded = uploaded
        self.peers = peers
        self.seeds = seeds
        self.savePath = savePath
        self.problem = problem
    }

    /// 0 … 1; an empty torrent is complete.
    package var progress: Double {
        size == .zero ? 1 : min(1, Double(done.bytes) / Double(size.bytes))
    }

    package var isComplete: Bool { done >= size && state != .checking }

    package var ratio: Ratio { Ratio(up: uploaded, down: downloaded) }

    /// Seconds until complete at the present rate; `nil` when it stands still or is complete.
    package var secondsLeft: Int64? {
        let missing = size - done
        guard missing > .zero, downloadRate > .zero, state == .downloading else { return nil }
        return (missing.bytes - 1) / downloadRate.bytes + 1
    }
}

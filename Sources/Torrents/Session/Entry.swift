internal import CTorrent
import Domain

/// What the session remembers of one torrent between two reports.
struct Entry {
    var snapshot: Snapshot
    /// Why it stands still, in a user's words.
    var problem: TorrentError?
    /// It is kept still although libtorrent sees no error, until the user resumes it.
    var isHeld = false
    var reported: Transfer?
    /// Its files were looked at. Before that, libtorrent calls a piece finished that it merely
    /// found on disk or in the resume data.
    var isChecked = false
    /// A piece arrived in this run: only then is being complete an event.
    var hasReceived = false
    var tickedUpload: ByteCount
    var tickedAt: ContinuousClock.Instant
    /// Resume data asked for and not yet on disk.
    var saves = 0
    var savedAt: ContinuousClock.Instant

    init(_ snapshot: Snapshot) {
        self.snapshot = snapshot
        tickedUpload = snapshot.uploaded
        tickedAt = .now
        savedAt = .now
    }

    /// A write error leaves libtorrent in upload-only mode, any other one stops the torrent.
    var hasFailed: Bool { isHeld || snapshot.isUploadOnly || snapshot.errorNumber != 0 }

    var transfer: Transfer {
        Transfer(
            infoHash: snapshot.hash, name: snapshot.name, state: state, size: snapshot.size,
            done: snapshot.verified, downloadRate: snapshot.downloadRate,
            uploadRate: snapshot.uploadRate, downloaded: snapshot.downloaded,
            uploaded: snapshot.uploaded, peers: snapshot.peers, seeds: snapshot.seeds,
            savePath: snapshot.savePath, problem: hasFailed ? sentence : nil)
    }

    private var state: Transfer.State {
        if hasFailed { return .failed }
        if snapshot.isPaused { return .paused }
        return switch snapshot.state {
        case .checking: .checking
        case .downloading: .downloading
        case .finished: .finished
        case .seeding: .seeding
        }
    }

    private var sentence: String {
        if let problem { return problem.description }
        return snapshot.error.isEmpty ? "its files cannot be used" : OneLine.cleaned(snapshot.error)
    }
}

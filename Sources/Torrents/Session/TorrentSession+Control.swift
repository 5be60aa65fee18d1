import Dispatch
package import Domain

extension TorrentSession {
    /// Stops a torrent until `resume`, over restarts too.
    package func pause(_ hash: InfoHash) throws(TorrentError) {
        try engine().pause(hash, byUser: true)
        try refresh(hash)
        save(hash, evenAgain: true)
    }

    /// Lets a torrent run; one that failed tries again.
    package func resume(_ hash: InfoHash) throws(TorrentError) {
        try engine().resume(hash)
        entries[hash]?.isHeld = false
        entries[hash]?.problem = nil
        try refresh(hash)
        save(hash, evenAgain: true)
    }

    /// Returns when the torrent has left the session and, with `deletingData`, its files the disk.
    package func remove(_ hash: InfoHash, deletingData: Bool) async throws(TorrentError) {
        let engine = try engine()
        guard let entry = entries[hash], removals[hash] == nil else { throw .noSuchTorrent }
        let path = FolderPath.of(entry.snapshot.name, in: entry.snapshot.savePath)
        try engine.remove(hash, deletingData: deletingData)
        entries[hash] = nil
        resumeFolder?.remove(hash)
        let result = await withCheckedContinuation { done in
            removals[hash] = Removal(deletesData: deletingData, path: path, done: done)
        }
        onEvent(.removed(hash))
        try result.get()
    }

    /// Every torrent announces to this URL from now on: the passkey in it is new.
    package func announce(to url: String) throws(TorrentError) {
        for hash in entries.keys where removals[hash] == nil {
            try engine().announce(hash, to: url)
            save(hash, evenAgain: true)
        }
    }

    /// Announces now, whatever the tracker's interval.
    package func reannounce(_ hash: InfoHash) throws(TorrentError) {
        try engine().reannounce(hash)
    }

    /// Bytes a second over all torrents; `.zero` lifts a limit.
    package func setLimits(download: ByteCount, upload: ByteCount) throws(TorrentError) {
        try engine().setLimits(download: download, upload: upload)
    }

    /// Connects to a peer that no tracker named.
    package func connect(
        _ hash: InfoHash, to address: String, port: Int
    ) throws(TorrentError) {
        guard let port = UInt16(exactly: port) else { throw .refused(reason: "no such port") }
        try engine().connect(hash, to: address, port: port)
    }

    private static let longestSave = DispatchTimeInterval.seconds(5)

    /// Announces `stopped` everywhere, keeps all progress, and ends. A second call does nothing.
    package func shutdown() async {
        guard !isClosing, let engine = engineUntilClosed else { return }
        isClosing = true
        engine.pause()
        for hash in entries.keys { save(hash, evenAgain: true) }
        if entries.values.contains(where: { $0.saves > 0 }) {
            executor.queue.asyncAfter(deadline: .now() + Self.longestSave) { [weak self] in
                self?.assumeIsolated { $0.endSaving() }
            }
            await withCheckedContinuation { allSaved = $0 }
        }
        for hash in entries.keys { try? refresh(hash) }
        tickUploads(nil)
        await pump.stop()
        let removals = removals
        self.removals = [:]
        for removal in removals.values { removal.done.resume(returning: .failure(.sessionClosed)) }
        let checks = checks
        self.checks = [:]
        for check in checks.values { check.resume() }
        lastReceipts = takeReceipts()
        dropEngine()
        resumeFolder?.release()
    }
}

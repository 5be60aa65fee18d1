internal import CTorrent
import Dispatch
import Domain

extension TorrentSession {
    /// Reports at most this often.
    private static let beat = Duration.milliseconds(250)
    private static let uploadTick = Duration.seconds(2)
    private static let saveWhileDownloading = Duration.seconds(2)
    private static let saveWhileSeeding = Duration.seconds(30)

    /// Handles whatever waits. The pump calls it when alerts came, and at least once a beat.
    func turn() {
        guard let engine = engineUntilClosed else { return }
        // A pop fails only for want of memory; the alerts are there at the next turn.
        guard let batch = try? engine.pop() else { return }
        for alert in batch.alerts { handle(alert) }
        for snapshot in batch.snapshots { take(snapshot) }
        if !batch.snapshots.isEmpty, !hasReported { report() }

        let now = ContinuousClock.now
        guard now - lastBeat >= Self.beat else { return }
        lastBeat = now
        if !hasReported { report() }
        hasReported = false
        guard !isClosing else { return }
        tickUploads(now)
        saveWhatChanged(now)
        engine.requestUpdates()
    }

    // MARK: alerts

    private func handle(_ alert: EngineAlert) {
        let hash = alert.hash
        switch alert.kind {
        case .piece_finished:
            guard entries[hash]?.isChecked == true else { return }
            entries[hash]?.hasReceived = true
            emit(.pieceFinished(hash, piece: alert.piece), about: hash)
        case .finished:
            // libtorrent says so too of what it merely found complete on disk.
            guard entries[hash]?.hasReceived == true else { return }
            // A small one may be complete before anybody heard of it.
            try? refresh(hash)
            report()
            emit(.torrentFinished(hash), about: hash)
            save(hash, evenAgain: true)
        case .checked:
            entries[hash]?.isChecked = true
            try? refresh(hash)
            checks.removeValue(forKey: hash)?.resume()
        case .file_error, .torrent_error:
            fail(hash, alert)
            checks.removeValue(forKey: hash)?.resume()
        case .tracker_error: emit(.trackerProblem(hash, message: alert.message), about: hash)
        case .tracker_reply: emit(.trackerAnswered(hash), about: hash)
        case .resume_data: keep(alert.bytes, of: hash)
        case .resume_data_failed: endSave(of: hash, isOnDisk: false)
        case .resume_rejected: try? refresh(hash)
        case .removed:
            checks.removeValue(forKey: hash)?.resume()
            if removals[hash]?.deletesData == false { endRemoval(of: hash, .success(())) }
        case .deleted: endRemoval(of: hash, .success(()))
        case .delete_failed:
            let path = removals[hash]?.path ?? ""
            endRemoval(of: hash, .failure(.inputOutput(path: path, reason: alert.message)))
        }
    }

    /// An alert may come after its torrent has gone.
    private func emit(_ event: TransferEvent, about hash: InfoHash) {
        if entries[hash] != nil { onEvent(event) }
    }

    private func endRemoval(of hash: InfoHash, _ result: Result<Void, TorrentError>) {
        removals.removeValue(forKey: hash)?.done.resume(returning: result)
    }

    private func fail(_ hash: InfoHash, _ alert: EngineAlert) {
        guard let entry = entries[hash] else { return }
        var problem = TorrentError.system(alert.errorNumber, path: alert.path)
        switch problem {
        case .inputOutput where alert.errorNumber == 0: problem = .refused(reason: alert.message)
        case .notReadable where !entry.snapshot.isWhole:
            problem = .notWritable(folder: FolderPath.parent(of: alert.path))
        default: break
        }
        if case .diskFull = problem {
            let folder = entry.snapshot.savePath
            let files = (try? engineUntilClosed?.files(hash)) ?? []
            problem = .diskFull(
                folder: folder,
                missing: DiskSpace.missing(in: folder, for: files))
        }
        try? refresh(hash)
        entries[hash]?.problem = problem
    }

    // MARK: snapshots

    func refresh(_ hash: InfoHash) throws(TorrentError) {
        guard let engine = engineUntilClosed, entries[hash] != nil else { throw .noSuchTorrent }
        take(try engine.snapshot(hash))
    }

    private func take(_ snapshot: Snapshot) {
        entries[snapshot.hash]?.snapshot = snapshot
    }

    private func report() {
        var changed: [Transfer] = []
        for (hash, entry) in entries {
            let transfer = entry.transfer
            guard transfer != entry.reported else { continue }
            entries[hash]?.reported = transfer
            changed.append(transfer)
        }
        guard !changed.isEmpty else { return }
        hasReported = true
        onEvent(.changed(changed))
    }

    /// Without a time, ticks whatever was uploaded since the last one.
    func tickUploads(_ now: ContinuousClock.Instant?) {
        for (hash, entry) in entries {
            let uploaded = entry.snapshot.uploaded - entry.tickedUpload
            guard uploaded > .zero else { continue }
            if let now, now - entry.tickedAt < Self.uploadTick { continue }
            entries[hash]?.tickedUpload = entry.snapshot.uploaded
            entries[hash]?.tickedAt = now ?? entry.tickedAt
            onEvent(.uploadTick(hash, uploaded: uploaded))
        }
    }

    // MARK: resume data

    private func saveWhatChanged(_ now: ContinuousClock.Instant) {
        for (hash, entry) in entries where entry.snapshot.wantsSave {
            let isDownloading = entry.snapshot.state == .downloading
            let pause = isDownloading ? Self.saveWhileDownloading : Self.saveWhileSeeding
            if now - entry.savedAt >= pause { save(hash) }
        }
    }

    /// Asks for resume data; `keep` writes it. What stands still for want of its files is left as
    /// it was saved, for libtorrent now believes that nothing of it is here. One save at a time,
    /// unless what changed must not wait for the next.
    func save(_ hash: InfoHash, evenAgain: Bool = false) {
        guard resumeFolder != nil, let entry = entries[hash], !entry.isHeld,
            entry.saves == 0 || evenAgain, let engine = engineUntilClosed,
            (try? engine.save(hash)) != nil
        else { return }
        entries[hash]?.saves += 1
        entries[hash]?.savedAt = .now
    }

    private func keep(_ bytes: [UInt8], of hash: InfoHash) {
        guard entries[hash] != nil else { return }
        entries[hash]?.snapshot.wantsSave = false
        resumeFolder?.write(bytes, for: hash) { [weak self, queue = executor.queue] isOnDisk in
            queue.async { [weak self] in
                self?.assumeIsolated { $0.endSave(of: hash, isOnDisk: isOnDisk) }
            }
        }
    }

    private func endSave(of hash: InfoHash, isOnDisk: Bool) {
        entries[hash]?.saves -= 1
        // The state folder may be full; until a later attempt, only progress since the last save
        // is at stake.
        if !isOnDisk { entries[hash]?.snapshot.wantsSave = true }
        if !entries.values.contains(where: { $0.saves > 0 }) { endSaving() }
    }

    func endSaving() {
        allSaved?.resume()
        allSaved = nil
    }
}

import Bencoding
package import Domain

extension TorrentSession {
    /// Adds a torrent to be downloaded to `saveTo`; what is there of it already is checked and
    /// kept. One that is in the session already takes the announce URLs given now and resumes.
    @discardableResult
    package func add(
        torrent: [UInt8], saveTo: String, paused: Bool = false
    ) throws(TorrentError) -> InfoHash {
        let contents = try Self.contents(of: torrent)
        let hash = try Engine.hash(of: torrent)
        if entries[hash] != nil {
            try engine().replaceTrackers(hash, from: torrent)
            if !paused { try resume(hash) }
            return hash
        }
        let folder = FolderPath.absolute(saveTo)
        try DiskSpace.prepare(folder, for: contents)
        try engine().add(torrent, saveTo: folder, paused: paused, holdAfterCheck: false)
        try enter(hash)
        return hash
    }

    /// Adds a torrent whose data is complete under `savePath`, checks every piece of it, and seeds.
    /// Throws `.fileMissing` or `.dataDiffers`, and leaves nothing behind, when it is not.
    @discardableResult
    package func addSeed(
        torrent: [UInt8], savePath: String
    ) async throws(TorrentError) -> InfoHash {
        let contents = try Self.contents(of: torrent)
        let hash = try Engine.hash(of: torrent)
        if entries[hash] != nil {
            try engine().replaceTrackers(hash, from: torrent)
            try resume(hash)
            return hash
        }
        let folder = FolderPath.absolute(savePath)
        try engine().add(torrent, saveTo: folder, paused: false, holdAfterCheck: true)
        do {
            try DataOnDisk.check(try engine().files(hash))
        } catch {
            try engine().remove(hash, deletingData: false)
            throw error
        }
        try enter(hash)
        await withCheckedContinuation { checks[hash] = $0 }
        guard try engine().snapshot(hash).isWhole else {
            try await remove(hash, deletingData: false)
            throw .dataDiffers(path: FolderPath.of(contents.name.onDisk, in: folder))
        }
        try engine().resume(hash)
        return hash
    }

    /// Adds every torrent of the state folder. One that cannot be read is set aside and named in
    /// the report; one whose files have gone stands still and says so.
    package func restore() throws(TorrentError) -> RestoreReport {
        var report = RestoreReport()
        guard let resumeFolder else { return report }
        for name in resumeFolder.names() {
            if let hash = ResumeFolder.hash(in: name), entries[hash] != nil { continue }
            do throws(TorrentError) {
                let hash = try restore(try resumeFolder.read(name))
                report.restored.append(hash)
            } catch .sessionClosed {
                throw .sessionClosed
            } catch {
                report.setAside.append(resumeFolder.setAside(name))
            }
        }
        return report
    }

    /// Adds it paused, and lets it run only where its files are still there.
    private func restore(_ bytes: [UInt8]) throws(TorrentError) -> InfoHash {
        let resume = try ResumeData(bytes)
        let engine = try engine()
        let (hash, isHeld) = try engine.restore(bytes)
        entries[hash] = Entry(try engine.snapshot(hash))
        if let path = DataOnDisk.missingFile(resume, of: try engine.files(hash)) {
            entries[hash]?.isHeld = true
            entries[hash]?.problem = .fileMissing(path: path)
        } else if !isHeld {
            try engine.resume(hash)
            try refresh(hash)
        }
        return hash
    }

    /// Reads a torrent without trusting it, before libtorrent does.
    static func contents(of torrent: [UInt8]) throws(TorrentError) -> TorrentContents {
        do {
            return try TorrentContents(torrent: torrent)
        } catch {
            throw TorrentError(error)
        }
    }

    private func enter(_ hash: InfoHash) throws(TorrentError) {
        entries[hash] = Entry(try engine().snapshot(hash))
        save(hash)
    }
}

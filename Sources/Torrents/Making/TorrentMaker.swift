internal import CTorrent
import Dispatch
package import Domain
import Synchronization

/// Makes private v1 torrents.
package enum TorrentMaker {
    /// Bytes hashed so far, and of how many.
    package typealias Progress = @Sendable (_ done: ByteCount, _ of: ByteCount) -> Void

    private static let queue = DispatchQueue(
        label: "enxame.torrents.maker", attributes: .concurrent)

    /// Hashes a file, or all files of a folder, on a queue of its own. `progress` is called there,
    /// once a piece. Ends early, with `.cancelled`, when its task is cancelled.
    package static func make(
        path: String, announce: String? = nil, progress: @escaping Progress = { _, _ in }
    ) async throws(TorrentError) -> MadeTorrent {
        let job = HashingJob(progress)
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { done in
                queue.async {
                    done.resume(
                        returning: Result { () throws(TorrentError) in
                            try job.run(path: path, announce: announce)
                        })
                }
            }
        } onCancel: {
            job.cancel()
        }
        return try result.get()
    }
}

/// One making of a torrent, which may be cancelled from another thread.
private final class HashingJob: Sendable {
    private let progress: TorrentMaker.Progress
    private let isCancelled = Atomic(false)

    init(_ progress: @escaping TorrentMaker.Progress) { self.progress = progress }

    func cancel() { isCancelled.store(true, ordering: .relaxed) }

    func run(path: String, announce: String?) throws(TorrentError) -> MadeTorrent {
        let shared = try SharedFiles(path)
        let made = try CRecipe.make(shared, announce: announce) { done in
            self.progress(done, shared.size)
            return !self.isCancelled.load(ordering: .relaxed)
        }
        return MadeTorrent(
            bytes: made.bytes, infoHash: made.hash, name: shared.name, size: shared.size,
            files: shared.files, savePath: shared.folder)
    }
}

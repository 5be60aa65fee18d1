import Bencoding
internal import CTorrent
import Domain

/// Hands the files to share over the C border.
enum CRecipe {
    private static let smallestPiece: Int64 = 16 * 1024
    private static let usualLargest: Int64 = 1024 * 1024
    /// Keeps a torrent of any size far below the 10 MB that clients and servers accept.
    private static let mostPieces: Int64 = 100_000
    /// Enough of them for progress to be seen.
    private static let pieces: Int64 = 1024

    /// A power of two: up to 1 MiB so that there are about a thousand pieces, beyond that only as
    /// large as it must be.
    static func pieceSize(for size: ByteCount) -> Int64 {
        var piece = smallestPiece
        while piece < usualLargest, size.bytes / piece >= pieces { piece *= 2 }
        while size.bytes / piece >= mostPieces { piece *= 2 }
        return piece
    }

    static func make(
        _ shared: SharedFiles, announce: String?, progress: (ByteCount) -> Bool
    ) throws(TorrentError) -> (bytes: [UInt8], hash: InfoHash) {
        // Each path is copied, so that the pointers handed over hold for the length of the call.
        let paths = shared.files.map { copy($0.pathOnDisk) }
        defer { for path in paths { path.deallocate() } }
        let files = zip(paths, shared.files).map { path, file in
            ct_file(path: path, size: file.size.bytes)
        }
        // The other side puts the slash between them.
        let folder = copy(shared.folder == "/" ? "" : shared.folder)
        let creator = copy("Enxame 1.0")
        let url = announce.map(copy)
        defer {
            folder.deallocate()
            creator.deallocate()
            url?.deallocate()
        }
        var bytes = ct_bytes()
        var hash = [UInt8](repeating: 0, count: 20)
        let outcome = withoutActuallyEscaping(progress) { progress in
            var listener = Listener(progress: progress)
            return Result { () throws(TorrentError) in
                try withUnsafeMutablePointer(to: &listener) { listener throws(TorrentError) in
                    try files.withUnsafeBufferPointer { files throws(TorrentError) in
                        var recipe = ct_recipe(
                            folder: folder, files: files.baseAddress, file_count: files.count,
                            piece_size: Int32(clamping: pieceSize(for: shared.size)),
                            announce: url, creator: creator, context: listener,
                            progress: { listener, done in
                                listener?.assumingMemoryBound(to: Listener.self).pointee
                                    .progress(ByteCount(clamping: done)) ?? false
                            })
                        try EngineGate.call { ct_make_torrent(&recipe, &bytes, &hash, $0) }
                    }
                }
            }
        }
        try outcome.get()
        defer { ct_bytes_free(bytes) }
        return (
            Array(UnsafeBufferPointer(start: bytes.data, count: bytes.count)),
            InfoHash(filling: hash)
        )
    }

    private struct Listener {
        let progress: (ByteCount) -> Bool
    }

    private static func copy(_ text: String) -> UnsafePointer<CChar> {
        let bytes = text.utf8CString
        let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
        for (index, byte) in bytes.enumerated() { (copy + index).initialize(to: byte) }
        return UnsafePointer(copy)
    }
}

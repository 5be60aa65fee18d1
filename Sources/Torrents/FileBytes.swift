import Glibc

/// Whole files as bytes.
enum FileBytes {
    static func read(_ path: String, atMost limit: Int) throws(TorrentError) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .system(errno, path: path) }
        defer { close(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 256 * 1024)
        while true {
            let count = Glibc.read(file, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .system(errno, path: path) }
            guard count > 0 else { return bytes }
            bytes += chunk[..<count]
            guard bytes.count <= limit else { throw .brokenTorrent(reason: "it is too large") }
        }
    }

    /// The old bytes or the new ones are found under `path` at any moment, a power cut included.
    static func replace(
        _ path: String, with bytes: [UInt8], mode: mode_t
    ) throws(TorrentError) {
        let beside = path + ".new"
        let file = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
        guard file >= 0 else { throw .system(errno, path: beside) }
        let isWritten = writeAll(bytes, to: file) && fsync(file) == 0
        let reason = errno
        close(file)
        guard isWritten, rename(beside, path) == 0 else {
            let failure = isWritten ? errno : reason
            unlink(beside)
            throw .system(failure, path: path)
        }
        sync(folder: FolderPath.parent(of: path))
    }

    private static func writeAll(_ bytes: [UInt8], to file: Int32) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let count = write(
                    file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                rest = rest.dropFirst(count)
            }
            return true
        }
    }

    /// A rename is on disk only when its folder is.
    private static func sync(folder: String) {
        let folder = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return }
        fsync(folder)
        close(folder)
    }
}

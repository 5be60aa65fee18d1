import Bencoding
import Domain
import Glibc

/// Whether a folder can take what is about to be written into it.
enum DiskSpace {
    static func makeFolder(_ path: String, mode: mode_t) throws(TorrentError) {
        var facts = stat()
        if stat(path, &facts) == 0 {
            guard facts.st_mode & S_IFMT == S_IFDIR else { throw .notWritable(folder: path) }
            return
        }
        if errno == ENOENT, path != "/" {
            try makeFolder(FolderPath.parent(of: path), mode: mode)
        }
        guard mkdir(path, mode) == 0 || errno == EEXIST else {
            switch errno {
            case ENOSPC, EDQUOT: throw .diskFull(folder: FolderPath.parent(of: path), missing: nil)
            default: throw .notWritable(folder: path)
            }
        }
    }

    /// Makes the folder where it is missing and checks that the torrent fits.
    static func prepare(_ folder: String, for torrent: TorrentContents) throws(TorrentError) {
        try makeFolder(folder, mode: 0o755)
        guard access(folder, W_OK | X_OK) == 0 else { throw .notWritable(folder: folder) }
        let files = torrent.files.map {
            TransferFile(path: FolderPath.of($0.pathOnDisk, in: folder), size: $0.size)
        }
        let missing = missing(in: folder, for: files)
        guard missing == .zero else { throw .diskFull(folder: folder, missing: missing) }
    }

    /// How much does not fit, with what the files already occupy taken off; zero when the system
    /// does not say how much is free.
    static func missing(in folder: String, for files: [TransferFile]) -> ByteCount {
        guard let free = free(in: folder) else { return .zero }
        var needed = ByteCount.zero
        for file in files {
            var facts = stat()
            let isThere = stat(file.path, &facts) == 0
            let occupied = ByteCount(clamping: isThere ? Int64(facts.st_blocks) * 512 : 0)
            needed += file.size - occupied
        }
        return needed - free
    }

    private static func free(in folder: String) -> ByteCount? {
        var facts = statvfs()
        guard statvfs(folder, &facts) == 0 else { return nil }
        let (bytes, overflow) = facts.f_bavail.multipliedReportingOverflow(by: facts.f_frsize)
        return overflow ? nil : ByteCount(clamping: Int64(clamping: bytes))
    }
}

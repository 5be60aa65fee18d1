import Domain
import Glibc

/// Whether the files of a torrent are where they should be; what is in them is libtorrent's to
/// check.
enum DataOnDisk {
    static func check(_ files: [TransferFile]) throws(TorrentError) {
        for file in files {
            guard let size = size(of: file.path) else { throw .fileMissing(path: file.path) }
            guard size == file.size else { throw .dataDiffers(path: file.path) }
        }
    }

    /// A file that went away since the resume data was written. Without this, a disk that is not
    /// mounted would have everything fetched again, to the wrong place.
    static func missingFile(_ resume: ResumeData, of files: [TransferFile]) -> String? {
        guard resume.hasPieces else { return nil }
        let paths = files.filter { $0.size > .zero }.map(\.path)
        let missing = paths.filter { size(of: $0) == nil }
        return resume.hasAllPieces || missing.count == paths.count ? missing.first : nil
    }

    private static func size(of path: String) -> ByteCount? {
        var facts = stat()
        guard stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return nil }
        return ByteCount(Int64(facts.st_size))
    }
}

import Bencoding
import Domain
import Glibc

/// The regular files under a path, in the order they get in a torrent.
///
/// Symbolic links are not followed: in a folder they are left out, and one that is named itself is
/// refused. Whatever is neither file nor folder is left out as well.
struct SharedFiles {
    /// Relative to the folder that holds the shared path.
    private(set) var files: [ListedFile] = []
    private(set) var size = ByteCount.zero
    let folder: String
    let name: String

    init(_ path: String) throws(TorrentError) {
        let path = FolderPath.absolute(path)
        folder = FolderPath.parent(of: path)
        name = FolderPath.lastPart(of: path)
        try visit([name])
        guard size > .zero else { throw .nothingToShare(path: path) }
    }

    private mutating func visit(_ parts: [String]) throws(TorrentError) {
        let path = FolderPath.of(parts.joined(separator: "/"), in: folder)
        var facts = stat()
        guard lstat(path, &facts) == 0 else {
            // A name that is not UTF-8 came out of the listing repaired, so it cannot be found.
            if path.contains("\u{FFFD}") { throw .hostilePath(path) }
            throw .system(errno, path: path)
        }
        switch facts.st_mode & S_IFMT {
        case S_IFREG:
            let count = ByteCount(clamping: Int64(facts.st_size))
            files.append(ListedFile(path: try Self.checked(parts), size: count))
            size += count
        case S_IFDIR:
            guard let names = FolderListing.names(in: path) else {
                throw .notReadable(path: path)
            }
            for name in names.sorted() { try visit(parts + [name]) }
        case S_IFLNK where parts.count == 1: throw .symbolicLink(path)
        default: break
        }
    }

    /// What is refused here, the server and the people who download it would refuse too.
    private static func checked(_ parts: [String]) throws(TorrentError) -> [PathComponent] {
        do {
            return try PathComponent.path(parts.map { ArraySlice($0.utf8) })
        } catch {
            throw .hostilePath(parts.joined(separator: "/"))
        }
    }
}

import Dispatch
import Domain
import Glibc
import Synchronization

/// The folder that holds one `<info hash>.resume` for each torrent.
///
/// 1. A file is either the old one or the new one, never a part: it is written beside its place,
///    synced, and renamed.
/// 2. One session at a time: the lock goes with the process, however that ends.
/// 3. Files are readable by their owner only, for the announce URL in them is a secret.
/// 4. Disks may take their time over a sync, so writing has a queue of its own; on it, what is
///    asked first is done first.
final class ResumeFolder: Sendable {
    private static let ending = ".resume"
    private static let largest = 64 * 1024 * 1024

    let path: String
    private let lock: Mutex<Int32>
    private let queue = DispatchQueue(label: "enxame.torrents.resume")

    init(_ path: String) throws(TorrentError) {
        self.path = FolderPath.absolute(path)
        try DiskSpace.makeFolder(self.path, mode: 0o700)
        let file = open(self.path + "/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .notWritable(folder: self.path) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            close(file)
            throw .stateInUse(folder: self.path)
        }
        lock = Mutex(file)
    }

    deinit { unlock() }

    /// Finishes what was asked for and lets another session have the folder.
    func release() { queue.sync { unlock() } }

    private func unlock() {
        lock.withLock { file in
            if file >= 0 { close(file) }
            file = -1
        }
    }

    func names() -> [String] {
        FolderListing.names(in: path)?.filter { $0.hasSuffix(Self.ending) }.sorted() ?? []
    }

    /// The torrent that a file name is about.
    static func hash(in name: String) -> InfoHash? { InfoHash(hex: name.dropLast(ending.count)) }

    func read(_ name: String) throws(TorrentError) -> [UInt8] {
        try FileBytes.read(path + "/" + name, atMost: Self.largest)
    }

    /// `done` is called on the folder's queue with whether the bytes are on disk.
    func write(
        _ bytes: [UInt8], for hash: InfoHash, done: @escaping @Sendable (Bool) -> Void
    ) {
        queue.async { [file = file(of: hash)] in
            done((try? FileBytes.replace(file, with: bytes, mode: 0o600)) != nil)
        }
    }

    func remove(_ hash: InfoHash) { queue.sync { _ = unlink(file(of: hash)) } }

    /// Keeps a file that cannot be used where a person can look at it; answers its new name.
    func setAside(_ name: String) -> String {
        let aside = name + ".broken"
        return rename(path + "/" + name, path + "/" + aside) == 0 ? aside : name
    }

    private func file(of hash: InfoHash) -> String { path + "/" + hash.hex + Self.ending }
}

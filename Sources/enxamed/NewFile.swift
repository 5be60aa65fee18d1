import Foundation

/// A file that is made: private, under a name of its own beside its place, and moved there when it
/// is whole. Until then nothing stands at its path, or what stood there stays.
final class NewFile: Sendable {
    let path: String
    /// Where it is until it is finished.
    let partial: String
    private let descriptor: Int32
    private let replaces: Bool

    /// Throws `FileFault`.
    init(path: String, replacing: Bool) throws {
        self.path = path
        replaces = replacing
        partial = path + ".\(UInt32.random(in: .min ... .max)).partial"
        if !replacing, FileManager.default.fileExists(atPath: path) {
            throw FileFault.exists(path)
        }
        descriptor = open(partial, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw FileFault.cannotCreate(path, errno) }
        Interruption.remove(partial)
    }

    deinit { close(descriptor) }

    /// All of it, or `FileFault`.
    func write(_ bytes: [UInt8]) throws {
        try FileWriting.write(bytes, to: descriptor, named: path)
    }

    /// On the disk, and at its place.
    func finish() throws {
        guard fsync(descriptor) == 0 else { throw FileFault.cannotWrite(path, errno) }
        if replaces {
            guard rename(partial, path) == 0 else { throw FileFault.cannotWrite(path, errno) }
        } else {
            // Unlike `rename`, this takes nobody's place who came meanwhile.
            guard link(partial, path) == 0 else {
                throw errno == EEXIST ? FileFault.exists(path) : .cannotWrite(path, errno)
            }
            unlink(partial)
        }
        try synchronizeFolder()
    }

    /// Removes what there is of it, and of what a database put beside it.
    func discard() {
        for suffix in ["", "-journal", "-wal", "-shm"] { unlink(partial + suffix) }
    }

    /// So that the new name outlives a power cut. Not every file system can.
    private func synchronizeFolder() throws {
        let folder = (path as NSString).deletingLastPathComponent
        let descriptor = open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 || errno == EINVAL else {
            throw FileFault.cannotWrite(path, errno)
        }
    }
}

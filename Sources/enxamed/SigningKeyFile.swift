import Domain
import Foundation
import Server
import Synchronization

/// `access.key` of a data folder: mode 0600, made on first use, read again when it was replaced.
struct SigningKeyFile: Sendable {
    private let folder: String

    init(folder: String) { self.folder = folder }

    private var path: String { folder + "/access.key" }

    /// Throws `SettingError`. Makes the first key where there is none.
    func keys() throws -> SigningKeys {
        if let data = FileManager.default.contents(atPath: path) {
            guard let keys = SigningKeys(file: [UInt8](data)) else {
                throw SettingError.dataFolder(
                    path: folder, "access.key is neither 32 bytes long nor a list of keys")
            }
            return keys
        }
        let secret = RandomSecrets.bytes(SigningKeys.length)
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw refused(errno) }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try handle.write(contentsOf: Data(secret))
        try handle.synchronize()
        guard let keys = SigningKeys(secret: secret) else { throw refused(EIO) }
        return keys
    }

    /// Signs with a new key from now on. A server that runs takes it up by itself.
    func rotate(at now: Timestamp, forgetting: Bool) throws -> SigningKeys {
        guard FileManager.default.fileExists(atPath: path) else {
            throw SettingError.dataFolder(path: folder, "there is no access.key in it")
        }
        // Of two at once, one waits: else one of the new keys would be lost.
        let lock = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard lock >= 0 else { throw refused(errno) }
        defer { close(lock) }
        guard flock(lock, LOCK_EX) == 0 else { throw refused(errno) }
        let secret = RandomSecrets.bytes(SigningKeys.length)
        guard let keys = try keys().rotated(secret, at: now, forgetting: forgetting) else {
            throw refused(EIO)
        }
        let file = try NewFile(path: path, replacing: true)
        do {
            try file.write(try keys.file)
            try file.finish()
        } catch {
            file.discard()
            throw error
        }
        return keys
    }

    /// For the server: what is in the file, whenever that is another file than at the last look.
    func source() throws -> SignedTokens.Source {
        let seen = Mutex<Mark?>(nil)
        _ = try keys()
        return {
            try seen.withLock { seen in
                // A file that is gone for a moment or for good changes nothing for who runs.
                guard let mark = Mark(path), mark != seen else { return nil }
                let keys = try keys()
                seen = mark
                return keys
            }
        }
    }

    /// Tells one file from the one that takes its place.
    private struct Mark: Equatable {
        let inode: Int?
        let size: Int?
        let changed: Date?

        init?(_ path: String) {
            guard let found = try? FileManager.default.attributesOfItem(atPath: path) else {
                return nil
            }
            inode = found[.systemFileNumber] as? Int
            size = found[.size] as? Int
            changed = found[.modificationDate] as? Date
        }
    }

    private func refused(_ problem: Int32) -> SettingError {
        .dataFolder(path: folder, String(cString: strerror(problem)).lowercased())
    }
}

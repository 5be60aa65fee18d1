import Foundation
import Server

/// The folder that holds everything: readable by its owner only, used by one server at a time.
struct DataFolder {
    let path: String
    // Held open for as long as the server runs; the kernel lets go of it whatever happens.
    private let lock: FileHandle

    /// Throws `SettingError`.
    init(path: String) throws {
        self.path = path
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        } catch {
            throw SettingError.dataFolder(path: path, Self.reason(error))
        }
        lock = try Self.lock(path)
    }

    /// The key that signs access tokens: 256 random bits, made on first use, mode 0600.
    func signingKey() throws -> [UInt8] {
        let file = path + "/access.key"
        if let data = FileManager.default.contents(atPath: file) {
            guard data.count == 32 else {
                throw SettingError.dataFolder(path: path, "access.key is not 32 bytes long")
            }
            return [UInt8](data)
        }
        let key = RandomSecrets.bytes(32)
        let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw SettingError.dataFolder(path: path, String(cString: strerror(errno)))
        }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try handle.write(contentsOf: Data(key))
        try handle.synchronize()
        return key
    }

    private static func lock(_ path: String) throws -> FileHandle {
        let descriptor = open(path + "/enxamed.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw SettingError.dataFolder(path: path, String(cString: strerror(errno)))
        }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw SettingError.inUse(path: path)
        }
        return handle
    }

    private static func reason(_ error: any Error) -> String {
        let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
        if let underlying, underlying.domain == NSPOSIXErrorDomain {
            return String(cString: strerror(Int32(underlying.code)))
        }
        return error.localizedDescription
    }
}

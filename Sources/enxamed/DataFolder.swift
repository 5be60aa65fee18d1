import Foundation

/// The folder that holds everything: readable by its owner only, used by one server at a time.
struct DataFolder {
    let path: String
    // Held open for as long as the server runs; the kernel lets go of it whatever happens.
    private let lock: FileHandle

    /// Throws `SettingError`.
    init(path: String) throws {
        self.path = path
        try Self.make(path)
        lock = try Self.lock(path)
    }

    /// The keys that sign access tokens, in the folder's file of them.
    var signingKeys: SigningKeyFile { SigningKeyFile(folder: path) }

    private static func lock(_ path: String) throws -> FileHandle {
        let descriptor = open(path + "/enxamed.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.refused(path, errno) }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw SettingError.inUse(path: path)
        }
        return handle
    }

    /// As `mkdir -p`. Foundation's does not always tell what the system said.
    private static func make(_ path: String) throws {
        guard let problem = makeOne(path) else { return }
        let above = (path as NSString).deletingLastPathComponent
        guard problem == ENOENT, !above.isEmpty, above != path else {
            throw refused(path, problem)
        }
        try make(above)
        if let problem = makeOne(path) { throw refused(path, problem) }
    }

    /// `nil` when there is such a folder now.
    private static func makeOne(_ path: String) -> Int32? {
        mkdir(path, 0o700) == 0 || errno == EEXIST ? nil : errno
    }

    private static func refused(_ path: String, _ problem: Int32) -> SettingError {
        .dataFolder(path: path, String(cString: strerror(problem)).lowercased())
    }
}

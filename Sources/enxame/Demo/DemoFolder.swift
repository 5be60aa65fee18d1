import Foundation

/// The temporary folder of one demo, held by a lock: one that nobody holds was left behind by a
/// demo that was killed together with its children, and the next demo clears it away.
struct DemoFolder {
    private static let prefix = "enxame-demo-"

    let path: String
    private let lock: FileHandle

    init() throws {
        var template = Array((Self.parent + "/" + Self.prefix + "XXXXXX").utf8CString)
        guard let made = mkdtemp(&template) else {
            throw CommandFailure(.cannotCreate, "\(Self.parent) cannot be written to")
        }
        path = String(cString: made)
        guard let lock = Self.lock(path) else {
            throw CommandFailure(.cannotCreate, "\(path) cannot be written to")
        }
        self.lock = lock
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }

    static func sweep() {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
        for name in names where name.hasPrefix(prefix) {
            let path = parent + "/" + name
            var facts = stat()
            // Another user's, or something that only looks like ours, is left alone.
            guard lstat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR,
                facts.st_uid == getuid(), lock(path) != nil
            else { continue }
            try? FileManager.default.removeItem(atPath: path)
        }
    }

    private static var parent: String {
        let path = FileManager.default.temporaryDirectory.path(percentEncoded: false)
        return path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    private static func lock(_ folder: String) -> FileHandle? {
        let descriptor = open(folder + "/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return nil }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        return flock(descriptor, LOCK_EX | LOCK_NB) == 0 ? handle : nil
    }
}

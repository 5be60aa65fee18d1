import Domain
import Foundation

/// Free bytes where a folder is, or will be.
enum FreeSpace {
    /// Of its own: a network file system that is away may hold it for minutes, and the files of the
    /// client should not wait behind that.
    private static let queue = DispatchQueue(label: "enxame.free-space")

    /// `nil` when nobody can say.
    static func measured(at path: String) async -> ByteCount? {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: measure(path)) }
        }
    }

    private static func measure(_ path: String) -> ByteCount? {
        // The folder may not be there yet: then its nearest ancestor will hold it.
        var path = path
        var facts = statvfs()
        while statvfs(path, &facts) != 0 {
            guard path != "/", path != "" else { return nil }
            path = (path as NSString).deletingLastPathComponent
        }
        let (free, overflow) = Int64(clamping: facts.f_bavail)
            .multipliedReportingOverflow(by: Int64(clamping: facts.f_frsize))
        return ByteCount(clamping: overflow ? .max : free)
    }
}

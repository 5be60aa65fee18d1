import Foundation

/// The folder that a measurement works in: a temporary one that goes with it, or one to keep.
struct BenchFolder {
    let path: String
    private let isKept: Bool

    init(keep: String?) throws {
        isKept = keep != nil
        let chosen =
            keep.map { URL(filePath: $0) }
            ?? FileManager.default.temporaryDirectory.appending(
                path: "enxame-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: chosen, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        path = chosen.path
    }

    func remove() {
        if !isKept { try? FileManager.default.removeItem(atPath: path) }
    }
}

import Foundation
import Synchronization

/// A folder of its own for one test, gone with the last reference to it.
final class TemporaryFolder: Sendable {
    let path: String
    private let farewells = Mutex<[@Sendable () -> Void]>([])

    init() throws {
        path = NSTemporaryDirectory() + "enxame-store-" + UUID().uuidString
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: false)
    }

    /// For what belongs to the folder and lies elsewhere.
    func whenGone(_ farewell: @escaping @Sendable () -> Void) {
        farewells.withLock { $0.append(farewell) }
    }

    deinit {
        for farewell in farewells.withLock({ $0 }) { farewell() }
        try? FileManager.default.removeItem(atPath: path)
    }
}

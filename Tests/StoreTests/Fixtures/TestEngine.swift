import Store
import Testing

/// A database that must keep the store's contract.
struct TestEngine: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// Opens what is kept for this folder; opening it again finds what was written.
    let open: @Sendable (TemporaryFolder) async throws -> any SQLEngine

    static let all = [sqlite]

    static let sqlite = TestEngine(testDescription: "SQLite") { folder in
        try SQLiteEngine(path: folder.path + "/enxame.sqlite")
    }
}

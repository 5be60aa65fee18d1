import Domain
import Service

/// SQLite's index grows in segments, and a search looks into each of them. The small ones are put
/// together now and then, and all of them into one, which answers three times as fast, each time
/// the catalog has grown by a tenth: so nothing is written very often. All of it goes in small
/// steps, so that nobody who publishes waits.
///
/// InnoDB does this by itself.
extension CommunityStore {
    /// A step is a few milliseconds, for whoever publishes waits for it.
    private static let pages = 64
    /// Below it nobody would notice.
    private static let fewest: Int64 = 2000

    package func tidyIndex() async throws -> Bool {
        guard engine.dialect == .sqlite else { return false }
        let state = try await engine.read { db in
            (
                isUnderWay: try Self.mark("index_tidying", db) == 1,
                tidied: try Self.mark("index_tidied", db), newest: try Self.newestEntry(db)
            )
        }
        let grown = state.newest - state.tidied
        let begins = !state.isUnderWay && grown > max(Self.fewest, state.tidied / 10)
        return try await engine.write { db in
            let before = try Self.changes(db)
            // Below zero, all segments are gathered first; after that the work goes on.
            try db.run(
                "insert into catalog_index (catalog_index, rank) values ('merge', ?)",
                [.int(begins ? -Self.pages : Self.pages)])
            // FTS5's sign that nothing is left: the command itself is one change.
            let isDone = try Self.changes(db) - before < 2
            if begins || state.isUnderWay {
                try Self.setMark("index_tidying", isDone ? 0 : 1, db)
                if isDone { try Self.setMark("index_tidied", try Self.newestEntry(db), db) }
            }
            return !isDone
        }
    }

    /// All of it at once, after very many entries were added.
    package func tidyWholeIndex() async throws {
        guard engine.dialect == .sqlite else { return }
        try await engine.write { db in
            try db.run("insert into catalog_index (catalog_index) values ('optimize')", [])
            try Self.setMark("index_tidying", 0, db)
            try Self.setMark("index_tidied", try Self.newestEntry(db), db)
        }
    }

    private static func newestEntry(_ db: any SQLConnection) throws -> Int64 {
        try db.first("select coalesce(max(id), 0) as n from catalog")?.integer("n") ?? 0
    }

    private static func changes(_ db: any SQLConnection) throws -> Int64 {
        try db.first("select total_changes() as n")?.integer("n") ?? 0
    }

    private static func mark(_ name: String, _ db: any SQLConnection) throws -> Int64 {
        try db.first("select version from guard where name = ?", [.text(name)])?
            .integer("version") ?? 0
    }

    private static func setMark(_ name: String, _ value: Int64, _ db: any SQLConnection) throws {
        try db.run("insert or ignore into guard (name, version) values (?, 0)", [.text(name)])
        try db.run(
            "update guard set version = ? where name = ?", [.integer(value), .text(name)])
    }
}

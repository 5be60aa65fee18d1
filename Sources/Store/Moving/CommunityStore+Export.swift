package import Domain
import Synchronization

extension CommunityStore {
    /// Writes the whole site as `docs/site-format.md` describes it, as it was at one moment, while
    /// it is being used. Memory does not grow with the site.
    ///
    /// `sink` is called on a queue of the database, in order, and may take its time.
    package func export(
        madeAt: Timestamp, progress: @escaping @Sendable (MovingProgress) -> Void = { _ in },
        to sink: @escaping @Sendable (_ bytes: [UInt8]) throws -> Void
    ) async throws -> SiteSummary {
        let hasBegun = Atomic(false)
        return try await engine.read { db in
            // A connection lost half way has taken its snapshot with it.
            guard !hasBegun.exchange(true, ordering: .relaxed) else {
                throw SiteFileFault.interrupted
            }
            let tables = try SiteContent.tables.map {
                SiteLine.Header.Table(name: $0.name, rows: try db.count($0.name))
            }
            let total = tables.reduce(0) { $0 + $1.rows }
            var writer = try SiteWriter(
                SiteLine.Header(
                    format: SiteLine.format, madeAt: madeAt.seconds, schema: Migration.newest,
                    tables: tables, version: SiteLine.version), to: sink)
            for table in SiteContent.tables {
                try writer.begin(table)
                var pages = TablePages(table)
                while let rows = try pages.next(db) {
                    for row in rows { try writer.write(row: row) }
                    progress(
                        MovingProgress(stage: .exporting, done: writer.rows, total: total))
                }
            }
            return try writer.end()
        }
    }
}

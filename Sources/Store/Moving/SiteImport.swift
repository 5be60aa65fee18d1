/// Moves a site into an empty database.
///
/// 1. `ImportMark` stands in the database from before the first row until the search index is made:
///    no store opens on half a site.
/// 2. A block is one transaction.
/// 3. Rows keep their ids.
package struct SiteImport: Sendable {
    private let engine: any SQLEngine

    package init(engine: any SQLEngine) { self.engine = engine }

    /// Throws `SiteFileFault.notEmpty`, or `SQLFault.unfinishedImport`. Changes nothing: a database
    /// without tables stays without.
    package func requireEmpty() async throws {
        try await engine.read { try Self.requireEmpty($0) }
    }

    /// Throws `SiteFileFault` and `SQLFault`. What was taken by then stays, with the mark.
    package func run(
        _ source: SiteSource, progress: @escaping @Sendable (MovingProgress) -> Void = { _ in }
    ) async throws -> SiteSummary {
        let total = try await source.header().tables.reduce(0) { $0 + $1.rows }
        try await Migration.migrate(engine)
        try await engine.write { db in
            try Self.requireEmpty(db)
            try ImportMark.set(db)
        }
        var done = 0
        var late = LateColumn()
        while let block = try await source.next() {
            if block.table != late.table {
                try await late.fill(engine)
                late = LateColumn(table: block.table)
            }
            try await insert(late.taken(from: block))
            done += block.rows.count
            progress(MovingProgress(stage: .importing, done: done, total: total))
        }
        try await late.fill(engine)
        guard let summary = await source.summary else { throw SiteFileFault.notASite }

        try await CommunityStore(importing: engine).rebuildSearch { done, total in
            progress(MovingProgress(stage: .indexing, done: done, total: total))
        }
        try await engine.write { try ImportMark.remove($0) }
        return summary
    }

    private func insert(_ block: SiteReader.Block) async throws {
        let insertion = SQLInsertion(
            into: block.table.name, block.table.columns.map(\.name))
        do {
            try await engine.write { try insertion.insert(block.rows, $0) }
        } catch SQLFault.duplicate {
            throw SiteFileFault.damaged(
                block.place, "a row with a key like one of these came before")
        }
    }

    private static func requireEmpty(_ db: any SQLConnection) throws {
        let names = Set(try db.all(db.dialect.tableNames).map { try $0.text("name") })
        if names.contains("setting") { try ImportMark.refuse(db) }
        let found = try SiteContent.tables.filter { names.contains($0.name) }.compactMap { table in
            let rows = try db.count(table.name)
            return rows == 0 ? nil : "\(rows) \(rows == 1 ? "row" : "rows") in \(table.name)"
        }
        guard found.isEmpty else { throw SiteFileFault.notEmpty(found) }
    }
}

extension CommunityStore {
    /// On a database that is only being filled.
    fileprivate init(importing engine: any SQLEngine) { self.engine = engine }
}

extension SQLDialect {
    fileprivate var tableNames: String {
        self == .sqlite
            ? "select name from sqlite_master where type = 'table'"
            : "select table_name as name from information_schema.tables "
                + "where table_schema = database()"
    }
}

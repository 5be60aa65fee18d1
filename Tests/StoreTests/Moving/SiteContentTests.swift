import Testing

@testable import Store

@Suite(.inTurn) struct SiteContentTests {
    /// Whoever adds a table or a column says here what becomes of it when a site moves.
    @Test(
        "each column of the schema is content, derived or the engine's", arguments: TestEngine.all)
    func complete(_ kind: TestEngine) async throws {
        try await StoreStage.with(kind) { stage in
            let schema = try await stage.engine.read { db in
                try db.all(db.dialect == .sqlite ? Self.sqlite : Self.mysql).map {
                    "\(try $0.text("t")).\(try $0.text("c"))"
                }
            }
            let own = SiteContent.derivedTables + SiteContent.ownTables
            let unowned = schema.filter { name in !own.contains { name.hasPrefix($0 + ".") } }
            let listed = SiteContent.tables.flatMap { table in
                table.columns.map { "\(table.name).\($0.name)" }
                    + (SiteContent.derivedColumns[table.name] ?? []).map { "\(table.name).\($0)" }
            }
            #expect(Set(unowned).subtracting(listed) == [], "in the schema, and in no list")
            #expect(Set(listed).subtracting(unowned) == [], "in a list, and not in the schema")
            #expect(listed.count == Set(listed).count)
        }
    }

    /// FTS5 keeps tables of its own beside each of its indexes.
    private static let sqlite = """
        select m.name as t, c.name as c from sqlite_master m join pragma_table_info(m.name) c
        where m.type = 'table' and m.name not like 'sqlite\\_%' escape '\\'
            and m.name not like 'catalog\\_index\\_%' escape '\\'
        """
    private static let mysql = """
        select table_name as t, column_name as c from information_schema.columns
        where table_schema = database()
        """

    @Test("keys are columns, and a table comes after those it refers to")
    func order() {
        for (index, table) in SiteContent.tables.enumerated() {
            #expect(table.keyPlaces.count == table.key.count, "\(table.name)")
            // By the names that references have here.
            let before = SiteContent.tables[..<index].map(\.name)
            for column in table.columns {
                switch column.name {
                case "role_id": #expect(before.contains("role"), "\(table.name)")
                case "user_id", "uploader_id": #expect(before.contains("account"), "\(table.name)")
                case "catalog_id": #expect(before.contains("catalog"), "\(table.name)")
                default: break
                }
            }
        }
    }
}

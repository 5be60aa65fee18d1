/// A column that refers to rows of its own table which may come later: rows go in without it, and
/// it is filled in when all are there.
struct LateColumn {
    let table: ContentTable?
    private var values: [(key: SQLValue, value: SQLValue)] = []

    init(table: ContentTable? = nil) { self.table = table }

    /// The block without its late column, which is kept for `fill`.
    mutating func taken(from block: SiteReader.Block) -> SiteReader.Block {
        guard let place = block.table.latePlace, let key = block.table.keyPlaces.first else {
            return block
        }
        let rows = block.rows.map { row in
            var row = row
            if row[place] != .null { values.append((key: row[key], value: row[place])) }
            row[place] = .null
            return row
        }
        return SiteReader.Block(table: block.table, rows: rows, place: block.place)
    }

    func fill(_ engine: any SQLEngine) async throws {
        guard let table, let place = table.latePlace, let key = table.key.first else { return }
        let column = table.columns[place].name
        let values = values
        try await engine.write { db in
            for row in values {
                try db.run(
                    "update \(table.name) set \(column) = ? where \(key) = ?",
                    [row.value, row.key])
            }
        }
    }
}

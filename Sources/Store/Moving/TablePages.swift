/// The rows of a table in the order of its key, some at a time.
struct TablePages {
    private static let rows = 500
    private static let bytes: Int64 = 2 << 20

    private let table: ContentTable
    private var last: [SQLValue]?

    init(_ table: ContentTable) { self.table = table }

    /// `nil` when there are no more.
    mutating func next(_ db: any SQLConnection) throws -> [[SQLValue]]? {
        let limit = try limit(db)
        guard limit > 0 else { return nil }
        let (condition, values) = after(db.dialect)
        let rows = try db.all(
            "select \(table.names) from \(table.name)\(condition) order by \(order) limit ?",
            values + [.int(limit)])
        let found = try rows.map { row in try table.columns.map { try row.value($0) } }
        guard let end = found.last else { return nil }
        last = table.keyPlaces.map { end[$0] }
        return found
    }

    /// How many rows may be held at once: as many as are not too large together, and one at least.
    private func limit(_ db: any SQLConnection) throws -> Int {
        let large = table.largeColumns
        guard !large.isEmpty else { return Self.rows }
        let size = large.map { "coalesce(length(\($0.name)), 0)" }.joined(separator: " + ")
        let (condition, values) = after(db.dialect)
        let sizes = try db.all(
            "select \(size) as size from \(table.name)\(condition) order by \(order) limit ?",
            values + [.int(Self.rows)])
        var sum: Int64 = 0
        var count = 0
        for row in sizes {
            sum += try row.integer("size")
            if count > 0, sum > Self.bytes { break }
            count += 1
        }
        return count
    }

    private var order: String { table.key.joined(separator: ", ") }

    /// SQLite finds a place in a key of several columns by comparing rows; MySQL only does so when
    /// the comparison is spelled out.
    private func after(_ dialect: SQLDialect) -> (condition: String, values: [SQLValue]) {
        guard let last else { return ("", []) }
        let key = table.key
        guard dialect == .mysql, key.count > 1 else {
            let marks = key.map { _ in "?" }.joined(separator: ", ")
            return (" where (\(order)) > (\(marks))", last)
        }
        var condition = "\(key[key.count - 1]) > ?"
        var values = [last[key.count - 1]]
        for place in key.indices.dropLast().reversed() {
            condition = "\(key[place]) > ? or (\(key[place]) = ? and (\(condition)))"
            values = [last[place], last[place]] + values
        }
        return (" where \(condition)", values)
    }
}

extension SQLRow {
    /// Of the kind that the column has, whatever the engine keeps it in.
    fileprivate func value(_ column: ContentTable.Column) throws -> SQLValue {
        switch column.kind {
        case .integer:
            column.isOptional
                ? try optionalInteger(column.name).map { .integer($0) } ?? .null
                : .integer(try integer(column.name))
        case .text:
            column.isOptional
                ? .optional(try optionalText(column.name)) : .text(try text(column.name))
        case .base64:
            column.isOptional
                ? try optionalBlob(column.name).map { .blob($0) } ?? .null
                : .blob(try blob(column.name))
        }
    }
}

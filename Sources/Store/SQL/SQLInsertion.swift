/// Inserts rows of a table, many with one statement: a database server is a journey away.
struct SQLInsertion: Sendable {
    /// Rows a statement. Few different ones, so that each is prepared once.
    private static let steps = [50, 10, 1]

    private let start: String
    private let marks: String

    /// `ifMissing`: rows that are there already are left alone.
    init(into table: String, _ columns: [String], ifMissing dialect: SQLDialect? = nil) {
        let names = columns.joined(separator: ", ")
        start = "\(dialect?.insertMissing ?? "insert") into \(table) (\(names)) values "
        marks = "(" + columns.map { _ in "?" }.joined(separator: ", ") + ")"
    }

    func insert(_ rows: [[SQLValue]], _ db: any SQLConnection) throws {
        var rest = rows[...]
        for count in Self.steps {
            let values = Array(repeating: marks, count: count).joined(separator: ", ")
            while rest.count >= count {
                try db.run(start + values, rest.prefix(count).flatMap(\.self))
                rest = rest.dropFirst(count)
            }
        }
    }
}

/// Inserts rows of a table, many with one statement: a database server is a journey away.
struct TableInsertion: Sendable {
    private static let together = 50

    private let name: String
    private let names: String
    private let marks: String

    init(_ table: ContentTable) {
        name = table.name
        names = table.names
        marks = "(" + table.columns.map { _ in "?" }.joined(separator: ", ") + ")"
    }

    func insert(_ rows: [[SQLValue]], _ db: any SQLConnection) throws {
        var rest = rows[...]
        // Two statements only, so that each is prepared once.
        while !rest.isEmpty {
            let count = rest.count >= Self.together ? Self.together : 1
            let values = Array(repeating: marks, count: count).joined(separator: ", ")
            try db.run(
                "insert into \(name) (\(names)) values \(values)",
                rest.prefix(count).flatMap(\.self))
            rest = rest.dropFirst(count)
        }
    }
}

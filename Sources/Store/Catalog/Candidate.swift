import Domain

/// An entry that a search found, with what it is ordered and counted by.
struct Candidate {
    let id: CatalogID
    let kind: FileKind
    let size: Int64
    let seeders: Int64
    let createdAt: Int64
    let titleWords: Int64

    static let columns = "c.id, c.kind, c.size, c.seeders, c.created_at, c.title_words"

    init(row: SQLRow) throws {
        id = try row.id("id")
        kind = FileKind(rawValue: try row.text("kind")) ?? .other
        size = try row.integer("size")
        seeders = try row.integer("seeders")
        createdAt = try row.integer("created_at")
        titleWords = try row.integer("title_words")
    }
}

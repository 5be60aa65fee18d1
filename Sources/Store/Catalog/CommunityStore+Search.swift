import Domain
package import Service

extension CommunityStore {
    /// One page, in ascending order of `key` and, within it, newest first: the key of each order
    /// is made so that smaller comes first.
    package func search(_ search: CatalogSearch) async throws -> EntryPage {
        let (condition, values) = Self.condition(of: search)
        let from = Self.source(of: search)
        var page = """
            select * from (
                select \(EntryRecord.columns), \(Self.key(of: search)) as page_key \(from)
                where \(condition)
            ) found
            """
        var pageValues = values
        if let after = search.after {
            page += " where page_key > ? or (page_key = ? and id < ?)"
            pageValues += [.real(after.key), .real(after.key), .id(after.id)]
        }
        page += " order by page_key, id desc limit ?"
        // One more than asked for tells whether there is a next page.
        pageValues.append(.int(search.limit + 1))
        let statement = page
        let arguments = pageValues
        return try await engine.read { db in
            let rows = try db.all(statement, arguments)
            let shown = rows.prefix(search.limit)
            var next: EntryCursor?
            if rows.count > search.limit, let last = shown.last {
                next = EntryCursor(key: try last.real("page_key"), id: try last.id("id"))
            }
            let counted = try db.first("select count(*) as n \(from) where \(condition)", values)
            return EntryPage(
                entries: try shown.map(EntryRecord.init(row:)), next: next,
                total: try counted?.int("n") ?? 0)
        }
    }

    private static func source(of search: CatalogSearch) -> String {
        let entries = "catalog c join account u on u.id = c.uploader_id"
        return search.words.isEmpty
            ? "from \(entries)"
            : "from catalog_text join (\(entries)) on c.id = catalog_text.rowid"
    }

    private static func condition(of search: CatalogSearch) -> (String, [SQLValue]) {
        var conditions = ["c.deleted_at is null", "c.status = ?", "c.min_role_weight <= ?"]
        var values: [SQLValue] = [
            .text(search.status.rawValue), .int(search.visibleTo.value),
        ]
        if let uploader = search.uploader {
            conditions.append("c.uploader_id = ?")
            values.append(.id(uploader))
        }
        if !search.words.isEmpty {
            conditions.append("catalog_text match ?")
            values.append(.text(SearchIndex.expression(search.words)))
        }
        return (conditions.joined(separator: " and "), values)
    }

    private static func key(of search: CatalogSearch) -> String {
        switch search.order {
        case .relevance: search.words.isEmpty ? "-c.id" : SearchIndex.ranking
        case .newest: "-c.id"
        case .seeders: "-c.seeders"
        case .size: "-c.size"
        }
    }
}

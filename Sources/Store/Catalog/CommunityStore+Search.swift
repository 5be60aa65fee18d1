import Domain
package import Service

extension CommunityStore {
    /// One page, in ascending order of `key` and, within it, newest first: the key of each order
    /// is made so that smaller comes first.
    package func search(_ search: CatalogSearch) async throws -> EntryPage {
        let filter = SearchFilter(search)
        let values = filter.values
        let condition = filter.conditions.joined(separator: " and ")
        let from = Self.source(of: filter)
        var page = """
            select * from (
                select \(EntryRecord.columns), \(Self.key(of: search, filter)) as page_key \(from)
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

    private static func source(of filter: SearchFilter) -> String {
        let entries = "catalog c join account u on u.id = c.uploader_id"
        return filter.text == nil
            ? "from \(entries)"
            : "from catalog_text join (\(entries)) on c.id = catalog_text.rowid"
    }

    private static func key(of search: CatalogSearch, _ filter: SearchFilter) -> String {
        switch search.order {
        // Without words everything is as relevant as everything else.
        case .relevance: filter.text == nil ? "-c.id" : SearchIndex.ranking
        case .newest: "-c.id"
        case .seeders: "-c.seeders"
        case .size: "-c.size"
        }
    }
}

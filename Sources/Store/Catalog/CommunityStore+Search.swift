import Domain
package import Service

extension CommunityStore {
    package func search(_ search: CatalogSearch) async throws -> EntryPage {
        try await engine.read { db in try Self.page(search, db) }
    }

    /// The statements that a search runs, with their values, for the engine's own shell.
    package func statements(of search: CatalogSearch) async throws -> [String] {
        try await engine.read { db in
            let recorder = SQLRecorder(db)
            _ = try Self.page(search, recorder)
            return recorder.statements
        }
    }

    private static func page(_ search: CatalogSearch, _ db: any SQLConnection) throws -> EntryPage {
        if search.query.isEmpty { return try Browse(search).page(db) }
        let (found, total) = try CandidateSearch(search, db).page(db)
        let shown = found.prefix(search.limit)
        let next = found.count > search.limit ? shown.last : nil
        return EntryPage(
            entries: try entries(shown.map(\.id), db),
            next: next.map { EntryCursor(key: $0.key, id: $0.id) },
            total: min(total, CandidateSearch.most), isCapped: total > CandidateSearch.most)
    }

    package func findsAny(_ search: CatalogSearch) async throws -> Bool {
        try await engine.read { db in try CandidateSearch(search, db).findsAny(db) }
    }

    package func facets(_ search: CatalogSearch) async throws -> EntryFacets {
        try await engine.read { db in
            let (found, isCapped) =
                search.query.isEmpty
                ? try Browse(search).newest(db) : try CandidateSearch(search, db).all(db)
            return try FacetCounting(found, now: search.now).facets(isCapped: isCapped, db)
        }
    }

    /// In the order of `ids`.
    static func entries(_ ids: [CatalogID], _ db: any SQLConnection) throws -> [EntryRecord] {
        guard !ids.isEmpty else { return [] }
        let places = ids.map { _ in "?" }.joined(separator: ", ")
        let entries = try db.all(
            "\(EntryRecord.selection) where c.id in (\(places))", ids.map { .id($0) }
        ).map(EntryRecord.init(row:))
        let byID = Dictionary(entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return ids.compactMap { byID[$0] }
    }
}

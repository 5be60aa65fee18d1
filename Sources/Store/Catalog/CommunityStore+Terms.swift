package import Domain
package import Service
package import Tracker

extension CommunityStore: TermsStore {
    package func terms(of torrents: [CatalogID]) async throws -> [CatalogID: [TermsPeriod]] {
        try await engine.read { try Self.terms(of: torrents, $0) }
    }

    package func changeTerms(
        of torrent: CatalogID, _ change: @escaping @Sendable ([TermsPeriod]) -> [TermsPeriod],
        audit: @escaping @Sendable (_ before: [TermsPeriod], _ after: [TermsPeriod]) -> AuditEntry
    ) async throws -> [TermsPeriod] {
        try await engine.write { db in
            // Of two who change them at once, the second sees what the first made of them.
            let row = try db.first(
                "select id from catalog where id = ? and deleted_at is null\(db.dialect.locking)",
                [.id(torrent)])
            guard row != nil else { throw StoreFailure.gone }
            let before = try Self.terms(of: [torrent], db)[torrent] ?? []
            let after = change(before)
            guard after != before else { return before }
            try db.run("delete from torrent_terms where catalog_id = ?", [.id(torrent)])
            for period in after {
                try db.run(
                    """
                    insert into torrent_terms
                        (catalog_id, upload_percent, download_percent, begins_at, ends_at)
                    values (?, ?, ?, ?, ?)
                    """,
                    [
                        .id(torrent), .int(period.terms.uploadPercent),
                        .int(period.terms.downloadPercent), .optional(period.from),
                        .optional(period.until),
                    ])
            }
            try Self.write(audit(before, after), db)
            return after
        }
    }

    private static func terms(of torrents: [CatalogID], _ db: any SQLConnection) throws
        -> [CatalogID: [TermsPeriod]]
    {
        guard !torrents.isEmpty else { return [:] }
        let places = torrents.map { _ in "?" }.joined(separator: ", ")
        let rows = try db.all(
            "select * from torrent_terms where catalog_id in (\(places)) order by id",
            torrents.map { .id($0) })
        var found: [CatalogID: [TermsPeriod]] = [:]
        for row in rows {
            let period = TermsPeriod(
                terms: CreditTerms(
                    uploadPercent: try row.int("upload_percent"),
                    downloadPercent: try row.int("download_percent")),
                from: try row.optionalTime("begins_at"), until: try row.optionalTime("ends_at"))
            found[try row.id("catalog_id"), default: []].append(period)
        }
        return found
    }
}

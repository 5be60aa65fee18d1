package import Domain
package import Service

extension CommunityStore {
    /// Of one page's entries together. Nobody looks at more.
    private static let mostSimilar = 1000
    private static let mostSimilarEach = 20

    package func similar(
        to entries: [CatalogID], visibleTo weight: RoleWeight, viewer: UserID, seesUndecided: Bool
    ) async throws -> [CatalogID: [CatalogID]] {
        guard !entries.isEmpty else { return [:] }
        return try await engine.read { db in
            let places = entries.map { _ in "?" }.joined(separator: ", ")
            let rows = try db.integers(
                """
                select c.id, o.id from catalog c
                join catalog o on o.files_digest = c.files_digest and o.id <> c.id
                where c.id in (\(places)) and o.deleted_at is null and o.min_role_weight <= ?
                    and (o.status = ? or o.uploader_id = ? or 1 = ?)
                order by c.id, o.id limit \(Self.mostSimilar)
                """,
                entries.map { .id($0) } + [
                    .int(weight.value), .text(CatalogStatus.approved.rawValue), .id(viewer),
                    .integer(seesUndecided ? 1 : 0),
                ])
            var found: [CatalogID: [CatalogID]] = [:]
            for row in rows {
                let id = CatalogID(row[0])
                guard found[id, default: []].count < Self.mostSimilarEach else { continue }
                found[id, default: []].append(CatalogID(row[1]))
            }
            return found
        }
    }

    package func roleWeight(of user: UserID) async throws -> RoleWeight? {
        try await engine.read { db in
            try db.first(
                "select weight from account a join role r on r.id = a.role_id where a.id = ?",
                [.id(user)]
            ).map { try $0.required("weight", RoleWeight(try $0.int("weight"))) }
        }
    }

    package func deletedEntry(hash: InfoHash) async throws -> DeletedEntry? {
        try await engine.read { db in
            try db.first(
                """
                select c.id, c.min_role_weight, c.reason from catalog c
                join torrent_hash h on h.catalog_id = c.id
                where h.hash = ? and c.deleted_at is not null
                """, [.blob(hash.bytes)]
            ).map { row in
                DeletedEntry(
                    id: try row.id("id"),
                    minRoleWeight: try row.required(
                        "min_role_weight", RoleWeight(try row.int("min_role_weight"))),
                    reason: try row.optionalText("reason") ?? "")
            }
        }
    }

    package func users(of torrent: CatalogID) async throws -> Set<UserID> {
        try await engine.read { db in
            Set(
                try db.integers(
                    "select distinct user_id from ledger_session where catalog_id = ?",
                    [.id(torrent)]
                ).map { UserID($0[0]) })
        }
    }

    package func edit(
        _ id: CatalogID, _ edit: EntryEdit, status: CatalogStatus,
        expecting expected: CatalogStatus, audit: AuditEntry?
    ) async throws {
        try await engine.write { db in
            let row = try db.first(
                """
                \(IndexedEntry.selection)
                where c.id = ? and c.status = ? and c.deleted_at is null\(db.dialect.locking)
                """, [.id(id), .text(expected.rawValue)])
            guard let row else { throw StoreFailure.gone }
            // The index takes words out by naming them, so the old ones come first.
            try SearchIndex.remove(try IndexedEntry(row: row), db)
            let title = try edit.title ?? row.text("title")
            let description = try edit.description ?? row.text("description")
            let tags = try edit.tags?.joined(separator: ",") ?? row.text("tags")
            try db.run(
                "update catalog_page set title = ?, description = ?, tags = ? where catalog_id = ?",
                [.text(title), .text(description), .text(tags), .id(id)])
            let edited = try db.first("\(IndexedEntry.selection) where c.id = ?", [.id(id)])
            guard let edited else { throw StoreFailure.gone }
            let entry = try IndexedEntry(row: edited)
            try SearchIndex.add([entry], db)
            try db.run(
                """
                update catalog set title_words = ?, status = ?,
                    min_role_weight = coalesce(?, min_role_weight),
                    reason = \(status == expected ? "reason" : "null")
                where id = ?
                """,
                [
                    .int(entry.titleWords), .text(status.rawValue),
                    edit.minRoleWeight.map { .int($0.value) } ?? .null, .id(id),
                ])
            try audit.map { try Self.write($0, db) }
        }
    }
}

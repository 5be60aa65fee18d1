package import Domain
package import Service

extension CommunityStore {
    package func insert(_ entry: NewEntry) async throws -> CatalogID {
        try await storing {
            try await engine.write { db in
                guard let id = try EntryInsertion([entry]).insert(db).first else {
                    throw SQLFault.unexpected("id")
                }
                return id
            }
        }
    }

    /// Many at once, in one transaction: for filling a catalog.
    package func insert(_ entries: [NewEntry]) async throws {
        try await storing {
            try await engine.write { db in _ = try EntryInsertion(entries).insert(db) }
        }
    }

    package func entry(_ id: CatalogID) async throws -> EntryRecord? {
        try await engine.read { db in
            try db.first(
                "\(EntryRecord.selection) where c.id = ? and c.deleted_at is null", [.id(id)]
            ).map(EntryRecord.init(row:))
        }
    }

    package func entry(hash: InfoHash) async throws -> EntryRecord? {
        try await engine.read { db in
            try db.first(
                """
                \(EntryRecord.selection) join torrent_hash h on h.catalog_id = c.id
                where h.hash = ? and c.deleted_at is null
                """, [.blob(hash.bytes)]
            ).map(EntryRecord.init(row:))
        }
    }

    package func files(of id: CatalogID) async throws -> [TorrentFile] {
        try await engine.read { db in
            try db.all(
                "select path, size from catalog_file where catalog_id = ? order by position",
                [.id(id)]
            ).map { TorrentFile(path: try $0.text("path"), size: try $0.bytes("size")) }
        }
    }

    package func torrent(of id: CatalogID) async throws -> StoredTorrent? {
        try await engine.read { db in
            try db.first("select info, piece_layers from torrent where catalog_id = ?", [.id(id)])
                .map {
                    StoredTorrent(
                        info: try $0.blob("info"), pieceLayers: try $0.optionalBlob("piece_layers"))
                }
        }
    }

    package func decide(
        _ id: CatalogID, from old: CatalogStatus, to status: CatalogStatus, reason: String?,
        audit: AuditEntry
    ) async throws {
        try await engine.write { db in
            let outcome = try db.run(
                """
                update catalog set status = ?, reason = ?
                where id = ? and status = ? and deleted_at is null
                """,
                [
                    .text(status.rawValue), .optional(reason), .id(id),
                    .text(old.rawValue),
                ])
            guard outcome.changes == 1 else { throw StoreFailure.gone }
            try Self.write(audit, db)
        }
    }

    package func delete(_ id: CatalogID, at: Timestamp, audit: AuditEntry) async throws {
        try await engine.write { db in
            let row = try db.first(
                "\(IndexedEntry.selection) where c.id = ? and c.deleted_at is null", [.id(id)])
            guard let row else { throw StoreFailure.gone }
            try db.run(
                "update catalog set deleted_at = ?, reason = ? where id = ?",
                [.time(at), .optional(audit.reason), .id(id)])
            try SearchIndex.remove(IndexedEntry(row: row), db)
            try Self.write(audit, db)
        }
    }
}

extension EntryRecord {
    static let columns = """
        c.id, p.title, p.description, p.tags, c.kind, c.size, c.file_count, c.min_role_weight,
        c.status, c.reason, c.uploader_id, u.username as uploader, u.role_id as uploader_role,
        c.info_hash, c.created_at, c.seeders, c.leechers, c.completed,
        u.deleted_at as uploader_deleted_at
        """
    static let selection = """
        select \(columns) from catalog c join catalog_page p on p.catalog_id = c.id
        join account u on u.id = c.uploader_id
        """

    init(row: SQLRow) throws {
        self.init(
            id: try row.id("id"), title: try row.text("title"),
            description: try row.text("description"),
            tags: try row.text("tags").split(separator: ",").map(String.init),
            kind: FileKind(rawValue: try row.text("kind")) ?? .other, size: try row.bytes("size"),
            fileCount: try row.int("file_count"),
            minRoleWeight: try row.required(
                "min_role_weight", RoleWeight(try row.int("min_role_weight"))),
            status: try row.required("status", CatalogStatus(rawValue: try row.text("status"))),
            reason: try row.optionalText("reason"), uploaderID: try row.id("uploader_id"),
            uploader: try row.required("uploader", Username(rawValue: try row.text("uploader"))),
            uploaderRole: try row.id("uploader_role"),
            infoHash: try row.required("info_hash", InfoHash(try row.blob("info_hash"))),
            createdAt: try row.time("created_at"), seeders: try row.int("seeders"),
            leechers: try row.int("leechers"), completed: try row.int("completed"),
            uploaderIsGone: try row.optionalTime("uploader_deleted_at") != nil)
    }
}

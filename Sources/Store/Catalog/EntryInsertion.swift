import Domain
import Service

/// New entries of the catalog with everything that belongs to them, a few statements for all.
struct EntryInsertion {
    private let entries: [NewEntry]

    init(_ entries: [NewEntry]) { self.entries = entries }

    /// Answers the ids in the order of the entries.
    func insert(_ db: any SQLConnection) throws -> [CatalogID] {
        let numbered = try entries.map { (id: try Self.number($0, db), entry: $0) }
        try SQLInsertion(into: "catalog_page", ["catalog_id", "title", "description", "tags"])
            .insert(
                numbered.map { id, entry in
                    [
                        .id(id), .text(entry.title), .text(entry.description),
                        .text(entry.tags.joined(separator: ",")),
                    ]
                }, db)
        try SQLInsertion(into: "torrent_hash", ["hash", "catalog_id"]).insert(
            numbered.flatMap { id, entry in
                entry.metainfo.infoHashes.map { [.blob($0.bytes), .id(id)] }
            }, db)
        // One by one, for they can be large.
        for (id, entry) in numbered {
            let layers = entry.metainfo.pieceLayers.map { SQLValue.blob($0) } ?? .null
            try db.run(
                "insert into torrent (catalog_id, info, piece_layers) values (?, ?, ?)",
                [.id(id), .blob(entry.metainfo.info), layers])
        }
        try SQLInsertion(into: "catalog_file", ["catalog_id", "position", "path", "size"]).insert(
            numbered.flatMap { id, entry in
                entry.metainfo.files.enumerated().map { position, file in
                    [.id(id), .int(position), .text(file.path), .bytes(file.size)]
                }
            }, db)
        try SearchIndex.add(
            numbered.map { id, entry in
                IndexedEntry(
                    id: id, title: entry.title, description: entry.description, tags: entry.tags,
                    kind: entry.metainfo.kind, size: entry.metainfo.size,
                    uploader: entry.uploaderID)
            }, db)
        return numbered.map(\.id)
    }

    /// The row that the database numbers. Of several in one statement it would tell one number.
    private static func number(_ entry: NewEntry, _ db: any SQLConnection) throws -> CatalogID {
        let metainfo = entry.metainfo
        guard let primary = metainfo.infoHashes.first else {
            throw SQLFault.unexpected("info_hash")
        }
        let outcome = try db.run(
            """
            insert into catalog (kind, size, file_count, min_role_weight, status, uploader_id,
                info_hash, created_at, title_words, files_digest)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .text(metainfo.kind.rawValue), .bytes(metainfo.size),
                .int(metainfo.files.count), .int(entry.minRoleWeight.value),
                .text(entry.status.rawValue), .id(entry.uploaderID), .blob(primary.bytes),
                .time(entry.createdAt), .int(SearchWords.of(entry.title).count),
                .blob(FileListDigest.of(metainfo.files)),
            ])
        return CatalogID(outcome.lastID)
    }
}

package import Domain
package import Service

extension CommunityStore {
    package func notes(on user: UserID, before id: Int64?, limit: Int) async throws
        -> [MemberNote]
    {
        try await engine.read { db in
            try db.all(
                "select * from user_note where user_id = ? and id < ? order by id desc limit ?",
                [.id(user), .integer(id ?? .max), .int(limit)]
            ).map(MemberNote.init(row:))
        }
    }

    package func add(_ note: MemberNote, audit: AuditEntry) async throws -> Int64 {
        try await engine.write { db in
            let outcome = try db.run(
                "insert into user_note (user_id, author_name, note, made_at) values (?, ?, ?, ?)",
                [.id(note.user), .text(note.authorName), .text(note.text), .time(note.madeAt)])
            try Self.write(audit, db)
            return outcome.lastID
        }
    }

    package func deleteNote(
        _ id: Int64, on user: UserID, audit: @escaping @Sendable (MemberNote) -> AuditEntry
    ) async throws {
        try await engine.write { db in
            let row = try db.first(
                "select * from user_note where id = ? and user_id = ?\(db.dialect.locking)",
                [.integer(id), .id(user)])
            guard let row else { throw StoreFailure.gone }
            try db.run("delete from user_note where id = ?", [.integer(id)])
            try Self.write(audit(try MemberNote(row: row)), db)
        }
    }
}

extension MemberNote {
    fileprivate init(row: SQLRow) throws {
        self.init(
            id: try row.integer("id"), user: try row.id("user_id"),
            authorName: try row.text("author_name"), text: try row.text("note"),
            madeAt: try row.time("made_at"))
    }
}

import Domain
import Service
import Testing
import Tracker

@testable import Store

/// What a community that began with an earlier schema keeps.
@Suite(.inTurn) struct UpgradeTests {
    /// A file as the first release left it, with one entry of the catalog and one deleted.
    private func firstRelease(_ folder: TemporaryFolder) async throws {
        let engine = try SQLiteEngine(path: folder.path + "/enxame.sqlite")
        try await engine.write { db in
            try db.define("create table schema_step (number integer primary key)")
            try Migration.firstRelease.run(db)
            try db.run("insert into role values (1, 'Guest', 0, null, '', '', 0)", [])
            try db.run(
                """
                insert into account (id, username, password_hash, role_id, passkey, created_at)
                values (1, 'ana', 'hash', 1, ?, 5)
                """, [.text(Passkey.random().rawValue)])
            for (id, deleted) in [(Int64(1), SQLValue.null), (2, .integer(9))] {
                try db.run(
                    """
                    insert into catalog (id, title, description, tags, kind, size, file_count,
                        min_role_weight, status, uploader_id, info_hash, created_at, deleted_at)
                    values (?, 'Relatório anual', 'Análise', 'ar-livre,pdf', 'pdf', 70, 1, 0,
                        'approved', 1, ?, 5, ?)
                    """,
                    [.integer(id), .blob([UInt8](repeating: UInt8(id), count: 20)), deleted])
            }
            for (id, act) in [(Int64(4), "user.banned"), (9, "user.unbanned")] {
                try db.run(
                    """
                    insert into audit (id, at, actor_id, actor_name, act, subject)
                    values (?, 5, 1, 'ana', ?, 'user bia')
                    """, [.integer(id), .text(act)])
            }
            try db.run(
                """
                insert into ledger_session (user_id, catalog_id, peer_id, last_up, last_down,
                    credited_up, credited_down, bytes_left, active, first_seen_at, last_seen_at)
                values (1, 1, ?, 90, 9, 70, 7, 0, 1, 5, 6)
                """, [.blob([UInt8](repeating: 1, count: 20))])
            try db.run(
                "insert into catalog_text (rowid, title, description, tags) values (1, 'x', '', '')",
                [])
        }
        try await engine.close()
    }

    @Test("an entry of the first release is found, with its words, tags and all")
    func upgrade() async throws {
        let folder = try TemporaryFolder()
        try await firstRelease(folder)
        // Once to upgrade, and once to find nothing left to do.
        for _ in 0..<2 {
            let stage = try await StoreStage(.sqlite, folder: folder)
            for text in ["relatorio analise", "tag:ar-livre type:pdf", "by:ana size<1K", ""] {
                let page = try await stage.store.search(
                    CatalogSearch(
                        query: SearchQuery(text), now: StoreStage.start, status: .approved,
                        visibleTo: .guest, order: .relevance, limit: 10))
                #expect(page.entries.map(\.title) == ["Relatório anual"], "\(text)")
                #expect(page.entries.first?.tags == ["ar-livre", "pdf"])
                #expect(page.entries.first?.description == "Análise")
            }
            #expect(try await stage.store.wordsNear("relatroio", limit: 1) == ["relatorio"])
            try await stage.store.close()
        }
    }

    @Test("before there were terms a byte counted for a byte")
    func moved() async throws {
        let folder = try TemporaryFolder()
        try await firstRelease(folder)
        for _ in 0..<2 {
            let stage = try await StoreStage(.sqlite, folder: folder)
            let share = try await stage.store.shares(of: UserID(1), activeSince: StoreStage.start)
                .first
            #expect(share?.moved == Counters(70, 7) && share?.seededSeconds == 0)
            try await stage.store.close()
        }
    }

    @Test("what the log had before there was a chain is chained")
    func audit() async throws {
        let folder = try TemporaryFolder()
        try await firstRelease(folder)
        var hashes: Set<String> = []
        for _ in 0..<2 {
            let stage = try await StoreStage(.sqlite, folder: folder)
            let verdict = try await stage.store.verifyAudit()
            guard case .sound(2, let hash) = verdict else {
                Issue.record("\(verdict)")
                return
            }
            hashes.insert(hash)
            #expect(try await stage.acts() == ["user.unbanned", "user.banned"])
            try await stage.store.close()
        }
        #expect(hashes.count == 1)
    }
}

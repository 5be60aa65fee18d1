import Domain
import Foundation
import Service
import Testing
import Tracker

@testable import Store

/// What only a database in a file can do or suffer.
@Suite(.inTurn) struct SQLiteFileTests {
    @Test("5: what was answered is in the files already: a copy of them has it, nothing closed")
    func killed() async throws {
        try await StoreStage.with(.sqlite) { stage in
            let ana = try await stage.account("ana")
            let torrent = try await stage.entry(1, by: ana)
            try await stage.book(ana, torrent)
            for round in 1...5 as ClosedRange<Int64> {
                try await stage.book(ana, torrent, up: round * 100, event: .stopped)
                let copy = try copied(stage.folder)
                let survivor = try await StoreStage(.sqlite, folder: copy)
                #expect(try await survivor.totals(ana) == Totals(round * 100, 0))
                #expect(try await survivor.book(ana, torrent, up: round * 100 + 7).up.bytes == 7)
                #expect(try await survivor.store.verifyTotals().isEmpty)
                try await survivor.store.close()
            }
        }
    }

    /// As SIGKILL leaves them: the file and its log, but not the index of the log, which lived in
    /// shared memory.
    private func copied(_ folder: TemporaryFolder) throws -> TemporaryFolder {
        let copy = try TemporaryFolder()
        for name in ["enxame.sqlite", "enxame.sqlite-wal"] {
            try FileManager.default.copyItem(
                atPath: folder.path + "/" + name, toPath: copy.path + "/" + name)
        }
        return copy
    }

    @Test("4: a booking that fails half way leaves no half")
    func halfWay() async throws {
        try await StoreStage.with(.sqlite) { stage in
            let ana = try await stage.account("ana")
            let torrent = try await stage.entry(1, by: ana)
            try await stage.book(ana, torrent)
            try await stage.tamper(
                """
                create trigger stop before update of bytes_up on account
                begin select raise(abort, 'stop'); end
                """)
            await #expect(throws: SQLFault.self) { try await stage.book(ana, torrent, up: 90) }
            try await stage.tamper("drop trigger stop")
            // Had the baseline moved, this would credit ten.
            #expect(try await stage.book(ana, torrent, up: 100) == Counters(100, 0))
        }
    }

    @Test("a newer schema is refused in a sentence, and not touched")
    func newerSchema() async throws {
        let stage = try await StoreStage(.sqlite)
        try await stage.account("ana")
        try await stage.tamper("insert into schema_step (number) values (99)")
        let error = await #expect(throws: SQLFault.self) { try await stage.restarted() }
        #expect(error == .newerSchema(found: 99, known: Migration.newest))
        #expect(
            error?.description
                == "the database was written by a newer enxamed "
                + "(schema 99, this one knows \(Migration.newest))")
    }

    @Test("a folder that is missing, or is none, is refused by name")
    func noFolder() throws {
        let folder = try TemporaryFolder()
        try Data("x".utf8).write(to: URL(fileURLWithPath: folder.path + "/file"))
        for path in [
            folder.path + "/missing/enxame.sqlite", folder.path + "/file/enxame.sqlite",
            folder.path,
        ] {
            let error = #expect(throws: SQLFault.self) { try SQLiteEngine(path: path) }
            #expect(error?.description.hasPrefix("cannot open the database \(path): ") == true)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["file"])
    }

    @Test("a file that is no database is refused, and left as it was")
    func noDatabase() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/enxame.sqlite"
        let text = Data(String(repeating: "this is no database. ", count: 500).utf8)
        try text.write(to: URL(fileURLWithPath: path))
        await #expect(throws: SQLFault.self) { try await StoreStage(.sqlite, folder: folder) }
        #expect(FileManager.default.contents(atPath: path) == text)
    }

    @Test("the file is readable by its owner only")
    func mode() async throws {
        try await StoreStage.with(.sqlite) { stage in
            try await stage.account("ana")
            for name in try FileManager.default.contentsOfDirectory(atPath: stage.folder.path) {
                let attributes = try FileManager.default.attributesOfItem(
                    atPath: stage.folder.path + "/" + name)
                #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
            }
        }
    }

    @Test("a second server beside the first finds the same community")
    func beside() async throws {
        try await StoreStage.with(.sqlite) { stage in
            let ana = try await stage.account("ana")
            let beside = try await StoreStage(.sqlite, folder: stage.folder)
            #expect(try await beside.store.account(ana) != nil)
            #expect(try await beside.store.verifyTotals().isEmpty)
            try await beside.store.close()
        }
    }
}

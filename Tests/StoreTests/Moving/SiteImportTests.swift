import Foundation
import Store
import Synchronization
import Testing

@Suite(.inTurn) struct SiteImportTests {
    private func file(_ kind: TestEngine = .sqlite) async throws -> SiteFile {
        let stage = try await StoreStage(kind)
        try await AwkwardSite.fill(stage, infoBytes: 600_000)
        let file = try await SiteFile(of: stage.store)
        try await stage.store.close()
        return file
    }

    @Test("a database that has a site is refused, with what is there", arguments: TestEngine.all)
    func notEmpty(_ kind: TestEngine) async throws {
        let file = try await file()
        try await StoreStage.with(kind) { stage in
            try await stage.account("ana")
            let before = try await SiteFile(of: stage.store).bytes
            let error = await #expect(throws: SiteFileFault.self) {
                try await SiteImport(engine: stage.engine).run(file.source)
            }
            #expect(
                error?.description
                    == "a site can only move into an empty database, and this one has 6 rows in role "
                    + "and 1 row in account")
            #expect(try await SiteFile(of: stage.store).bytes == before)
        }
    }

    @Test(
        "an import that ends half way leaves nothing that can be served", arguments: TestEngine.all)
    func halfWay(_ kind: TestEngine) async throws {
        let file = try await file()
        let folder = try TemporaryFolder()
        let engine = try await kind.open(folder)
        await #expect(throws: SiteFile.Failure.self) {
            try await SiteImport(engine: engine).run(file.source(failingAt: 500_000))
        }
        try await engine.close()
        let error = await #expect(throws: SQLFault.self) {
            _ = try await StoreStage(kind, folder: folder)
        }
        #expect(error == .unfinishedImport)

        let again = try await kind.open(folder)
        await #expect(throws: SQLFault.unfinishedImport) {
            try await SiteImport(engine: again).requireEmpty()
        }
        await #expect(throws: SQLFault.unfinishedImport) {
            try await SiteImport(engine: again).run(file.source)
        }
        try await again.close()
    }

    @Test("at no moment of an import does a kill leave a site that opens")
    func killed() async throws {
        let file = try await file()
        let folder = try TemporaryFolder()
        let copies = Mutex<[TemporaryFolder]>([])
        let engine = try SQLiteEngine(path: folder.path + "/enxame.sqlite")
        _ = try await SiteImport(engine: engine).run(file.source) { _ in
            // As SIGKILL leaves them: the file and its log.
            guard let copy = try? TemporaryFolder() else { return }
            for name in ["enxame.sqlite", "enxame.sqlite-wal"] {
                try? FileManager.default.copyItem(
                    atPath: folder.path + "/" + name, toPath: copy.path + "/" + name)
            }
            copies.withLock { $0.append(copy) }
        }
        try await engine.close()
        let found = copies.withLock { $0 }
        #expect(found.count > 10)
        for copy in found {
            await #expect(throws: SQLFault.unfinishedImport) {
                _ = try await StoreStage(.sqlite, folder: copy)
            }
        }
        try await StoreStage(.sqlite, folder: folder).store.close()
    }

    @Test("progress goes up to all the rows there are")
    func progress() async throws {
        let file = try await file()
        let folder = try TemporaryFolder()
        let engine = try SQLiteEngine(path: folder.path + "/enxame.sqlite")
        let steps = Mutex<[MovingProgress]>([])
        let summary = try await SiteImport(engine: engine).run(file.source) { step in
            steps.withLock { $0.append(step) }
        }
        try await engine.close()
        let seen = steps.withLock { $0 }.filter { $0.stage == .importing }
        #expect(seen.map(\.done) == seen.map(\.done).sorted())
        #expect(seen.last?.done == summary.rows)
        #expect(seen.last?.total == summary.rows)
    }
}

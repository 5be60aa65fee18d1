import Domain
import Service
import Testing

@testable import Store

@Suite(.inTurn) struct RoundTripTests {
    static let ways = TestEngine.all.flatMap { from in TestEngine.all.map { (from, $0) } }

    @Test("a site moves to any engine and back, and is the same to the byte", arguments: ways)
    func roundTrip(from: TestEngine, to: TestEngine) async throws {
        try await StoreStage.with(from) { stage in
            try await AwkwardSite.fill(stage)
            let file = try await SiteFile(of: stage.store)
            try await Self.moved(file, to: to) { moved in
                let there = try await SiteFile(of: moved.store)
                #expect(there.bytes == file.bytes)
                try await Self.moved(there, to: from) { back in
                    let home = try await SiteFile(of: back.store)
                    #expect(home.bytes == file.bytes)
                }
            }
        }
    }

    @Test("equal content is equal bytes, whenever it is exported", arguments: TestEngine.all)
    func date(_ kind: TestEngine) async throws {
        try await StoreStage.with(kind) { stage in
            try await AwkwardSite.fill(stage, infoBytes: 100)
            let now = try await SiteFile(of: stage.store)
            let later = try await SiteFile(
                of: stage.store, madeAt: Timestamp(seconds: 2_000_000_000))
            #expect(now.bytes != later.bytes)
            #expect(now.content == later.content)
        }
    }

    @Test("what moved is in use: it is found, its sums hold, ids go on", arguments: ways)
    func inUse(from: TestEngine, to: TestEngine) async throws {
        try await StoreStage.with(from) { stage in
            try await AwkwardSite.fill(stage, infoBytes: 100)
            let file = try await SiteFile(of: stage.store)
            try await Self.moved(file, to: to) { moved in
                #expect(try await moved.store.verifyTotals().isEmpty)
                #expect(try await moved.store.settings().registration == .open)
                let tagged = try await moved.engine.read { db in
                    try db.all("select catalog_id from catalog_tag where tag = 'mar'")
                        .map { try $0.integer("catalog_id") }
                }
                #expect(tagged == [3])
                let ana = try await moved.account("ana")
                #expect(ana.rawValue > 41)
                let entry = try await moved.entry(1, by: ana)
                #expect(entry.rawValue > 7)
            }
        }
    }

    @Test("many rows are many blocks, and each one is of some hundreds", arguments: TestEngine.all)
    func blocks(_ kind: TestEngine) async throws {
        try await StoreStage.with(kind) { stage in
            for number in 1...1201 {
                try await stage.tamper(
                    "insert into setting (name, value) values (?, 'x')",
                    [.text("key \(number)")])
            }
            let file = try await SiteFile(of: stage.store)
            let seals = file.lines.filter { $0.hasPrefix("{\"block\":") && $0.contains(":500,") }
            #expect(seals.count == 2)
            try await Self.moved(file, to: kind) { moved in
                let there = try await SiteFile(of: moved.store)
                #expect(there.bytes == file.bytes)
            }
        }
    }

    @Test("a table with a key of several columns is read to its end", arguments: TestEngine.all)
    func longKeys(_ kind: TestEngine) async throws {
        try await StoreStage.with(kind) { stage in
            let ana = try await stage.account("ana")
            for span in [60, 3600] as [Int64] {
                for began in 0..<700 as Range<Int64> {
                    try await stage.tamper(
                        "insert into ledger_history values (?, ?, ?, 0, 0)",
                        [.integer(ana.rawValue), .integer(span), .integer(began)])
                }
            }
            let file = try await SiteFile(of: stage.store)
            #expect(file.lines.count { $0.hasPrefix("[\(ana.rawValue),60,") } == 700)
            #expect(file.lines.count { $0.hasPrefix("[\(ana.rawValue),3600,") } == 700)
        }
    }

    @Test("an export is of one moment, whatever is written meanwhile")
    func snapshot() async throws {
        try await StoreStage.with(.sqlite) { stage in
            try await AwkwardSite.fill(stage, infoBytes: 100)
            let before = try await SiteFile(of: stage.store)
            let isDone = Flag()
            let writing = Task {
                for number in 1... {
                    guard !isDone.isRaised else { break }
                    try await stage.account("user\(number)")
                }
            }
            try await stage.account("someone")
            for _ in 1...20 {
                // The first line is counted before the rows are read.
                #expect(try await SiteFile(of: stage.store).complaint() == nil)
            }
            isDone.raise()
            try await writing.value
            #expect(try await SiteFile(of: stage.store).bytes.count > before.bytes.count)
        }
    }

    /// Imports into a database of its own.
    private static func moved(
        _ file: SiteFile, to kind: TestEngine, _ test: (StoreStage) async throws -> Void
    ) async throws {
        let folder = try TemporaryFolder()
        let engine = try await kind.open(folder)
        do {
            _ = try await SiteImport(engine: engine).run(file.source)
        } catch {
            try? await engine.close()
            throw error
        }
        try await engine.close()
        let stage = try await StoreStage(kind, folder: folder)
        do {
            try await test(stage)
        } catch {
            try? await stage.store.close()
            throw error
        }
        try await stage.store.close()
    }
}

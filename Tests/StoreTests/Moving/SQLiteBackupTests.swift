import Foundation
import Store
import Testing

@Suite(.inTurn) struct SQLiteBackupTests {
    @Test("a copy made while the site is in use is of one moment, and its sums hold")
    func inUse() async throws {
        try await StoreStage.with(.sqlite) { stage in
            let ana = try await stage.account("ana")
            let torrent = try await stage.entry(1, by: ana)
            try await stage.book(ana, torrent)
            let isDone = Flag()
            let writing = Task {
                var up: Int64 = 0
                while !isDone.isRaised {
                    up += 1000
                    try await stage.book(ana, torrent, up: up)
                    try await stage.adjust(ana, up: 1, by: ana)
                }
            }
            for _ in 1...10 {
                let copy = try TemporaryFolder()
                try Data().write(to: URL(filePath: copy.path + "/enxame.sqlite"))
                try await SQLiteBackup.copy(
                    from: stage.folder.path + "/enxame.sqlite",
                    to: copy.path + "/enxame.sqlite")
                #expect(
                    try FileManager.default.contentsOfDirectory(atPath: copy.path)
                        == ["enxame.sqlite"])
                let there = try await StoreStage(.sqlite, folder: copy)
                #expect(try await there.store.verifyTotals().isEmpty)
                try await there.store.close()
            }
            isDone.raise()
            try await writing.value
        }
    }

    @Test("a damaged database makes no backup")
    func damaged() async throws {
        let stage = try await StoreStage(.sqlite)
        try await AwkwardSite.fill(stage, infoBytes: 1_000_000)
        try await stage.store.close()
        let (whole, copy) = (stage.folder.path + "/whole", stage.folder.path + "/copy")
        for path in [whole, copy] { try Data().write(to: URL(filePath: path)) }
        try await SQLiteBackup.copy(from: stage.folder.path + "/enxame.sqlite", to: whole)

        var data = try #require(FileManager.default.contents(atPath: whole))
        try #require(data.count > 1_000_000)
        // Whole pages near the end, as a failing disk would; the large torrent is before them.
        for offset in data.count - 81_920..<data.count - 40_960 { data[offset] = 0xA5 }
        try data.write(to: URL(filePath: whole))
        let error = await #expect(throws: SQLFault.self) {
            try await SQLiteBackup.copy(from: whole, to: copy)
        }
        #expect(error?.description.hasPrefix("the database is damaged: ") == true)
    }
}

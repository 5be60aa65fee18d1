import Domain
import Service
import Store
import Testing
import Tracker

/// What an operator's look into the ledger finds, on both kinds of database.
@Suite(.inTurn) struct LedgerExplanationContractTests {
    @Test(
        "an explanation has every row behind a total, of deleted torrents too",
        arguments: TestEngine.all)
    func explained(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let admin = try await stage.account("admin", role: BuiltInRoles.superAdmin)
            let ana = try await stage.account("ana")
            let bia = try await stage.account("bia")
            let first = try await stage.entry(1, title: "Primeiro", by: bia)
            let second = try await stage.entry(2, title: "Segundo", by: bia)
            try await stage.book(ana, first, up: 100, down: 0)
            try await stage.book(ana, first, up: 400, down: 50, left: 0, event: .completed)
            try await stage.book(ana, first, up: 450, down: 50, left: 0, event: .stopped)
            try await stage.book(ana, first, peer: 2, up: 7)
            try await stage.book(ana, second)
            try await stage.book(ana, second, down: 9)
            try await stage.book(bia, first)
            try await stage.adjust(ana, up: 1000, down: -5, by: admin)
            try await stage.store.delete(second, at: StoreStage.start, audit: stage.audit())

            let found = try #require(try await stage.store.explanation(of: "ana"))
            #expect(found.user == ana)
            #expect(found.totals == Totals(1350, 54))
            #expect([found.derived.up, found.derived.down] == [1350, 54])
            #expect(found.torrents.map(\.id) == [first, second])
            #expect(found.torrents.map(\.isDeleted) == [false, true])
            #expect(found.torrents.map(\.title) == ["Primeiro", "Segundo"])
            #expect(found.torrents[0].sessions.map(\.credited) == [Counters(350, 50), .zero])
            #expect(
                found.torrents[0].sessions.map(\.claimed) == [Counters(450, 50), Counters(7, 0)])
            #expect(found.torrents[0].sessions.map(\.hasStopped) == [true, false])
            #expect(found.torrents[0].sessions.map(\.hasCompleted) == [true, false])
            #expect(found.torrents[0].credited == Counters(350, 50))
            #expect(found.adjustments.map(\.up) == [1000])
            #expect(found.adjustments.map(\.down) == [-5])
            #expect(found.adjustments.map(\.actor) == ["admin"])
            #expect(found.adjustments.map(\.reason) == ["lost disk"])
            #expect(try await stage.store.explanation(of: "\(ana)") == found)
            #expect(try await stage.store.explanation(of: "nobody") == nil)
            let sum = try await stage.store.historySum(of: ana)
            #expect([sum.up, sum.down] == [1350, 54])
            let other = try #require(try await stage.store.explanation(of: "bia"))
            #expect(other.torrents.count == 1)
            #expect([other.derived.up, other.derived.down] == [0, 0])
        }
    }

    @Test("a row that nobody can have written is named", arguments: TestEngine.all)
    func strays(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let ana = try await stage.account("ana")
            let torrent = try await stage.entry(1, by: ana)
            try await stage.book(ana, torrent)
            #expect(try await stage.store.strayRows().isEmpty)
            try await stage.tamper("update ledger_session set last_up = -1")
            #expect(
                try await stage.store.strayRows() == [
                    StrayRow(table: "ledger_session", id: 1, problem: "counts below zero")
                ])
        }
    }
}

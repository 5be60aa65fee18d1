import Domain
import Service
import Store
import TestLedger
import Testing
import Tracker

/// The histories that the pure rules are held to, on a database that is closed and opened in
/// between. Here nothing is lost when a server ends: every announce is written before its answer.
@Suite(.inTurn) struct LedgerHistoryContractTests {
    @Test(
        "1 to 7: after any history every session and every total is right to the byte",
        arguments: TestEngine.all)
    func histories(engine: TestEngine) async throws {
        for seed in 0..<UInt64(20) {
            var random = SeededGenerator(seed: 7000 + seed)
            let history = LedgerHistory(using: &random)
            try await run(history, engine, "seed \(seed)")
        }
    }

    private func run(_ history: LedgerHistory, _ engine: TestEngine, _ name: String) async throws {
        var stage = try await StoreStage(engine)
        let staff = try await stage.account("staff", role: BuiltInRoles.superAdmin)
        var users: [UserID] = []
        var torrents: [CatalogID] = []
        for number in 0..<LedgerHistory.users {
            users.append(try await stage.account("user-\(number)"))
        }
        for number in 0..<LedgerHistory.torrents {
            torrents.append(try await stage.entry(number, by: staff))
        }
        var model = LedgerModel(history)
        var adjustments = 0
        for event in history.events {
            switch event {
            case .arrived(let arrival):
                guard model.takes(arrival) else { continue }
                let client = history.clients[arrival.client]
                let address = arrival.family == .v4 ? "10.0.0.1" : "2001:db8::1"
                try await stage.book(
                    users[client.user], torrents[client.torrent], peer: arrival.client,
                    up: arrival.counters.up.bytes, down: arrival.counters.down.bytes,
                    left: arrival.left.bytes, event: arrival.event, from: address, at: arrival.at)
            case .adjusted(let user, let up, let down):
                let isDone = model.adjusts(user: user, up: up, down: down)
                adjustments += isDone ? 1 : 0
                do {
                    try await stage.adjust(users[user], up: up, down: down, by: staff)
                    #expect(isDone, "\(name)")
                } catch StoreFailure.belowZero {
                    #expect(!isDone, "\(name)")
                }
            case .deleted(let torrent):
                model.deletes(torrent: torrent)
                if try await stage.store.entry(torrents[torrent]) != nil {
                    try await stage.store.delete(
                        torrents[torrent], at: StoreStage.start, audit: stage.audit())
                }
            case .flushed: break
            case .killed: stage = try await stage.restarted()
            }
        }
        for (number, user) in users.enumerated() {
            let total = model.total(of: number)
            #expect(try await stage.totals(user) == Totals(total.up, total.down), "\(name)")
        }
        #expect(try await credited(stage) == expected(model), "\(name)")
        #expect(try await stage.store.verifyTotals().isEmpty, "\(name)")
        let kept = try await stage.engine.read { db in
            try db.integers("select count(*) from ledger_adjustment", [])
        }
        #expect(kept == [[Int64(adjustments)]], "\(name)")
        try await stage.store.close()
    }

    private func expected(_ model: LedgerModel) throws -> [String: Counters] {
        var figures: [String: Counters] = [:]
        for (client, credited) in model.credited {
            figures[try StoreStage.peer(client).hex] = Counters(credited.up, credited.down)
        }
        return figures
    }

    private func credited(_ stage: StoreStage) async throws -> [String: Counters] {
        let rows = try await stage.engine.read { db in
            try db.values(
                """
                select lower(hex(peer_id)) as peer, credited_up, credited_down from ledger_session
                """, [], ["peer", "credited_up", "credited_down"])
        }
        var figures: [String: Counters] = [:]
        for row in rows {
            guard case .text(let peer) = row[0], case .integer(let up) = row[1],
                case .integer(let down) = row[2]
            else { throw StoreFailure.gone }
            figures[peer] = Counters(up, down)
        }
        return figures
    }
}

import Domain
import TestLedger
import Testing
import Tracker

/// Invariants 1 to 6 over thousands of histories that chance gave and a seed repeats.
@Suite struct LedgerHistoryTests {
    private static let terms = [
        CreditTerms.standard, CreditTerms(uploadPercent: 250, downloadPercent: 50),
        CreditTerms.freeleech,
    ]
    private static let percents = [
        LedgerModel.standard, LedgerModel.Figures(up: 250, down: 50),
        LedgerModel.Figures(up: 100, down: 0),
    ]

    @Test(
        "1 to 6: after any history every session and every total is right to the byte",
        arguments: 0..<8)
    func histories(part: UInt64) {
        var seen = Tally()
        for seed in part * 500..<(part + 1) * 500 {
            var random = SeededGenerator(seed: seed)
            let history = LedgerHistory(using: &random)
            var run = Run(history)
            for event in history.events { run.happen(event, &seen) }
            #expect(run.ledger.credited == run.model.credited, "seed \(seed)")
            for (client, newest) in run.model.newest
            where newest.run == 0 && newest == run.unharmed.newest[client] {
                let torrent = history.clients[client].torrent
                guard Self.terms[torrent] == .standard else { continue }
                seen.restored += run.lost.contains(client) ? 1 : 0
                #expect(
                    run.ledger.credited[client] == run.unharmed.credited[client],
                    "seed \(seed): what a crash took from \(client) came back")
            }
            for user in 0..<LedgerHistory.users {
                let kept = run.ledger.totals[user]
                #expect(kept == run.model.total(of: user), "seed \(seed), user \(user)")
            }
        }
        // Each of these happened often enough to matter.
        #expect(seen.late > 200)
        #expect(seen.again > 200)
        #expect(seen.lost > 200)
        #expect(seen.restored > 3)
        #expect(seen.refused > 200)
    }

    private struct Tally {
        var late = 0
        var again = 0
        var lost = 0
        var restored = 0
        var refused = 0
    }

    /// Sessions and totals beside each other, as a store has them.
    private struct Kept {
        var sessions: [SessionKey: LedgerSession] = [:]
        var clients: [SessionKey: Int] = [:]
        var totals = [LedgerModel.Figures](
            repeating: LedgerModel.Figures(), count: LedgerHistory.users)

        var credited: [Int: LedgerModel.Figures] {
            var figures: [Int: LedgerModel.Figures] = [:]
            for (key, session) in sessions {
                guard let client = clients[key] else { continue }
                figures[client] = LedgerModel.Figures(session.credited)
            }
            return figures
        }
    }

    private struct Run {
        let history: LedgerHistory
        var ledger = Kept()
        var ledgerOnDisk = Kept()
        var model: LedgerModel
        var modelOnDisk: LedgerModel
        /// As if the server had never been killed.
        var unharmed: LedgerModel
        var lost: Set<Int> = []
        var unflushed = 0

        init(_ history: LedgerHistory) {
            self.history = history
            model = LedgerModel(history, percents: percents)
            modelOnDisk = model
            unharmed = model
        }

        mutating func happen(_ event: LedgerHistory.Event, _ seen: inout Tally) {
            switch event {
            case .arrived(let arrival):
                unharmed.takes(arrival)
                if model.takes(arrival) { book(arrival, &seen) } else { seen.refused += 1 }
            case .adjusted(let user, let up, let down):
                if model.adjusts(user: user, up: up, down: down) {
                    ledger.totals[user] =
                        ledger.totals[user] + LedgerModel.Figures(up: up, down: down)
                }
                flush()
            case .deleted(let torrent):
                model.deletes(torrent: torrent)
                unharmed.deletes(torrent: torrent)
                flush()
            case .flushed: flush()
            case .killed:
                seen.lost += unflushed
                lost.formUnion(model.newest.filter { modelOnDisk.newest[$0.key] != $0.value }.keys)
                (ledger, model, unflushed) = (ledgerOnDisk, modelOnDisk, 0)
            }
        }

        mutating func book(_ arrival: Arrival, _ seen: inout Tally) {
            let client = history.clients[arrival.client]
            let key = SessionKey(
                user: UserID(Int64(client.user)), torrent: CatalogID(Int64(client.torrent)),
                peerID: peerID(arrival.client))
            let before = ledger.sessions[key]
            let step = Ledger.step(
                before, key: key, claimed: arrival.counters, event: arrival.event, at: arrival.at,
                terms: terms[client.torrent])
            ledger.sessions[key] = step.session
            ledger.clients[key] = arrival.client
            ledger.totals[client.user] =
                ledger.totals[client.user] + LedgerModel.Figures(step.credit)
            unflushed += 1
            if step.waitsForDisk { flush() }
            seen.late += step.isLate ? 1 : 0
            seen.again += !step.isLate && arrival.counters.up < before?.last.up ?? .zero ? 1 : 0
        }

        mutating func flush() {
            (ledgerOnDisk, modelOnDisk, unflushed) = (ledger, model, 0)
        }
    }
}

extension LedgerModel.Figures {
    init(_ counters: Counters) {
        self.init(up: counters.up.bytes, down: counters.down.bytes)
    }
}

import Domain
import Service
import Store
import Testing
import Tracker

@Suite(.inTurn) struct HistoryContractTests {
    /// Midnight, so that buckets are easy to tell.
    private let midnight = Timestamp(seconds: 1_700_006_400)
    private func at(_ seconds: Int64) -> Timestamp { midnight.adding(seconds: seconds) }

    @Test(
        "what moved falls into minutes and hours, and days are sums of hours",
        arguments: TestEngine.all)
    func buckets(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let ana = try await stage.account("ana")
            let torrent = try await stage.entry(1, by: ana)
            for (up, seconds) in [
                (0, 0), (10, 59), (30, 60), (60, 3599), (100, 3600), (150, 90_000),
            ]
                as [(Int64, Int64)]
            {
                try await stage.book(ana, torrent, up: up, down: up / 10, at: at(seconds))
            }
            let history = { (span: HistorySpan, since: Int64) in
                try await stage.store.history(of: ana, span, since: at(since))
            }
            #expect(
                try await history(.hour, 0) == [
                    HistoryRecord(beganAt: at(0), up: 60, down: 6),
                    HistoryRecord(beganAt: at(3600), up: 40, down: 4),
                    HistoryRecord(beganAt: at(90_000), up: 50, down: 5),
                ])
            #expect(
                try await history(.day, 0) == [
                    HistoryRecord(beganAt: at(0), up: 100, down: 10),
                    HistoryRecord(beganAt: at(86_400), up: 50, down: 5),
                ])
            #expect(try await history(.hour, 3600).count == 2)
            // Minutes are kept for a day: those of the first hour are gone by now.
            #expect(
                try await history(.minute, 0) == [
                    HistoryRecord(beganAt: at(3600), up: 40, down: 4),
                    HistoryRecord(beganAt: at(90_000), up: 50, down: 5),
                ])
        }
    }

    @Test(
        "an adjustment stands in the history, and what credits nothing does not",
        arguments: TestEngine.all)
    func adjustments(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let ana = try await stage.account("ana")
            let torrent = try await stage.entry(1, by: ana)
            try await stage.book(ana, torrent, up: 77, at: at(0))
            #expect(try await stage.store.history(of: ana, .hour, since: at(0)).isEmpty)
            try await stage.adjust(ana, up: 500, by: ana, at: at(0))
            try await stage.adjust(ana, up: -100, by: ana, at: at(3600))
            #expect(
                try await stage.store.history(of: ana, .hour, since: at(0)).map(\.up)
                    == [500, -100])
            #expect(try await stage.store.history(of: UserID(99), .hour, since: at(0)).isEmpty)
        }
    }
}

import API
import APIClient
import Domain
import Testing

/// Clients and staff who go on and on at two servers at once, in an order that chance gave and a
/// seed repeats.
///
/// A session's announces follow each other, as a client's do; one that got no answer is sent again
/// with the same counters, here or there. Everybody shares members and torrents, so that the
/// database nodes contradict each other all the time.
struct ClusterHistory {
    struct Member: Sendable {
        let id: UserID
        let passkey: String
    }

    private static let clients = 8
    private static let sessionsEach = 6
    private static let adjusters = 4

    let members: [Member]
    let torrents: [InfoHash]
    let servers: [ClusterServer]
    /// One at each server.
    let staff: [APIClient]
    let ledger = ExpectedLedger()
    let tally = ClusterTally()

    /// Until the tally says that it is over.
    func run() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<Self.clients {
                group.addTask { try await announce(SeededGenerator(seed: UInt64(number))) }
            }
            for number in 0..<Self.adjusters {
                group.addTask {
                    try await adjust(number, SeededGenerator(seed: 90 + UInt64(number)))
                }
            }
            try await group.waitForAll()
        }
    }

    // MARK: clients

    private func announce(_ generator: SeededGenerator) async throws {
        var chance = generator
        typealias Last = (
            session: ExpectedLedger.Session, figures: ExpectedLedger.Figures?, hasStopped: Bool
        )
        var last: [Last] = (0..<Self.sessionsEach).map { _ in
            let session = ExpectedLedger.Session(
                member: .random(in: members.indices, using: &chance),
                torrent: .random(in: torrents.indices, using: &chance),
                peerID: (0..<20).map { _ in .random(in: 0...255, using: &chance) })
            return (session, nil, false)
        }
        while !tally.isOver {
            let index = Int.random(in: last.indices, using: &chance)
            // A client says goodbye before it begins again under its old id.
            let begins = last[index].figures == nil || last[index].hasStopped
            let now = Self.next(last[index].figures, begins: begins, &chance)
            let session = last[index].session
            let call = TrackerCall(
                passkey: members[session.member].passkey,
                infoHash: torrents[session.torrent], peerID: session.peerID, up: now.up,
                down: now.down, left: Bool.random(using: &chance) ? 0 : 1_000_000,
                event: begins
                    ? "started"
                    : [nil, nil, nil, "stopped", "completed"].randomElement(using: &chance)
                        ?? nil)
            try await deliver(call, &chance)
            ledger.announced(session, now)
            tally.stepped()
            last[index].figures = now
            last[index].hasStopped = call.event == "stopped"
        }
    }

    /// Counters grow, stay, or begin again at the client's restart.
    private static func next(
        _ figures: ExpectedLedger.Figures?, begins: Bool, _ chance: inout SeededGenerator
    ) -> ExpectedLedger.Figures {
        let (up, down) = (
            Int64.random(in: 0...1 << 24, using: &chance),
            Int64.random(in: 0...1 << 20, using: &chance)
        )
        let step = ExpectedLedger.Figures(up: up, down: down)
        return switch Int.random(in: 0..<20, using: &chance) {
        case 0..<10 where begins: step
        case 1: figures ?? step
        default: (figures ?? ExpectedLedger.Figures()) + step
        }
    }

    /// Once or more; sometimes twice at the same moment, as a client does over IPv4 and IPv6, and
    /// then to one server or to both.
    private func deliver(_ call: TrackerCall, _ chance: inout SeededGenerator) async throws {
        var server = Int.random(in: 0...1, using: &chance)
        let other = Int.random(in: 0...7, using: &chance)
        try await eventually(within: 120, "an announce is answered") {
            server = 1 - server
            let this = server
            async let here = send(call, to: this)
            async let there = other < 2 ? send(call, to: other) : false
            let answers = await (here, there)
            return answers.0 || answers.1
        }
    }

    private func send(_ call: TrackerCall, to server: Int) async -> Bool {
        switch await call.send(to: servers[server].tracker) {
        case .granted:
            tally.announced(at: server)
            return true
        case .later: tally.toldLater()
        case .none: tally.unanswered()
        case .refused(let why): Issue.record("an announce was refused: \(why)")
        }
        return false
    }

    // MARK: staff

    private func adjust(_ number: Int, _ generator: SeededGenerator) async throws {
        var chance = generator
        var count = 0
        while !tally.isOver {
            count += 1
            let server = Int.random(in: 0...1, using: &chance)
            let reason = "adjustment \(number).\(count) at \(server)"
            let adjustment = ExpectedLedger.Adjustment(
                member: .random(in: members.indices, using: &chance),
                figures: ExpectedLedger.Figures(
                    up: .random(in: -(1 << 22)...1 << 26, using: &chance),
                    down: .random(in: -(1 << 18)...1 << 20, using: &chance)))
            do {
                _ = try await staff[server].call(
                    Endpoints.adjustRatio, ids: [members[adjustment.member].id.rawValue],
                    body: RatioAdjustment(
                        bytesUp: adjustment.figures.up, bytesDown: adjustment.figures.down,
                        reason: reason))
                ledger.adjusted(reason, adjustment)
                tally.adjusted(at: server)
            } catch .refused(let problem) where problem.status == 422 {
                // It would have taken a counter below zero, and was not carried out.
            } catch .refused(let problem) where problem.status == 503 {
                tally.toldLater()
                ledger.doubted(reason, adjustment)
            } catch .unreachable {
                tally.unanswered()
                ledger.doubted(reason, adjustment)
            } catch {
                Issue.record("\(reason) failed: \(error)")
                ledger.doubted(reason, adjustment)
            }
        }
    }
}

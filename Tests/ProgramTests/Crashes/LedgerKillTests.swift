import API
import APIClient
import Domain
import Foundation
import Testing

/// A real server on one file, killed (SIGKILL) in the middle of announces.
@Suite(.serialized) struct LedgerKillTests {
    private static let clients = 6
    private static let sessionsEach = 6
    private static let kills = 4

    @Test("5: whatever was answered is right to the byte once everybody has said goodbye")
    func kills() async throws {
        try await RunningServer.run { server in
            let crowd = try await Crowd(server)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<Self.clients {
                    group.addTask {
                        try await crowd.live(number, sessions: Self.sessionsEach)
                    }
                }
                do {
                    var chance = SeededGenerator(seed: 5)
                    for _ in 0..<Self.kills {
                        let more = Int.random(in: 20...300, using: &chance)
                        let before = crowd.tally.figures.steps
                        try await eventually(within: 60, "\(more) more announces are answered") {
                            crowd.tally.figures.steps >= before + more
                        }
                        try await server.crash()
                        try await server.restart()
                    }
                } catch {
                    crowd.tally.end()
                    throw error
                }
                crowd.tally.end()
                try await group.waitForAll()
            }
            // The last word of each was an answered goodbye, and that is on disk.
            try await server.crash()
            try await server.restart()
            let admin = try await server.admin()
            for (number, member) in crowd.members.enumerated() {
                let stats = try await admin.call(Endpoints.stats, ids: [member.id.rawValue])
                let found = ExpectedLedger.Figures(
                    up: stats.bytesUp.bytes, down: stats.bytesDown.bytes)
                #expect(found == crowd.ledger.total(of: number), "member \(number)")
            }
            let verified = try await server.verifyLedger()
            #expect(verified.code == 0, "\(verified.output)\(verified.error)")
            print("\(crowd.tally.figures.steps) announces over \(Self.kills) kills")
        }
    }
}

/// Clients who go on whatever happens to their tracker.
private struct Crowd: Sendable {
    let server: RunningServer
    let members: [ClusterHistory.Member]
    let torrents: [InfoHash]
    let ledger = ExpectedLedger()
    let tally = ClusterTally()

    init(_ server: RunningServer) async throws {
        self.server = server
        let admin = try await server.admin()
        _ = try await admin.call(
            Endpoints.changeSettings, body: SettingsPatch(requiredRatio: 0))
        var (members, torrents): ([ClusterHistory.Member], [InfoHash]) = ([], [])
        for number in 0..<3 {
            let me = try await server.join("member\(number)", as: BuiltInRoles.member)
                .call(Endpoints.me)
            let passkey = try #require(me.announceURL.split(separator: "passkey=").last)
            members.append(ClusterHistory.Member(id: me.id, passkey: String(passkey)))
        }
        for number in 0..<2 { torrents.append(try await admin.publish("Aula \(number)").infoHash) }
        (self.members, self.torrents) = (members, torrents)
    }

    /// One client after the other says what it has to say; at the end each says goodbye.
    func live(_ number: Int, sessions: Int) async throws {
        var chance = SeededGenerator(seed: UInt64(100 + number))
        var last: [(session: ExpectedLedger.Session, figures: ExpectedLedger.Figures?)] =
            (0..<sessions).map { _ in
                let session = ExpectedLedger.Session(
                    member: .random(in: members.indices, using: &chance),
                    torrent: .random(in: torrents.indices, using: &chance),
                    peerID: (0..<20).map { _ in .random(in: 0...255, using: &chance) })
                return (session, nil)
            }
        var hasStopped = [Bool](repeating: false, count: sessions)
        while !tally.isOver {
            let index = Int.random(in: last.indices, using: &chance)
            let begins = last[index].figures == nil || hasStopped[index]
            let step = ExpectedLedger.Figures(
                up: .random(in: 0...1 << 24, using: &chance),
                down: .random(in: 0...1 << 20, using: &chance))
            // A client that begins again counts from zero.
            let now = begins ? step : (last[index].figures ?? ExpectedLedger.Figures()) + step
            let event =
                begins
                ? "started"
                : [nil, nil, nil, "stopped", "completed"].randomElement(using: &chance) ?? nil
            try await say(last[index].session, now, event, port: 7000 + number * 100 + index)
            last[index].figures = now
            hasStopped[index] = event == "stopped"
        }
        for index in last.indices where !hasStopped[index] {
            guard let figures = last[index].figures else { continue }
            try await say(
                last[index].session, figures, "stopped", port: 7000 + number * 100 + index)
        }
    }

    private func say(
        _ session: ExpectedLedger.Session, _ now: ExpectedLedger.Figures, _ event: String?,
        port: Int
    ) async throws {
        let call = TrackerCall(
            passkey: members[session.member].passkey, infoHash: torrents[session.torrent],
            peerID: session.peerID, up: now.up, down: now.down, left: 1_000_000, event: event,
            port: port)
        try await eventually(within: 120, "an announce is answered") {
            switch await call.send(to: server.tracker) {
            case .granted: return true
            case .refused(let why):
                Issue.record("an announce was refused: \(why)")
                return true
            case .later, .none: return false
            }
        }
        ledger.announced(session, now)
        tally.stepped()
    }
}

import API
import APIClient
import Domain
import Foundation
import TestMariaDB
import Testing

extension ClusterHistory {
    /// Members, torrents, and a SuperAdmin signed in at each server.
    static func begin(
        _ stage: ClusterStage, members memberCount: Int, torrents torrentCount: Int
    ) async throws -> ClusterHistory {
        let staff = [try await stage.a.client("admin"), try await stage.b.client("admin")]
        _ = try await staff[0].call(
            Endpoints.changeSettings, body: SettingsPatch(requiredRatio: 0, announceInterval: 60))
        var members: [Member] = []
        for number in 1...memberCount {
            let name = "member\(number)"
            let made = try await staff[number % 2].call(
                Endpoints.createUser,
                body: NewUser(
                    username: name, password: RunningServer.request(name).password,
                    roleId: BuiltInRoles.member))
            let me = try await stage.a.client(name).call(Endpoints.me)
            let passkey = try #require(me.announceURL.split(separator: "passkey=").last)
            members.append(Member(id: made.id, passkey: String(passkey)))
        }
        var torrents: [InfoHash] = []
        for number in 1...torrentCount {
            torrents.append(try await staff[0].publish("Aula \(number)").infoHash)
        }
        return ClusterHistory(
            members: members, torrents: torrents, servers: [stage.a, stage.b], staff: staff)
    }

    /// Everything, at both servers and in the database itself.
    func compare(_ stage: ClusterStage) async throws {
        let kept = try await adjustmentsInAudit()
        #expect(kept.count == Set(kept).count, "an adjustment was carried out twice")
        ledger.settle(Set(kept))
        let made = Set(ledger.adjustments.keys)
        #expect(made.subtracting(kept) == [], "promised and not there")
        #expect(Set(kept).subtracting(made) == [], "there and never promised")

        for (number, member) in members.enumerated() {
            for staff in staff {
                let stats = try await staff.call(Endpoints.stats, ids: [member.id.rawValue])
                let found = ExpectedLedger.Figures(
                    up: stats.bytesUp.bytes, down: stats.bytesDown.bytes)
                #expect(found == ledger.total(of: number), "member \(number)")
            }
        }
        let sessions = try stage.select(
            """
            select concat_ws(' ', user_id, lower(hex(peer_id)), last_up, last_down, credited_up,
                credited_down) from ledger_session
            """)
        let expected = expectedSessions()
        #expect(Set(sessions).subtracting(expected) == [], "there and never promised")
        #expect(Set(expected).subtracting(sessions) == [], "promised and not there")
        #expect(sessions.count == expected.count)
        #expect(try stage.count("ledger_adjustment") == ledger.adjustments.count)
        for server in servers {
            let verified = try await server.verifyLedger()
            #expect(verified.code == 0, "\(verified.output)\(verified.error)")
            let log = try await server.verifyAudit()
            #expect(log.code == 0, "\(log.output)\(log.error)")
        }
    }

    private func expectedSessions() -> [String] {
        ledger.sessions.map { session, account in
            let peer = session.peerID.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            let figures = [
                account.last.up, account.last.down, account.credited.up, account.credited.down,
            ].map(String.init).joined(separator: " ")
            return "\(members[session.member].id) \(peer) \(figures)"
        }
    }

    /// The reasons of all, as often as they are there.
    private func adjustmentsInAudit() async throws -> [String] {
        var reasons: [String] = []
        var cursor: String?
        repeat {
            let page = try await staff[1].call(
                Endpoints.audit, query: AuditQuery(page: PageQuery(limit: 200, cursor: cursor)))
            reasons += page.items.filter { $0.act == "ratio.adjusted" }.compactMap(\.reason)
            cursor = page.nextCursor
        } while cursor != nil
        return reasons
    }

    func report(seconds: Int64, conflicts: Int) {
        let figures = tally.figures
        print(
            """
            A history at two servers on three nodes: \(figures.steps) announces answered \
            (\(figures.announced[0]) times by A, \(figures.announced[1]) times by B), \
            \(figures.adjusted.reduce(0, +)) adjustments, \(ledger.inDoubt.count) of them in doubt \
            beside those, \(figures.later) asked to come later, \(figures.unanswered) without an \
            answer, \(conflicts) conflicts between nodes, in \(seconds) s
            """)
    }
}

extension ClusterStage {
    /// Transactions that a node had to undo for another node's.
    func conflicts(at node: Int) throws -> Int {
        try nodes[node].status("wsrep_local_cert_failures", "wsrep_local_bf_aborts").values
            .compactMap { Int($0) }.reduce(0, +)
    }
}

import API
import APIClient
import Domain
import Foundation
import TestMariaDB
import Testing

/// Two real servers of one community on a real cluster of three database nodes.
@Suite(.serialized) struct ClusterTests {
    @Test("two servers that start at once on an empty database are one community")
    func oneCommunity() async throws {
        try await ClusterStage.run { stage in
            // Each step of the schema was taken once, and one of the two made the first account.
            let steps = try stage.select("select number from schema_step order by number")
            #expect(steps == (1...steps.count).map(String.init))
            #expect(try stage.select("select username from account") == ["admin"])

            // Signed in at one is signed in at the other, at once.
            let reply = try await stage.a.visitor().call(
                Endpoints.signIn, body: RunningServer.founder)
            let elsewhere = try stage.b.client(holding: reply.accessToken)
            #expect(try await elsewhere.call(Endpoints.me).username == "admin")

            // What one is told the other knows when it is asked next, even when its database node
            // is behind.
            let here = try await stage.a.client("admin")
            try await stage.holdingUp(1) {
                let entry = try await here.publish("Aula 1")
                let found = try await elsewhere.call(
                    Endpoints.catalogEntry, ids: [entry.id.rawValue])
                #expect(found.summary.title == "Aula 1")
            }
            // Signed out at one is signed out at the other.
            _ = try await stage.a.client(holding: reply.accessToken).call(Endpoints.signOut)
            await #expect(throws: APIError.self) { try await elsewhere.call(Endpoints.me) }
        }
    }

    @Test("two SuperAdmins who demote each other at different servers never both succeed")
    func lastSuperAdmin() async throws {
        try await ClusterStage.run { stage in
            let founder = try await stage.a.client("admin")
            let other = try await founder.call(
                Endpoints.createUser,
                body: NewUser(
                    username: "eva", password: RunningServer.request("eva").password,
                    roleId: BuiltInRoles.superAdmin)
            ).id.rawValue
            let admin = try await founder.call(Endpoints.me).id.rawValue
            let rival = try await stage.b.client("eva")
            for round in 1...20 {
                async let first = founder.gives(other, BuiltInRoles.member)
                async let second = rival.gives(admin, BuiltInRoles.member)
                let (isFirst, isSecond) = try await (first, second)
                #expect(!(isFirst && isSecond), "round \(round)")
                let left = try stage.count(
                    "account where role_id = \(BuiltInRoles.superAdmin.rawValue)")
                try #require(left == 1, "round \(round)")
                if isFirst {
                    #expect(try await founder.gives(other, BuiltInRoles.superAdmin))
                } else {
                    #expect(try await rival.gives(admin, BuiltInRoles.superAdmin))
                }
            }
        }
    }

    // Some collisions undo a transaction at its very end, where an engine may miss it.
    @Test("two servers that write the same few rows all the time lose no write that they answered")
    func collisions() async throws {
        try await ClusterStage.run { stage in
            let history = try await ClusterHistory.begin(stage, members: 2, torrents: 1)
            let begin = ContinuousClock.now
            async let going: Void = history.run()
            do {
                try await history.tally.more(1500, at: [0, 1])
                history.tally.end()
                try await going
            } catch {
                history.tally.end()
                throw error
            }
            history.report(
                seconds: begin.duration(to: .now).components.seconds,
                conflicts: try (0...2).map(stage.conflicts).reduce(0, +))
            try await history.compare(stage)
        }
    }

    @Test(
        "a database node and a server are killed, and the ledger is right to the byte"
    )
    func nothingLost() async throws {
        try await ClusterStage.run { stage in
            let history = try await ClusterHistory.begin(stage, members: 8, torrents: 3)
            let tally = history.tally
            let begin = ContinuousClock.now
            async let going: Void = history.run()
            do {
                try await tally.more(200, at: [0, 1])
                // Nodes contradict each other all the time, and nobody outside hears of it.
                #expect(tally.figures.later == 0 && tally.figures.unanswered == 0)
                for _ in 1...10 {
                    try await stage.cutCommit(.after)
                    try await stage.cutCommit(.before)
                }
                #expect(tally.figures.later == 0 && tally.figures.unanswered == 0)
                let conflicts = try stage.conflicts(at: 0)
                try await stage.nodes[0].kill()
                try await tally.more(200, at: [0, 1])
                try await stage.b.crash()
                try await tally.more(200, at: [0])
                try await stage.b.restart()
                try await tally.more(200, at: [0, 1])
                tally.end()
                try await going
                history.report(
                    seconds: begin.duration(to: .now).components.seconds,
                    conflicts: conflicts + (try stage.conflicts(at: 1))
                        + (try stage.conflicts(at: 2)))
            } catch {
                tally.end()
                throw error
            }
            try await history.compare(stage)
        }
    }
}

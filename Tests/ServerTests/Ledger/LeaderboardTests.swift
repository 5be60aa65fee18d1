import API
import Domain
import Service
import Testing

@Suite(.everyEngine) struct LeaderboardTests {
    private func give(_ site: TestSite, _ member: Member, up: Int64, down: Int64) async throws {
        let _: StatsBody = try await site.call(
            Endpoints.adjustRatio, member.id.rawValue,
            body: RatioAdjustment(bytesUp: up, bytesDown: down, reason: "start"), as: site.admin)
    }

    @Test("every member sees who gave most, and of others no more than that")
    func members() async throws {
        try await TestSite.with { site in
            let (ana, bia) = (try await site.member("ana"), try await site.member("bia"))
            let sara = try await site.member("sara", role: BuiltInRoles.supervisor)
            try await give(site, ana, up: 100, down: 50)
            try await give(site, bia, up: 300, down: 600)
            let seen = try await site.call(Endpoints.leaderboard, as: ana)
            #expect(seen.items.map(\.username) == ["bia", "ana"])
            #expect(seen.items.map(\.rank) == [1, 2])
            #expect(seen.items.map(\.bytesUp.bytes) == [300, 100])
            #expect(seen.items.map(\.ratio) == [nil, 2])
            #expect(seen.items.map(\.bytesDown?.bytes) == [nil, 50])
            #expect(seen.items.map(\.id) == [nil, ana.id])
            #expect(seen.total == 2 && seen.nextCursor == nil)
            let byRatio = LeaderboardQuery(by: .ratio)
            #expect(
                try await site.refusal(Endpoints.leaderboard, query: byRatio, as: ana).code
                    == "permission_missing")
            let all = try await site.call(Endpoints.leaderboard, query: byRatio, as: sara)
            #expect(all.items.map(\.username) == ["ana", "bia"])
            #expect(all.items.map(\.ratio) == [2, 0.5])
            #expect(all.items.map(\.id) == [ana.id, bia.id])
            #expect(try await site.refusal(Endpoints.leaderboard).status == 401)
        }
    }

    @Test("pages go on where one ended, whatever the order; a strange cursor is refused")
    func pages() async throws {
        try await TestSite.with { site in
            for (number, name) in ["ana", "bia", "caio"].enumerated() {
                try await give(
                    site, try await site.member(name), up: Int64(10 - number), down: 3)
            }
            for order in LeaderboardOrder.allCases {
                var query = LeaderboardQuery(by: order, page: PageQuery(limit: 2))
                let first = try await site.call(
                    Endpoints.leaderboard, query: query, as: site.admin)
                #expect(first.items.map(\.username) == ["ana", "bia"])
                #expect(first.nextCursor != nil)
                query.page.cursor = first.nextCursor
                let second = try await site.call(
                    Endpoints.leaderboard, query: query, as: site.admin)
                #expect(second.items.map(\.username) == ["caio"])
                #expect(second.items.map(\.rank) == [3])
                #expect(second.nextCursor == nil)
                for cursor in [
                    "x", "1_2_3", "-1_1_1_1", "1_1_-5_1", "1_1_1_9223372036854775808",
                    "1_2_3_4_5", "9223372036854775807_1_1_1", "",
                ] {
                    query.page.cursor = cursor
                    #expect(
                        try await site.refusal(
                            Endpoints.leaderboard, query: query, as: site.admin
                        ).code == "bad_parameter", "\(cursor)")
                }
                // No ratio divides by nothing.
                query.page.cursor = "1_1_1_0"
                _ = try await site.call(Endpoints.leaderboard, query: query, as: site.admin)
            }
        }
    }

    @Test("who is banned or deleted is not on it")
    func gone() async throws {
        try await TestSite.with { site in
            let (ana, bia) = (try await site.member("ana"), try await site.member("bia"))
            let caio = try await site.member("caio")
            for member in [ana, bia, caio] { try await give(site, member, up: 5, down: 5) }
            let _: UserBody = try await site.call(
                Endpoints.banUser, ana.id.rawValue,
                body: BanBody(reason: "x", expiresAt: site.clock.now.adding(seconds: 60)),
                as: site.admin)
            try await site.call(
                Endpoints.deleteUser, bia.id.rawValue, body: ReasonBody(reason: "x"),
                as: site.admin)
            let seen = try await site.call(Endpoints.leaderboard, as: caio)
            #expect(seen.items.map(\.username) == ["caio"] && seen.total == 1)
            site.clock.advance(by: 60)
            let later = try await site.call(Endpoints.leaderboard, as: caio)
            #expect(later.items.map(\.username) == ["ana", "caio"] && later.total == 2)
        }
    }
}

import API
import Domain
import Service
import Testing

@Suite(.everyEngine) struct OwnSessionTests {
    @Test("sessions are listed with where and when, and say which one asks")
    func listed() async throws {
        try await TestSite.with { site in
            let ana = try await site.member("ana")
            site.clock.advance(by: 100)
            let other = try await site.signIn("ana", ana.password)
            let listed = try await site.call(Endpoints.ownSessions, as: other).items
            #expect(listed.map(\.isCurrent) == [true, false])
            let start = site.clock.now.adding(seconds: -100)
            #expect(listed.map(\.beganAt) == [site.clock.now, start])
            // Use is noted, to the minute.
            site.clock.advance(by: 60)
            try await site.call(Endpoints.me, as: ana)
            let now = try await site.call(Endpoints.ownSessions, as: ana).items
            #expect(now.map(\.isCurrent) == [true, false])
            #expect(now.first?.lastSeenAt == site.clock.now)
        }
    }

    @Test("one session is ended at once, and nobody ends another member's")
    func one() async throws {
        try await TestSite.with { site in
            let (ana, bia) = (try await site.member("ana"), try await site.member("bia"))
            let other = try await site.signIn("ana", ana.password)
            let id = try #require(
                try await site.call(Endpoints.ownSessions, as: ana).items
                    .first { !$0.isCurrent }
            ).id
            #expect(
                try await site.refusal(Endpoints.endOwnSession, id.rawValue, as: bia).code
                    == "not_found")
            try await site.call(Endpoints.me, as: other)
            try await site.call(Endpoints.endOwnSession, id.rawValue, as: ana)
            #expect(try await site.refusal(Endpoints.me, as: other).status == 401)
            let refresh = RefreshRequest(refreshToken: other.refresh)
            #expect(try await site.refusal(Endpoints.refresh, body: refresh).status == 401)
            try await site.call(Endpoints.me, as: ana)
            #expect(
                try await site.refusal(Endpoints.endOwnSession, id.rawValue, as: ana).code
                    == "not_found")
        }
    }

    @Test("all others end together, with their open streams, and no other member's")
    func others() async throws {
        try await LiveSite.with { live in
            let site = live.site
            let (ana, bia) = (try await site.member("ana"), try await site.member("bia"))
            let other = try await site.signIn("ana", ana.password)
            let stream = try await live.events(as: other)
            #expect(try await site.call(Endpoints.endOtherSessions, as: ana).ended == 1)
            #expect(try await stream.eventsToTheEnd().map(\.kind) == [.sessionEnded])
            #expect(try await site.refusal(Endpoints.me, as: other).status == 401)
            try await site.call(Endpoints.me, as: ana)
            try await site.call(Endpoints.me, as: bia)
            #expect(try await site.call(Endpoints.ownSessions, as: ana).items.count == 1)
        }
    }

    @Test("what a client calls itself is cleaned and cut")
    func cleaned() {
        let visit = Visit(
            client: "curl/8\u{1B}[31m\n\u{202E}x" + String(repeating: "y", count: 900))
        #expect(visit.client?.count == 120)
        #expect(visit.client?.hasPrefix("curl/8[31m x") == true)
        #expect(Visit(client: " \u{200B} ").client == nil)
    }
}

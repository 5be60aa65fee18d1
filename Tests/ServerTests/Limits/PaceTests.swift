import API
import Domain
import Server
import Testing

@Suite(.everyEngine) struct PaceTests {
    @Test("a caller who asks too fast is told when to come back, and others are not in their way")
    func callers() async throws {
        let clock = PaceClock()
        let home = try await TestHome(pace: clock)
        try await TestSite.with(home) { site in
            let (ana, bia) = (try await site.member("ana"), try await site.member("bia"))
            _ = try await site.call(
                Endpoints.changeSettings,
                body: SettingsPatch(requestsPerSecond: 5, requestBurst: 20), as: site.admin)
            for _ in 0..<20 { try await site.call(Endpoints.me, as: ana) }
            let reply = try await site.send(Endpoints.me, [], as: ana)
            #expect(reply.status == 429)
            #expect(reply.header("Retry-After") == "1")
            #expect(try TestSite.problem(reply).code == "too_many_requests")
            try await site.call(Endpoints.me, as: bia)
            clock.advance(by: .milliseconds(200))
            try await site.call(Endpoints.me, as: ana)
            #expect(try await site.refusal(Endpoints.me, as: ana).status == 429)
            // What SuperAdmin changes holds at once.
            _ = try await site.call(
                Endpoints.changeSettings,
                body: SettingsPatch(requestsPerSecond: 1000, requestBurst: 2000), as: site.admin)
            clock.advance(by: .seconds(1))
            for _ in 0..<500 { try await site.call(Endpoints.me, as: ana) }
        }
    }

    @Test("an address that asks too fast is refused, signed in or not; what is open costs more")
    func addresses() async throws {
        let clock = PaceClock()
        let home = try await TestHome(pace: clock)
        try await LiveSite.with(home) { live in
            _ = try await live.site.call(
                Endpoints.changeSettings,
                body: SettingsPatch(requestsPerSecond: 5, requestBurst: 20), as: live.site.admin)
            let wire = try Wire(port: live.apiPort)
            var answers: [String] = []
            for _ in 0..<9 {
                try await wire.send(
                    "POST /api/v1/auth/refresh HTTP/1.1\r\nHost: t\r\ncontent-length: 21\r\n\r\n"
                        + #"{"refresh_token":"x"}"#)
                answers.append(
                    await wire.read(untilText: "\"type\":\"about:blank\"}"))
            }
            #expect(answers.prefix(8).allSatisfy { $0.hasPrefix("HTTP/1.1 401 ") }, "\(answers)")
            #expect(answers.last?.hasPrefix("HTTP/1.1 429 ") == true)
            #expect(answers.last?.contains("Retry-After: 1\r\n") == true, "\(answers)")
        }
    }

    @Test("sign-ins that fail are held back by the address they come from, over the wire too")
    func signIns() async throws {
        try await LiveSite.with { live in
            let wire = try Wire(port: live.apiPort)
            let body = #"{"password":"wrong-password","username":"admin"}"#
            let ask =
                "POST /api/v1/auth/login HTTP/1.1\r\nHost: t\r\n"
                + "content-length: \(body.utf8.count)\r\n\r\n\(body)"
            var codes: [String] = []
            for _ in 0..<15 {
                try await wire.send(ask)
                let answer = await wire.read(untilText: "\"type\":\"about:blank\"}")
                codes.append(String(answer.dropFirst(9).prefix(3)))
            }
            #expect(codes == Array(repeating: "401", count: 13) + ["429", "429"])
            // Others, and other names, go on.
            _ = try await live.site.signIn("admin", TestHome.adminPassword)
        }
    }
}

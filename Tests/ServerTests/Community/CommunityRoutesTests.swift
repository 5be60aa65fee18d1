import API
import Domain
import Service
import Testing

@Suite(.everyEngine) struct CommunityRoutesTests {
    @Test("settings are changed in what is said, and stand in the audit log")
    func settings() async throws {
        try await TestSite.with { site in
            let ana = try await site.member("ana")
            #expect(try await site.call(Endpoints.settings, as: ana) == SettingsBody(.initial))
            let changed = try await site.call(
                Endpoints.changeSettings, body: SettingsPatch(requiredRatio: 1.5), as: site.admin)
            #expect(changed.requiredRatio == 1.5)
            #expect(changed.announceInterval == 1800 && changed.registration == .closed)
            #expect(try await site.call(Endpoints.me, as: ana).stats.requiredRatio == 1.5)
            let act = try #require(try await site.call(Endpoints.audit, as: site.admin).items.first)
            #expect(act.act == "settings.changed")
            #expect(act.before?.contains("ratio 0.6") == true)
            #expect(act.after?.contains("ratio 1.5") == true)
            #expect(
                try await site.refusal(
                    Endpoints.changeSettings, body: SettingsPatch(requiredRatio: 0), as: ana
                ).code == "permission_missing")
        }
    }

    @Test(
        "settings have bounds, each refusal names its field",
        arguments: [
            (#"{"required_ratio":-0.1}"#, "invalid_required_ratio"),
            (#"{"required_ratio":100.1}"#, "invalid_required_ratio"),
            (#"{"announce_interval":4}"#, "invalid_announce_interval"),
            (#"{"announce_interval":86401}"#, "invalid_announce_interval"),
            (#"{"grace_bytes":-1}"#, "bad_json"),
            (#"{"grace_bytes":9223372036854775808}"#, "bad_json"),
            (#"{"registration":"ajar"}"#, "bad_json"), (#"{"required_ratio":1e999}"#, "bad_json"),
        ])
    func bounds(json: String, code: String) async throws {
        try await TestSite.with { site in
            let response = try await site.raw(
                .patch, Endpoints.changeSettings.path([]), Array(json.utf8),
                token: site.admin.access)
            #expect(try TestSite.problem(response).code == code)
            #expect(
                try await site.call(Endpoints.settings, as: site.admin) == SettingsBody(.initial))
        }
    }

    @Test("the audit log has every staff act, newest first, page by page")
    func audit() async throws {
        try await TestSite.with { site in
            for name in ["ana", "bia", "caio"] { _ = try await site.member(name) }
            let first = try await site.call(
                Endpoints.audit, query: PageQuery(limit: 2), as: site.admin)
            #expect(first.items.map(\.subject) == ["user caio", "user bia"])
            #expect(first.items.allSatisfy { $0.act == "user.created" && $0.actor == "admin" })
            let second = try await site.call(
                Endpoints.audit, query: PageQuery(limit: 2, cursor: first.nextCursor),
                as: site.admin)
            #expect(second.items.map(\.subject) == ["user ana"])
            #expect(second.nextCursor == nil)
        }
    }

    @Test("the server says that it lives and that its database answers")
    func health() async throws {
        try await TestSite.with { site in
            let (alive, ready) = (
                try await site.raw(.get, "/healthz"), try await site.raw(.get, "/readyz")
            )
            #expect(alive.text == "ok\n")
            #expect(ready.text == "ready\n")
        }
    }
}

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
            (#"{"grace_bytes":1125899906842625}"#, "invalid_grace_bytes"),
            (#"{"requests_per_second":4}"#, "invalid_requests_per_second"),
            (#"{"requests_per_second":100001}"#, "invalid_requests_per_second"),
            (#"{"request_burst":19}"#, "invalid_request_burst"),
            (#"{"max_torrent_bytes":16383}"#, "invalid_max_torrent_bytes"),
            (#"{"max_torrent_bytes":10485761}"#, "invalid_max_torrent_bytes"),
            (#"{"approval_required":"yes"}"#, "bad_json"), (#"{"approval":true}"#, "unknown_field"),
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

    @Test("where no approval is required uploads are seen at once, and what waited still waits")
    func approval() async throws {
        try await TestSite.with { site in
            let ana = try await site.member("ana")
            let waiting = try await site.publish(1, by: ana)
            #expect(waiting.summary.status == .pending)
            let changed = try await site.call(
                Endpoints.changeSettings, body: SettingsPatch(approvalRequired: false),
                as: site.admin)
            #expect(!changed.approvalRequired)
            #expect(try await site.publish(2, by: ana).summary.status == .approved)
            let found = try await site.search("", as: try await site.member("bia"))
            #expect(found.items.count == 1)
            let act = try #require(
                try await site.call(Endpoints.audit, as: site.admin).items.first {
                    $0.act == "settings.changed"
                })
            #expect(act.before?.contains("approval required") == true)
            #expect(act.after?.contains("approval not required") == true)
            _ = try await site.call(
                Endpoints.changeSettings, body: SettingsPatch(approvalRequired: true),
                as: site.admin)
            #expect(try await site.publish(3, by: ana).summary.status == .pending)
        }
    }

    @Test("the largest torrent is a setting that holds at once")
    func torrentSize() async throws {
        try await TestSite.with { site in
            _ = try await site.call(
                Endpoints.changeSettings, body: SettingsPatch(maxTorrentBytes: 16_384),
                as: site.admin)
            let request = PublishRequest(
                title: "x", description: "", tags: [], minRoleWeight: .guest,
                torrent: String(repeating: "A", count: 24_000))
            let problem = try await site.refusal(Endpoints.publish, body: request, as: site.admin)
            #expect(problem.code == "invalid_torrent" && problem.detail.contains("16384"))
            _ = try await site.publish(1, by: site.admin)
        }
    }

    @Test("changes of different settings at once are all made, and each is in the audit log")
    func atOnce() async throws {
        try await TestSite.with { site in
            let patches = [
                SettingsPatch(requiredRatio: 2), SettingsPatch(announceInterval: 77),
                SettingsPatch(approvalRequired: false), SettingsPatch(requestBurst: 77),
            ]
            await withTaskGroup(of: Void.self) { group in
                for patch in patches {
                    group.addTask {
                        _ = try? await site.call(
                            Endpoints.changeSettings, body: patch, as: site.admin)
                    }
                }
            }
            let settings = try await site.call(Endpoints.settings, as: site.admin)
            #expect(settings.requiredRatio == 2 && settings.announceInterval == 77)
            #expect(!settings.approvalRequired && settings.requestBurst == 77)
            #expect(try await site.call(Endpoints.audit, as: site.admin).items.count == 4)
        }
    }

    @Test("the audit log has every staff act, newest first, page by page")
    func audit() async throws {
        try await TestSite.with { site in
            for name in ["ana", "bia", "caio"] { _ = try await site.member(name) }
            let first = try await site.call(
                Endpoints.audit, query: AuditQuery(page: PageQuery(limit: 2)), as: site.admin)
            #expect(first.items.map(\.subject) == ["user caio", "user bia"])
            #expect(first.items.allSatisfy { $0.act == "user.created" && $0.actor == "admin" })
            let second = try await site.call(
                Endpoints.audit,
                query: AuditQuery(page: PageQuery(limit: 2, cursor: first.nextCursor)),
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

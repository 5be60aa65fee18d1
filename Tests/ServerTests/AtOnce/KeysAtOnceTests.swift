import API
import Domain
import Service
import Testing

/// What happens to the owner of a key for scripts, or to the key, acts on the key as on a session.
@Suite(.everyEngine) struct KeysAtOnceTests {
    enum KeyAct: CaseIterable, Sendable {
        case demotion, ban, deletion, keyDeletion

        /// The last event of an open stream, and why; `nil` where the stream goes on.
        var end: String? {
            switch self {
            case .demotion: nil
            case .ban, .deletion: SuddenAct.reason
            case .keyDeletion: "The key was deleted."
            }
        }
    }

    private struct Scene: Sendable {
        let live: LiveSite
        /// Ana is a Supervisor, with two keys.
        let ana: Member
        let key, other: (id: APIKeyID, caller: Member)
        let entry: CatalogID

        var site: TestSite { live.site }

        func perform(_ act: KeyAct) async throws {
            switch act {
            case .demotion: try await SuddenAct.demotion.perform(on: ana, site)
            case .ban: try await SuddenAct.ban.perform(on: ana, site)
            case .deletion: try await SuddenAct.deletion.perform(on: ana, site)
            case .keyDeletion:
                try await site.call(Endpoints.deleteAPIKey, key.id.rawValue, as: ana)
            }
        }
    }

    private func scene(_ test: @escaping @Sendable (Scene) async throws -> Void) async throws {
        try await LiveSite.with { live in
            let site = live.site
            let ana = try await site.member("ana", role: BuiltInRoles.supervisor)
            let entry = try await site.publish(1, title: "Oculto", weight: 400, by: site.admin)
            try await test(
                Scene(
                    live: live, ana: ana, key: try await Self.key(of: ana, site),
                    other: try await Self.key(of: ana, site), entry: entry.summary.id))
        }
    }

    private static func key(of owner: Member, _ site: TestSite) async throws
        -> (id: APIKeyID, caller: Member)
    {
        let made = try await site.call(
            Endpoints.createAPIKey,
            body: NewAPIKey(
                name: "script", permissions: [.catalogRead, .statsRead], expiresAt: nil),
            as: owner)
        var caller = owner
        caller.access = try #require(made.key)
        return (made.id, caller)
    }

    @Test("on its next request", arguments: KeyAct.allCases)
    func request(_ act: KeyAct) async throws {
        try await scene { scene in
            let (site, script) = (scene.site, scene.key.caller)
            let entry = scene.entry.rawValue
            // Supervisors read the ratios of others, and see the entry.
            try await site.call(Endpoints.stats, 1, as: script)
            try await site.call(Endpoints.catalogEntry, entry, as: script)
            try await scene.perform(act)
            let (stats, page, me) = (
                try await site.send(Endpoints.stats, [1], as: script).status,
                try await site.send(Endpoints.catalogEntry, [entry], as: script).status,
                try await site.send(Endpoints.me, [], as: script).status
            )
            switch act {
            case .demotion: #expect([stats, page, me] == [403, 404, 200])
            // Not 401: whoever reads the script's log shall know that a new key would not help.
            case .ban: #expect([stats, page, me] == [403, 403, 403])
            case .deletion, .keyDeletion: #expect([stats, page, me] == [401, 401, 401])
            }
            // The other key shares what became of the owner, and not what became of this one.
            let other = try await site.send(Endpoints.me, [], as: scene.other.caller).status
            #expect(other == (act == .keyDeletion ? 200 : me))
        }
    }

    @Test("on its open event stream", arguments: KeyAct.allCases)
    func stream(_ act: KeyAct) async throws {
        try await scene { scene in
            let (site, live) = (scene.site, scene.live)
            let stream = try await live.events(as: scene.key.caller)
            let other = try await live.events(as: scene.other.caller)
            try await scene.perform(act)
            if let reason = act.end {
                let last = try #require(try await stream.eventsToTheEnd().last)
                #expect(last.kind == .sessionEnded && last.reason == reason)
            }
            try await site.publish(2, title: "Mais um oculto", weight: 400, by: site.admin)
            try await site.publish(3, title: "Aberto", by: site.admin)
            let going = act == .demotion ? stream : other
            guard act == .demotion || act == .keyDeletion else { return }
            var seen = try await going.events(until: .catalogApproved)
            seen.removeAll { $0.kind != .catalogApproved }
            #expect(seen.map(\.title) == [act == .demotion ? "Aberto" : "Mais um oculto"])
        }
    }
}

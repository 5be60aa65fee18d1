import API
import Domain
import Hummingbird
import Service

/// Settings, the audit log and the event stream.
struct CommunityRoutes {
    let site: Site

    func mount(on router: EndpointRouter) {
        let (settings, audit, site) = (site.settings, site.audit, site)
        router.signed(Endpoints.settings) { _, _ in
            SettingsBody(try await settings.current())
        }
        router.permitted(Endpoints.changeSettings) { call, caller in
            let changed = try await settings.change(
                SettingsChange(
                    registration: call.body.registration,
                    requiredRatio: call.body.requiredRatio, graceBytes: call.body.graceBytes,
                    announceInterval: call.body.announceInterval,
                    approvalRequired: call.body.approvalRequired,
                    requestsPerSecond: call.body.requestsPerSecond,
                    requestBurst: call.body.requestBurst,
                    maxTorrentBytes: call.body.maxTorrentBytes,
                    downloadSlots: call.body.downloadSlots, seedingHours: call.body.seedingHours,
                    seedingRatioPercent: call.body.seedingRatioPercent), by: caller.actor)
            try await site.announcer.refreshRules()
            return SettingsBody(changed)
        }
        router.permitted(Endpoints.audit) { call, caller in
            let limit = call.query.page.limit
            let entries = try await audit.audit(
                try AuditSearch(
                    call.query, visibleTo: caller.actor.role.weight, limit: limit + 1))
            let shown = entries.prefix(limit)
            return Page(
                items: shown.map { AuditBody(id: $0.id, $0.entry) },
                nextCursor: entries.count > limit ? shown.last.map { String($0.id) } : nil)
        }
        let streams = StreamCounts()
        router.signedRaw(Endpoints.events) { _, caller in
            try streams.requireRoom(caller.actor.id)
            return Response(
                status: .ok,
                headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
                body: EventStream(site: site, caller: caller, counts: streams).body)
        }
    }
}

extension AuditBody {
    fileprivate init(id: Int64, _ entry: AuditEntry) {
        self.init(
            id: id, at: entry.at, actor: entry.actorName, act: entry.act, subject: entry.subject,
            reason: entry.reason, before: entry.before, after: entry.after,
            address: entry.address.map { "\($0)" })
    }
}

extension AuditSearch {
    fileprivate init(_ query: AuditQuery, visibleTo weight: RoleWeight, limit: Int) throws {
        let before = try query.page.cursor.map { text in
            guard let id = Int64(text) else {
                throw QueryProblem(
                    parameter: "cursor", expected: "the next_cursor of a page before")
            }
            return id
        }
        self.init(
            words: OneLine.cleaned(query.q).split(separator: " ").map(String.init),
            actor: query.actor?.lowercased(), act: query.act, since: query.since,
            until: query.until, before: before, visibleTo: weight, limit: limit)
    }
}

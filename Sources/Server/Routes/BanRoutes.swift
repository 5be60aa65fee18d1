import API
import Domain
import Service

/// Keeping addresses and clients out.
struct BanRoutes {
    let site: Site

    func mount(on router: EndpointRouter) {
        let (bans, announcer) = (site.bans, site.announcer)
        router.permitted(Endpoints.addressBans) { call, caller in
            let limit = call.query.limit
            let found = try await bans.addresses(
                before: try call.query.id, limit: limit + 1, for: caller.actor)
            return Page(
                items: found.prefix(limit).map(AddressBanBody.init),
                nextCursor: found.count > limit ? String(found[limit - 1].id) : nil)
        }
        router.permitted(Endpoints.banAddresses) { call, caller in
            let ban = try await bans.ban(
                addresses: call.body.range, reason: call.body.reason, until: call.body.expiresAt,
                by: caller.actor)
            try await announcer.refreshRules()
            return AddressBanBody(ban)
        }
        router.permitted(Endpoints.unbanAddresses) { call, caller in
            try await bans.liftAddressBan(
                (call.id() as Identifier<AddressBan>).rawValue, by: caller.actor)
            try await announcer.refreshRules()
            return Nothing()
        }
        router.permitted(Endpoints.clientBans) { call, caller in
            let limit = call.query.limit
            let found = try await bans.clients(
                before: try call.query.id, limit: limit + 1, for: caller.actor)
            return Page(
                items: found.prefix(limit).map(ClientBanBody.init),
                nextCursor: found.count > limit ? String(found[limit - 1].id) : nil)
        }
        router.permitted(Endpoints.banClient) { call, caller in
            let ban = try await bans.ban(
                client: call.body.prefix, kind: call.body.kind ?? .ban, reason: call.body.reason,
                by: caller.actor)
            try await announcer.refreshRules()
            return ClientBanBody(ban)
        }
        router.permitted(Endpoints.unbanClient) { call, caller in
            try await bans.liftClientBan(
                (call.id() as Identifier<ClientBan>).rawValue, by: caller.actor)
            try await announcer.refreshRules()
            return Nothing()
        }
    }
}

extension PageQuery {
    /// The cursor of lists that go down by id.
    var id: Int64? {
        get throws {
            try cursor.map { text in
                guard let id = Int64(text) else {
                    throw QueryProblem(
                        parameter: "cursor", expected: "the next_cursor of a page before")
                }
                return id
            }
        }
    }
}

extension AddressBanBody {
    fileprivate init(_ ban: AddressBan) {
        self.init(
            id: ban.id, range: "\(ban.range)", reason: ban.reason, expiresAt: ban.expiresAt,
            actor: ban.actorName, madeAt: ban.madeAt)
    }
}

extension ClientBanBody {
    fileprivate init(_ ban: ClientBan) {
        self.init(
            id: ban.id, prefix: ban.prefix.rawValue, kind: ban.kind, reason: ban.reason,
            actor: ban.actorName, madeAt: ban.madeAt)
    }
}

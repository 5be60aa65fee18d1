import API
import Domain
import Service

/// Signing in, oneself, and the members.
struct AccountRoutes {
    let site: Site
    let announceURL: @Sendable (Passkey) -> String

    func mount(on router: EndpointRouter) {
        mountSessions(on: router)
        mountSelf(on: router)
        mountMembers(on: router)
    }

    private func mountSessions(on router: EndpointRouter) {
        let (signIn, members, bodies, pace) = (site.signIn, site.members, bodies, router.pace)
        router.open(Endpoints.register) { call in
            try pace.admitNewcomer(call.address)
            return try await bodies.user(
                try await members.register(
                    username: call.body.username, password: call.body.password,
                    inviteCode: call.body.inviteCode))
        }
        router.open(Endpoints.signIn) { call in
            TokenReply(
                try await signIn.signIn(
                    username: call.body.username, password: call.body.password,
                    code: call.body.code, from: call.visit))
        }
        router.open(Endpoints.refresh) { call in
            TokenReply(try await signIn.refresh(call.body.refreshToken, from: call.visit))
        }
        router.inPerson(Endpoints.signOut) { _, person in
            try await signIn.signOut(person)
            return Nothing()
        }
    }

    private func mountSelf(on router: EndpointRouter) {
        let (members, bodies, announceURL) = (site.members, bodies, announceURL)
        let (factors, announcer) = (site.factors, site.announcer)
        let me: @Sendable (AccountRecord, Actor, Bool) async throws -> MeReply = {
            account, actor, isShown in
            MeReply(
                id: account.id, username: account.username.rawValue,
                role: RoleReference(actor.role), permissions: actor.permissions.sorted(),
                stats: try await bodies.stats(account),
                announceURL: isShown ? announceURL(account.passkey) : "",
                secondFactor: try await factors.isOn(for: account.id))
        }
        router.signed(Endpoints.me) { _, caller in
            // The passkey announces as its owner, which not every key for scripts is for.
            let isShown = caller.family != nil || caller.actor.may(.catalogRead)
            return try await me(caller.account, caller.actor, isShown)
        }
        router.inPerson(Endpoints.changePassword) { call, person in
            let ended = try await members.changePassword(
                of: person, current: call.body.current, new: call.body.new)
            try await announcer.dismiss(person.actor.id)
            return PasswordChanged(apiKeys: ended)
        }
        router.inPerson(Endpoints.resetPasskey) { _, person in
            try await members.resetPasskey(of: person)
            try await announcer.dismiss(person.actor.id)
            return try await me(try await members.member(person.actor.id), person.actor, true)
        }
    }

    private func mountMembers(on router: EndpointRouter) {
        let (members, bodies) = (site.members, bodies)
        router.permitted(Endpoints.users) { call, caller in
            let bodies = bodies.seen(by: caller.actor)
            let limit = call.query.page.limit
            let found = try await members.members(
                matching: call.query.q, after: call.query.page.cursor, limit: limit + 1)
            var items: [UserBody] = []
            for account in found.prefix(limit) { items.append(try await bodies.user(account)) }
            return Page(
                items: items, nextCursor: found.count > limit ? items.last?.username : nil,
                total: try await members.countMembers(matching: call.query.q))
        }
        router.permitted(Endpoints.memberNames) { call, _ in
            let limit = call.query.page.limit
            let found = try await members.members(
                matching: call.query.q, after: call.query.page.cursor, limit: limit + 1)
            let items = found.prefix(limit).map {
                MemberName(id: $0.id, username: $0.username.rawValue)
            }
            return Page(
                items: items, nextCursor: found.count > limit ? items.last?.username : nil)
        }
        router.permitted(Endpoints.user) { call, caller in
            try await bodies.seen(by: caller.actor).profile(try await members.member(call.id()))
        }
        router.permitted(Endpoints.createUser) { call, caller in
            try await bodies.user(
                try await members.create(
                    username: call.body.username, password: call.body.password,
                    role: call.body.roleId, by: caller.actor))
        }
        let announcer = site.announcer
        router.permitted(Endpoints.changeUser) { call, caller in
            let account = try await members.setRole(
                of: call.id(), to: call.body.roleId, by: caller.actor)
            try await announcer.review(account.id)
            return try await bodies.seen(by: caller.actor).user(account)
        }
        router.permitted(Endpoints.banUser) { call, caller in
            let account = try await members.ban(
                call.id(), reason: call.body.reason, until: call.body.expiresAt, by: caller.actor)
            try await announcer.review(account.id)
            return try await bodies.seen(by: caller.actor).user(account)
        }
        router.permitted(Endpoints.unbanUser) { call, caller in
            try await bodies.seen(by: caller.actor).user(
                try await members.unban(call.id(), by: caller.actor))
        }
    }

    private var bodies: AccountBodies { AccountBodies(site: site) }
}

/// Accounts and counters in the API's words.
struct AccountBodies: Sendable {
    let site: Site
    /// Who looks, where it is not the member: what they may not see is not counted.
    private(set) var viewer: Actor?

    init(site: Site) { self.site = site }

    func seen(by viewer: Actor) -> AccountBodies {
        var bodies = self
        bodies.viewer = viewer
        return bodies
    }

    /// With who invited them.
    func profile(_ account: AccountRecord) async throws -> UserBody {
        let inviter = try await site.invitations.inviter(of: account.id)
        return try await user(
            account,
            invitedBy: inviter.map { MemberName(id: $0.id, username: $0.username.rawValue) })
    }

    func user(_ account: AccountRecord, invitedBy: MemberName? = nil) async throws -> UserBody {
        let tree = try await site.roles.tree()
        guard let role = tree[account.roleID] else { throw ServiceError.notFound("role") }
        let ban = account.ban(at: site.clock.now())
        return UserBody(
            id: account.id, username: account.username.rawValue, role: RoleReference(role),
            stats: try await stats(account), createdAt: account.createdAt,
            ban: ban.map { BanBody(reason: $0.reason, expiresAt: $0.expiresAt) },
            invitedBy: invitedBy)
    }

    func stats(_ account: AccountRecord) async throws -> StatsBody {
        StatsBody(try await site.accounting.standing(of: account, for: viewer))
    }
}

extension StatsBody {
    init(_ standing: Standing) {
        self.init(
            bytesUp: standing.totals.up, bytesDown: standing.totals.down,
            requiredRatio: standing.limits.requiredRatio, graceBytes: standing.limits.graceBytes,
            seeding: standing.activity.seeders, leeching: standing.activity.leechers,
            downloadSlots: standing.limits.downloadSlots)
    }
}

extension RoleReference {
    init(_ role: Role) {
        self.init(id: role.id, name: role.name.rawValue, weight: role.weight)
    }
}

extension TokenReply {
    init(_ pair: TokenPair) {
        self.init(
            accessToken: pair.access, refreshToken: pair.refresh, expiresIn: Int(pair.lifetime))
    }
}

package import Domain

/// Keeping addresses and clients out.
package struct Bans: Sendable {
    package let list: BanList
    private let store: any BanStore
    private let notices: NoticeBoard
    private let clock: Clock

    package init(store: any BanStore, list: BanList, notices: NoticeBoard, clock: Clock) {
        self.store = store
        self.list = list
        self.notices = notices
        self.clock = clock
    }

    // MARK: addresses

    package func addresses(before id: Int64?, limit: Int, for actor: Actor) async throws
        -> [AddressBan]
    {
        try refuse(Conduct.objection(to: actor, using: .usersBan))
        return try await store.addressBans(before: id, limit: limit)
    }

    package func ban(addresses text: String, reason: String, until: Timestamp?, by actor: Actor)
        async throws -> AddressBan
    {
        try refuse(Conduct.objection(to: actor, using: .usersBan))
        let reason = try Reason.checked(reason)
        guard text.utf8.count <= 60, let range = AddressRange(text) else {
            throw ServiceError.invalid(
                field: "range",
                "A range is an address, or a block like 10.0.0.0/8 or 2001:db8::/32.")
        }
        let now = clock.now()
        if let until, until <= now || until > .endOfDates {
            throw ServiceError.invalid(
                field: "expires_at", "A ban ends in the future, before the year 10000.")
        }
        try refuse(Conduct.objection(to: actor, banning: range))
        if !actor.role.isSuperAdmin {
            // Nobody acts on those above them, and a ban of where they are is one of them.
            let seen = try await store.addresses(ofWhomWeighs: actor.role.weight)
            if seen.contains(where: range.contains) { try refuse(.notBelowYou) }
        }
        let ban = AddressBan(
            id: 0, range: range, reason: reason, expiresAt: until,
            actorName: actor.username.rawValue, madeAt: now)
        let audit = AuditEntry(
            actor, "address.banned", "addresses \(range)", reason: reason, before: "not banned",
            after: Self.words(until: until), at: now)
        let id = try await banning { try await store.ban(ban, audit: audit) }
        try await list.refresh()
        notices.post(Notice(.sessionEnded, to: .addresses(range), reason: reason))
        return AddressBan(
            id: id, range: range, reason: reason, expiresAt: until, actorName: ban.actorName,
            madeAt: now)
    }

    package func liftAddressBan(_ id: Int64, by actor: Actor) async throws {
        try refuse(Conduct.objection(to: actor, using: .usersBan))
        let now = clock.now()
        try await lifting {
            try await store.liftAddressBan(id) { ban in
                AuditEntry(
                    actor, "address.unbanned", "addresses \(ban.range)",
                    before: "\(Self.words(until: ban.expiresAt)): \(ban.reason)",
                    after: "not banned", at: now)
            }
        }
    }

    // MARK: clients

    package func clients(before id: Int64?, limit: Int, for actor: Actor) async throws
        -> [ClientBan]
    {
        try refuse(Conduct.objection(to: actor, using: .usersBan))
        return try await store.clientBans(before: id, limit: limit)
    }

    /// While any client is allowed by name, no other is: a list of bans and a list of those that
    /// are let in, of which a ban is the stronger word.
    package func ban(
        client text: String, kind: ClientRule = .ban, reason: String, by actor: Actor
    ) async throws -> ClientBan {
        try refuse(Conduct.objection(to: actor, using: .usersBan))
        let reason = try Reason.checked(reason)
        guard let prefix = ClientPrefix(rawValue: text) else {
            throw ServiceError.invalid(
                field: "prefix",
                "A prefix is 3 to 20 printable ASCII characters of a peer id, as -XL0012-.")
        }
        let now = clock.now()
        let ban = ClientBan(
            id: 0, prefix: prefix, kind: kind, reason: reason, actorName: actor.username.rawValue,
            madeAt: now)
        let audit = AuditEntry(
            actor, kind == .ban ? "client.banned" : "client.allowed",
            "clients \(prefix.rawValue)", reason: reason, before: kind.without, after: kind.words,
            at: now)
        let id = try await banning { try await store.ban(ban, audit: audit) }
        try await list.refresh()
        return ClientBan(
            id: id, prefix: prefix, kind: kind, reason: reason, actorName: ban.actorName,
            madeAt: now)
    }

    package func liftClientBan(_ id: Int64, by actor: Actor) async throws {
        try refuse(Conduct.objection(to: actor, using: .usersBan))
        let now = clock.now()
        try await lifting {
            try await store.liftClientBan(id) { ban in
                AuditEntry(
                    actor, ban.kind == .ban ? "client.unbanned" : "client.unlisted",
                    "clients \(ban.prefix.rawValue)",
                    before: "\(ban.kind.words): \(ban.reason)", after: ban.kind.without, at: now)
            }
        }
    }

    private func banning(_ work: () async throws -> Int64) async throws -> Int64 {
        do {
            return try await work()
        } catch StoreFailure.duplicate {
            throw ServiceError.conflict(code: "already_banned", "There is such a ban already.")
        }
    }

    private func lifting(_ work: () async throws -> Void) async throws {
        do {
            try await work()
        } catch StoreFailure.gone {
            throw ServiceError.notFound("ban")
        }
        try await list.refresh()
    }

    private func refuse(_ objection: Objection?) throws {
        if let objection { throw ServiceError.objected(objection) }
    }

    private static func words(until: Timestamp?) -> String {
        until.map { "banned until \($0.inWords)" } ?? "banned for good"
    }
}

extension ClientRule {
    fileprivate var words: String {
        switch self {
        case .ban: "banned"
        case .allow: "on the list of those allowed"
        }
    }

    fileprivate var without: String { "not \(words)" }
}

import API
import Domain
import Service

/// Inviting newcomers.
struct InvitationRoutes {
    let site: Site

    func mount(on router: EndpointRouter) {
        let (invitations, clock) = (site.invitations, site.clock)
        router.signed(Endpoints.invitations) { call, caller in
            let before = try call.query.cursor.map { text in
                guard let id = Int64(text) else {
                    throw QueryProblem(
                        parameter: "cursor", expected: "the next_cursor of a page before")
                }
                return InvitationID(id)
            }
            let found = try await invitations.list(
                for: caller.actor, before: before, limit: call.query.limit + 1)
            let shown = found.prefix(call.query.limit)
            return Page(
                items: shown.map { InvitationBody($0, at: clock.now()) },
                nextCursor: found.count > call.query.limit
                    ? shown.last.map { "\($0.id)" } : nil)
        }
        router.permitted(Endpoints.invite) { call, caller in
            let made = try await invitations.invite(
                days: call.body.expiresInDays, note: call.body.note, by: caller.actor)
            return InvitationBody(made.invitation, at: clock.now(), code: made.code)
        }
        router.signed(Endpoints.withdrawInvitation) { call, caller in
            try await invitations.withdraw(call.id(), by: caller.actor)
            return Nothing()
        }
    }
}

extension InvitationBody {
    fileprivate init(_ record: InvitationRecord, at now: Timestamp, code: String? = nil) {
        let state: State =
            if record.usedAt != nil {
                .used
            } else if record.withdrawnAt != nil {
                .withdrawn
            } else {
                record.isOpen(at: now) ? .open : .expired
            }
        let guest = record.usedBy.flatMap { id in
            record.usedByName.map { MemberName(id: id, username: $0) }
        }
        self.init(
            id: record.id, state: state,
            invitedBy: MemberName(id: record.inviter, username: record.inviterName),
            note: record.note, createdAt: record.createdAt, expiresAt: record.expiresAt,
            usedBy: guest, usedAt: record.usedAt, code: code)
    }
}

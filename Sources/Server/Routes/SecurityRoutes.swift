import API
import Domain
import Service

/// What keeps an account its owner's: second factor, sessions, keys for scripts.
struct SecurityRoutes {
    let site: Site

    func mount(on router: EndpointRouter) {
        mountSecondFactor(on: router)
        mountSessions(on: router)
        mountKeys(on: router)
    }

    private func mountSecondFactor(on router: EndpointRouter) {
        let factors = site.factors
        router.inPerson(Endpoints.beginSecondFactor) { call, person in
            let begun = try await factors.begin(
                by: person, password: call.body.password)
            return SecondFactorSecret(secret: begun.secret, otpauthUri: begun.uri)
        }
        router.inPerson(Endpoints.confirmSecondFactor) { call, person in
            RecoveryCodes(
                recoveryCodes: try await factors.confirm(
                    by: person, code: call.body.code))
        }
        router.inPerson(Endpoints.removeSecondFactor) { call, person in
            try await factors.remove(
                by: person, password: call.body.password, code: call.body.code)
            return Nothing()
        }
        router.permitted(Endpoints.removeMembersSecondFactor) { call, caller in
            try await factors.remove(
                of: call.id(), reason: call.body.reason, by: caller.actor)
            return Nothing()
        }
    }

    private func mountSessions(on router: EndpointRouter) {
        let sessions = site.ownSessions
        router.inPerson(Endpoints.ownSessions) { _, person in
            return Page(
                items: try await sessions.list(of: person).map { session in
                    SessionBody(
                        id: session.id, beganAt: session.beganAt, lastSeenAt: session.seenAt,
                        address: session.address, client: session.client,
                        isCurrent: session.family == person.family)
                })
        }
        router.inPerson(Endpoints.endOwnSession) { call, person in
            try await sessions.end(call.id(), of: person)
            return Nothing()
        }
        router.inPerson(Endpoints.endOtherSessions) { _, person in
            EndedSessions(ended: try await sessions.endOthers(of: person))
        }
    }

    private func mountKeys(on router: EndpointRouter) {
        let keys = site.keys
        router.inPerson(Endpoints.apiKeys) { _, person in
            Page(
                items: try await keys.list(of: person).map { APIKeyBody($0) })
        }
        router.inPerson(Endpoints.createAPIKey) { call, person in
            let made = try await keys.create(
                name: call.body.name,
                permissions: try Set(named: call.body.permissions, in: "permissions"),
                expires: call.body.expiresAt, by: person)
            return APIKeyBody(made.key, token: made.token)
        }
        router.inPerson(Endpoints.deleteAPIKey) { call, person in
            try await keys.end(call.id(), of: person)
            return Nothing()
        }
    }
}

extension APIKeyBody {
    fileprivate init(_ record: APIKeyRecord, token: String? = nil) {
        self.init(
            id: record.id, name: record.name, permissions: record.permissions.sorted(),
            createdAt: record.createdAt, expiresAt: record.expiresAt, lastUsedAt: record.usedAt,
            key: token)
    }
}

import API
import Client
import Domain

extension EffectHandler {
    /// What only asks; `nil` when the effect is something else.
    func question(_ effect: Effect) async -> Message? {
        switch effect {
        case .signIn(let server, let request): await signIn(at: server, request)
        case .hostCommunity:
            .communityHosted(
                await outcome { () async throws(CommunityFailure) in
                    try await ports.host.hostCommunity()
                })
        case .startDemo:
            .demoStarted(
                await outcome { () async throws(CommunityFailure) in
                    try await ports.host.startDemo()
                })

        case .fetchMe: await me()
        case .fetchRoles: .rolesFetched(await ask(Endpoints.roles).map(\.items))
        case .fetchSettings: .settingsFetched(await ask(Endpoints.settings))
        case .fetchFacets(let query):
            .facetsCounted(query, await ask(Endpoints.catalogFacets, query: query))
        case .fetchSuggestions(let query): await suggestions(query)
        case .fetchStats(let id):
            .statsFetched(id, await ask(Endpoints.stats, id.rawValue))
        case .fetchHistory(let id, let query):
            .historyFetched(id, query, await ask(Endpoints.history, id.rawValue, query: query))
        case .fetchShares(let id):
            .sharesFetched(id, await ask(Endpoints.shares, id.rawValue).map(\.items))
        case .searchUsers(let query):
            .usersFound(query, await ask(Endpoints.users, query: query))
        case .searchNames(let query):
            .namesFound(query, await ask(Endpoints.memberNames, query: query))
        case .fetchAudit(let query):
            .auditFetched(query, await ask(Endpoints.audit, query: query))
        case .fetchLeaderboard(let query):
            .leaderboardFetched(query, await ask(Endpoints.leaderboard, query: query))
        case .fetchMember(let id): .memberFetched(id, await ask(Endpoints.user, id.rawValue))
        case .fetchNotes(let id, let page):
            .notesFetched(id, page, await ask(Endpoints.notes, id.rawValue, query: page))
        case .fetchEvidence(let query):
            .evidenceFetched(query, await ask(Endpoints.evidence, query: query))
        case .fetchEvidenceCase(let id):
            .evidenceCaseFetched(id, await ask(Endpoints.evidenceCase, id))
        case .fetchAddressBans(let page):
            .addressBansFetched(page, await ask(Endpoints.addressBans, query: page))
        case .fetchClientBans(let page):
            .clientBansFetched(page, await ask(Endpoints.clientBans, query: page))
        case .fetchInvitations(let page):
            .invitationsFetched(page, await ask(Endpoints.invitations, query: page))
        case .reportTransfers(let reports):
            .transfersReported(await send(Endpoints.reportTransfers, body: reports))
        case .measureDisk:
            await ports.transfers.freeSpace().map { .diskMeasured(free: $0) }
        default: nil
        }
    }

    private func signIn(at server: ServerAddress, _ request: SignInRequest) async -> Message {
        let entered = await outcome { () async throws(CommunityFailure) in
            try await ports.community.signIn(at: server, request)
        }
        if case .success(let me) = entered { await ports.kept.begin(me, at: server) }
        return .signedIn(server, entered)
    }

    private func me() async -> Message {
        let found = await ask(Endpoints.me)
        if case .success(let me) = found { await ports.kept.keep(me) }
        return .meFetched(found)
    }

    /// `nil` when somebody typed on.
    private func suggestions(_ query: SuggestionsQuery) async -> Message? {
        guard (try? await pause()) != nil else { return nil }
        return .suggestionsFound(query, await ask(Endpoints.catalogSuggestions, query: query))
    }

    func ask<Reply>(
        _ endpoint: Endpoint<Nothing, Nothing, Reply>, _ ids: Int64...
    ) async -> Outcome<Reply> {
        await outcome { () async throws(CommunityFailure) in
            try await ports.community.call(
                endpoint, ids: ids, query: Nothing(), body: Nothing())
        }
    }

    func ask<Query, Reply>(
        _ endpoint: Endpoint<Query, Nothing, Reply>, _ ids: Int64..., query: Query
    ) async -> Outcome<Reply> {
        await outcome { () async throws(CommunityFailure) in
            try await ports.community.call(endpoint, ids: ids, query: query, body: Nothing())
        }
    }

    func send<Body, Reply>(
        _ endpoint: Endpoint<Nothing, Body, Reply>, _ ids: Int64..., body: Body
    ) async -> Outcome<Reply> {
        await outcome { () async throws(CommunityFailure) in
            try await ports.community.call(endpoint, ids: ids, query: Nothing(), body: body)
        }
    }
}

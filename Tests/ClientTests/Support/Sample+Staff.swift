import API
import Client
import Domain

/// What the console shows beyond members and roles: notes, bans, invitations; and who gave most.
extension Sample {
    static let notes = [
        NoteBody(
            id: 2, author: "maria",
            text: "Says the disk died in October; the counters before that look right. Agreed to "
                + "seed the podcast until the end of the year, and to tell us when the new machine "
                + "is there.", madeAt: ago(3600)),
        NoteBody(id: 1, author: "root", text: "Knows carla from the school.", madeAt: days(30)),
    ]

    static let inviter = MemberName(id: UserID(3), username: "carla")

    static func profile(of user: UserBody) -> UserBody {
        UserBody(
            id: user.id, username: user.username, role: user.role, stats: user.stats,
            createdAt: user.createdAt, ban: user.ban, invitedBy: inviter)
    }

    static let addressBans = [
        AddressBanBody(
            id: 3, range: "203.0.113.0/24", reason: "open proxies, every one of them",
            expiresAt: now.timestamp.adding(seconds: 14 * 86_400), actor: "root",
            madeAt: ago(7200)),
        AddressBanBody(
            id: 2, range: "2001:db8:bad::/48", reason: "floods the sign-in", expiresAt: nil,
            actor: "maria", madeAt: days(9)),
        AddressBanBody(
            id: 1, range: "198.51.100.7", reason: "spam", expiresAt: days(1), actor: "root",
            madeAt: days(31)),
    ]

    static let evidence = [
        EvidenceBody(
            id: 7, kind: .unreceived, score: 85, userId: UserID(2), username: "bruno",
            catalogId: CatalogID(1), title: "Mapas antigos do litoral",
            claimed: ByteCount(clamping: 41_200_000_000),
            explained: ByteCount(clamping: 13_700_000_000), since: days(1), until: ago(900),
            times: 3, verdict: nil),
        EvidenceBody(
            id: 6, kind: .contradictoryClient, score: 75, userId: UserID(4), username: "davi",
            catalogId: CatalogID(9), title: nil, claimed: ByteCount(clamping: 812_000_000),
            explained: .zero, since: days(2), until: days(2), times: 1, verdict: nil),
    ]

    static let judgedEvidence = [
        EvidenceBody(
            id: 3, kind: .nobodyToReceive, score: 92, userId: UserID(2), username: "bruno",
            catalogId: CatalogID(1), title: "Mapas antigos do litoral",
            claimed: ByteCount(clamping: 9_000_000_000), explained: .zero, since: days(40),
            until: days(39), times: 5, verdict: .dismissed)
    ]

    static func evidenceCase(_ summary: EvidenceBody) -> EvidenceDetail {
        let step = summary.claimed.bytes / 4
        return EvidenceDetail(
            summary: summary, peerId: Hex.encode("-qB4650-abcdefghijkl".utf8),
            counterpart: summary.kind == .unreceived ? "carla" : nil,
            announces: (Int64(0)...4).map { number in
                EvidenceAnnounce(
                    at: summary.until.adding(seconds: (number - 4) * 1800),
                    up: ByteCount(clamping: number * step + number * 16_391), down: .zero,
                    left: .zero, event: number == 0 ? "started" : nil)
            },
            review: summary.verdict.map {
                EvidenceReviewBody(
                    verdict: $0, reviewer: "maria", reason: "a friend's client crashed",
                    at: days(38))
            })
    }

    static let clientBans = [
        ClientBanBody(
            id: 5, prefix: "-XL0012-", reason: "never uploads a byte", actor: "root",
            madeAt: days(200))
    ]

    static let invitations = [
        InvitationBody(
            id: InvitationID(4), state: .open,
            invitedBy: MemberName(id: UserID(1), username: "root"), note: "Dona Lúcia, biblioteca",
            createdAt: ago(600), expiresAt: now.timestamp.adding(seconds: 7 * 86_400)),
        InvitationBody(
            id: InvitationID(3), state: .open, invitedBy: inviter, note: nil, createdAt: days(1),
            expiresAt: now.timestamp.adding(seconds: 2 * 86_400)),
        InvitationBody(
            id: InvitationID(2), state: .used, invitedBy: inviter, note: "bruno da turma B",
            createdAt: days(41), expiresAt: days(34),
            usedBy: MemberName(id: UserID(2), username: "bruno"), usedAt: days(40)),
        InvitationBody(
            id: InvitationID(1), state: .expired, invitedBy: inviter, note: "quem vier",
            createdAt: days(80), expiresAt: days(73)),
    ]

    static let leaders: [LeaderBody] = {
        let members = users.filter { $0.ban == nil && $0.stats.bytesUp > .zero }
            .sorted { $0.stats.bytesUp > $1.stats.bytesUp }
        return members.enumerated().map { index, user in
            LeaderBody(
                rank: index + 1, username: user.username, bytesUp: user.stats.bytesUp, id: user.id,
                bytesDown: user.stats.bytesDown)
        }
    }()

    /// As who has no `stats.read` sees them.
    static let leadersByName = leaders.map {
        LeaderBody(rank: $0.rank, username: $0.username, bytesUp: $0.bytesUp)
    }
}

extension Stage {
    /// Whatever the console waits for arrives.
    mutating func answerStaff() {
        if let file = state.admin.users.file {
            if let user = Sample.users.first(where: { $0.id == file.id }) {
                send(.memberFetched(file.id, .success(Sample.profile(of: user))))
            }
            if let query = file.notes.awaited {
                send(
                    .notesFetched(
                        file.id, query, .success(Page(items: Sample.notes))))
            }
        }
        for (tab, list, items) in [
            (EvidenceState.open, state.admin.evidence.open, Sample.evidence),
            (EvidenceState.closed, state.admin.evidence.closed, Sample.judgedEvidence),
        ] {
            guard let page = list.awaited else { continue }
            send(
                .evidenceFetched(
                    EvidenceQuery(state: tab, page: page), .success(Page(items: items))))
        }
        answerEvidenceCase()
        if let query = state.admin.bans.addresses.awaited {
            send(.addressBansFetched(query, .success(Page(items: Sample.addressBans))))
        }
        if let query = state.admin.bans.clients.awaited {
            send(.clientBansFetched(query, .success(Page(items: Sample.clientBans))))
        }
        if let query = state.admin.invitations.list.awaited {
            send(.invitationsFetched(query, .success(Page(items: Sample.invitations))))
        }
    }

    mutating func answerEvidenceCase() {
        guard let current = state.admin.evidence.current else { return }
        send(
            .evidenceCaseFetched(current.id, .success(Sample.evidenceCase(current))))
    }

    mutating func answerBoard(_ leaders: [LeaderBody] = Sample.leaders) {
        guard let page = state.ratio.board.awaited else { return }
        let query = LeaderboardQuery(by: state.ratio.boardOrder, page: page)
        send(
            .leaderboardFetched(
                query, .success(Page(items: leaders, total: leaders.count))))
    }
}

import API
import Domain

extension AppState {
    mutating func askInvitations() -> [Effect] {
        [.fetchInvitations(admin.invitations.list.ask())]
    }

    mutating func followInvitations() -> [Effect] {
        guard tab == .admin, admin.section == .invitations,
            let query = admin.invitations.list.askMore()
        else { return [] }
        return [.fetchInvitations(query)]
    }

    mutating func invitationsFetched(
        _ query: PageQuery, _ outcome: Outcome<Page<InvitationBody>>
    ) -> [Effect] {
        admin.invitations.list.take(outcome, for: query) { $0.id }.map { bear($0) } ?? []
    }

    // MARK: acts

    mutating func openInvitationForm() -> [Effect] {
        overlays.append(.form(.invitation))
        return []
    }

    mutating func invited(_ outcome: Outcome<InvitationBody>) -> [Effect] {
        switch outcome {
        case .failure(let failure): return failForm(failure) { $0 == .invite }
        case .success(let invitation):
            closeForm { $0 == .invite }
            admin.invitations.list.insert(invitation)
            if let code = invitation.code {
                admin.invitations.codes[invitation.id] = code
                overlays.append(.notice(.invitation(invitation, code: code, of: self)))
            }
            return []
        }
    }

    mutating func askToWithdrawInvitation() -> [Effect] {
        guard let invitation = admin.invitations.list.current else { return [] }
        overlays.append(
            .question(
                QuestionState(
                    title: .withdrawTitle,
                    lines: [
                        .invitation(
                            for: invitation.note, by: invitation.invitedBy.username),
                        .codeIsWorthless,
                    ],
                    yes: .withdraw, effects: [.withdrawInvitation(invitation.id)])))
        return []
    }

    mutating func invitationWithdrawn(
        _ id: InvitationID, _ outcome: Outcome<Nothing>
    ) -> [Effect] {
        switch outcome {
        case .failure(let failure):
            // Somebody may just have come in with it.
            return refuse(failure) + (session == nil ? [] : askInvitations())
        case .success:
            admin.invitations.codes[id] = nil
            note(.invitationIsWithdrawn, .good)
            return askInvitations()
        }
    }
}

extension NoticeState {
    fileprivate static func invitation(
        _ invitation: InvitationBody, code: String, of state: AppState
    ) -> NoticeState {
        let server = state.session?.server.url ?? ""
        let end = state.figures.day(invitation.expiresAt, now: state.now.timestamp)
        return NoticeState(
            title: .invitationReady, lines: [.invitationShownOnce],
            facts: [
                Fact(.inviteCode, code, isSecret: true),
                Fact(.untilWhen, end),
                Fact(.address, server),
                Fact(.registerWith, "enxame register NAME --invite CODE"),
            ])
    }
}

import API
import Domain

// Why not, in the sections of the console that came later.
extension AppState {
    func bansObjection(to action: Action) -> Phrase? {
        if let objection = objection(.usersBan) { return objection }
        return action == .liftBan && admin.bans.current == nil ? .nothingUnderCursor : nil
    }

    func evidenceObjection(to action: Action) -> Phrase? {
        if let objection = objection(.evidenceReview) { return objection }
        guard action != .switchEvidence else { return nil }
        guard let current = admin.evidence.current else { return .nothingUnderCursor }
        return current.verdict == nil ? nil : .alreadyJudged
    }

    func invitationsObjection(to action: Action) -> Phrase? {
        if action == .newInvitation {
            if let objection = objection(.usersInvite) { return objection }
            return session?.settings?.registration == .closed ? .registrationIsClosed : nil
        }
        guard let invitation = admin.invitations.list.current else { return .nothingUnderCursor }
        return withdrawalObjection(invitation)
    }

    func withdrawalObjection(_ invitation: InvitationBody) -> Phrase? {
        guard let actor = session?.actor else { return .notNow }
        guard invitation.state == .open else { return .notOpen }
        let inviter = invitation.invitedBy.id
        if inviter == actor.id { return nil }
        // The list has names and no weights; where the member is known, the rule is asked whole.
        guard let weight = admin.users[inviter]?.role.weight else {
            return objection(.usersManage)
        }
        return Conduct.objection(
            to: actor, using: .usersManage, on: inviter, weighing: weight)?.phrase
    }

    func auditObjection(to action: Action) -> Phrase? {
        if let objection = objection(.auditRead) { return objection }
        return switch action {
        case .showAuditEntry: admin.audit.current == nil ? .nothingUnderCursor : nil
        case .clearAuditFilter: admin.audit.isFiltered ? nil : .noFilter
        default: nil
        }
    }

    /// Why the ratio of the leader under the cursor cannot be opened.
    var leaderObjection: Phrase? {
        guard ratio.showsBoard else { return .onlyIn(.leaderboard) }
        guard let leader = ratio.board.current else { return .nothingUnderCursor }
        return leader.id == session?.me.id && leader.id != nil ? nil : objection(.statsRead)
    }
}

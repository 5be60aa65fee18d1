import Domain

extension FormState.Purpose {
    /// What Enter does, where *save* would say too little.
    var hint: Phrase? {
        switch self {
        case .deleteMember, .deleteEntry, .deleteRole: .deleteIt
        case .ban, .banAddresses, .banClient: Action.toggleBan.hint
        case .reviewEvidence(_, .dismissed): Action.dismissEvidence.hint
        case .reviewEvidence(_, .confirmed): Action.confirmEvidence.hint
        case .invite: Action.newInvitation.hint
        case .auditFilter: Action.filterAudit.hint
        case .removeMembersSecondFactor: .takeItOff
        case .serverAddress, .changePassword, .adjustRatio, .newMember, .reject, .sendBack,
            .setting, .note, .account, .limits:
            nil
        }
    }
}

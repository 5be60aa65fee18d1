extension Action {
    /// A small step, of which the palette has the key rather than the use.
    var isStep: Bool { place == nil }

    /// Where an action is at home; `everywhere` for those that are at home on every screen.
    ///
    /// `nil` for the small steps inside lists, forms and questions.
    var place: KeyContext? {
        switch self {
        case .openCatalog, .openTransfers, .openRatio, .openAdmin, .openActivity, .openHelp,
            .openThemes, .limitEverything, .openColumns, .changePassword, .signOut, .openAccount,
            .copyAnnounceURL, .resetPasskey,
            .toggleSecondFactor, .endOtherSessions, .newAPIKey, .enlargePane, .reducePane, .redraw,
            .suspend, .undo, .quit, .nextHit, .previousHit:
            .everywhere
        case .download, .startSearch, .clearSearch, .narrowSearch, .changeSort, .showDetail,
            .deleteEntry:
            .catalog
        case .togglePause, .removeTransfer, .removeWithData, .openFile:
            .transfers
        case .toggleMark, .invertMarks, .markRange: .marks
        case .shorterRange, .longerRange, .pickUser, .showMine, .switchBoard, .orderBoard,
            .showLeader:
            .ratio
        case .newRole, .editRole, .deleteRole: .roles
        case .changeUserRole, .adjustRatio, .toggleBan, .newMember, .searchUsers, .showMember,
            .deleteMember, .removeMembersSecondFactor, .addNote:
            .users
        case .approve, .reject, .sendBack: .approvals
        case .switchEvidence, .dismissEvidence, .confirmEvidence: .evidence
        case .switchBans, .newBan, .liftBan: .bans
        case .newInvitation, .withdrawInvitation: .invitations
        case .editSetting: .settings
        case .searchAudit, .filterAudit, .clearAuditFilter, .showAuditEntry: .audit
        case .focusNext, .focusPrevious, .openPalette, .goBack, .moveUp, .moveDown, .halfPageUp,
            .halfPageDown, .pageUp, .pageDown, .moveFirst, .moveLast, .rowToTop,
            .rowToMiddle, .rowToBottom, .copyTitle, .copyHash, .showTransfer,
            .takeProposal, .nextSuggestion, .previousSuggestion, .takeSuggestion, .closeSuggestions,
            .enterSection, .nextSection, .previousSection, .forgetServer, .activate, .nextStop,
            .previousStop,
            .nextChoice, .previousChoice, .flip, .save, .confirm, .dismiss, .showAnnounceURL,
            .endSession, .deleteAPIKey, .copyShown, .deleteNote, .toggleColumn,
            .columnUp, .columnDown, .widenColumn, .narrowColumn, .standardColumns:
            nil
        }
    }
}

extension Action {
    /// Whether a key that is held down does this only once: what destroys something, what costs
    /// something, what would go back and forth, and the answers that let such things happen.
    ///
    /// Said of every action, so that a new one has to decide.
    package var isOncePerPress: Bool {
        switch self {
        case .signOut, .resetPasskey, .toggleSecondFactor, .endSession, .endOtherSessions,
            .deleteAPIKey, .download, .deleteEntry, .togglePause, .removeTransfer, .removeWithData,
            .openFile, .deleteRole, .toggleBan, .deleteMember, .removeMembersSecondFactor,
            .deleteNote, .approve, .reject, .sendBack, .dismissEvidence, .confirmEvidence, .liftBan,
            .withdrawInvitation, .forgetServer, .activate, .save, .confirm, .changeUserRole,
            .adjustRatio, .newAPIKey, .changePassword, .invertMarks, .undo,
            .toggleColumn, .standardColumns:
            true
        case .openCatalog, .openTransfers, .openRatio, .openAdmin, .openActivity, .focusNext,
            .focusPrevious, .enlargePane, .reducePane, .openPalette, .openHelp, .openThemes,
            .openAccount, .showAnnounceURL, .copyAnnounceURL, .copyShown, .goBack, .redraw,
            .suspend, .quit, .moveUp, .moveDown, .halfPageUp, .halfPageDown, .pageUp, .pageDown,
            .moveFirst, .moveLast, .rowToTop, .rowToMiddle, .rowToBottom, .startSearch,
            .clearSearch, .narrowSearch, .changeSort, .showDetail, .takeProposal, .nextSuggestion,
            .previousSuggestion, .takeSuggestion, .closeSuggestions, .toggleMark, .showTransfer,
            .shorterRange, .longerRange, .pickUser, .showMine, .switchBoard, .orderBoard,
            .showLeader, .enterSection, .nextSection, .previousSection, .newRole, .editRole,
            .newMember, .searchUsers, .showMember, .addNote, .switchEvidence, .switchBans, .newBan,
            .newInvitation, .searchAudit, .filterAudit, .clearAuditFilter, .showAuditEntry,
            .editSetting, .nextStop, .previousStop, .nextChoice, .previousChoice, .flip, .dismiss,
            .copyTitle, .copyHash, .markRange,
            .nextHit, .previousHit, .limitEverything, .openColumns, .columnUp, .columnDown,
            .widenColumn, .narrowColumn:
            false
        }
    }

    /// Whether a count before it means anything.
    package var takesCount: Bool {
        switch self {
        case .toggleMark, .nextHit, .previousHit: true
        default: motion != nil
        }
    }

    var opensPane: Bool { pane != nil }

    /// The pane that it opens.
    var pane: Tab? {
        switch self {
        case .openCatalog: .catalog
        case .openTransfers: .transfers
        case .openRatio: .ratio
        case .openAdmin: .admin
        case .openActivity: .activity
        default: nil
        }
    }
}

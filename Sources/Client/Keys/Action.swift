/// What a person can choose to do, by key or by name in the palette.
package enum Action: String, CaseIterable, Hashable, Sendable {
    // Anywhere.
    case openCatalog, openTransfers, openRatio, openAdmin, openActivity
    case focusNext, focusPrevious, enlargePane, reducePane
    case openPalette, openHelp, openThemes, limitEverything, openColumns
    case changePassword, signOut
    case openAccount, showAnnounceURL, copyAnnounceURL, resetPasskey, toggleSecondFactor
    case endSession, endOtherSessions, newAPIKey, deleteAPIKey, copyShown
    case undo, goBack, redraw, suspend, quit

    // Lists.
    case moveUp, moveDown, halfPageUp, halfPageDown, pageUp, pageDown, moveFirst, moveLast
    case rowToTop, rowToMiddle, rowToBottom, copyTitle, copyHash

    // Catalog.
    case download, startSearch, clearSearch, narrowSearch, changeSort, showDetail, deleteEntry
    case takeProposal, nextSuggestion, previousSuggestion, takeSuggestion, closeSuggestions

    // Transfers.
    case togglePause, removeTransfer, removeWithData, openFile, toggleMark, invertMarks
    case markRange, nextHit, previousHit
    case showTransfer

    // Ratio.
    case shorterRange, longerRange, pickUser, showMine
    case switchBoard, orderBoard, showLeader

    // Admin.
    case enterSection, nextSection, previousSection
    case newRole, editRole, deleteRole
    case changeUserRole, adjustRatio, toggleBan, newMember, searchUsers
    case showMember, deleteMember, removeMembersSecondFactor, addNote, deleteNote
    case approve, reject, sendBack
    case switchEvidence, dismissEvidence, confirmEvidence
    case switchBans, newBan, liftBan
    case newInvitation, withdrawInvitation
    case searchAudit, filterAudit, clearAuditFilter, showAuditEntry
    case editSetting

    // Sign-in, forms and questions.
    case forgetServer
    case activate, nextStop, previousStop, nextChoice, previousChoice, flip, save
    case confirm, dismiss

    // Columns.
    case toggleColumn, columnUp, columnDown, widenColumn, narrowColumn, standardColumns
}

import API
import Cells
import Domain

extension AppState {
    /// `nil` when the key is none for a field.
    mutating func type(_ key: Key) -> [Effect]? {
        switch overlays.last {
        case .palette(var palette):
            guard palette.search.take(key) else { return nil }
            palette.cursor = ListCursor()
            overlays[overlays.count - 1] = .palette(palette)
            return []
        case .form(var form):
            guard form.take(key) else { return nil }
            overlays[overlays.count - 1] = .form(form)
            return []
        case .roleForm(var form):
            guard form.take(key) else { return nil }
            overlays[overlays.count - 1] = .roleForm(form)
            return []
        case .picker(var picker):
            guard var field = picker.search, field.take(key) else { return nil }
            let isChanged = field.text != picker.search?.text
            picker.search = field
            overlays[overlays.count - 1] = .picker(picker)
            return isChanged ? askMembers(named: field.text) : []
        case .staged(var staged):
            guard staged.take(key) else { return nil }
            overlays[overlays.count - 1] = .staged(staged)
            return []
        case .keyForm(var form):
            guard form.take(key) else { return nil }
            overlays[overlays.count - 1] = .keyForm(form)
            return []
        case .help, .question, .facets, .notice, .account, .once, .member, .auditEntry,
            .columns, .menu:
            return nil
        case nil: return typeBelow(key)
        }
    }

    private mutating func typeBelow(_ key: Key) -> [Effect]? {
        if session == nil { return signIn.take(key) ? [] : nil }
        if tab == .admin, admin.section == .audit { return typeInAuditSearch(key) }
        if tab == .admin {
            let before = admin.users.search.text
            guard admin.users.search.take(key) else { return nil }
            return before == admin.users.search.text ? [] : askUsers()
        }
        let before = catalog.search.text
        guard catalog.search.take(key) else { return nil }
        return before == catalog.search.text ? [] : askCatalog() + askSuggestions()
    }

    /// Does what was chosen where it was chosen: in the top overlay, or on the screen below.
    mutating func perform(_ action: Action) -> [Effect] {
        switch action {
        case .redraw: return [.redraw]
        case .suspend: return [.suspend]
        case .quit: return [.quit]
        default: break
        }
        if let overlay = overlays.last { return perform(action, in: overlay) }
        if session == nil { return performSignedOut(action) }
        if let effects = stage(action) { return effects }
        if let reason = objection(to: action) {
            note(.cannot(action.title, reason), .bad)
            return []
        }
        if let motion = motion(of: action) { return move(motion) }
        return performSignedIn(action)
    }

    private mutating func perform(_ action: Action, in overlay: Overlay) -> [Effect] {
        switch overlay {
        case .palette(let palette): performInPalette(action, palette)
        case .help(let help): performInHelp(action, help)
        case .question(let question): performInQuestion(action, question)
        case .form(let form): performInForm(action, form)
        case .roleForm(let form): performInRoleForm(action, form)
        case .picker(let picker): performInPicker(action, picker)
        case .facets(let facets): performInFacets(action, facets)
        case .notice: dismiss(action)
        case .staged(let staged): performInStaged(action, staged)
        case .account: performInAccount(action)
        case .keyForm(let form): performInKeyForm(action, form)
        case .once(let once): performInOnce(action, once)
        case .member(let card): performInMemberCard(action, card)
        case .auditEntry(let entry): performInAuditEntry(action, entry)
        case .menu(let menu): performInMenu(action, menu)
        case .columns(let columns): performInColumns(action, columns)
        }
    }

    private mutating func dismiss(_ action: Action) -> [Effect] {
        if action == .dismiss { overlays.removeLast() }
        return []
    }

    private mutating func performSignedIn(_ action: Action) -> [Effect] {
        switch action {
        case .openCatalog: return open(.catalog)
        case .openTransfers: return openTransfers()
        case .openRatio: return open(.ratio)
        case .openAdmin: return open(.admin)
        case .openActivity: return open(.activity)
        case .focusNext: return focusNext(1)
        case .focusPrevious: return focusNext(-1)
        case .enlargePane: return resizePane(1)
        case .reducePane: return resizePane(-1)
        case .openPalette:
            overlays.append(.palette(PaletteState()))
            return []
        case .openHelp: return openHelp()
        case .openThemes: return openThemes()
        case .limitEverything: return openLimits()
        case .openColumns: return openColumns()
        case .changePassword: return openPasswordForm()
        case .signOut: return signOut()
        case .openAccount, .showAnnounceURL, .copyAnnounceURL, .resetPasskey, .toggleSecondFactor,
            .endSession, .endOtherSessions, .newAPIKey, .deleteAPIKey:
            return performOnAccount(action)
        case .goBack: return goBack()
        case .undo: return undo()

        case .download: return download()
        case .startSearch: return startSearch()
        case .clearSearch: return clearSearch()
        case .activate: return finishSearch()
        case .takeProposal: return takeProposal()
        case .nextSuggestion: return stepSuggestion(1)
        case .previousSuggestion: return stepSuggestion(-1)
        case .takeSuggestion: return takeSuggestion()
        case .closeSuggestions: return closeSuggestions()
        case .narrowSearch: return openFacets()
        case .changeSort: return changeSort()
        case .showDetail:
            catalog.isDetailOpen = !isEntryFocused
            catalog.focusesDetail = catalog.isDetailOpen
            return []
        case .deleteEntry: return askToDeleteEntry()

        case .togglePause: return togglePause()
        case .removeTransfer: return askToRemove(withData: false)
        case .removeWithData: return askToRemove(withData: true)
        case .openFile: return openFile()
        case .toggleMark: return toggleMark()
        case .copyTitle: return copyTitle()
        case .copyHash: return copyHash()
        case .invertMarks: return invertMarks()
        case .markRange: return markRange()
        case .nextHit: return seekHit(1)
        case .previousHit: return seekHit(-1)
        case .showTransfer: return showTransfer()

        case .shorterRange: return changeRange(ratio.range.shorter)
        case .longerRange: return changeRange(ratio.range.longer)
        case .pickUser: return openMemberPicker()
        case .showMine: return showMine()
        case .switchBoard: return switchBoard()
        case .orderBoard: return orderBoard()
        case .showLeader: return showLeader()

        case .enterSection:
            admin.focusesMenu = false
            return []
        case .nextSection: return stepSection(1)
        case .previousSection: return stepSection(-1)
        case .newRole: return openRoleForm(nil)
        case .editRole: return openRoleForm(selectedRole?.role)
        case .deleteRole: return askToDeleteRole()
        case .changeUserRole: return openRolePicker()
        case .adjustRatio: return openAdjustment()
        case .toggleBan: return toggleBan()
        case .newMember: return openNewMember()
        case .searchUsers:
            admin.users.isSearching = true
            return []
        case .showMember: return openMemberCard()
        case .deleteMember: return openMemberDeletion()
        case .removeMembersSecondFactor: return openSecondFactorRemoval()
        case .addNote: return openNoteForm()
        case .switchEvidence: return switchEvidence()
        case .dismissEvidence: return openEvidenceReview(.dismissed)
        case .confirmEvidence: return openEvidenceReview(.confirmed)
        case .switchBans: return switchBans()
        case .newBan: return openBanForm()
        case .liftBan: return askToLiftBan()
        case .newInvitation: return openInvitationForm()
        case .withdrawInvitation: return askToWithdrawInvitation()
        case .searchAudit:
            admin.audit.isSearching = true
            return []
        case .filterAudit: return openAuditFilter()
        case .clearAuditFilter: return clearAuditFilter()
        case .showAuditEntry: return openAuditEntry()
        case .approve: return approve()
        case .reject: return openRejection()
        case .sendBack: return openSendingBack()
        case .editSetting: return openSetting()

        case .redraw, .suspend, .quit, .moveUp, .moveDown, .halfPageUp, .halfPageDown, .pageUp,
            .pageDown, .moveFirst, .moveLast, .rowToTop, .rowToMiddle, .rowToBottom, .forgetServer,
            .nextStop, .previousStop, .nextChoice,
            .previousChoice, .flip, .save, .confirm, .dismiss, .copyShown, .deleteNote,
            .toggleColumn, .columnUp, .columnDown, .widenColumn, .narrowColumn, .standardColumns:
            return []
        }
    }

    mutating func finishSearch() -> [Effect] {
        catalog.isSearching = false
        if !catalog.search.isEmpty { lastSearch = catalog.search.text }
        admin.leaveSearch()
        return forgetSuggestions()
    }
}

import Cells

extension AppState {
    /// Puts the cursor on a row and the focus on its list.
    mutating func choose(_ row: Int, of list: ListPlace) -> [Effect] {
        var effects: [Effect] = []
        switch list {
        case .main:
            effects = finishSearch()
            catalog.focusesTransfers = false
            catalog.runsToEnd = false
            admin.focusesMenu = false
        case .strip:
            effects = finishSearch()
            catalog.focusesTransfers = true
        case .sections:
            admin.focusesMenu = true
            guard adminSections.indices.contains(row), adminSections[row] != admin.section else {
                return []
            }
            return open(adminSections[row])
        case .overlay: break
        }
        changeCursor(of: list) { $0.index = row }
        if case .picker(let picker) = overlays.last { preview(picker) }
        // A menu has nothing else to be clicked for.
        if case .menu = overlays.last { effects += perform(.activate) }
        return effects
    }

    /// Puts the focus on what can have it.
    mutating func choose(stop: Int, isDouble: Bool) -> [Effect] {
        switch overlays.last {
        case .form(var form):
            guard form.fields.indices.contains(stop), !form.isBusy else { return [] }
            let isChoice = !form.fields[stop].isText
            if isChoice, form.focus == stop { form.stepChoice(1) }
            form.focus = stop
            overlays[overlays.count - 1] = .form(form)
        case .roleForm(var form):
            guard RoleFormState.stops.indices.contains(stop) else { return [] }
            form.focus = RoleFormState.stops[stop]
            overlays[overlays.count - 1] = .roleForm(form)
            return isDouble ? perform(.flip) : []
        case .keyForm(var form):
            guard form.stops.indices.contains(stop) else { return [] }
            form.focus = form.stops[stop]
            overlays[overlays.count - 1] = .keyForm(form)
            return isDouble ? perform(.flip) : []
        case .facets(var facets):
            facets.cursor.index = stop
            overlays[overlays.count - 1] = .facets(facets)
            return isDouble ? perform(.activate) : []
        case nil where session == nil:
            guard signIn.busy == nil, signIn.stops.indices.contains(stop) else { return [] }
            signIn.focus = signIn.stops[stop]
            return isDouble && !signIn.isTyping ? perform(.activate) : []
        case nil:
            guard suggestions.indices.contains(stop) else { return [] }
            catalog.suggestions.cursor = stop
            return takeSuggestion()
        default: break
        }
        return []
    }

    /// A pane, or a page of what is open.
    mutating func choose(tab number: Int) -> [Effect] {
        if overlays.last == .account {
            guard let section = AccountSection(rawValue: number) else { return [] }
            return open(section)
        }
        guard overlays.isEmpty, let tab = Tab(rawValue: number), tabs.contains(tab) else {
            return []
        }
        return open(tab)
    }

    /// Changes the cursor of a list, wherever that is kept.
    mutating func changeCursor(of list: ListPlace, _ change: (inout ListCursor) -> Void) {
        switch list {
        case .main: changeMainCursor(change)
        case .strip: change(&transfers.cursor)
        case .sections: break
        case .overlay: changeOverlayCursor(change)
        }
    }

    private mutating func changeMainCursor(_ change: (inout ListCursor) -> Void) {
        switch tab {
        case .catalog: change(&catalog.cursor)
        case .transfers: change(&transfers.cursor)
        case .ratio where ratio.showsBoard: change(&ratio.board.cursor)
        case .ratio: change(&ratio.cursor)
        case .activity: change(&activity.cursor)
        case .admin:
            switch admin.section {
            case .users: change(&admin.users.cursor)
            case .roles: change(&admin.roles.cursor)
            case .approvals: change(&admin.approvals.cursor)
            case .evidence: admin.evidence.change(admin.evidence.shown) { change(&$0.cursor) }
            case .bans where admin.bans.kind == .addresses: change(&admin.bans.addresses.cursor)
            case .bans: change(&admin.bans.clients.cursor)
            case .invitations: change(&admin.invitations.list.cursor)
            case .settings: change(&admin.settings.cursor)
            case .audit: change(&admin.audit.cursor)
            }
        }
    }

    private mutating func changeOverlayCursor(_ change: (inout ListCursor) -> Void) {
        switch overlays.last {
        case .palette(var palette):
            change(&palette.cursor)
            overlays[overlays.count - 1] = .palette(palette)
        case .picker(var picker):
            change(&picker.cursor)
            overlays[overlays.count - 1] = .picker(picker)
        case .menu(var menu):
            change(&menu.cursor)
            overlays[overlays.count - 1] = .menu(menu)
        case .columns(var columns):
            change(&columns.cursor)
            overlays[overlays.count - 1] = .columns(columns)
        case .account:
            switch account.section {
            case .oneself: change(&account.cursor)
            case .sessions: change(&account.sessions.cursor)
            case .keys: change(&account.keys.cursor)
            }
        default: break
        }
    }
}

import Cells

extension AppState {
    /// Where a key goes, most special first.
    package var contexts: [KeyContext] {
        guard let overlay = overlays.last else { return baseContexts }
        return switch overlay {
        case .palette: [.palette, .always]
        case .help: [.help, .lists, .always]
        case .question: [.question, .always]
        case .form: [.form, .always]
        case .roleForm: [.roleForm, .always]
        case .picker: [.picker, .lists, .always]
        case .facets: [.facets, .lists, .always]
        case .notice: [.notice, .always]
        case .account: [account.section.context, .account, .lists, .always]
        // It is one more form of permissions.
        case .keyForm: [.roleForm, .always]
        // A reason is typed as in any form.
        case .staged(let staged):
            staged.reason == nil ? [.staged, .lists, .always] : [.form, .always]
        case .once: [.once, .lists, .always]
        case .member: [.member, .lists, .always]
        case .auditEntry: [.auditEntry, .lists, .always]
        case .menu: [.menu, .lists, .always]
        case .columns: [.columns, .lists, .always]
        }
    }

    /// As `contexts`, under any overlay.
    package var baseContexts: [KeyContext] {
        guard session != nil else { return [signIn.busy == nil ? .signIn : .waiting, .always] }
        // Their keys mean nothing else anywhere, and their hints are worth less than those of others.
        let marks: [KeyContext] = markedList == nil ? [] : [.marks]
        let common: [KeyContext] = [.lists, .everywhere] + marks + [.always]
        switch tab {
        case .catalog:
            if isStripFocused { return [.transfers] + common }
            let proposal: [KeyContext] = catalog.proposal == nil ? [] : [.proposal]
            if catalog.isSearching { return suggesting + proposal + [.searching, .always] }
            return (isEntryFocused ? [.entry] : []) + proposal + [.catalog] + common
        case .transfers: return [.transfers] + common
        case .ratio: return [.ratio] + common
        case .activity: return [.activity] + common
        case .admin:
            if admin.focusesMenu { return [.adminMenu, .admin] + common }
            if isSearchingSection { return [.searching, .always] }
            return [admin.section.context, .admin] + common
        }
    }

    /// Plain keys go on into the field; these only come before those that search.
    private var suggesting: [KeyContext] {
        if suggestions.isEmpty { return [] }
        return catalog.suggestions.cursor == nil ? [.suggesting] : [.suggestion, .suggesting]
    }

    package var isStripFocused: Bool {
        tab == .catalog && catalog.focusesTransfers && CatalogLayout(self).strip != .none
    }

    /// Whether the detail of an entry has the keys: beside the list, or in its place.
    package var isEntryFocused: Bool {
        guard tab == .catalog, !isStripFocused, !catalog.isSearching else { return false }
        let layout = CatalogLayout(self)
        return layout.isDetailAlone || layout.isDetailFixed && catalog.focusesDetail
    }

    /// Whether letters go into a field.
    package var isTyping: Bool {
        switch overlays.last {
        case .palette: true
        case .form(let form): form.isTyping
        case .roleForm(let form): form.focus == .name || form.focus == .weight
        case .picker(let picker): picker.search != nil
        case .keyForm(let form): form.focus == .name
        case .staged(let staged): staged.reason != nil
        case .help, .question, .facets, .notice, .account, .once, .member, .auditEntry,
            .columns, .menu:
            false
        case nil:
            session == nil
                ? signIn.isTyping
                : tab == .catalog && catalog.isSearching || isSearchingSection
        }
    }

    /// Whether a section of the console is being searched.
    private var isSearchingSection: Bool {
        guard tab == .admin, !admin.focusesMenu else { return false }
        return admin.section == .users && admin.users.isSearching
            || admin.section == .audit && admin.audit.isSearching
    }

    mutating func focusNext(_ step: Int) -> [Effect] {
        switch tab {
        case .catalog where CatalogLayout(self).strip != .none:
            catalog.focusesTransfers.toggle()
            catalog.focusesDetail = false
            return []
        case .admin:
            admin.focusesMenu.toggle()
            return []
        case .catalog, .transfers, .ratio, .activity:
            guard let index = tabs.firstIndex(of: tab) else { return [] }
            return open(tabs[(index + step + tabs.count) % tabs.count])
        }
    }

    /// In a narrow terminal a pane may look the same in every size, which is said then.
    mutating func resizePane(_ step: Int) -> [Effect] {
        let before = view(self)
        paneSize = paneSize.stepped(step)
        if view(self) == before { remark(.paneLooksTheSame) }
        return []
    }

    /// Where the transfers stand beside the catalog they get the focus first, and once they have it,
    /// the whole screen.
    mutating func openTransfers() -> [Effect] {
        guard tab == .catalog, !isStripFocused, case .column = CatalogLayout(self).strip else {
            return open(.transfers)
        }
        catalog.focusesTransfers = true
        return []
    }

    mutating func open(_ tab: Tab) -> [Effect] {
        self.tab = tab
        catalog.isSearching = false
        catalog.focusesTransfers = false
        catalog.focusesDetail = false
        admin.leaveSearch()
        let effects = forgetSuggestions()
        switch tab {
        case .catalog, .transfers, .activity: return effects
        case .ratio: return effects + askRatio()
        case .admin: return effects + openAdmin()
        }
    }

    mutating func goBack() -> [Effect] {
        if isEntryFocused {
            catalog.isDetailOpen = false
            catalog.focusesDetail = false
            return []
        }
        if clearMarks() { return [] }
        switch tab {
        case .catalog:
            if catalog.focusesTransfers {
                catalog.focusesTransfers = false
            } else if !catalog.search.isEmpty {
                return clearSearch()
            } else {
                note(.pressToQuit(keyName(of: .quit)))
            }
            return []
        case .ratio where ratio.other != nil: return showMine()
        case .admin where !admin.focusesMenu:
            admin.focusesMenu = true
            return []
        case .transfers, .ratio, .admin, .activity: return open(.catalog)
        }
    }

    /// How a key is shown that does this here; a dash when none does.
    package func keyName(of action: Action) -> String {
        keymap.binding(of: action, in: baseContexts)?.shown.first ?? "–"
    }
}

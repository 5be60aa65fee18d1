import Cells

extension AppState {
    /// What cursors ask for when they rest: next pages, details.
    mutating func followCursors() -> [Effect] {
        guard session != nil else { return [] }
        return followCatalog() + followUsers() + followMember() + followAudit() + followBans()
            + followInvitations() + followBoard() + followEvidence()
    }

    mutating func move(_ motion: Motion) -> [Effect] {
        switch tab {
        case .catalog:
            if isStripFocused { return moveTransfers(motion) }
            // What is known ends before the list does.
            if case .row(let row) = motion, row >= catalog.items.count {
                catalog.runsToEnd = catalog.items.next != nil
                catalog.runsTo = row
            } else {
                catalog.runsToEnd = motion == .last && catalog.items.next != nil
                catalog.runsTo = nil
            }
            catalog.cursor.move(
                motion, count: catalog.items.count, height: CatalogLayout(self).list.height)
        case .transfers: return moveTransfers(motion)
        case .ratio:
            if ratio.showsBoard {
                ratio.board.cursor.move(
                    motion, count: ratio.board.items.count, height: RatioLayout(self).list.height)
            } else {
                ratio.cursor.move(
                    motion, count: ratio.shares?.count ?? 0, height: RatioLayout(self).list.height)
            }
        case .activity:
            activity.cursor.move(
                motion, count: activity.entries.count, height: ActivityLayout(self).list.height)
        case .admin: return moveInAdmin(motion)
        }
        return []
    }

    private mutating func moveTransfers(_ motion: Motion) -> [Effect] {
        transfers.cursor.move(
            motion, count: transfers.all.count, height: TransfersLayout(self).list.height)
        return []
    }

    private mutating func moveInAdmin(_ motion: Motion) -> [Effect] {
        if admin.focusesMenu {
            switch motion {
            case .up, .pageUp, .halfPageUp, .first: return stepSection(-1)
            case .down, .pageDown, .halfPageDown, .last: return stepSection(1)
            case .rows(let count), .pages(let count), .halfPages(let count):
                return stepSection(count)
            case .row(let row):
                let here = adminSections.firstIndex(of: admin.section) ?? 0
                return stepSection(row - here)
            case .windowToTop, .windowToMiddle, .windowToBottom: return []
            }
        }
        let height = AdminLayout(self).list.height
        switch admin.section {
        case .users:
            admin.users.cursor.move(motion, count: admin.users.items.count, height: height)
        case .roles:
            admin.roles.cursor.move(motion, count: session?.roles.count ?? 0, height: height)
        case .approvals:
            admin.approvals.cursor.move(
                motion, count: admin.approvals.items.count, height: height)
        case .evidence:
            admin.evidence.change(admin.evidence.shown) { $0.move(motion, height: height) }
        case .bans: admin.bans.move(motion, height: height)
        case .invitations: admin.invitations.list.move(motion, height: height)
        case .settings:
            admin.settings.cursor.move(
                motion, count: SettingsState.Row.allCases.count, height: height)
        case .audit:
            admin.audit.cursor.move(motion, count: admin.audit.items.count, height: height)
        }
        return []
    }

    /// Brings every cursor onto a row of its list, and every window to its cursor.
    mutating func settleCursors() {
        catalog.cursor.settle(
            count: catalog.items.count, height: CatalogLayout(self).list.height)
        let strip = CatalogLayout(self).strip.rows
        transfers.cursor.settle(
            count: transfers.all.count,
            height: tab == .catalog && strip > 0 ? strip : TransfersLayout(self).list.height)
        ratio.cursor.settle(
            count: ratio.shares?.count ?? 0, height: RatioLayout(self).list.height)
        ratio.board.settle(height: RatioLayout(self).list.height)
        activity.cursor.settle(
            count: activity.entries.count, height: ActivityLayout(self).list.height)
        settleMarks()
        settleSuggestions()
        settleAdmin()
        settleOverlay()
    }

    private mutating func settleAdmin() {
        let height = AdminLayout(self).list.height
        admin.users.cursor.settle(count: admin.users.items.count, height: height)
        admin.roles.cursor.settle(count: session?.roles.count ?? 0, height: height)
        admin.approvals.cursor.settle(count: admin.approvals.items.count, height: height)
        admin.evidence.open.settle(height: height)
        admin.evidence.closed.settle(height: height)
        admin.bans.settle(height: height)
        admin.invitations.list.settle(height: height)
        admin.settings.cursor.settle(count: SettingsState.Row.allCases.count, height: height)
        admin.audit.cursor.settle(count: admin.audit.items.count, height: height)
    }

    private mutating func settleOverlay() {
        guard let overlay = overlays.last else { return }
        switch overlay {
        case .palette(var palette):
            palette.cursor.settle(
                count: paletteEntries(palette).count, height: PaletteLayout(self).list.height)
            overlays[overlays.count - 1] = .palette(palette)
        case .picker(var picker):
            picker.cursor.settle(
                count: picker.items.count, height: PickerLayout(self, picker).list.height)
            overlays[overlays.count - 1] = .picker(picker)
        case .help(var help):
            help.scroll = min(max(0, help.scroll), HelpLayout(self, help).lastScroll)
            overlays[overlays.count - 1] = .help(help)
        case .roleForm(var form):
            let layout = RoleFormLayout(self)
            let row =
                if case .permission(let permission) = form.focus {
                    RoleFormState.permissions.firstIndex(of: permission) ?? 0
                } else { 0 }
            form.scroll.index = row
            form.scroll.settle(
                count: RoleFormState.permissions.count, height: layout.list.height)
            overlays[overlays.count - 1] = .roleForm(form)
        case .facets(var facets):
            facets.cursor.settle(
                count: facetChoices(facets).count, height: FacetsLayout(self, facets).pageHeight)
            overlays[overlays.count - 1] = .facets(facets)
        case .account: settleAccount()
        case .staged(var staged):
            staged.scroll = min(max(0, staged.scroll), StagedLayout(self, staged).lastScroll)
            overlays[overlays.count - 1] = .staged(staged)
        case .keyForm(let form): overlays[overlays.count - 1] = .keyForm(settled(form))
        case .once(var once):
            once.scroll = min(max(0, once.scroll), OnceLayout(self, once).lastScroll)
            overlays[overlays.count - 1] = .once(once)
        case .member(var card):
            card.cursor.settle(
                count: admin.users.file?.notes.items.count ?? 0,
                height: MemberCardLayout(self).list.height)
            overlays[overlays.count - 1] = .member(card)
        case .auditEntry(var entry):
            entry.scroll = min(max(0, entry.scroll), AuditEntryLayout(self, entry).lastScroll)
            overlays[overlays.count - 1] = .auditEntry(entry)
        case .menu(var menu):
            menu.cursor.settle(
                count: menu.items.count, height: MenuLayout(self, menu).list.height)
            overlays[overlays.count - 1] = .menu(menu)
        case .columns(var columns):
            columns.cursor.settle(
                count: columns.table.columns.count,
                height: ColumnsLayout(self, columns).list.height)
            overlays[overlays.count - 1] = .columns(columns)
        case .question, .form, .notice: break
        }
    }
}

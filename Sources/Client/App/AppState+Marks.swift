import API
import Domain

extension AppState {
    /// The list under the cursor, where its rows can be marked.
    package var markedList: MarkedList? {
        switch tab {
        case .catalog: isStripFocused ? .transfers : .catalog
        case .transfers: .transfers
        case .ratio, .activity: nil
        case .admin:
            if admin.focusesMenu {
                nil
            } else {
                switch admin.section {
                case .users: .users
                case .approvals: .approvals
                case .bans: admin.bans.kind == .addresses ? .addressBans : .clientBans
                case .invitations: .invitations
                case .roles, .evidence, .settings, .audit: nil
                }
            }
        }
    }

    /// How many rows are marked in a list, and how many the range that is being drawn has.
    package func marked(in list: MarkedList) -> (count: Int, range: Int?) {
        func counted<ID>(_ marks: Marks<ID>) -> (Int, Int?) {
            (marks.ids.count, marks.range?.count)
        }
        return switch list {
        case .catalog: counted(catalog.marks)
        case .transfers: counted(transfers.marks)
        case .users: counted(admin.users.marks)
        case .approvals: counted(admin.approvals.marks)
        case .addressBans: counted(admin.bans.addressMarks)
        case .clientBans: counted(admin.bans.clientMarks)
        case .invitations: counted(admin.invitations.marks)
        }
    }

    /// `3 marked`, for the border of a list; empty where nothing is.
    func markedWords(in list: MarkedList) -> String {
        let (count, range) = marked(in: list)
        return [range.map { say(.inRange($0)) }, count == 0 ? nil : say(.marked(count))]
            .compactMap(\.self).joined(separator: " · ")
    }

    /// What a border says of a list, with the marks before it.
    func withMarks(in list: MarkedList, _ words: String) -> String {
        [markedWords(in: list), words].filter { !$0.isEmpty }.joined(separator: " · ")
    }

    func marksObjection(to action: Action) -> Phrase? {
        guard let list = markedList else { return .onlyIn(KeyContext.marks.title) }
        let isEmpty =
            switch list {
            case .catalog: catalog.items.isEmpty
            case .transfers: transfers.all.isEmpty
            case .users: admin.users.items.isEmpty
            case .approvals: admin.approvals.items.isEmpty
            case .addressBans: admin.bans.addresses.items.isEmpty
            case .clientBans: admin.bans.clients.items.isEmpty
            case .invitations: admin.invitations.list.items.isEmpty
            }
        return isEmpty ? .nothingToMark : nil
    }

    // MARK: keys

    mutating func toggleMark() -> [Effect] {
        guard let list = markedList else { return [] }
        let times = typed.times ?? 1
        let wasRange = marked(in: list).range != nil
        changeMarks(in: list, .toggle(times))
        return wasRange ? [] : move(.rows(times))
    }

    mutating func markRange() -> [Effect] {
        if let list = markedList { changeMarks(in: list, .range) }
        return []
    }

    mutating func invertMarks() -> [Effect] {
        if let list = markedList { changeMarks(in: list, .invert) }
        return []
    }

    /// - Returns: whether there was anything to give up.
    mutating func clearMarks() -> Bool {
        guard let list = markedList else { return false }
        let (count, range) = marked(in: list)
        guard count > 0 || range != nil else { return false }
        changeMarks(in: list, .clear)
        return true
    }

    mutating func changeMarks(in list: MarkedList, _ change: MarkChange) {
        let before = marksBefore(in: list)
        apply(change, in: list)
        let after = marksBefore(in: list)
        guard before != after else { return }
        // Single marks one after another are taken back together.
        if case .toggle = change, case .marks(let first) = undos.last?.way, first.list == list,
            lastMarkWasSingle
        {
            return
        }
        if case .toggle = change { lastMarkWasSingle = true } else { lastMarkWasSingle = false }
        remember(.undoMarks, .marks(before))
    }

    private mutating func apply(_ change: MarkChange, in list: MarkedList) {
        // Lists are taken out first: marks and rows are parts of the same value.
        switch list {
        case .catalog:
            let items = catalog.items
            catalog.marks.apply(
                change, cursor: catalog.cursor.index, count: items.count
            ) { items[$0]?.id }
            rememberMarked()
        case .transfers:
            let rows = transfers.all
            transfers.marks.apply(
                change, cursor: transfers.cursor.index, count: rows.count
            ) { rows[$0].id }
        case .users:
            let items = admin.users.items
            admin.users.marks.apply(
                change, cursor: admin.users.cursor.index,
                count: items.count
            ) { items[$0].id }
        case .approvals:
            let items = admin.approvals.items
            admin.approvals.marks.apply(
                change, cursor: admin.approvals.cursor.index,
                count: items.count
            ) { items[$0].id }
        case .addressBans:
            let bans = admin.bans.addresses
            admin.bans.addressMarks.apply(
                change, cursor: bans.cursor.index, count: bans.items.count
            ) { bans.items[$0].id }
        case .clientBans:
            let bans = admin.bans.clients
            admin.bans.clientMarks.apply(
                change, cursor: bans.cursor.index, count: bans.items.count
            ) { bans.items[$0].id }
        case .invitations:
            let invitations = admin.invitations.list
            admin.invitations.marks.apply(
                change, cursor: invitations.cursor.index,
                count: invitations.items.count
            ) { invitations.items[$0].id }
        }
    }

    /// What is known of marked entries stays, also when their page is forgotten.
    private mutating func rememberMarked() {
        for item in catalog.items.loaded where catalog.marks.ids.contains(item.id) {
            catalog.markedItems[item.id] = item
        }
        if catalog.markedItems.count > catalog.marks.ids.count {
            let ids = catalog.marks.ids
            catalog.markedItems = catalog.markedItems.filter { ids.contains($0.key) }
        }
    }

    /// Lets ranges follow their cursors; costs nothing outside of a range.
    mutating func settleMarks() {
        if catalog.marks.isRanging {
            let items = catalog.items
            catalog.marks.settle(cursor: catalog.cursor.index) { items.row(of: $0) }
        }
        if transfers.marks.isRanging {
            let list = transfers.list
            transfers.marks.settle(cursor: transfers.cursor.index) { list.row(of: $0) }
        }
        if admin.users.marks.isRanging {
            let items = admin.users.items
            admin.users.marks.settle(cursor: admin.users.cursor.index) { id in
                items.firstIndex { $0.id == id }
            }
        }
        if admin.approvals.marks.isRanging {
            let items = admin.approvals.items
            admin.approvals.marks.settle(cursor: admin.approvals.cursor.index) { id in
                items.firstIndex { $0.id == id }
            }
        }
        if admin.bans.addressMarks.isRanging {
            let bans = admin.bans.addresses
            admin.bans.addressMarks.settle(cursor: bans.cursor.index) { id in
                bans.items.firstIndex { $0.id == id }
            }
        }
        if admin.bans.clientMarks.isRanging {
            let bans = admin.bans.clients
            admin.bans.clientMarks.settle(cursor: bans.cursor.index) { id in
                bans.items.firstIndex { $0.id == id }
            }
        }
        if admin.invitations.marks.isRanging {
            let invitations = admin.invitations.list
            admin.invitations.marks.settle(cursor: invitations.cursor.index) { id in
                invitations.items.firstIndex { $0.id == id }
            }
        }
    }
}

import API
import Domain

// Which rows are meant by a bulk act, and which of them it cannot act on.
extension AppState {
    /// The marked rows of a list, with what stands against acting on each; `nil` when none is.
    func staged(_ act: StagedAct, in list: MarkedList) -> StagedState? {
        guard marked(in: list).count > 0 else { return nil }
        let rows = stagedRows(act, in: list)
        let missing = marked(in: list).count - rows.count
        var leftOut = rows.compactMap { row in
            row.reason.map { StagedState.LeftOut(title: row.item.title, reason: $0) }
        }
        if missing > 0 {
            leftOut.append(
                StagedState.LeftOut(title: "×\(figures.grouped(missing))", reason: .notListedNow))
        }
        return StagedState(
            act, in: list, items: rows.filter { $0.reason == nil }.map(\.item), leftOut: leftOut)
    }

    private typealias Row = (item: StagedState.Item, reason: Phrase?)

    private func stagedRows(_ act: StagedAct, in list: MarkedList) -> [Row] {
        switch list {
        case .catalog:
            return catalog.markedItems.values.sorted { $0.title < $1.title }.map { item in
                (
                    StagedState.Item(subject: .entry(item.id), title: item.title, size: item.size),
                    entryObjection(act, item)
                )
            }
        case .transfers:
            let rows = transfers.marked.compactMap { transfers.list.row(of: $0) }.sorted()
            return rows.map { transfers.all[$0] }.map { transfer in
                (
                    StagedState.Item(
                        subject: .transfer(transfer.id), title: transfers.title(of: transfer),
                        size: transfer.done),
                    transferObjection(act, transfer)
                )
            }
        case .users:
            return admin.users.items.filter { admin.users.marks.ids.contains($0.id) }.map { user in
                (
                    StagedState.Item(subject: .member(user.id), title: user.username),
                    memberObjection(act, user)
                )
            }
        case .approvals:
            return admin.approvals.items.filter {
                admin.approvals.marks.ids.contains($0.id)
            }.map { item in
                (
                    StagedState.Item(subject: .entry(item.id), title: item.title, size: item.size),
                    uploadObjection(item)
                )
            }
        case .addressBans:
            return admin.bans.addresses.items.filter {
                admin.bans.addressMarks.ids.contains($0.id)
            }.map {
                (
                    StagedState.Item(subject: .addressBan($0.id), title: $0.range),
                    objection(.usersBan)
                )
            }
        case .clientBans:
            return admin.bans.clients.items.filter {
                admin.bans.clientMarks.ids.contains($0.id)
            }.map {
                (
                    StagedState.Item(subject: .clientBan($0.id), title: $0.prefix),
                    objection(.usersBan)
                )
            }
        case .invitations:
            return admin.invitations.list.items.filter {
                admin.invitations.marks.ids.contains($0.id)
            }.map { invitation in
                let whose = invitation.note ?? invitation.invitedBy.username
                return (
                    StagedState.Item(subject: .invitation(invitation.id), title: whose),
                    withdrawalObjection(invitation)
                )
            }
        }
    }

    private func entryObjection(_ act: StagedAct, _ item: CatalogSummary) -> Phrase? {
        if act == .deleteEntries { return objection(.catalogDelete) }
        if transfer(of: item) != nil { return .isInTransfers }
        return catalog.downloading.contains(item.id) ? .isBegun : nil
    }

    private func transferObjection(_ act: StagedAct, _ transfer: Transfer) -> Phrase? {
        let isStill = transfer.state == .paused || transfer.state == .failed
        return switch act {
        case .pause: isStill ? .standsStill : nil
        case .resume: isStill ? nil : .runsAlready
        default: nil
        }
    }

    private func memberObjection(_ act: StagedAct, _ user: UserBody) -> Phrase? {
        guard let session, let actor = session.actor else { return .notNow }
        switch act {
        case .ban, .unban:
            if (user.ban != nil) == (act == .ban) {
                return act == .ban ? .isBannedAlready : .isNotBanned
            }
            return Conduct.objection(to: actor, banning: user.id, weighing: user.role.weight)?
                .phrase
        case .giveRole(let id, _):
            if user.id == actor.id { return Objection.ownRole.phrase }
            if user.role.id == id { return .hasThisRole }
            guard let role = session.roles.first(where: { $0.id == id })?.role else {
                return .notNow
            }
            return Conduct.objection(
                to: actor, assigning: role, permissions: session.tree.effective(id), to: user.id,
                weighing: user.role.weight)?.phrase
        default: return nil
        }
    }
}

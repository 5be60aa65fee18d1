import API
import Domain

extension AppState {
    /// How many acts are remembered.
    private static let undoDepth = 20

    mutating func remember(_ title: Phrase, _ way: Undo.Way) {
        undos.append(Undo(title: title, way: way))
        if undos.count > Self.undoDepth { undos.removeFirst(undos.count - Self.undoDepth) }
    }

    /// As `remember`, of an act that was answered: in a batch it is a part of what the batch did,
    /// and what is being undone is not undone again.
    mutating func remember(_ title: Phrase, undoneBy effect: Effect) {
        if batch != nil {
            batch?.inverses.append(effect)
        } else {
            remember(title, .acts([effect]))
        }
    }

    mutating func undo() -> [Effect] {
        guard batch == nil else {
            note(.cannot(Action.undo.title, .batchRuns), .bad)
            return []
        }
        guard let last = undos.popLast() else {
            note(.nothingToUndo)
            return []
        }
        switch last.way {
        case .impossible(let instead):
            note(.cannotUndo(last.title, instead: instead), .bad)
            return []
        case .acts(let effects):
            let steps = effects.map {
                Batch.Step(subject: nil, title: last.title.said(in: language), effect: $0)
            }
            let begun = begin(.undo(last.title), in: markedList ?? .transfers, steps)
            batch?.undo = last
            return begun
        case .marks(let before): putBack(before)
        case .sort(let sort):
            catalog.sort = sort
            note(.undone(last.title))
            return askCatalog()
        case .range(let range):
            note(.undone(last.title))
            return showRange(range)
        case .theme(let setting):
            themeSetting = setting
            note(.undone(last.title))
            return [.rememberTheme(name(of: setting))]
        case .columns(let choice):
            columns[choice.table] = choice
            note(.undone(last.title))
            return [.rememberColumns(columns)]
        }
        note(.undone(last.title))
        return []
    }

    // MARK: marks

    func marksBefore(in list: MarkedList) -> MarkedBefore {
        switch list {
        case .catalog: .catalog(catalog.marks.ids, catalog.markedItems)
        case .transfers: .transfers(transfers.marks.ids)
        case .users: .users(admin.users.marks.ids)
        case .approvals: .approvals(admin.approvals.marks.ids)
        case .addressBans: .addressBans(admin.bans.addressMarks.ids)
        case .clientBans: .clientBans(admin.bans.clientMarks.ids)
        case .invitations: .invitations(admin.invitations.marks.ids)
        }
    }

    private mutating func putBack(_ before: MarkedBefore) {
        switch before {
        case .catalog(let ids, let items):
            catalog.marks = Marks(ids)
            catalog.markedItems = items
        // What has gone since is not marked.
        case .transfers(let ids):
            transfers.marks = Marks(ids.filter { transfers.list.row(of: $0) != nil })
        case .users(let ids): admin.users.marks = Marks(ids)
        case .approvals(let ids): admin.approvals.marks = Marks(ids)
        case .addressBans(let ids): admin.bans.addressMarks = Marks(ids)
        case .clientBans(let ids): admin.bans.clientMarks = Marks(ids)
        case .invitations(let ids): admin.invitations.marks = Marks(ids)
        }
    }

    // MARK: acts

    /// Pausing, resuming and removing are not answered one by one, so they are remembered as they
    /// are asked for.
    mutating func rememberActs(on transfers: [InfoHash], _ effect: Effect) {
        switch effect {
        case .pauseTransfers:
            remember(.undoPause(transfers.count), .acts([.resumeTransfers(transfers)]))
        case .resumeTransfers:
            remember(.undoResume(transfers.count), .acts([.pauseTransfers(transfers)]))
        case .removeTransfers(_, let withData):
            let back = transfers.compactMap { readding($0) }
            let isWhole = !withData && back.count == transfers.count
            remember(.undoRemoval(transfers.count), isWhole ? .acts(back) : .impossible())
        default: break
        }
    }

    /// Brings a torrent back from the catalog; what is on disk is checked and not fetched again.
    func readding(_ hash: InfoHash) -> Effect? {
        let known = catalog.hashes.first { $0.value == hash }?.key
        guard let id = known ?? catalog.items.loaded.first(where: { $0.infoHash == hash })?.id
        else { return nil }
        let title = transfers.titles[hash] ?? transfers[hash]?.name ?? ""
        return .download(id, title: title)
    }

    /// What takes back a step of a batch that is not remembered by its answer.
    func inverse(of step: Batch.Step) -> Effect? {
        switch step.effect {
        case .pauseTransfers(let hashes): .resumeTransfers(hashes)
        case .resumeTransfers(let hashes): .pauseTransfers(hashes)
        case .removeTransfers(let hashes, false): hashes.first.flatMap { readding($0) }
        default: nil
        }
    }

    /// A member is another than before: by a ban, its end, or a role.
    mutating func rememberChange(of user: UserBody, from before: UserBody) {
        if user.role.id != before.role.id {
            remember(
                .undoRole(user.username),
                undoneBy: .changeRoleOfUser(user.id, UserPatch(roleId: before.role.id)))
        } else if user.ban != nil, before.ban == nil {
            remember(.undoBan(user.username), undoneBy: .unbanUser(user.id))
        } else if let ban = before.ban, user.ban == nil {
            remember(
                .undoUnban(user.username),
                undoneBy: .banUser(
                    user.id, BanBody(reason: ban.reason, expiresAt: ban.expiresAt)))
        }
    }

    mutating func rememberSettings(_ before: SettingsBody, _ after: SettingsBody) {
        func old<Value: Equatable>(_ value: KeyPath<SettingsBody, Value>) -> Value? {
            before[keyPath: value] == after[keyPath: value] ? nil : before[keyPath: value]
        }
        let patch = SettingsPatch(
            registration: old(\.registration), requiredRatio: old(\.requiredRatio),
            graceBytes: old(\.graceBytes), announceInterval: old(\.announceInterval),
            downloadSlots: old(\.downloadSlots), seedingHours: old(\.seedingHours),
            seedingRatioPercent: old(\.seedingRatioPercent))
        guard patch != SettingsPatch() else { return }
        remember(.undoSetting, undoneBy: .changeSettings(patch))
    }
}

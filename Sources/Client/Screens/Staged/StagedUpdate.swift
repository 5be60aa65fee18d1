import API
import Cells
import Domain

extension AppState {
    /// Where rows are marked, an action is for all of them, and shows first what it will do.
    ///
    /// - Returns: `nil` when it is for the row under the cursor alone.
    mutating func stage(_ action: Action) -> [Effect]? {
        guard let list = markedList, marked(in: list).count > 0 else { return nil }
        if action == .changeUserRole, list == .users { return openRolePickerForMarked() }
        guard let act = stagedAct(of: action, in: list) else { return nil }
        if batch != nil {
            note(.cannot(action.title, .batchRuns), .bad)
            return []
        }
        guard let staged = staged(act, in: list) else { return nil }
        overlays.append(.staged(staged))
        guard case .remove = act, let me = session?.me.id else { return [] }
        // What is still owed for them is the ledger's to say.
        return [.fetchShares(me)]
    }

    private mutating func openRolePickerForMarked() -> [Effect] {
        guard let session else { return [] }
        let items = session.roles.reversed().map {
            PickerState.Item(.role($0.id), label: $0.name, detail: String($0.weight.value))
        }
        overlays.append(
            .picker(
                PickerState(
                    .roleOfMarked, title: .roleOfMarked(admin.users.marks.ids.count),
                    items: items)))
        return []
    }

    private func stagedAct(of action: Action, in list: MarkedList) -> StagedAct? {
        switch (action, list) {
        case (.download, .catalog): return .download
        case (.deleteEntry, .catalog): return .deleteEntries
        case (.togglePause, .transfers): return transfers.isChosenStill ? .resume : .pause
        case (.removeTransfer, .transfers): return .remove(withData: false)
        case (.removeWithData, .transfers): return .remove(withData: true)
        case (.approve, .approvals): return .approve
        case (.reject, .approvals): return .reject
        case (.sendBack, .approvals): return .sendBack
        case (.toggleBan, .users):
            let marks = admin.users.marks.ids
            let areBanned = admin.users.items.lazy.filter { marks.contains($0.id) }
                .allSatisfy { $0.ban != nil }
            return areBanned ? .unban : .ban
        case (.liftBan, .addressBans), (.liftBan, .clientBans): return .liftBans
        case (.withdrawInvitation, .invitations): return .withdraw
        default: return nil
        }
    }

    mutating func performInStaged(_ action: Action, _ staged: StagedState) -> [Effect] {
        var staged = staged
        switch action {
        case .dismiss:
            overlays.removeLast()
            return []
        case .confirm, .save: return confirm(staged)
        case .nextStop, .previousStop:
            guard staged.lapse != nil else { return [] }
            staged.isInLapse.toggle()
            overlays[overlays.count - 1] = .staged(staged)
            return []
        default:
            guard let motion = motion(of: action) else { return [] }
            let layout = StagedLayout(self, staged)
            var cursor = ListCursor(index: staged.scroll)
            cursor.move(motion, count: layout.lastScroll + 1, height: layout.names.height)
            staged.scroll = cursor.index
            overlays[overlays.count - 1] = .staged(staged)
            return []
        }
    }

    private mutating func confirm(_ staged: StagedState) -> [Effect] {
        guard !staged.items.isEmpty else {
            overlays.removeLast()
            return []
        }
        let reason = OneLine.cleaned(staged.reason?.text ?? "")
        if staged.act.needsReason, reason.isEmpty {
            return refuse(staged, .giveAReason, inLapse: false)
        }
        var end: Timestamp?
        if let typed = staged.lapse?.text, !typed.isEmpty {
            guard let seconds = Lapse.parse(typed) else {
                return refuse(staged, .notALapse, inLapse: true)
            }
            end = now.timestamp.adding(seconds: seconds)
        }
        overlays.removeLast()
        for item in staged.items { setAside(item.subject, for: staged.act) }
        return begin(
            staged.act, in: staged.list,
            staged.items.compactMap { item in
                Self.effect(staged.act, on: item, because: reason, until: end).map {
                    Batch.Step(subject: item.subject, title: item.title, effect: $0)
                }
            })
    }

    private mutating func refuse(
        _ staged: StagedState, _ why: Phrase, inLapse: Bool
    ) -> [Effect] {
        var staged = staged
        staged.failure = why
        staged.isInLapse = inLapse
        overlays[overlays.count - 1] = .staged(staged)
        return []
    }

    /// As for a single one: what is under way is not begun twice.
    private mutating func setAside(_ subject: StagedSubject, for act: StagedAct) {
        guard case .entry(let id) = subject else { return }
        switch act {
        case .download:
            catalog.downloading.insert(id)
            catalog.downloadFailures[id] = nil
            if let item = catalog.markedItems[id] { transfers.titles[item.infoHash] = item.title }
        case .approve, .reject, .sendBack: admin.approvals.deciding.insert(id)
        default: break
        }
    }

    private static func effect(
        _ act: StagedAct, on item: StagedState.Item, because reason: String, until end: Timestamp?
    ) -> Effect? {
        let why = ReasonBody(reason: reason)
        return switch (act, item.subject) {
        case (.download, .entry(let id)): .download(id, title: item.title)
        case (.deleteEntries, .entry(let id)): .deleteEntry(id, why)
        case (.approve, .entry(let id)): .approve(id)
        case (.reject, .entry(let id)): .reject(id, why)
        case (.sendBack, .entry(let id)): .sendBack(id, why)
        case (.pause, .transfer(let hash)): .pauseTransfers([hash])
        case (.resume, .transfer(let hash)): .resumeTransfers([hash])
        case (.remove(let withData), .transfer(let hash)):
            .removeTransfers([hash], withData: withData)
        case (.ban, .member(let id)): .banUser(id, BanBody(reason: reason, expiresAt: end))
        case (.unban, .member(let id)): .unbanUser(id)
        case (.giveRole(let role, _), .member(let id)):
            .changeRoleOfUser(id, UserPatch(roleId: role))
        case (.liftBans, .addressBan(let id)): .unbanAddresses(id)
        case (.liftBans, .clientBan(let id)): .unbanClient(id)
        case (.withdraw, .invitation(let id)): .withdrawInvitation(id)
        default: nil
        }
    }

    /// What of the ledger is still owed for torrents about to leave: how many, and until when at
    /// the latest.
    func owed(for staged: StagedState) -> (count: Int, until: Timestamp)? {
        guard case .remove = staged.act, let shares = ownShares else { return nil }
        let owing = shares.filter { $0.owedUntil != nil }
        guard !owing.isEmpty else { return nil }
        var entries: [InfoHash: CatalogID] = [:]
        for item in catalog.items.loaded { entries[item.infoHash] = item.id }
        for (id, hash) in catalog.hashes { entries[hash] = id }
        let ends = staged.items.compactMap { item -> Timestamp? in
            guard case .transfer(let hash) = item.subject else { return nil }
            let id = entries[hash]
            return owing.first { share in
                // The ledger names entries, a transfer may only know its title.
                id.map { $0 == share.catalogId } ?? (share.title == item.title)
            }?.owedUntil
        }.filter { $0 > now.timestamp }
        return ends.max().map { (ends.count, $0) }
    }
}

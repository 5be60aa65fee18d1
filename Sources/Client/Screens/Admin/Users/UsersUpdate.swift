import API
import Domain

extension AppState {
    private static let lookahead = 20

    mutating func askUsers() -> [Effect] {
        let query = admin.users.query
        admin.users.awaited = query
        return [.searchUsers(query)]
    }

    mutating func usersFound(
        _ query: UserQuery, _ outcome: Outcome<Page<UserBody>>
    ) -> [Effect] {
        guard query == admin.users.awaited else { return [] }
        admin.users.awaited = nil
        switch outcome {
        case .failure(let failure):
            admin.users.failure = failure
            return bear(failure)
        case .success(let page):
            let current = admin.users.current?.id
            admin.users.failure = nil
            admin.users.hasAnswer = true
            admin.users.total = page.total
            admin.users.nextCursor = page.nextCursor
            if query.page.cursor == nil {
                admin.users.items = page.items
            } else {
                let known = Set(admin.users.items.map(\.id))
                admin.users.items += page.items.filter { !known.contains($0.id) }
            }
            if let row = admin.users.items.firstIndex(where: { $0.id == current }) {
                admin.users.cursor.index = row
            }
            return []
        }
    }

    mutating func followUsers() -> [Effect] {
        guard tab == .admin, admin.section == .users, admin.users.awaited == nil,
            admin.users.failure == nil, let next = admin.users.nextCursor,
            admin.users.cursor.index >= admin.users.items.count - Self.lookahead
        else { return [] }
        var query = admin.users.query
        query.page.cursor = next
        admin.users.awaited = query
        return [.searchUsers(query)]
    }

    // MARK: acts

    /// Every role, with the reason why it cannot be given where the rules say no.
    mutating func openRolePicker() -> [Effect] {
        guard let session, let actor = session.actor, let user = admin.users.current else {
            return []
        }
        let tree = session.tree
        let items = session.roles.reversed().map { body in
            let objection = body.role.flatMap { role in
                Conduct.objection(
                    to: actor, assigning: role, permissions: tree.effective(role.id),
                    to: user.id, weighing: user.role.weight)
            }
            let isHeld = body.id == user.role.id
            return PickerState.Item(
                .role(body.id), label: body.name, detail: String(body.weight.value),
                reason: isHeld ? .hasThisRole : objection?.phrase)
        }
        var picker = PickerState(
            .role(of: user.id, username: user.username), title: .roleOf(user.username),
            items: items)
        picker.cursor.index = session.roles.reversed().firstIndex { $0.id == user.role.id } ?? 0
        overlays.append(.picker(picker))
        return []
    }

    mutating func openAdjustment() -> [Effect] {
        guard let user = admin.users.current else { return [] }
        overlays.append(.form(.adjustment(of: user)))
        return []
    }

    mutating func toggleBan() -> [Effect] {
        guard let user = admin.users.current else { return [] }
        guard user.ban == nil else { return [.unbanUser(user.id)] }
        overlays.append(.form(.ban(of: user)))
        return []
    }

    mutating func openNewMember() -> [Effect] {
        guard let session, let actor = session.actor else { return [] }
        // Only roles that the caller may hand on; a new member stands below everybody.
        let roles = session.roles.filter { body in
            body.role.map { role in
                Conduct.objection(
                    to: actor, assigning: role, permissions: session.tree.effective(role.id),
                    to: UserID(-1), weighing: .guest) == nil
            } ?? false
        }
        guard !roles.isEmpty else {
            note(.noRoleToGive, .bad)
            return []
        }
        overlays.append(.form(.newMember(roles)))
        return []
    }

    mutating func userCreated(_ outcome: Outcome<UserBody>) -> [Effect] {
        switch outcome {
        case .failure(let failure):
            return failForm(failure) { if case .newMember = $0 { true } else { false } }
        case .success(let user):
            closeForm { if case .newMember = $0 { true } else { false } }
            note(.memberCreated(user.username), .good)
            return askUsers() + [.fetchRoles]
        }
    }

    mutating func userChanged(_ outcome: Outcome<UserBody>) -> [Effect] {
        switch outcome {
        case .failure(let failure):
            if failOverlay(failure) { return bear(failure) }
            return refuse(failure)
        case .success(let user):
            closeOverlay(about: user.id)
            if let row = admin.users.items.firstIndex(where: { $0.id == user.id }) {
                let before = admin.users.items[row]
                admin.users.items[row] = user
                rememberChange(of: user, from: before)
                note(.userIsNow(user, before: before), .good)
            }
            return [.fetchRoles]
        }
    }

    /// Shows a failure in the form or list that asked for it; `false` when that is gone.
    private mutating func failOverlay(_ failure: CommunityFailure) -> Bool {
        switch overlays.last {
        case .picker(var picker):
            guard picker.isBusy else { return false }
            picker.isBusy = false
            picker.failure = failure.phrase
            overlays[overlays.count - 1] = .picker(picker)
            return true
        case .form(var form):
            guard form.isBusy, case .ban = form.purpose else { return false }
            form.isBusy = false
            form.failure = failure.phrase
            overlays[overlays.count - 1] = .form(form)
            return true
        default: return false
        }
    }

    private mutating func closeOverlay(about id: UserID) {
        closeForm { if case .ban(id, _) = $0 { true } else { false } }
        if case .picker(let picker) = overlays.last, case .role(id, _) = picker.purpose {
            overlays.removeLast()
        }
    }

    mutating func ratioAdjusted(_ id: UserID, _ outcome: Outcome<StatsBody>) -> [Effect] {
        switch outcome {
        case .failure(let failure):
            return failForm(failure) { if case .adjustRatio(id, _) = $0 { true } else { false } }
        case .success(let stats):
            closeForm { if case .adjustRatio(id, _) = $0 { true } else { false } }
            if let row = admin.users.items.firstIndex(where: { $0.id == id }) {
                let user = admin.users.items[row]
                admin.users.items[row] = UserBody(
                    id: user.id, username: user.username, role: user.role, stats: stats,
                    createdAt: user.createdAt, ban: user.ban)
                note(.ratioIsNow(user.username, stats, figures), .good)
            }
            if id == ratio.other?.id { ratio.stats = stats }
            return []
        }
    }
}

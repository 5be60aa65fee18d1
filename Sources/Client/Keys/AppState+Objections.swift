import API
import Domain

extension AppState {
    /// Why an action cannot be done now; `nil` when it can.
    ///
    /// The rules are the server's own, so that what is offered here is not refused there.
    package func objection(to action: Action) -> Phrase? {
        guard session != nil else { return action.place == .everywhere ? nil : .signInFirst }
        if action == .openColumns, shownTable == nil { return .noColumnsHere }
        if action == .openAdmin, !tabs.contains(.admin) { return .staffOnly }
        // Members and the audit log are searched with the same keys as the catalog.
        if action == .clearSearch, baseContexts.first == .searching { return nil }
        if let place = action.place, place != .everywhere, !isAt(place) {
            return .onlyIn(place.title)
        }
        switch action.place {
        case .catalog: return catalogObjection(to: action)
        case .transfers: return transfersObjection(to: action)
        case .ratio: return ratioObjection(to: action)
        case .users: return usersObjection(to: action)
        case .roles: return rolesObjection(to: action)
        case .approvals: return approvalsObjection(to: action)
        case .evidence: return evidenceObjection(to: action)
        case .bans: return bansObjection(to: action)
        case .invitations: return invitationsObjection(to: action)
        case .audit: return auditObjection(to: action)
        case .marks: return marksObjection(to: action)
        case .everywhere where action == .nextHit || action == .previousHit: return seekObjection
        default: return action == .openThemes && themes.count < 2 ? .oneTheme : nil
        }
    }

    private func isAt(_ place: KeyContext) -> Bool {
        switch place {
        case .catalog: tab == .catalog && !isStripFocused
        case .marks: markedList != nil
        case .transfers: tab == .transfers || isStripFocused
        case .ratio: tab == .ratio
        case .users: tab == .admin && admin.section == .users
        case .roles: tab == .admin && admin.section == .roles
        case .approvals: tab == .admin && admin.section == .approvals
        case .evidence: tab == .admin && admin.section == .evidence
        case .bans: tab == .admin && admin.section == .bans
        case .invitations: tab == .admin && admin.section == .invitations
        case .settings: tab == .admin && admin.section == .settings
        case .audit: tab == .admin && admin.section == .audit
        default: true
        }
    }

    private func catalogObjection(to action: Action) -> Phrase? {
        switch action {
        case .download: catalog.current == nil ? .nothingUnderCursor : nil
        case .showDetail:
            catalog.current == nil ? .nothingUnderCursor : nil
        case .narrowSearch: objection(.catalogRead)
        case .clearSearch: catalog.search.isEmpty && !catalog.isSearching ? .noSearch : nil
        case .deleteEntry:
            catalog.current == nil ? .nothingUnderCursor : objection(.catalogDelete)
        default: nil
        }
    }

    private func transfersObjection(to action: Action) -> Phrase? {
        guard let current = transfers.current else { return .nothingUnderCursor }
        if action == .openFile { return current.isComplete ? nil : .notAllThere }
        return nil
    }

    private func ratioObjection(to action: Action) -> Phrase? {
        switch action {
        // They are found by name, which is a permission of its own.
        case .pickUser: objection(.statsRead)
        case .showMine: ratio.other == nil ? .isMine : nil
        case .shorterRange: ratio.range.shorter == ratio.range ? .shortestRange : nil
        case .longerRange: ratio.range.longer == ratio.range ? .longestRange : nil
        case .orderBoard: ratio.showsBoard ? objection(.statsRead) : .onlyIn(.leaderboard)
        case .showLeader: leaderObjection
        default: nil
        }
    }

    private func usersObjection(to action: Action) -> Phrase? {
        if action == .searchUsers { return nil }
        if action == .newMember { return objection(.usersManage) }
        guard let actor = session?.actor, let user = admin.users.current else {
            return .nothingUnderCursor
        }
        let objection: Objection? =
            switch action {
            case .changeUserRole:
                user.id == actor.id
                    ? .ownRole
                    : Conduct.objection(
                        to: actor, using: .usersManage, on: user.id, weighing: user.role.weight)
            case .adjustRatio:
                Conduct.objection(
                    to: actor, adjustingRatioOf: user.id, weighing: user.role.weight)
            case .toggleBan:
                Conduct.objection(to: actor, banning: user.id, weighing: user.role.weight)
            case .deleteMember, .removeMembersSecondFactor, .addNote:
                Conduct.objection(
                    to: actor, deletingAccount: user.id, weighing: user.role.weight)
            default: nil
            }
        return objection?.phrase
    }

    private func rolesObjection(to action: Action) -> Phrase? {
        guard let actor = session?.actor else { return .notNow }
        if let objection = Conduct.objection(to: actor, using: .rolesManage) {
            return objection.phrase
        }
        if action == .newRole { return nil }
        guard let role = selectedRole?.role else { return .nothingUnderCursor }
        if action == .deleteRole {
            // Where its members go is asked next, so it is no reason yet.
            return Conduct.objection(
                to: actor, deleting: role, in: session?.tree ?? RoleTree([]), users: 0,
                movingTo: nil)?.phrase
        }
        if role.isSuperAdmin, actor.role.isSuperAdmin { return nil }
        return actor.stands(above: role.weight) ? nil : Objection.notBelowYou.phrase
    }

    private func approvalsObjection(to action: Action) -> Phrase? {
        admin.approvals.current.map { uploadObjection($0) } ?? .nothingUnderCursor
    }

    func uploadObjection(_ item: CatalogSummary) -> Phrase? {
        guard let session, let actor = session.actor else { return .notNow }
        if admin.approvals.deciding.contains(item.id) { return .beingDecided }
        let isOwn = item.uploader == session.me.username
        // Only whether it is one's own matters to the rule, and the list has names, not ids.
        let uploader = isOwn ? actor.id : UserID(-1)
        return Conduct.objection(to: actor, approvingUploadOf: uploader)?.phrase
    }

    func objection(_ permission: Permission) -> Phrase? {
        session?.may(permission) == true ? nil : Objection.lacks(permission).phrase
    }
}

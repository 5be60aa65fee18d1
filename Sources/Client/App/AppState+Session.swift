import API
import Domain

extension AppState {
    mutating func begin(_ session: Session) -> [Effect] {
        forgetSession()
        self.session = session
        signIn.busy = nil
        signIn.failure = nil
        signIn.notice = nil
        signIn.password = TextField()
        signIn.code = nil
        tab = .catalog

        var effects: [Effect] = []
        if signIn.demo?.server != session.server {
            effects.append(.rememberServer(session.server, username: session.me.username))
            signIn.remembered.removeAll { $0.address == session.server }
            signIn.remembered.insert(
                RememberedServer(address: session.server, username: session.me.username), at: 0)
        }
        effects += [.fetchRoles, .fetchSettings, .startEvents]
        if limits != .none { effects.append(.limitTransfers(limits)) }
        effects.append(.startTransfers)
        effects += askCatalog()
        if session.may(.uploadsApprove) { effects.append(.searchCatalog(ApprovalsState.query)) }
        if isFirstStart {
            isFirstStart = false
            overlays.append(.notice(.welcome(keymap)))
            effects.append(.rememberStart)
        }
        return effects
    }

    /// Back to the way in, saying why.
    mutating func endSession(_ notice: Phrase?) -> [Effect] {
        guard let session else { return [] }
        if let notice, account.passwordChange != .none {
            account.passwordChange = .awaitedAfterEnd(notice)
            return []
        }
        forgetSession()
        signIn.username = TextField(session.me.username)
        signIn.password = TextField()
        signIn.code = nil
        signIn.notice = notice
        signIn.failure = nil
        signIn.focus = signIn.demoAccounts.isEmpty ? .password : signIn.firstStop
        return [.cancelAll, .stopTransfers, .dropKept]
    }

    private mutating func forgetSession() {
        session = nil
        overlays = []
        typed.clear()
        connection = .connecting
        catalog = CatalogState()
        transfers = TransfersState()
        ratio = RatioState()
        admin = AdminState()
        account = AccountState()
        outbox = ReportOutbox()
        receipts = ReceiptTimes()
        batch = nil
        undos = []
        ownShares = nil
        diskAskedAt = nil
    }

    mutating func signOut() -> [Effect] {
        // The session's own requests end first; the goodbye must not be among them.
        endSession(nil) + [.signOut]
    }

    // MARK: what the community says of the caller

    mutating func meFetched(_ outcome: Outcome<MeReply>) -> [Effect] {
        switch outcome {
        case .failure(let failure): return bear(failure)
        case .success(let me):
            guard let before = session?.me else { return [] }
            session?.me = me
            session?.stats = me.stats
            if me.role.id != before.role.id {
                note(.roleIsNow(me.role.name))
            } else if Set(me.permissions) != Set(before.permissions) {
                note(.permissionsChanged)
            }
            let renewal = announceEffects(before, me)
            guard before.role != me.role || before.permissions != me.permissions else {
                return renewal
            }
            // What only the old role could see leaves the screen at once.
            if me.role.weight < before.role.weight {
                catalog.items = CatalogPages()
                catalog.heaviest = nil
            }
            catalog.details = [:]
            return renewal + stayWhereAllowed() + askCatalog()
        }
    }

    /// With a new passkey the old URL is refused: what is under way goes on with the new one.
    func announceEffects(_ before: MeReply, _ me: MeReply) -> [Effect] {
        me.announceURL == before.announceURL || me.announceURL.isEmpty
            ? [] : [.announceTo(me.announceURL)]
    }

    /// What was open may have been closed to the caller just now.
    private mutating func stayWhereAllowed() -> [Effect] {
        if !tabs.contains(tab) {
            tab = .catalog
            overlays = []
        }
        if !adminSections.contains(admin.section), let first = adminSections.first {
            admin.section = first
            overlays = []
        }
        let section = admin.section
        admin = AdminState()
        admin.section = section
        admin.hasOpened = tab == .admin
        if ratio.other != nil, session?.may(.statsRead) != true { ratio = RatioState() }
        var effects = tab == .admin ? askSection() : []
        if session?.may(.uploadsApprove) == true, tab != .admin || section != .approvals {
            effects.append(.searchCatalog(ApprovalsState.query))
        }
        return effects
    }

    mutating func rolesFetched(_ outcome: Outcome<[RoleBody]>) -> [Effect] {
        switch outcome {
        case .failure(let failure):
            admin.roles.failure = failure
            return bear(failure)
        case .success(let roles):
            let current = selectedRole?.id
            session?.roles = roles
            admin.roles.failure = nil
            if let current,
                let row = RoleOutline(roles).rows.firstIndex(where: { $0.role.id == current })
            {
                admin.roles.cursor.index = row
            }
            return []
        }
    }

    mutating func settingsFetched(_ outcome: Outcome<SettingsBody>) -> [Effect] {
        switch outcome {
        case .failure(let failure):
            admin.settings.failure = failure
            return bear(failure)
        case .success(let settings):
            session?.settings = settings
            admin.settings.failure = nil
            return []
        }
    }

    mutating func passwordChanged(_ outcome: Outcome<PasswordChanged>) -> [Effect] {
        let awaited = account.passwordChange
        account.passwordChange = .none
        switch outcome {
        case .failure(let failure):
            if case .awaitedAfterEnd(let notice) = awaited { return endSession(notice) }
            return failForm(failure) { $0 == .changePassword }
        case .success(let changed): return endSession(.passwordChanged(keys: changed.apiKeys))
        }
    }
}

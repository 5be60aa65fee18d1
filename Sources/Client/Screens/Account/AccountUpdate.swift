import API
import Cells
import Domain

extension AppState {
    mutating func openAccount() -> [Effect] {
        account.section = .oneself
        account.showsURL = false
        account.said = nil
        overlays.append(.account)
        return [.fetchMe, .account(.sessions), .account(.keys)]
    }

    mutating func performInAccount(_ action: Action) -> [Effect] {
        switch action {
        case .dismiss:
            overlays.removeLast()
            account.showsURL = false
            account.said = nil
        case .nextSection: return stepAccount(1)
        case .previousSection: return stepAccount(-1)
        case .openHelp: overlays.append(.help(HelpState(contexts: contexts)))
        case .activate: return activateAccountRow()
        default:
            guard let motion = motion(of: action) else { return performOnAccount(action) }
            account.said = nil
            moveInAccount(motion)
        }
        return []
    }

    /// What can be done from the palette too, with the account closed.
    mutating func performOnAccount(_ action: Action) -> [Effect] {
        account.said = nil
        switch action {
        case .openAccount: return openAccount()
        case .showAnnounceURL: account.showsURL.toggle()
        case .copyAnnounceURL: return copyAnnounceURL()
        case .resetPasskey: overlays.append(.question(.passkeyReset))
        case .changePassword: return openPasswordForm()
        case .toggleSecondFactor:
            let isOn = session?.me.secondFactor == true
            overlays.append(.form(isOn ? .secondFactorRemoval : .secondFactorPassword))
        case .endSession: askToEndSession()
        case .endOtherSessions: overlays.append(.question(.otherSessions))
        case .newAPIKey: overlays.append(.keyForm(KeyFormState(offering: ownPermissions)))
        case .deleteAPIKey:
            guard let key = account.keys.current else { break }
            overlays.append(.question(.deletion(of: key)))
        case .signOut: return signOut()
        default: break
        }
        return []
    }

    private var ownPermissions: [Permission] { session?.me.permissions.sorted() ?? [] }

    private mutating func stepAccount(_ step: Int) -> [Effect] {
        let all = AccountSection.allCases
        let next = (account.section.rawValue + step + all.count) % all.count
        return open(all[next])
    }

    mutating func open(_ section: AccountSection) -> [Effect] {
        account.section = section
        account.said = nil
        // Others sign in and use keys meanwhile.
        return switch account.section {
        case .oneself: []
        case .sessions: [.account(.sessions)]
        case .keys: [.account(.keys)]
        }
    }

    private mutating func activateAccountRow() -> [Effect] {
        let rows = accountRows
        guard account.section == .oneself, rows.indices.contains(account.cursor.index) else {
            return []
        }
        switch rows[account.cursor.index] {
        case .announceURL: return performOnAccount(.showAnnounceURL)
        case .passkey: return performOnAccount(.resetPasskey)
        case .password: return performOnAccount(.changePassword)
        case .secondFactor: return performOnAccount(.toggleSecondFactor)
        case .signOut: return performOnAccount(.signOut)
        case .permission, .noPermission: return []
        }
    }

    private mutating func copyAnnounceURL() -> [Effect] {
        guard let url = session?.me.announceURL, !url.isEmpty else {
            tell(.noAnnounceURL, .bad)
            return []
        }
        tell(.announceURLCopied)
        return [.copy(url)]
    }

    private mutating func askToEndSession() {
        guard let chosen = account.sessions.current else { return }
        if chosen.isCurrent {
            tell(.thatIsThisSession)
        } else {
            overlays.append(.question(.ending(chosen, figures, now: now.timestamp)))
        }
    }

    private mutating func moveInAccount(_ motion: Motion) {
        let height = AccountLayout(self).list.height
        switch account.section {
        case .oneself: account.cursor.move(motion, count: accountRows.count, height: height)
        case .sessions:
            account.sessions.cursor.move(
                motion, count: account.sessions.items.count, height: height)
        case .keys:
            account.keys.cursor.move(motion, count: account.keys.items.count, height: height)
        }
    }

    mutating func settleAccount() {
        let height = AccountLayout(self).list.height
        account.cursor.settle(count: accountRows.count, height: height)
        account.sessions.cursor.settle(count: account.sessions.items.count, height: height)
        account.keys.cursor.settle(count: account.keys.items.count, height: height)
    }

    /// Says what came of an act where it was asked for.
    mutating func tell(_ text: Phrase, _ tone: ActivityState.Tone = .plain) {
        account.said = AccountState.Said(text: text, tone: tone)
        note(text, tone)
    }
}

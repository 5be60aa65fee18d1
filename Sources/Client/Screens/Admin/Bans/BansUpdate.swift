import API
import Domain

extension AppState {
    /// Both lists, so that the tabs can say how many there are.
    mutating func askBans() -> [Effect] {
        [
            .fetchAddressBans(admin.bans.addresses.ask()),
            .fetchClientBans(admin.bans.clients.ask()),
        ]
    }

    mutating func followBans() -> [Effect] {
        guard tab == .admin, admin.section == .bans else { return [] }
        switch admin.bans.kind {
        case .addresses: return admin.bans.addresses.askMore().map { [.fetchAddressBans($0)] } ?? []
        case .clients: return admin.bans.clients.askMore().map { [.fetchClientBans($0)] } ?? []
        }
    }

    mutating func addressBansFetched(
        _ query: PageQuery, _ outcome: Outcome<Page<AddressBanBody>>
    ) -> [Effect] {
        admin.bans.addresses.take(outcome, for: query) { $0.id }.map { bear($0) } ?? []
    }

    mutating func clientBansFetched(
        _ query: PageQuery, _ outcome: Outcome<Page<ClientBanBody>>
    ) -> [Effect] {
        admin.bans.clients.take(outcome, for: query) { $0.id }.map { bear($0) } ?? []
    }

    // MARK: acts

    mutating func switchBans() -> [Effect] {
        admin.bans.kind = admin.bans.kind == .addresses ? .clients : .addresses
        return []
    }

    mutating func openBanForm() -> [Effect] {
        overlays.append(.form(admin.bans.kind == .addresses ? .addressBan : .clientBan))
        return []
    }

    /// Why these addresses may not be banned, as far as it shows from here: which address the
    /// caller asks from, only the server knows.
    func addressObjection(_ text: String) -> Phrase? {
        guard let actor = session?.actor, let range = AddressRange(text) else { return nil }
        return Conduct.objection(to: actor, banning: range)?.phrase
    }

    mutating func askToLiftBan() -> [Effect] {
        guard let ban = admin.bans.current else { return [] }
        let lift: Effect =
            switch admin.bans.kind {
            case .addresses: .unbanAddresses(ban.id)
            case .clients: .unbanClient(ban.id)
            }
        overlays.append(
            .question(
                QuestionState(
                    title: .liftBanTitle,
                    lines: [
                        Phrase(verbatim: ban.whom),
                        ban.isAllowed
                            ? .allowedBy(ban.actor, ban.reason) : .bannedBy(ban.actor, ban.reason),
                    ],
                    yes: .liftBan, effects: [lift])))
        return []
    }

    mutating func clientRuleMade(_ outcome: Outcome<ClientBanBody>) -> [Effect] {
        let effects = banMade(.clients, outcome.map(\.prefix))
        if case .success(let rule) = outcome, rule.kind == .allow {
            note(.isAllowedNow(rule.prefix), .good)
        }
        return effects
    }

    mutating func banMade(_ kind: BansState.Kind, _ outcome: Outcome<String>) -> [Effect] {
        let purpose: FormState.Purpose = kind == .addresses ? .banAddresses : .banClient
        switch outcome {
        case .failure(let failure): return failForm(failure) { $0 == purpose }
        case .success(let whom):
            closeForm { $0 == purpose }
            note(.isBannedNow(whom), .good)
            return askBans(kind)
        }
    }

    mutating func banLifted(
        _ kind: BansState.Kind, _ id: Int64, _ outcome: Outcome<Nothing>
    ) -> [Effect] {
        switch outcome {
        case .failure(let failure):
            // Somebody else may have been quicker.
            return refuse(failure) + (session == nil ? [] : askBans(kind))
        case .success:
            switch kind {
            case .addresses: admin.bans.addresses.remove { $0.id == id }
            case .clients: admin.bans.clients.remove { $0.id == id }
            }
            note(.banIsLifted, .good)
            return []
        }
    }

    private mutating func askBans(_ kind: BansState.Kind) -> [Effect] {
        switch kind {
        case .addresses: [.fetchAddressBans(admin.bans.addresses.ask())]
        case .clients: [.fetchClientBans(admin.bans.clients.ask())]
        }
    }
}

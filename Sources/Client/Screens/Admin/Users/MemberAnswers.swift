import API
import Domain

// What comes back about one member.
extension AppState {
    mutating func memberFetched(_ id: UserID, _ outcome: Outcome<UserBody>) -> [Effect] {
        switch outcome {
        // The row of the list stays; it says less, and is no worse for it.
        case .failure(let failure): return bear(failure)
        case .success(let profile):
            if admin.users.file?.id == id { admin.users.file?.profile = profile }
            if let row = admin.users.items.firstIndex(where: { $0.id == id }) {
                admin.users.items[row] = profile
            }
            return []
        }
    }

    mutating func notesFetched(
        _ id: UserID, _ query: PageQuery, _ outcome: Outcome<Page<NoteBody>>
    ) -> [Effect] {
        guard admin.users.file?.id == id else { return [] }
        let failure = admin.users.file?.notes.take(outcome, for: query) { $0.id }
        return failure.map { bear($0) } ?? []
    }

    mutating func noteAdded(_ id: UserID, _ outcome: Outcome<NoteBody>) -> [Effect] {
        switch outcome {
        case .failure(let failure):
            return failForm(failure) { if case .note(id, _) = $0 { true } else { false } }
        case .success(let note):
            closeForm { if case .note(id, _) = $0 { true } else { false } }
            if admin.users.file?.id == id, admin.users.file?.notes.hasAnswer == true {
                admin.users.file?.notes.insert(note)
            }
            if case .member(var card) = overlays.last, card.id == id {
                card.cursor = ListCursor()
                overlays[overlays.count - 1] = .member(card)
            }
            self.note(.noteIsWritten, .good)
            return []
        }
    }

    mutating func noteDeleted(
        _ id: UserID, _ note: Int64, _ outcome: Outcome<Nothing>
    ) -> [Effect] {
        switch outcome {
        case .failure(let failure):
            if case .member(var card) = overlays.last, card.id == id {
                card.failure = failure.phrase
                overlays[overlays.count - 1] = .member(card)
                return bear(failure)
            }
            return refuse(failure)
        case .success:
            if admin.users.file?.id == id {
                admin.users.file?.notes.remove { $0.id == note }
            }
            self.note(.noteIsDeleted, .good)
            return []
        }
    }

    mutating func userDeleted(_ id: UserID, _ outcome: Outcome<Nothing>) -> [Effect] {
        switch outcome {
        case .failure(let failure):
            return failForm(failure) { if case .deleteMember(id, _) = $0 { true } else { false } }
        case .success:
            let name = admin.users[id]?.username
            closeForm { if case .deleteMember(id, _) = $0 { true } else { false } }
            forgetMember(id)
            if let name { note(.memberIsDeleted(name), .good) }
            return [.fetchRoles]
        }
    }

    private mutating func forgetMember(_ id: UserID) {
        let before = admin.users.items.count
        admin.users.items.removeAll { $0.id == id }
        if admin.users.items.count < before {
            admin.users.total = admin.users.total.map { max(0, $0 - 1) }
        }
        if admin.users.file?.id == id { admin.users.file = nil }
        if case .member(let card) = overlays.last, card.id == id { overlays.removeLast() }
        if ratio.other?.id == id { ratio = RatioState() }
    }

    mutating func membersSecondFactorRemoved(
        _ id: UserID, _ outcome: Outcome<Nothing>
    ) -> [Effect] {
        func isMeant(_ purpose: FormState.Purpose) -> Bool {
            if case .removeMembersSecondFactor(id, _) = purpose { true } else { false }
        }
        let name = admin.users[id]?.username ?? ""
        switch outcome {
        case .failure(let failure):
            let effects = failForm(failure, isMeant)
            if failure.kind == .missing, case .form(var form) = overlays.last,
                isMeant(form.purpose)
            {
                form.failure = .hasNoSecondFactor(name)
                overlays[overlays.count - 1] = .form(form)
            }
            return effects
        case .success:
            closeForm(isMeant)
            note(.secondFactorIsOff(name), .good)
            return []
        }
    }

    /// A member changed somewhere: what shows them is asked for again.
    mutating func memberChanged(_ id: UserID?) -> [Effect] {
        var effects: [Effect] = []
        if admin.users.hasAnswer, session?.may(.usersRead) == true {
            effects += askUsers()
            if let id, admin.users.file?.id == id { effects.append(.fetchMember(id)) }
        }
        // A newcomer may have come by one of these.
        if tab == .admin, admin.section == .invitations { effects += askInvitations() }
        return effects
    }
}

import API
import Cells
import Domain

extension AppState {
    /// The member whose profile and notes are on the screen: of the card, or under the cursor.
    var cardMember: UserBody? {
        guard let id = cardID else { return nil }
        return admin.users.items.first { $0.id == id }
            ?? admin.users.file.flatMap { $0.id == id ? $0.profile : nil }
    }

    private var cardID: UserID? {
        for overlay in overlays { if case .member(let card) = overlay { return card.id } }
        guard tab == .admin, admin.section == .users, AdminLayout(self).detail != nil else {
            return nil
        }
        return admin.users.current?.id
    }

    /// Asks for what the list does not say of the member on the screen.
    mutating func followMember() -> [Effect] {
        guard let id = cardID else { return [] }
        guard admin.users.file?.id != id else { return followNotes() }
        return askMemberFile(id)
    }

    private mutating func askMemberFile(_ id: UserID) -> [Effect] {
        if admin.users.file?.id != id { admin.users.file = MemberFile(id) }
        return [.fetchMember(id)] + askNotes()
    }

    /// Only where the rules let the caller read them.
    private mutating func askNotes() -> [Effect] {
        guard let file = admin.users.file, let member = admin.users[file.id],
            objection(toManaging: member) == nil,
            let query = admin.users.file?.notes.ask()
        else { return [] }
        return [.fetchNotes(file.id, query)]
    }

    private mutating func followNotes() -> [Effect] {
        guard let id = admin.users.file?.id, case .member(let card) = overlays.last else {
            return []
        }
        admin.users.file?.notes.cursor = card.cursor
        return admin.users.file?.notes.askMore().map { [.fetchNotes(id, $0)] } ?? []
    }

    /// Why the caller may not manage this account: delete it, take off its second factor, or keep
    /// notes on it.
    func objection(toManaging member: UserBody) -> Phrase? {
        guard let actor = session?.actor else { return .notNow }
        return Conduct.objection(
            to: actor, deletingAccount: member.id, weighing: member.role.weight)?.phrase
    }

    // MARK: the card

    mutating func openMemberCard() -> [Effect] {
        guard let user = admin.users.current else { return [] }
        overlays.append(.member(MemberCardState(id: user.id, username: user.username)))
        // Others of the staff write notes too, and no event tells of it.
        return askMemberFile(user.id)
    }

    mutating func performInMemberCard(_ action: Action, _ card: MemberCardState) -> [Effect] {
        var card = card
        card.failure = nil
        overlays[overlays.count - 1] = .member(card)
        defer {
            if case .member = overlays.last { overlays[overlays.count - 1] = .member(card) }
        }
        switch action {
        case .dismiss:
            overlays.removeLast()
            return []
        case .addNote:
            card.failure = cardMember.flatMap { objection(toManaging: $0) }
            if card.failure == nil { return openNoteForm() }
        case .deleteNote:
            card.failure = cardMember.flatMap { objection(toManaging: $0) }
            guard card.failure == nil, let file = admin.users.file,
                file.notes.items.indices.contains(card.cursor.index)
            else { return [] }
            overlays.append(
                .question(.deletion(of: file.notes.items[card.cursor.index], about: card)))
        default:
            guard let motion = motion(of: action) else { return [] }
            card.cursor.move(
                motion, count: admin.users.file?.notes.items.count ?? 0,
                height: MemberCardLayout(self).list.height)
        }
        return []
    }

    mutating func openNoteForm() -> [Effect] {
        guard let member = cardMember ?? admin.users.current else { return [] }
        overlays.append(.form(.note(on: member)))
        return []
    }

    mutating func openMemberDeletion() -> [Effect] {
        guard let user = admin.users.current else { return [] }
        overlays.append(.form(.deletion(of: user)))
        return []
    }

    mutating func openSecondFactorRemoval() -> [Effect] {
        guard let user = admin.users.current else { return [] }
        overlays.append(.form(.secondFactorRemoval(of: user)))
        return []
    }
}

extension QuestionState {
    fileprivate static func deletion(of note: NoteBody, about card: MemberCardState)
        -> QuestionState
    {
        QuestionState(
            title: .deleteNoteTitle,
            lines: [
                .noteBy(note.author, on: card.username),
                Phrase(verbatim: note.text.truncated(to: 160)),
            ],
            yes: .deleteIt, effects: [.deleteNote(card.id, note.id)])
    }
}

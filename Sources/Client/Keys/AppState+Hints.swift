import API
import Cells
import Domain

extension AppState {
    /// What the status line offers: what can be done with the row under the cursor comes first.
    package var hints: [KeyHint] {
        var seen: Set<Action> = []
        var taken: Set<Key> = []
        return contexts.flatMap { context in
            // What a more special place does with a key, it does no more here.
            let free = keymap[context].map { binding in
                (binding, binding.keys.first { !taken.contains($0) })
            }
            taken.formUnion(keymap[context].flatMap(\.keys))
            return free
        }.compactMap { binding, key in
            guard binding.isHinted, let key, seen.insert(binding.action).inserted,
                isPossible(binding.action)
            else { return nil }
            return KeyHint(press: key, label: say(hint(of: binding.action)))
        }
    }

    private func isPossible(_ action: Action) -> Bool {
        if action == .forgetServer, case .server = signIn.focus { return overlays.isEmpty }
        if action == .forgetServer { return false }
        if action == .deleteNote, admin.users.file?.notes.items.isEmpty != false { return false }
        return overlays.isEmpty && session != nil ? objection(to: action) == nil : true
    }

    /// A question's answer is named by what it does; what is here already is not downloaded.
    private func hint(of action: Action) -> Phrase {
        if case .question(let question) = overlays.last, action == .confirm { return question.yes }
        if case .staged(let staged) = overlays.last, action == .confirm || action == .save {
            return .doIt(staged.act)
        }
        if action == .dismiss, let overlay = overlays.last {
            switch overlay {
            case .help, .facets, .notice, .member, .auditEntry, .columns, .menu: return .close
            case .question, .staged: return .keepIt
            case .account: return .close
            case .palette, .form, .roleForm, .picker, .keyForm, .once: break
            }
        }
        if case .account = overlays.last, action == .nextSection { return .nextPage }
        if case .keyForm = overlays.last, action == .flip { return .allow }
        if case .once = overlays.last, action == .confirm { return .goOn }
        if case .facets(let facets) = overlays.last {
            if action == .activate, chosenFacet(facets)?.isChosen == true { return .takeOut }
            if action == .nextSection { return .nextGroup }
        }
        if action == .save, case .form(let form) = overlays.last, let hint = form.purpose.hint {
            return hint
        }
        if action == .activate, contexts.contains(.searching) { return .toResults }
        if action == .download, let item = catalog.current, transfer(of: item) != nil {
            return .showIt
        }
        if action == .togglePause, transfers.isChosenStill { return .resume }
        if action == .toggleBan, admin.users.current?.ban != nil { return .liftBan }
        return action.hint
    }
}

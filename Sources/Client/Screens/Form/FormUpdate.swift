import API
import Cells
import Domain

extension FormState {
    mutating func take(_ key: Key) -> Bool {
        guard !isBusy, fields.indices.contains(focus) else { return false }
        let isTaken: Bool
        switch fields[focus].entry {
        case .text(var field):
            isTaken = field.take(key)
            fields[focus].entry = .text(field)
        case .secret(var field):
            isTaken = field.take(key)
            fields[focus].entry = .secret(field)
        case .choice: isTaken = false
        }
        if isTaken { failure = nil }
        return isTaken
    }

    mutating func step(_ step: Int) {
        guard !fields.isEmpty else { return }
        focus = (focus + step + fields.count) % fields.count
    }

    mutating func stepChoice(_ step: Int) {
        guard fields.indices.contains(focus),
            case .choice(let choices, let chosen) = fields[focus].entry, !choices.isEmpty
        else { return }
        fields[focus].entry = .choice(
            choices, chosen: (chosen + step + choices.count) % choices.count)
        failure = nil
    }

    func text(_ index: Int) -> String {
        fields.indices.contains(index) ? OneLine.cleaned(fields[index].text) : ""
    }

    func choice(_ index: Int) -> Int { fields.indices.contains(index) ? fields[index].choice : 0 }
}

extension AppState {
    mutating func performInForm(_ action: Action, _ form: FormState) -> [Effect] {
        var form = form
        switch action {
        case .dismiss:
            overlays.removeLast()
            return []
        case .nextStop: form.step(1)
        case .previousStop: form.step(-1)
        case .nextChoice: form.stepChoice(1)
        case .previousChoice: form.stepChoice(-1)
        case .save: return submit(form)
        default: break
        }
        overlays[overlays.count - 1] = .form(form)
        return []
    }

    private mutating func submit(_ form: FormState) -> [Effect] {
        guard !form.isBusy else { return [] }
        var form = form
        do throws(FormState.Mistake) {
            let effects = try form.effects(at: now.timestamp)
            if form.purpose == .auditFilter { return try filterAudit(by: form) }
            if form.purpose == .limits { return try limit(by: form) }
            if form.purpose == .banAddresses, let objection = addressObjection(form.text(0)) {
                throw FormState.Mistake(field: 0, sentence: objection)
            }
            if case .serverAddress = form.purpose, let server = ServerAddress(form.text(0)) {
                overlays.removeLast()
                return serverEntered(server)
            }
            if form.purpose == .changePassword { account.passwordChange = .awaited }
            form.isBusy = true
            form.failure = nil
            overlays[overlays.count - 1] = .form(form)
            return effects
        } catch {
            form.focus = error.field
            form.failure = error.sentence
            overlays[overlays.count - 1] = .form(form)
            return []
        }
    }

    /// Shows a failure in the form that asked for it, or on the status line when that is gone.
    mutating func failForm(
        _ failure: CommunityFailure, _ isMeant: (FormState.Purpose) -> Bool
    ) -> [Effect] {
        guard case .form(var form) = overlays.last, isMeant(form.purpose) else {
            return refuse(failure)
        }
        form.isBusy = false
        form.failure = failure.phrase
        overlays[overlays.count - 1] = .form(form)
        return bear(failure)
    }

    mutating func closeForm(_ isMeant: (FormState.Purpose) -> Bool) {
        if case .form(let form) = overlays.last, isMeant(form.purpose) { overlays.removeLast() }
    }
}

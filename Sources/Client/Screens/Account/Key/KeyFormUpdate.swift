import API
import Cells
import Domain

extension KeyFormState {
    mutating func take(_ key: Key) -> Bool {
        guard focus == .name, !isBusy, name.take(key) else { return false }
        failure = nil
        return true
    }

    mutating func step(_ step: Int) {
        let stops = stops
        let index = stops.firstIndex(of: focus) ?? 0
        focus = stops[(index + step + stops.count) % stops.count]
    }

    mutating func stepExpiry(_ step: Int) {
        let all = Expiry.allCases
        let index = all.firstIndex(of: expiry) ?? 0
        expiry = all[(index + step + all.count) % all.count]
    }

    /// What is asked for when it is filled in well; else says what is missing, and goes there.
    mutating func request(now: Timestamp) -> NewAPIKey? {
        let name = OneLine.cleaned(name.text)
        guard (1...60).contains(name.count) else {
            focus = .name
            failure = .keyNeedsName
            return nil
        }
        guard !chosen.isEmpty else {
            if case .permission = focus {
            } else {
                focus = offered.first.map { .permission($0) } ?? focus
            }
            failure = offered.isEmpty ? .nothingToHandOn : .keyNeedsPermission
            return nil
        }
        let end = expiry == .never ? nil : now.adding(seconds: expiry.rawValue * 86_400)
        return NewAPIKey(name: name, permissions: chosen.sorted(), expiresAt: end)
    }
}

extension AppState {
    mutating func performInKeyForm(_ action: Action, _ form: KeyFormState) -> [Effect] {
        var form = form
        var effects: [Effect] = []
        switch action {
        case .dismiss:
            overlays.removeLast()
            return []
        case .nextStop: form.step(1)
        case .previousStop: form.step(-1)
        case .nextChoice where form.focus == .expiry: form.stepExpiry(1)
        case .previousChoice where form.focus == .expiry: form.stepExpiry(-1)
        case .flip:
            form.failure = nil
            if case .permission(let permission) = form.focus {
                form.chosen.formSymmetricDifference([permission])
            } else if form.focus == .expiry {
                form.stepExpiry(1)
            }
        case .save where !form.isBusy:
            guard let key = form.request(now: now.timestamp) else { break }
            form.isBusy = true
            form.failure = nil
            effects = [.account(.createKey(key))]
        default: break
        }
        overlays[overlays.count - 1] = .keyForm(form)
        return effects
    }

    func settled(_ form: KeyFormState) -> KeyFormState {
        var form = form
        let row =
            if case .permission(let permission) = form.focus {
                form.offered.firstIndex(of: permission) ?? 0
            } else { 0 }
        form.scroll.index = row
        form.scroll.settle(count: form.offered.count, height: KeyFormLayout(self, form).list.height)
        return form
    }
}

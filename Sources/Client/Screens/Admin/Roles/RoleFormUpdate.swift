import API
import Cells
import Domain

extension RoleFormState {
    mutating func take(_ key: Key) -> Bool {
        let isTaken =
            switch focus {
            case .name: name.take(key)
            case .weight: weight.take(key)
            case .parent, .permission: false
            }
        if isTaken { failure = nil }
        return isTaken
    }

    mutating func step(_ step: Int) {
        let index = Self.stops.firstIndex(of: focus) ?? 0
        focus = Self.stops[(index + step + Self.stops.count) % Self.stops.count]
    }

    /// The next role up or down that can be inherited from; none is one of the choices.
    mutating func stepParent(_ step: Int, among roles: [RoleBody]) {
        let choices: [RoleID?] = [nil] + roles.filter { $0.id != id }.map(\.id)
        let index = choices.firstIndex(of: parent) ?? 0
        parent = choices[(index + step + choices.count) % choices.count]
        failure = nil
    }
}

extension AppState {
    mutating func performInRoleForm(_ action: Action, _ form: RoleFormState) -> [Effect] {
        var form = form
        var effects: [Effect] = []
        switch action {
        case .dismiss:
            overlays.removeLast()
            return []
        case .nextStop: form.step(1)
        case .previousStop: form.step(-1)
        case .nextChoice, .previousChoice:
            if form.focus == .parent {
                form.stepParent(action == .nextChoice ? 1 : -1, among: session?.roles ?? [])
            }
        case .flip: flip(&form)
        case .save: effects = save(&form)
        default: break
        }
        overlays[overlays.count - 1] = .roleForm(form)
        return effects
    }

    private func flip(_ form: inout RoleFormState) {
        guard case .permission(let permission) = form.focus, let session else { return }
        if form.original?.isSuperAdmin == true {
            form.failure = Objection.superAdminIsFixed.phrase
            return
        }
        var flipped = form
        flipped.flip(permission, in: session.tree)
        // One may always take away; only what is handed on must be one's own.
        let isGiven = flipped.draft(in: session.tree).effective(form.id).contains(permission)
        if isGiven, !session.may(permission) {
            form.failure = Objection.cannotGrant(permission).phrase
        } else {
            form = flipped
            form.failure = nil
        }
    }

    /// Why the role cannot be saved as it stands; `nil` when it can.
    package func objection(to form: RoleFormState) -> Phrase? {
        guard let session, let actor = session.actor else { return .notNow }
        guard RoleName(rawValue: form.name.text) != nil else { return .roleNeedsName }
        guard let role = form.role else { return .weightIsANumber }
        let isTaken = session.roles.contains {
            $0.id != role.id && $0.name.lowercased() == role.name.rawValue.lowercased()
        }
        if isTaken { return .roleNameTaken }
        return Conduct.objection(
            to: actor, changing: form.original, to: role, in: session.tree)?.phrase
    }

    private func save(_ form: inout RoleFormState) -> [Effect] {
        guard !form.isBusy else { return [] }
        if let objection = objection(to: form) {
            form.failure = objection
            if RoleName(rawValue: form.name.text) == nil { form.focus = .name }
            return []
        }
        guard let role = form.role else { return [] }
        form.isBusy = true
        form.failure = nil
        let grants = role.grants.sorted()
        let denies = role.denies.sorted()
        guard let original = form.original else {
            return [
                .createRole(
                    NewRole(
                        name: role.name.rawValue, weight: role.weight, parentId: role.parent,
                        grants: grants, denies: denies))
            ]
        }
        return [
            .changeRole(
                original.id,
                RolePatch(
                    name: role.name == original.name ? nil : role.name.rawValue,
                    weight: role.weight == original.weight ? nil : role.weight,
                    parentId: role.parent == original.parent
                        ? nil : role.parent.map { .to($0) } ?? .removed,
                    grants: role.grants == original.grants ? nil : grants,
                    denies: role.denies == original.denies ? nil : denies))
        ]
    }
}

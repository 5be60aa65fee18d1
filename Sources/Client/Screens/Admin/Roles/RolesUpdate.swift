package import API
import Domain

extension AppState {
    /// The role under the cursor of the console.
    package var selectedRole: RoleBody? {
        let rows = RoleOutline(session?.roles ?? []).rows
        return rows.indices.contains(admin.roles.cursor.index)
            ? rows[admin.roles.cursor.index].role : nil
    }

    /// - Parameter role: `nil` for a new one, which begins under the role at the cursor.
    mutating func openRoleForm(_ role: Role?) -> [Effect] {
        let form =
            role.map { RoleFormState(changing: $0) }
            ?? RoleFormState(under: selectedRole?.role.flatMap { $0.isSuperAdmin ? nil : $0 })
        overlays.append(.roleForm(form))
        return []
    }

    mutating func askToDeleteRole() -> [Effect] {
        guard let session, let role = selectedRole else { return [] }
        guard role.users > 0 else {
            overlays.append(
                .question(
                    QuestionState(
                        title: .deleteRoleTitle,
                        lines: [Phrase(verbatim: role.name), .roleHasNobody],
                        yes: .deleteIt, effects: [.deleteRole(role.id, RoleDeletion())])))
            return []
        }
        let targets = session.roles.filter { $0.id != role.id }
        overlays.append(.form(.deletion(of: role, movingTo: targets)))
        return []
    }

    mutating func roleSaved(_ outcome: Outcome<RoleBody>) -> [Effect] {
        switch outcome {
        case .failure(let failure):
            guard case .roleForm(var form) = overlays.last else { return refuse(failure) }
            form.isBusy = false
            form.failure = failure.phrase
            overlays[overlays.count - 1] = .roleForm(form)
            return bear(failure)
        case .success(let role):
            if case .roleForm = overlays.last { overlays.removeLast() }
            session?.roles.removeAll { $0.id == role.id }
            session?.roles.append(role)
            session?.roles.sort { ($0.weight, $0.id) < ($1.weight, $1.id) }
            if let row = RoleOutline(session?.roles ?? []).rows
                .firstIndex(where: { $0.role.id == role.id })
            {
                admin.roles.cursor.index = row
            }
            note(.roleIsSaved(role.name), .good)
            // What others inherit from it changed with it.
            return [.fetchRoles]
        }
    }

    mutating func roleDeleted(_ id: RoleID, _ outcome: Outcome<Nothing>) -> [Effect] {
        switch outcome {
        case .failure(let failure):
            return failForm(failure) { if case .deleteRole(id, _) = $0 { true } else { false } }
        case .success:
            closeForm { if case .deleteRole(id, _) = $0 { true } else { false } }
            session?.roles.removeAll { $0.id == id }
            note(.roleIsDeleted, .good)
            return [.fetchRoles]
        }
    }
}

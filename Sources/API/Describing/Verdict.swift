package import Domain

/// How whom or what an endpoint acts on stands to the caller.
package enum Relation: String, CaseIterable, Sendable {
    /// The caller, what they published, or the role they hold.
    case own
    /// Another that weighs less, as much, or more than the caller's role.
    case lower, equal, higher
}

/// Whether an endpoint lets a caller through.
package enum Verdict: Hashable, Sendable {
    case allowed
    /// 401
    case signInFirst
    /// 403
    case refused
    /// 404: it does not exist for them.
    case hidden

    /// `nil` when allowed.
    package var status: Int? {
        switch self {
        case .allowed: nil
        case .signInFirst: 401
        case .refused: 403
        case .hidden: 404
        }
    }
}

extension AnyEndpoint {
    /// Who gets through: `docs/permissions.md` is made from this, and a test walks the server with
    /// it. `holder` is `nil` for whoever has not signed in.
    package func verdict(for holder: RoleHolder?, on relation: Relation) -> Verdict {
        if access == .anyone { return .allowed }
        guard let holder else { return .signInFirst }
        if case .permission(let permission) = access, !holder.permissions.contains(permission) {
            return .refused
        }
        return reach.verdict(
            on: relation, holding: holder.permissions, isSuperAdmin: holder.role.isSuperAdmin)
    }
}

/// A role with all that it comes to.
package struct RoleHolder: Sendable {
    package let role: Role
    package let permissions: Set<Permission>

    package init(_ role: Role, in tree: RoleTree) {
        self.role = role
        permissions = tree.effective(role.id)
    }

    /// A guest stands above nobody, and nobody above the heaviest.
    package var relations: [Relation] {
        Relation.allCases.filter { relation in
            switch relation {
            case .own, .equal: true
            case .lower: role.weight > .guest
            case .higher: role.weight < .superAdmin
            }
        }
    }
}

extension Reach {
    /// For a caller who holds the permission of the endpoint.
    package func verdict(
        on relation: Relation, holding permissions: Set<Permission>, isSuperAdmin: Bool
    ) -> Verdict {
        let isOwn = relation == .own
        switch self {
        case .nothing, .anyMember: return .allowed
        case .ownOr(let permission):
            return isOwn || permissions.contains(permission) ? .allowed : .refused
        case .own: return isOwn ? .allowed : .hidden
        case .ownOrBelowWith(let permission):
            if isOwn { return .allowed }
            guard permissions.contains(permission) else { return .hidden }
            return relation == .lower || isSuperAdmin ? .allowed : .refused
        case .membersBelow, .rolesBelow:
            if isOwn { return .refused }
            return relation == .lower || isSuperAdmin ? .allowed : .refused
        case .casesBelow:
            return !isOwn && (relation == .lower || isSuperAdmin) ? .allowed : .hidden
        case .visibleEntries: return relation == .higher ? .hidden : .allowed
        case .undecidedEntries:
            if isOwn {
                return permissions.contains(.catalogPublishUnmoderated) ? .allowed : .refused
            }
            return relation == .higher ? .hidden : .allowed
        case .editableEntries:
            if relation == .higher { return .hidden }
            let needed: Permission = isOwn ? .catalogPublishUnmoderated : .catalogEdit
            return permissions.contains(needed) ? .allowed : .refused
        }
    }
}

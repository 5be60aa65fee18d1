package import Domain

package struct RoleBody: Codable, Hashable, Sendable, Identifiable {
    package let id: RoleID
    package let name: String
    package let weight: RoleWeight
    package let parentId: RoleID?
    package let grants: [Permission]
    package let denies: [Permission]
    /// What it comes to, inherited permissions included.
    package let effective: [Permission]
    package let isSuperAdmin: Bool
    package let users: Int

    package init(
        id: RoleID, name: String, weight: RoleWeight, parentId: RoleID?, grants: [Permission],
        denies: [Permission], effective: [Permission], isSuperAdmin: Bool, users: Int
    ) {
        self.id = id
        self.name = name
        self.weight = weight
        self.parentId = parentId
        self.grants = grants
        self.denies = denies
        self.effective = effective
        self.isSuperAdmin = isSuperAdmin
        self.users = users
    }
}

extension RoleBody {
    /// The role as the rules know it; `nil` where a server sent a name that is none.
    package var role: Role? {
        guard let name = RoleName(rawValue: name) else { return nil }
        return Role(
            id: id, name: name, weight: weight, parent: parentId, grants: Set(grants),
            denies: Set(denies), isSuperAdmin: isSuperAdmin)
    }
}

package struct NewRole: Codable, Hashable, Sendable {
    package let name: String
    package let weight: RoleWeight
    package let parentId: RoleID?
    package let grants: [Permission]
    package let denies: [Permission]

    package init(
        name: String, weight: RoleWeight, parentId: RoleID?, grants: [Permission] = [],
        denies: [Permission] = []
    ) {
        self.name = name
        self.weight = weight
        self.parentId = parentId
        self.grants = grants
        self.denies = denies
    }
}

/// What is left out stays as it is.
package struct RolePatch: Codable, Hashable, Sendable {
    package let name: String?
    package let weight: RoleWeight?
    /// `null` in JSON where the role shall inherit from nobody.
    package let parentId: ParentChange?
    package let grants: [Permission]?
    package let denies: [Permission]?

    package init(
        name: String? = nil, weight: RoleWeight? = nil, parentId: ParentChange? = nil,
        grants: [Permission]? = nil, denies: [Permission]? = nil
    ) {
        self.name = name
        self.weight = weight
        self.parentId = parentId
        self.grants = grants
        self.denies = denies
    }
}

extension RolePatch {
    private enum CodingKeys: String, CodingKey { case name, weight, parentId, grants, denies }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        name = try container.decodeIfPresent(String.self, forKey: .name)
        weight = try container.decodeIfPresent(RoleWeight.self, forKey: .weight)
        grants = try container.decodeIfPresent([Permission].self, forKey: .grants)
        denies = try container.decodeIfPresent([Permission].self, forKey: .denies)
        guard container.contains(.parentId) else {
            parentId = nil
            return
        }
        let parent = try container.decodeIfPresent(RoleID.self, forKey: .parentId)
        parentId = parent.map { .to($0) } ?? .removed
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(name, forKey: .name)
        try container.encodeIfPresent(weight, forKey: .weight)
        try container.encodeIfPresent(grants, forKey: .grants)
        try container.encodeIfPresent(denies, forKey: .denies)
        if let parentId { try container.encode(parentId.role, forKey: .parentId) }
    }
}

package struct RoleDeletion: Codable, Hashable, Sendable {
    /// Where the role's members go; needed when it has any.
    package let moveUsersTo: RoleID?

    package init(moveUsersTo: RoleID? = nil) { self.moveUsersTo = moveUsersTo }
}

package struct PermissionBody: Codable, Hashable, Sendable {
    package let name: Permission
    package let meaning: String

    package init(name: Permission, meaning: String) {
        self.name = name
        self.meaning = meaning
    }
}

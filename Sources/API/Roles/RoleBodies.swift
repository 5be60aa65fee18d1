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
    /// What the role itself asks of its members; absent where it has no word of its own.
    package let requiredRatio: Double?
    package let graceBytes: ByteCount?
    package let downloadSlots: Int?
    /// What it comes to, with the roles above it and the settings.
    package let limits: RoleLimitsBody?

    package init(
        id: RoleID, name: String, weight: RoleWeight, parentId: RoleID?, grants: [Permission],
        denies: [Permission], effective: [Permission], isSuperAdmin: Bool, users: Int,
        own: RoleLimits = .none, limits: RoleLimitsBody? = nil
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
        requiredRatio = own.requiredRatio
        graceBytes = own.graceBytes
        downloadSlots = own.downloadSlots
        self.limits = limits
    }
}

extension RoleBody {
    /// The role as the rules know it; `nil` where a server sent a name that is none.
    package var role: Role? {
        guard let name = RoleName(rawValue: name) else { return nil }
        return Role(
            id: id, name: name, weight: weight, parent: parentId, grants: Set(grants),
            denies: Set(denies),
            limits: RoleLimits(
                requiredRatio: requiredRatio, graceBytes: graceBytes, downloadSlots: downloadSlots),
            isSuperAdmin: isSuperAdmin)
    }
}

/// What is asked of a member in the end.
package struct RoleLimitsBody: Codable, Hashable, Sendable {
    package let requiredRatio: Double
    /// Bytes down before the required ratio applies.
    package let graceBytes: ByteCount
    /// Torrents downloaded at once; 0 is as many as they like.
    package let downloadSlots: Int

    package init(_ limits: MemberLimits) {
        requiredRatio = limits.requiredRatio
        graceBytes = limits.graceBytes
        downloadSlots = limits.downloadSlots ?? 0
    }
}

package struct NewRole: Codable, Hashable, Sendable {
    package let name: String
    package let weight: RoleWeight
    package let parentId: RoleID?
    package let grants: [Permission]
    package let denies: [Permission]
    /// Left out where the roles above it, or the settings, say it.
    package let requiredRatio: Double?
    package let graceBytes: ByteCount?
    package let downloadSlots: Int?

    package init(
        name: String, weight: RoleWeight, parentId: RoleID?, grants: [Permission] = [],
        denies: [Permission] = [], limits: RoleLimits = .none
    ) {
        self.name = name
        self.weight = weight
        self.parentId = parentId
        self.grants = grants
        self.denies = denies
        requiredRatio = limits.requiredRatio
        graceBytes = limits.graceBytes
        downloadSlots = limits.downloadSlots
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
    /// Each `null` in JSON where the roles above, or the settings, shall say it again.
    package let requiredRatio: FieldChange<Double>?
    package let graceBytes: FieldChange<ByteCount>?
    package let downloadSlots: FieldChange<Int>?

    package init(
        name: String? = nil, weight: RoleWeight? = nil, parentId: ParentChange? = nil,
        grants: [Permission]? = nil, denies: [Permission]? = nil,
        requiredRatio: FieldChange<Double>? = nil, graceBytes: FieldChange<ByteCount>? = nil,
        downloadSlots: FieldChange<Int>? = nil
    ) {
        self.name = name
        self.weight = weight
        self.parentId = parentId
        self.grants = grants
        self.denies = denies
        self.requiredRatio = requiredRatio
        self.graceBytes = graceBytes
        self.downloadSlots = downloadSlots
    }
}

extension RolePatch {
    private enum CodingKeys: String, CodingKey {
        case name, weight, parentId, grants, denies, requiredRatio, graceBytes, downloadSlots
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        name = try container.decodeIfPresent(String.self, forKey: .name)
        weight = try container.decodeIfPresent(RoleWeight.self, forKey: .weight)
        grants = try container.decodeIfPresent([Permission].self, forKey: .grants)
        denies = try container.decodeIfPresent([Permission].self, forKey: .denies)
        requiredRatio = try container.decodeChange(Double.self, forKey: .requiredRatio)
        graceBytes = try container.decodeChange(ByteCount.self, forKey: .graceBytes)
        downloadSlots = try container.decodeChange(Int.self, forKey: .downloadSlots)
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
        if let requiredRatio { try container.encode(requiredRatio.value, forKey: .requiredRatio) }
        if let graceBytes { try container.encode(graceBytes.value, forKey: .graceBytes) }
        if let downloadSlots { try container.encode(downloadSlots.value, forKey: .downloadSlots) }
    }
}

extension KeyedDecodingContainer {
    /// `null` and nothing at all are two things.
    fileprivate func decodeChange<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws
        -> FieldChange<Value>?
    {
        guard contains(key) else { return nil }
        return try decodeIfPresent(type, forKey: key).map { .to($0) } ?? .removed
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

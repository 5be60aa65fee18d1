/// Why a rule says no: a value, so that the server can refuse with it and the client can show it
/// before anybody tries.
package enum Objection: Hashable, Sendable, Error {
    case lacks(Permission)
    /// The user or role acted on stands as high as the actor, or higher.
    case notBelowYou
    case ownRole
    case ownRatio
    case ownUpload
    case ownAccount
    /// A permission that would be handed on and that the actor does not hold.
    case cannotGrant(Permission)
    case weightNotBelowYours
    case cycle
    case unknownParent
    case superAdminIsFixed
    case lastSuperAdmin
    case roleInUse(users: Int)
    case roleHasChildren(RoleName)
    /// A ban of addresses would fall on the actor.
    case ownAddress
    case loopbackAddress
    /// One's own upload that the staff said no to.
    case rejectedUpload

    /// A stable name for programs.
    package var code: String {
        switch self {
        case .lacks: "permission_missing"
        case .notBelowYou: "not_below_you"
        case .ownRole: "own_role"
        case .ownRatio: "own_ratio"
        case .ownUpload: "own_upload"
        case .ownAccount: "own_account"
        case .cannotGrant: "cannot_grant"
        case .weightNotBelowYours: "weight_not_below_yours"
        case .cycle: "role_cycle"
        case .unknownParent: "unknown_parent"
        case .superAdminIsFixed: "super_admin_is_fixed"
        case .lastSuperAdmin: "last_super_admin"
        case .roleInUse: "role_in_use"
        case .roleHasChildren: "role_has_children"
        case .ownAddress: "own_address"
        case .loopbackAddress: "loopback_address"
        case .rejectedUpload: "rejected_upload"
        }
    }

    /// One sentence for people.
    package var sentence: String {
        switch self {
        case .lacks(let permission): "You lack the permission \(permission.rawValue)."
        case .notBelowYou: "You may act only on those whose role weighs less than yours."
        case .ownRole: "Nobody changes their own role."
        case .ownRatio: "Nobody adjusts their own ratio."
        case .ownUpload: "Somebody else must approve what you published."
        case .ownAccount: "You cannot do this to your own account."
        case .cannotGrant(let permission):
            "You cannot hand on \(permission.rawValue), because you do not hold it."
        case .weightNotBelowYours: "A role you make or change must weigh less than yours."
        case .cycle: "A role cannot inherit from itself, directly or through others."
        case .unknownParent: "The parent role does not exist."
        case .superAdminIsFixed: "SuperAdmin holds everything, always; only its name can change."
        case .lastSuperAdmin: "The last SuperAdmin stays: make another one first."
        case .roleInUse(let users):
            "\(users) \(users == 1 ? "member has" : "members have") this role: say where they go."
        case .roleHasChildren(let name): "\(name) inherits from this role: change its parent first."
        case .ownAddress: "This would ban the address you are asking from."
        case .loopbackAddress:
            "This would ban the machine that the server runs on, and whoever comes through it."
        case .rejectedUpload: "This upload was rejected; it cannot be changed any more."
        }
    }
}

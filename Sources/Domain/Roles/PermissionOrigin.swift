/// Why a role holds a permission, or does not.
package enum PermissionOrigin: Hashable, Sendable {
    case grantedHere
    case deniedHere
    case inherited(from: RoleName)
    /// SuperAdmin's.
    case always
    case absent
}

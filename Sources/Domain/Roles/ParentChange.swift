/// What becomes of the role that another one inherits from, where that is to change.
package enum ParentChange: Hashable, Sendable {
    /// It inherits from nobody.
    case removed
    case to(RoleID)

    package var role: RoleID? {
        switch self {
        case .removed: nil
        case .to(let role): role
        }
    }
}

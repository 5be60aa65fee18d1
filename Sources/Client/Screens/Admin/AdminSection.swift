package import Domain

/// The rooms of the admin console.
package enum AdminSection: Int, CaseIterable, Hashable, Sendable {
    case users, roles, approvals, settings, audit

    /// What opens it; `nil`: being staff is enough.
    package var permission: Permission? {
        switch self {
        case .users: .usersRead
        case .roles: nil
        case .approvals: .uploadsApprove
        case .settings: .settingsManage
        case .audit: .auditRead
        }
    }
}

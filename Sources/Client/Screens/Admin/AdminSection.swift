package import Domain

/// The rooms of the admin console.
package enum AdminSection: Int, CaseIterable, Hashable, Sendable {
    case users, roles, approvals, evidence, bans, invitations, settings, audit

    /// Each of these opens it.
    package var permissions: [Permission] {
        switch self {
        case .users: [.usersRead]
        case .roles: []
        case .approvals: [.uploadsApprove]
        case .evidence: [.evidenceReview]
        case .bans: [.usersBan]
        case .invitations: [.usersInvite, .usersManage]
        case .settings: [.settingsManage]
        case .audit: [.auditRead]
        }
    }

    /// Being staff is enough.
    package var isForAllStaff: Bool { self == .roles }
}

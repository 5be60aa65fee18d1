extension AdminSection {
    var context: KeyContext {
        switch self {
        case .users: .users
        case .roles: .roles
        case .approvals: .approvals
        case .evidence: .evidence
        case .bans: .bans
        case .invitations: .invitations
        case .settings: .settings
        case .audit: .audit
        }
    }
}

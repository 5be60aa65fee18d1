extension AdminSection {
    var context: KeyContext {
        switch self {
        case .users: .users
        case .roles: .roles
        case .approvals: .approvals
        case .settings: .settings
        case .audit: .audit
        }
    }
}

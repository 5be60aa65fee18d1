import API
import Domain

extension AppState {
    mutating func openAdmin() -> [Effect] {
        if !admin.hasOpened {
            admin.hasOpened = true
            admin.section = adminSections.first ?? .roles
        }
        return askSection()
    }

    mutating func stepSection(_ step: Int) -> [Effect] {
        let sections = adminSections
        guard let index = sections.firstIndex(of: admin.section) else { return [] }
        let next = index + step
        guard sections.indices.contains(next) else { return [] }
        return open(sections[next])
    }

    mutating func open(_ section: AdminSection) -> [Effect] {
        admin.section = section
        admin.leaveSearch()
        return askSection()
    }

    /// What the section shows, anew.
    mutating func askSection() -> [Effect] {
        switch admin.section {
        case .users: askUsers()
        case .roles: [.fetchRoles]
        case .approvals: [.searchCatalog(ApprovalsState.query)]
        case .evidence: askEvidence()
        case .bans: askBans()
        // Whether newcomers can come at all is a setting.
        case .invitations: askInvitations() + [.fetchSettings]
        case .settings: [.fetchSettings]
        case .audit: askAudit()
        }
    }
}

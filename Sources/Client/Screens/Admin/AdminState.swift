/// The admin console.
package struct AdminState: Equatable, Sendable {
    package var section = AdminSection.roles
    /// The menu has the keys, not the section.
    package var focusesMenu = true
    package var hasOpened = false
    package var users = UsersState()
    package var roles = RolesState()
    package var approvals = ApprovalsState()
    package var evidence = EvidenceList()
    package var bans = BansState()
    package var invitations = InvitationsState()
    package var settings = SettingsState()
    package var audit = AuditState()

    package init() {}

    mutating func leaveSearch() {
        users.isSearching = false
        audit.isSearching = false
    }
}

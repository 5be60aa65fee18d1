import Cells

/// The admin console: a menu, the section it opened, and the detail of one row.
struct AdminView {
    let state: AppState

    func draw(on grid: inout Grid) {
        let layout = AdminLayout(state)
        AdminMenuView(state: state).draw(layout, on: &grid)
        switch state.admin.section {
        case .users: UsersView(state: state).draw(layout, on: &grid)
        case .roles: RolesView(state: state).draw(layout, on: &grid)
        case .approvals: ApprovalsView(state: state).draw(layout, on: &grid)
        case .evidence: EvidenceView(state: state).draw(layout, on: &grid)
        case .bans: BansView(state: state).draw(layout, on: &grid)
        case .invitations: InvitationsView(state: state).draw(layout, on: &grid)
        case .settings: SettingsView(state: state).draw(layout, on: &grid)
        case .audit: AuditView(state: state).draw(layout, on: &grid)
        }
    }
}

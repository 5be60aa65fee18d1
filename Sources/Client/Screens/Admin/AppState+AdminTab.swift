extension AppState {
    /// Who may only invite has a pane of invitations, not one of the staff.
    func title(of tab: Tab) -> Phrase {
        tab == .admin && adminSections == [.invitations]
            ? AdminSection.invitations.title : tab.title
    }
}

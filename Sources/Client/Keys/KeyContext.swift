/// Where a key is pressed; the same key may mean different things in different places.
package enum KeyContext: String, CaseIterable, Hashable, Sendable {
    /// Holds even over a question or a form.
    case always
    case everywhere
    case lists
    case signIn
    case catalog, searching, suggesting, suggestion, proposal, transfers, ratio, activity
    case adminMenu, admin, users, roles, approvals, evidence, bans, invitations, settings, audit
    case member, auditEntry
    case account, ownAccount, ownSessions, ownKeys, once
    case form, roleForm, picker, facets, palette, help, question, notice
}

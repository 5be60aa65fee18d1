/// Where a key is pressed; the same key may mean different things in different places.
package enum KeyContext: String, CaseIterable, Hashable, Sendable {
    /// Holds even over a question or a form.
    case always
    case everywhere
    case lists
    case signIn
    /// While the way in is being opened: what is typed now was meant for what stood here before.
    case waiting
    /// The detail of an entry of the catalog.
    case entry
    /// Lists in which rows can be marked.
    case marks
    case catalog, searching, suggesting, suggestion, proposal, transfers, ratio, activity
    case adminMenu, admin, users, roles, approvals, evidence, bans, invitations, settings, audit
    case member, auditEntry
    case account, ownAccount, ownSessions, ownKeys, once
    case form, roleForm, picker, facets, palette, help, question, staged, notice, columns, menu
}

/// The lists in which rows can be marked.
package enum MarkedList: CaseIterable, Hashable, Sendable {
    case catalog, transfers, users, approvals, addressBans, clientBans, invitations
}

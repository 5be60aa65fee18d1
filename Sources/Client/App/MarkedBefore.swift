package import API
package import Domain

/// The marks of a list as they were.
package enum MarkedBefore: Equatable, Sendable {
    case catalog(Set<CatalogID>, [CatalogID: CatalogSummary])
    case transfers(Set<InfoHash>)
    case users(Set<UserID>)
    case approvals(Set<CatalogID>)
    case addressBans(Set<Int64>)
    case clientBans(Set<Int64>)
    case invitations(Set<InvitationID>)

    package var list: MarkedList {
        switch self {
        case .catalog: .catalog
        case .transfers: .transfers
        case .users: .users
        case .approvals: .approvals
        case .addressBans: .addressBans
        case .clientBans: .clientBans
        case .invitations: .invitations
        }
    }
}

package import Domain

/// What a row of a list stands for.
package enum StagedSubject: Hashable, Sendable {
    case entry(CatalogID)
    case transfer(InfoHash)
    case member(UserID)
    case addressBan(Int64)
    case clientBan(Int64)
    case invitation(InvitationID)
}

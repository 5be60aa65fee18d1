package import Domain

/// Whom or what an endpoint acts on, and which rule of conduct stands between the caller and it.
///
/// The permission of the endpoint comes first; this is what is asked beyond it.
package enum Reach: Hashable, Sendable {
    /// The caller, the community as a whole, or something that has no standing.
    case nothing
    /// Any member.
    case anyMember
    /// Oneself, or anybody with the permission.
    case ownOr(Permission)
    /// Members whose role weighs less than the caller's, and never oneself.
    case membersBelow
    /// Entries of the catalog that exist for the caller.
    case visibleEntries
    /// As `visibleEntries`; one's own only with `catalog.publish_unmoderated`.
    case undecidedEntries
    /// Roles that weigh less than the caller's.
    case rolesBelow
}

package import Domain

/// Whom or what an endpoint acts on, and which rule of conduct stands between the caller and it.
///
/// The permission of the endpoint comes first; this is what is asked beyond it.
package enum Reach: Hashable, Sendable {
    /// The caller, the community as a whole, or something that has no standing.
    case nothing
    /// Any member.
    case anyMember
    /// Oneself, or anybody with the permission; others are refused (403).
    case ownOr(Permission)
    /// What is one's own; of others', only that it does not exist (404).
    case own
    /// As `own`, but those with the permission reach what belongs to members who weigh less.
    case ownOrBelowWith(Permission)
    /// Members whose role weighs less than the caller's, and never oneself.
    case membersBelow
    /// What speaks against members whose role weighs less; what is about others, and about oneself,
    /// does not exist (404).
    case casesBelow
    /// Entries of the catalog that exist for the caller.
    case visibleEntries
    /// As `visibleEntries`; one's own only with `catalog.publish_unmoderated`.
    case undecidedEntries
    /// As `visibleEntries`; one's own, approved, only with `catalog.publish_unmoderated`, others'
    /// with `catalog.edit` where the uploader weighs less.
    case editableEntries
    /// Roles that weigh less than the caller's.
    case rolesBelow
}

extension Reach {
    /// What is asked beyond the permission, for people; `nil` where nothing is.
    package var sentence: String? {
        switch self {
        case .nothing, .anyMember: nil
        case .ownOr(let permission):
            "Oneself always; others with `\(permission.rawValue)`."
        case .own: "One's own; what is others' does not exist (404)."
        case .ownOrBelowWith(let permission):
            "One's own. With `\(permission.rawValue)` also that of members whose role weighs less; else it does not exist (404)."
        case .membersBelow:
            "Only on members whose role weighs less than one's own, never on oneself; SuperAdmin also on other SuperAdmins."
        case .casesBelow:
            "Only about members whose role weighs less than one's own; what is about others, or about oneself, does not exist (404). SuperAdmin also about other SuperAdmins."
        case .visibleEntries:
            "An entry above one's weight does not exist (404), nor does what waits for approval, but for who published it and who approves."
        case .undecidedEntries:
            "An entry above one's weight does not exist (404); one's own only with `catalog.publish_unmoderated`."
        case .editableEntries:
            "An entry above one's weight does not exist (404). One's own while it waits or was sent back, and once it is approved with `catalog.publish_unmoderated`; others' with `catalog.edit`, where the uploader weighs less."
        case .rolesBelow:
            "Only roles that weigh less than one's own; SuperAdmin any but SuperAdmin's."
        }
    }
}

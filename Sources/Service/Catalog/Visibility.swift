package import Domain

/// Whether an entry of the catalog exists for somebody: asked on every path, so that list, page,
/// files, torrent, event stream and tracker cannot disagree.
package enum Visibility {
    /// As much of an actor as this asks about.
    package struct Sight: Hashable, Sendable {
        private let weight: RoleWeight
        private let mayRead: Bool
        private let mayApprove: Bool

        package init(_ actor: Actor) {
            weight = actor.role.weight
            mayRead = actor.may(.catalogRead)
            mayApprove = actor.may(.uploadsApprove)
        }

        package func reaches(_ minimum: RoleWeight) -> Bool { mayRead && minimum <= weight }

        fileprivate var reachesUnapproved: Bool { mayApprove }
    }

    package static func shows(_ entry: EntryRecord, to actor: Actor) -> Bool {
        shows(
            entry.minRoleWeight, isApproved: entry.status == .approved,
            isOwn: entry.uploaderID == actor.id, to: Sight(actor))
    }

    package static func shows(
        _ minimum: RoleWeight, isApproved: Bool, isOwn: Bool, to sight: Sight
    ) -> Bool {
        sight.reaches(minimum) && (isApproved || isOwn || sight.reachesUnapproved)
    }
}

package import Domain

/// Whether an entry of the catalog exists for somebody: asked on every path, so that list, page,
/// files, torrent, event stream and tracker cannot disagree.
package enum Visibility {
    package static func shows(_ entry: EntryRecord, to actor: Actor) -> Bool {
        guard actor.may(.catalogRead), actor.sees(entry.minRoleWeight) else { return false }
        return entry.status == .approved || entry.uploaderID == actor.id
            || actor.may(.uploadsApprove)
    }
}
